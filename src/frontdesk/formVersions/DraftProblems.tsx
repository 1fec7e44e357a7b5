import type { FormVersion } from '../../domain/form.ts';
import type { FormProblem } from '../../domain/formCheck.ts';
import { Notice } from '../../ui/Notice.tsx';
import { frontdeskWords } from '../text.ts';
import { told, type Told } from './problems.ts';

type DraftProblemsProps = { form: FormVersion; problems: readonly FormProblem[]; onGo: (told: Told) => void };

/** What keeps the version from being used, and what is only to be looked at, each with a way to its field. */
export function DraftProblems({ form, problems, onGo }: DraftProblemsProps) {
  const words = frontdeskWords().forms;
  const wrong = problems.filter(({ stops }) => stops).map((one) => told(form, one));
  const advice = problems.filter(({ stops }) => !stops).map((one) => told(form, one));
  return (
    <div id="forms-problems" class="stack gap-2">
      {wrong.length > 0 ? (
        <Notice kind="danger" title={words.wrongTitle(wrong.length)}>
          <Links all={wrong} onGo={onGo} />
        </Notice>
      ) : (
        <p>{words.nothingWrong}</p>
      )}
      {advice.length > 0 && (
        <Notice kind="warning" title={words.adviceTitle(advice.length)}>
          <Links all={advice} onGo={onGo} />
        </Notice>
      )}
    </div>
  );
}

function Links({ all, onGo }: { all: readonly Told[]; onGo: (told: Told) => void }) {
  return (
    <ul class="form-problems">
      {all.map((one) => (
        <li key={one.text}>
          <a
            href={`#${one.id}`}
            onClick={(press) => {
              press.preventDefault();
              onGo(one);
            }}
          >
            {one.text}
          </a>
        </li>
      ))}
    </ul>
  );
}
