import type { Language } from '../../domain/form.ts';
import { languageName } from '../../ui/language.ts';
import { frontdeskWords } from '../text.ts';
import '../../ui/Segments.css';

type FormLanguagesProps = { languages: readonly Language[]; value: Language; onChange: (language: Language) => void };

/** Which language of the form is on screen: it brings its own, whatever the page's are. */
export function FormLanguages({ languages, value, onChange }: FormLanguagesProps) {
  return (
    <div class="segments" role="group" aria-label={frontdeskWords().forms.language}>
      {languages.map((one) => (
        <button key={one} type="button" class="segment" aria-pressed={one === value} onClick={() => onChange(one)}>
          {languageName(one)}
        </button>
      ))}
    </div>
  );
}
