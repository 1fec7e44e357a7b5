import type { Session } from '../../contract/staffApi.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { languageName } from '../../ui/language.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Stack.tsx';
import { dayName } from '../contactTimes.ts';
import { frontdeskWords } from '../text.ts';
import { toEdit, type Edit, type EditField } from './edit.ts';
import { practitionerOptions } from './EditFields.tsx';
import { decide, type Editing } from './editing.ts';

type MeanwhileProps = { editing: Editing; session: Session };

/** What others did to the invitation while it was being edited, and what is to be decided about it. */
export function Meanwhile({ editing, session }: MeanwhileProps) {
  const words = frontdeskWords().invitation;
  const late = Object.entries(editing.tooLate.value) as [EditField, Edit[EditField]][];
  const shown = (field: EditField, value: Edit[EditField]): string => inWords(editing, session, field, value);
  return (
    <div class="stack gap-2">
      <div role="status">{editing.tookTheirs.value && <Notice>{words.takenOver}</Notice>}</div>
      {late.length > 0 && (
        <Notice kind="warning" live="alert" title={words.answeredMeanwhile}>
          <p>{words.answeredMeanwhileText}</p>
          <ul>
            {late.map(([field, value]) => (
              <li key={field}>
                {fieldName(field)}: <bdi>{shown(field, value)}</bdi>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {editing.clashes.value.length > 0 && (
        <Notice kind="danger" live="alert" title={words.clashTitle}>
          <p>{words.clashLead}</p>
          <Clashes editing={editing} shown={shown} />
        </Notice>
      )}
    </div>
  );
}

type ClashesProps = { editing: Editing; shown: (field: EditField, value: Edit[EditField]) => string };

function Clashes({ editing, shown }: ClashesProps) {
  const words = frontdeskWords().invitation;
  const theirs = toEdit(editing.stored.value);
  const mine = editing.form.values.value;
  return (
    <DataTable
      caption={words.clashChoose}
      captionHidden
      keyOf={(field) => field}
      items={editing.clashes.value}
      columns={[
        { head: words.clashField, render: fieldName },
        { head: words.clashTheirs, render: (field) => <bdi>{shown(field, theirs[field])}</bdi> },
        { head: words.clashMine, render: (field) => <bdi>{shown(field, mine[field])}</bdi> },
        {
          head: words.clashChoose,
          render: (field) => (
            <Row gap={1}>
              <Button kind="quiet" onClick={() => decide(editing, field, 'theirs')}>
                {words.takeTheirs(fieldName(field))}
              </Button>
              <Button kind="quiet" onClick={() => decide(editing, field, 'mine')}>
                {words.keepMine(fieldName(field))}
              </Button>
            </Row>
          ),
        },
      ]}
    />
  );
}

function fieldName(field: EditField): string {
  return frontdeskWords().invitation[field];
}

function inWords(editing: Editing, session: Session, field: EditField, value: Edit[EditField]): string {
  const words = frontdeskWords();
  if (typeof value !== 'string') return value.map(dayName).join(', ') || words.invitation.blank;
  if (field === 'sex') return words.sexes[value as Edit['sex']];
  if (field === 'method') return words.methods[value as Edit['method']];
  if (field === 'language') return languageName(value);
  if (field === 'practitioner')
    return practitionerOptions(editing, session).find((one) => one.value === value)?.label ?? value;
  return value || words.invitation.blank;
}
