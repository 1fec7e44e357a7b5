import { useState } from 'preact/hooks';
import { newId } from '../../contract/newId.ts';
import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import { LONGEST_FULL_NAME } from '../../contract/people.ts';
import type { ScanPage } from '../../contract/scansApi.ts';
import { readBirthDate } from '../../domain/birthDate.ts';
import {
  asksForNote,
  isInTheWay,
  PAPER_SIGNERS,
  pointsOf,
  signerSeen,
  type PaperPoint,
  type PaperSigner,
} from '../../domain/paperForm.ts';
import { fullName } from '../../domain/people.ts';
import { Choice } from '../../ui/Choice.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Field } from '../../ui/Field.tsx';
import { createForm } from '../../ui/form.ts';
import { calendarDay, today } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { bind } from '../bind.ts';
import type { Mistake } from '../mistake.ts';
import { SaveForm } from '../SaveForm.tsx';
import { confirmPaper } from '../scanDoors.ts';
import { frontdeskWords } from '../text.ts';
import { asOnPaper, standingIn } from './paperPages.ts';

type Values = { signer: PaperSigner; printedName: string; signedOn: string; note: string };

/** Staff say what stands on the paper, beside what is on record, and confirm it. */
export function ConfirmPaper({ invitation, pages }: { invitation: InvitationDetail; pages: readonly ScanPage[] }) {
  const { scans, invitation: words, notKnown } = frontdeskWords();
  const onPaper = pages.map(asOnPaper);
  // The same request, however often it is sent: two presses are one confirmation.
  const [id] = useState(newId);
  const [form] = useState(() =>
    createForm<Values, Mistake>({ signer: signerSeen(onPaper), printedName: '', signedOn: '', note: '' }, (values) =>
      mistakesIn(values),
    ),
  );
  const { signer } = form.values.value;
  const points = pointsOf(onPaper, signer);
  const asks = points.some(asksForNote);
  const bound = bind(form, 'paper');
  const fields = ['signer', 'printedName', 'signedOn', ...(asks ? (['note'] as const) : [])] as const;
  const isOpen = standingIn(invitation) === 'open';
  return (
    <Stack>
      <h3>{scans.confirm.title}</h3>
      <p>{scans.confirm.lead}</p>
      <Facts
        facts={[
          { name: scans.waiting.patient, value: fullName(invitation.name) },
          { name: words.birthDate, value: calendarDay(invitation.birthDate) },
          { name: words.recordNumber, value: invitation.recordNumber ?? notKnown },
          { name: words.practitioner, value: invitation.practitionerName },
        ]}
      />
      {points.length > 0 && (
        <Notice kind={points.some(isInTheWay) ? 'danger' : 'warning'} title={scans.confirm.points}>
          <ul>
            {points.map((point) => (
              <li key={JSON.stringify(point)}>{pointText(point)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {!points.some(isInTheWay) && (
        <SaveForm
          form={form}
          fields={fields}
          prefix="paper"
          label={isOpen ? scans.confirm.button : scans.confirm.buttonOver}
          busy={scans.confirm.busy}
          failed={scans.confirm.failed}
          save={(values) =>
            confirmPaper(invitation.id, {
              id,
              pages: pages.map((page) => page.id),
              signer: values.signer,
              printedName: values.printedName.trim(),
              signedOn: dateOf(values.signedOn) ?? '',
              note: asks ? values.note.trim() : '',
            })
          }
        >
          <Choice
            {...bound.choice('signer')}
            label={scans.confirm.signer}
            options={PAPER_SIGNERS.map((value) => ({ value, label: scans.confirm.signers[value] }))}
          />
          <Field {...bound.text('printedName')} dir="auto" label={scans.confirm.name} hint={scans.confirm.nameHint} />
          <DateField {...bound.choice('signedOn')} label={scans.confirm.signedOn} />
          {asks && (
            <TextArea {...bound.text('note')} label={scans.confirm.note} hint={scans.confirm.noteHint} rows={3} />
          )}
        </SaveForm>
      )}
      <p>{scans.confirm.notPaper}</p>
    </Stack>
  );
}

function mistakesIn({ printedName, signedOn, note }: Values): { [Name in keyof Values]?: Mistake } {
  const day = readBirthDate(signedOn, today());
  return {
    ...(printedName.trim() === '' ? { printedName: 'printed-name-missing' } : {}),
    ...(printedName.length > LONGEST_FULL_NAME ? { printedName: 'too-long' } : {}),
    ...(day.ok ? {} : { signedOn: day.problem === 'future' ? 'signed-on-future' : 'signed-on-unreadable' }),
    ...(note.trim() === '' ? { note: 'why-counts-missing' } : {}),
    ...(note.length > 1_000 ? { note: 'too-long' } : {}),
  };
}

/** A date as it is typed, whichever day of a life it is of. */
function dateOf(typed: string): string | undefined {
  const read = readBirthDate(typed, today());
  return read.ok ? read.date : undefined;
}

function pointText(point: PaperPoint): string {
  const { boxes, whoSigned, confirm } = frontdeskWords().scans;
  const words = confirm.point;
  switch (point.kind) {
    case 'missing':
    case 'no-signature-page':
      return words[point.kind](point.page);
    case 'empty':
      return words.empty(boxes[point.box], point.page);
    case 'unchecked':
      return words.unchecked(whoSigned[point.box], point.page);
    case 'other-form':
    case 'mixed':
      return words[point.kind];
  }
}
