import { useSignal } from '@preact/signals';
import { filledQuestion } from '../../domain/form.ts';
import { Choice } from '../../ui/Choice.tsx';
import { directionOf, language } from '../../ui/language.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Step } from '../Step.tsx';
import type { ConsentSession } from '../session.ts';
import { consentWords } from '../text.ts';

/** A question that helps. A miss explains again and never blocks; the first answer is kept for the Health Assistant. */
export function Question({ session, id }: { session: ConsentSession; id: string }) {
  const words = consentWords();
  const draft = session.draft.value;
  const given = draft.answers.findLast((one) => one.question === id);
  const chosen = draft.chosen[id] ?? given?.answer ?? '';
  const missing = useSignal(false);
  const question = session.matter.form.questions.find((one) => one.id === id);
  if (!question) return null;

  const text = filledQuestion(question, draft.language, session.matter.fills);
  const checked = given !== undefined && given.answer === chosen;
  const check = (): void => {
    const answer = text.answers.find((one) => one.id === chosen);
    missing.value = !answer;
    if (!answer) return;
    const entry = { question: id, answer: answer.id, right: answer.right === true, at: session.time() };
    session.change({ answers: [...session.draft.value.answers, entry] });
  };
  return (
    <Step
      title={text.question}
      screen={id}
      lang={draft.language}
      onBack={() => session.go(-1)}
      next={checked ? words.next : words.question.check}
      onNext={() => (checked ? session.go(1) : check())}
    >
      <p class="question-intro" lang={language.value} dir={directionOf(language.value)}>
        {words.question.intro}
      </p>
      <Choice
        id={`question-${id}`}
        label={text.question}
        labelHidden
        options={text.answers.map((answer) => ({ value: answer.id, label: answer.text }))}
        value={chosen}
        onChange={(value) => {
          session.change({ chosen: { ...session.draft.value.chosen, [id]: value } });
          missing.value = false;
        }}
        announced
        error={missing.value ? words.question.choose : undefined}
      />
      {checked && (
        <Notice kind="info" live="status" title={given.right ? words.question.right : words.question.notQuite}>
          {text.explain}
        </Notice>
      )}
    </Step>
  );
}
