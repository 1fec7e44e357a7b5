import { useRef, useState } from 'preact/hooks';
import { newId } from '../../contract/newId.ts';
import type { PractitionerRow } from '../../contract/adminApi.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Page } from '../../ui/Page.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { addPractitioner, changePractitioner, practitioners } from '../adminDoors.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import { Panel } from '../Panel.tsx';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { PractitionerActions } from './PractitionerActions.tsx';
import { PractitionerName } from './PractitionerName.tsx';

/** The billing practitioners that a consent may name. */
export function PractitionersPage() {
  const words = frontdeskWords().admin.practitioners;
  const { value, problem } = useLive('practitioners', practitioners);
  const [renaming, setRenaming] = useState<string>();
  // Made with the form, not with the sending: a second try can't add somebody twice.
  const nextId = useRef(newId());
  async function add(name: string) {
    const answer = await addPractitioner(nextId.current, name);
    if (answer.ok) nextId.current = newId();
    return answer;
  }
  const renamed = value?.practitioners.find(({ id }) => id === renaming);
  return (
    <Page title={words.title} lead={words.lead}>
      <LiveProblem problem={problem} empty={!value} />
      {value && value.practitioners.length > 0 && <Table all={value.practitioners} onRename={setRenaming} />}
      {renamed && (
        <Panel title={words.renameOf(renamed.name)}>
          <PractitionerName
            key={renamed.id}
            name={renamed.name}
            focused
            save={(name) => changePractitioner(renamed.id, { name, active: renamed.active })}
            onClose={() => setRenaming(undefined)}
          />
        </Panel>
      )}
      <Panel title={words.add}>
        <PractitionerName name="" save={add} />
      </Panel>
      <p>{words.hint}</p>
    </Page>
  );
}

function Table({ all, onRename }: { all: PractitionerRow[]; onRename: (id: string) => void }) {
  const words = frontdeskWords().admin.practitioners;
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      items={all.toSorted((one, other) => Number(other.active) - Number(one.active))}
      keyOf={({ id }) => id}
      columns={[
        { head: words.name, render: ({ name }) => <bdi>{name}</bdi> },
        {
          head: words.state,
          render: ({ active }) => (
            <StateBadge shape={active ? 'done' : 'over'}>{active ? words.active : words.inactive}</StateBadge>
          ),
        },
        { head: words.change, render: (row) => <PractitionerActions practitioner={row} onRename={onRename} /> },
      ]}
    />
  );
}
