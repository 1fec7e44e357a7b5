import type { FormVersion } from '../../domain/form.ts';
import type { Section } from '../../domain/formTexts.ts';
import { readingOf, readingParts, type Reading } from '../../domain/readingLevel.ts';
import { language, languageName, localeOf } from '../../ui/language.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { frontdeskWords } from '../text.ts';

/** How easily this part reads in each language; nothing where nothing can be said. */
export function ReadingLevels({ form, section }: { form: FormVersion; section: Section }) {
  const names = partsOf(section);
  const levels = form.languages.flatMap((one) => {
    const parts = readingParts(form, one);
    const reading = readingOf(
      names.flatMap((name) => parts.get(name) ?? []),
      one,
    );
    return reading ? [{ one, reading }] : [];
  });
  if (levels.length === 0) return null;
  return (
    <ul class="form-levels">
      {levels.map(({ one, reading }) => (
        <li key={one}>
          <StateBadge shape={reading.easy ? 'done' : 'attention'}>{inWords(reading, languageName(one))}</StateBadge>
        </li>
      ))}
    </ul>
  );
}

function partsOf(section: Section): string[] {
  if ('id' in section) return [`${section.of} ${section.id}`];
  if (section.of === 'meanings') return ['meaning', 'representativeMeaning'];
  if (section.of === 'reasons') return ['declining'];
  return section.of === 'summary' ? ['summary'] : [];
}

function inWords(reading: Reading, name: string): string {
  const words = frontdeskWords().forms;
  const number = (value: number): string =>
    new Intl.NumberFormat(localeOf(language.value), { maximumFractionDigits: 1 }).format(Math.max(0, value));
  const level =
    reading.by === 'grade'
      ? words.gradeOf(name, number(reading.grade))
      : words.easeOf(name, number(reading.inflesz), number(reading.fernandezHuerta));
  return reading.easy ? level : words.hard(level);
}
