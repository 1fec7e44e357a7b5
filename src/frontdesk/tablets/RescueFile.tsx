import { useId, useState } from 'preact/hooks';
import type { Rescued } from '../../contract/rescueApi.ts';
import { fullName } from '../../domain/people.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Row } from '../../ui/Stack.tsx';
import { StateBadge, type BadgeShape } from '../../ui/StateBadge.tsx';
import { changes } from '../live.ts';
import { Panel } from '../Panel.tsx';
import { refusedText } from '../refusedText.ts';
import { frontdeskWords } from '../text.ts';
import { bringIn, readRescueFile, type BroughtIn } from './rescue.ts';

type State =
  | { at: 'start'; why?: 'not-one' | 'newer' | 'empty' }
  | { at: 'busy'; done: number; all: number }
  | ({ at: 'done'; all: number } & BroughtIn);

/** Brings in what waited on a tablet that can't hand it in itself. */
export function RescueFile() {
  const words = frontdeskWords().tablets;
  const [state, setState] = useState<State>({ at: 'start' });

  async function take(file: File | undefined): Promise<void> {
    if (!file || state.at === 'busy') return;
    const read = readRescueFile(await file.text());
    if (!read.ok) return setState({ at: 'start', why: read.why });
    const all = read.envelopes.length;
    setState({ at: 'busy', done: 0, all });
    const brought = await bringIn(read.envelopes, (done) => setState({ at: 'busy', done, all }));
    setState({ at: 'done', all, ...brought });
    changes.value++;
  }
  return (
    <Panel title={words.rescue}>
      <p>{words.rescueLead}</p>
      {state.at === 'start' && <Choose why={state.why} onFile={(file) => void take(file)} />}
      <p role="status">{state.at === 'busy' ? words.rescueBusy(state.done, state.all) : ''}</p>
      {state.at === 'done' && <Outcome {...state} onAgain={() => setState({ at: 'start' })} />}
    </Panel>
  );
}

type ChooseProps = { why: Extract<State, { at: 'start' }>['why']; onFile: (file: File | undefined) => void };

function Choose({ why, onFile }: ChooseProps) {
  const words = frontdeskWords().tablets;
  const id = useId();
  const [over, setOver] = useState(false);
  const mistakes = { 'not-one': words.rescueNotOne, newer: words.rescueNewer, empty: words.rescueEmpty };
  return (
    <>
      {why && (
        <Notice kind="danger" live="alert">
          {mistakes[why]}
        </Notice>
      )}
      <div
        class={over ? 'drop drop-over' : 'drop'}
        onDragOver={(dragging) => {
          dragging.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(dropping) => {
          dropping.preventDefault();
          setOver(false);
          onFile(dropping.dataTransfer?.files[0]);
        }}
      >
        <Row>
          <input
            class="visually-hidden drop-input"
            id={id}
            type="file"
            accept=".json,application/json"
            onChange={(choosing) => {
              onFile(choosing.currentTarget.files?.[0]);
              choosing.currentTarget.value = '';
            }}
          />
          <label class="button button-quiet drop-button" for={id}>
            {words.rescueChoose}
          </label>
          <span aria-hidden="true">{words.rescueDrop}</span>
        </Row>
      </div>
    </>
  );
}

const shapes: Record<Rescued['outcome'], BadgeShape> = { new: 'done', 'here-already': 'half', refused: 'attention' };

type OutcomeProps = BroughtIn & { all: number; onAgain: () => void };

function Outcome({ results, problem, onAgain }: OutcomeProps) {
  const words = frontdeskWords().tablets;
  const count = (wanted: Rescued['outcome']): number => results.filter(({ outcome }) => outcome === wanted).length;
  const told = [
    words.rescueNew(count('new')),
    words.rescueHere(count('here-already')),
    words.rescueRefused(count('refused')),
  ];
  return (
    <>
      {problem && (
        <Notice kind="danger" live="alert" title={problemText(problem)}>
          {words.rescueStopped}
        </Notice>
      )}
      <Notice live="status">
        <ul>
          {told.map((line) => (
            <li key={line}>{line}.</li>
          ))}
        </ul>
      </Notice>
      {results.length > 0 && (
        <DataTable
          caption={words.rescueResult}
          items={results.map((result, place) => ({ ...result, place }))}
          keyOf={({ place }) => String(place)}
          columns={[
            { head: words.rescueWho, render: ({ invitation }) => <Who invitation={invitation} /> },
            {
              head: words.rescueOutcome,
              render: ({ outcome, code }) => (
                <>
                  <StateBadge shape={shapes[outcome]}>{words.rescueOutcomes[outcome]}</StateBadge>
                  {code !== null && <p>{refusedText(code)}</p>}
                </>
              ),
            },
          ]}
        />
      )}
      <div>
        <Button kind="quiet" onClick={onAgain}>
          {words.rescueAgain}
        </Button>
      </div>
    </>
  );
}

function Who({ invitation }: Pick<Rescued, 'invitation'>) {
  if (!invitation) return <>{frontdeskWords().tablets.rescueNobody}</>;
  return (
    <a class="row-link" href={`/invitations/${invitation.id}`} dir="auto">
      {fullName(invitation.name)}
    </a>
  );
}
