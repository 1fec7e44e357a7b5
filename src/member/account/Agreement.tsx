import type { MemberAgreement, MemberAnswer } from '../../contract/memberApi.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { language, languageName } from '../../ui/language.ts';
import { calendarDay } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { dayAt } from './days.ts';
import { documentPath, receiptPath, stopLetterPath } from './doors.ts';
import { Download } from './Download.tsx';
import { memberWords } from './text.ts';

/** Sealed on a screen, or the paper itself; a spoken yes has a record, and no form. */
const SIGNED = ['consent', 'paper-scan'];

type AgreementProps = { home: MemberAnswer; agreement: MemberAgreement };

/** What was agreed in the present language; in the language that was read, where the form has no other. */
export function textOf({ texts, language: signed }: MemberAgreement): { lang: string; title: string; lines: string[] } {
  const lang = texts[language.value] ? language.value : signed;
  return { lang, ...(texts[lang] ?? { title: '', lines: [] }) };
}

/** One agreement: four lines, its documents, and how to stop it. */
export function Agreement({ home, agreement }: AgreementProps) {
  const words = memberWords().home;
  const { practice } = home;
  const { invitation, signedAt, method, documents, documentsPending } = agreement;
  const { lang, title, lines } = textOf(agreement);
  const heading = `agreement-${invitation}`;
  return (
    <>
      {agreement.stop && <Stopped home={home} agreement={agreement} />}
      <section class="member-part" aria-labelledby={heading}>
        <h2 id={heading} lang={lang}>
          {title}
        </h2>
        <p>{words.how[method](dayAt(signedAt, practice.zone))}</p>
        <h3>{words.inShort}</h3>
        <ul class="member-lines" lang={lang}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {documents.map(({ id, kind }) => (
          <Download key={id} path={documentPath(id)} name="consent.pdf">
            {SIGNED.includes(kind) ? words.consent : words.another}
          </Download>
        ))}
        {documentsPending && <p role="status">{words.pending}</p>}
        {agreement.language !== language.value && <p>{words.otherLanguage(languageName(agreement.language))}</p>}
        <Download path={receiptPath(invitation)} name="summary.pdf">
          {words.receipt}
        </Download>
      </section>
      {!agreement.stop && (
        <section class="member-part" aria-labelledby={`${heading}-stop`}>
          <h2 id={`${heading}-stop`}>{words.stopTitle}</h2>
          <p>{words.stop(calendarDay(agreement.wouldEndOn))}</p>
          <div>
            <ButtonLink kind="quiet" href={`/member/stop/${invitation}`}>
              {words.stopButton}
            </ButtonLink>
          </div>
        </section>
      )}
    </>
  );
}

function Stopped({ home: { practice, byMail, actor }, agreement: { stop, invitation } }: AgreementProps) {
  const words = memberWords().home;
  if (!stop) return null;
  const last = calendarDay(stop.effectiveOn);
  return (
    <Notice title={words.stopped} live="status">
      <Stack gap={1}>
        <p>{(actor === null ? words.stoppedBy[stop.by] : words.askedOn)(dayAt(stop.askedAt, practice.zone))}</p>
        <p>
          <strong>{stop.ended ? words.ended(last) : words.ends(last)}</strong> {words.restStays}
        </p>
        <p>{byMail ? words.confirmed : words.confirmedOnPaper}</p>
        <Download path={stopLetterPath(invitation)} name="stop.pdf">
          {words.letter}
        </Download>
      </Stack>
    </Notice>
  );
}
