import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { filledClause } from '../../domain/form.ts';
import { Tick } from '../../ui/Choice.tsx';
import { Step } from '../Step.tsx';
import type { ConsentSession } from '../session.ts';
import { consentWords } from '../text.ts';
import './Clause.css';

/** One part of the form: in short, in full, and the sentence that is ticked. Keeps which language was on screen. */
export function Clause({ session, id }: { session: ConsentSession; id: string }) {
  const words = consentWords();
  const reminded = useSignal(false);
  const { form, fills } = session.matter;
  const draft = session.draft.value;
  const clause = form.clauses.find((one) => one.id === id);
  useEffect(() => {
    const { shown } = session.draft.peek();
    if (!(id in shown)) session.change({ shown: { ...shown, [id]: session.time() } });
  }, [session, id]);
  if (!clause) return null;

  const text = filledClause(clause, draft.language, fills);
  const ticked = draft.acknowledgements.some((one) => one.clause === id);
  const tick = (on: boolean): void => {
    const others = session.draft.value.acknowledgements.filter((one) => one.clause !== id);
    const at = session.time();
    const shownAt = session.draft.value.shown[id] ?? at;
    session.change({
      acknowledgements: on
        ? [...others, { clause: id, language: draft.language, shownAt, acknowledgedAt: at }]
        : others,
    });
    reminded.value = false;
  };
  return (
    <Step
      title={text.title}
      screen={id}
      lang={draft.language}
      onBack={() => session.go(-1)}
      next={words.next}
      onNext={() => {
        if (ticked) session.go(1);
        else reminded.value = true;
      }}
    >
      <p class="clause-summary">{text.summary}</p>
      <section class="clause-body" aria-label={words.clause.full}>
        {text.body.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
      <Tick
        id={`tick-${id}`}
        checked={ticked}
        onChange={tick}
        error={reminded.value ? words.clause.tickFirst : undefined}
      >
        {text.acknowledge}
      </Tick>
    </Step>
  );
}
