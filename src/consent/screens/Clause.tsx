import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { filledClause, type Language } from '../../domain/form.ts';
import { Button } from '../../ui/Button.tsx';
import { Tick } from '../../ui/Choice.tsx';
import { directionOf, language as uiLanguage } from '../../ui/language.ts';
import { shownKey } from '../draft.ts';
import { ownName, uiLanguageFor } from '../languages.ts';
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
  const flipped = draft.flipped[id];
  const language = flipped?.from === draft.language ? flipped.to : draft.language;
  const clause = form.clauses.find((one) => one.id === id);
  useEffect(() => {
    const { shown } = session.draft.peek();
    const key = shownKey(id, language);
    if (!(key in shown)) session.change({ shown: { ...shown, [key]: session.time() } });
  }, [session, id, language]);
  if (!clause) return null;

  const text = filledClause(clause, language, fills);
  const given = draft.acknowledgements.filter((one) => one.clause === id);
  const ticked = given.some((one) => one.language === language);
  const tick = (on: boolean): void => {
    const { acknowledgements, shown } = session.draft.value;
    const at = session.time();
    const shownAt = shown[shownKey(id, language)] ?? at;
    session.change({
      // Ticked again in another language, both stay; taken back, none does.
      acknowledgements: on
        ? [...acknowledgements, { clause: id, language, shownAt, acknowledgedAt: at }]
        : acknowledgements.filter((one) => one.clause !== id),
    });
    reminded.value = false;
  };
  return (
    <Step
      title={text.title}
      screen={id}
      lang={language}
      onBack={() => session.go(-1)}
      next={words.next}
      onNext={() => {
        if (given.length > 0) session.go(1);
        else reminded.value = true;
      }}
    >
      <p class="clause-summary">{text.summary}</p>
      <Flips
        languages={form.languages.filter((one) => one !== language)}
        onFlip={(to) => session.change({ flipped: { ...draft.flipped, [id]: { from: draft.language, to } } })}
      />
      <section class="clause-body" aria-label={words.clause.full}>
        {text.body.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
      {!ticked && given[0] && (
        <p role="status" lang={uiLanguage.value} dir={directionOf(uiLanguage.value)}>
          {words.clause.tickedIn(ownName(given[0].language))}
        </p>
      )}
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

/** A button for each other language, in that language, so that whoever needs it can read it. */
function Flips({ languages, onFlip }: { languages: Language[]; onFlip: (to: Language) => void }) {
  return (
    <div class="clause-flips">
      {languages.map((one) => (
        <Button key={one} kind="quiet" lang={one} dir={directionOf(one)} onClick={() => onFlip(one)}>
          {uiLanguageFor(one) === one.split('-')[0] ? consentWords(uiLanguageFor(one)).clause.readHere : ownName(one)}
        </Button>
      ))}
    </div>
  );
}
