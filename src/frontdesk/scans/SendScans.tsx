import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { Row, Stack } from '../../ui/Stack.tsx';
import { StateBadge, type BadgeShape } from '../../ui/StateBadge.tsx';
import { uiWords } from '../../ui/text.ts';
import { Panel } from '../Panel.tsx';
import { frontdeskWords } from '../text.ts';
import { clearUploads, sendAgain, sendFiles, uploads, type Upload } from './uploads.ts';

/** Takes files: by choosing them, or by dropping them anywhere on this panel. */
export function SendScans({ folder }: { folder: boolean }) {
  const words = frontdeskWords().scans.drop;
  const [over, setOver] = useState(false);
  return (
    <Panel title={words.title}>
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
          sendFiles(dropping.dataTransfer?.files ?? []);
        }}
      >
        <Row>
          <input
            class="visually-hidden drop-input"
            id="scan-files"
            type="file"
            multiple
            aria-describedby="scan-files-hint"
            accept=".pdf,.tif,.tiff,.jpg,.jpeg,.png,application/pdf,image/tiff,image/jpeg,image/png"
            onChange={(choosing) => {
              sendFiles(choosing.currentTarget.files ?? []);
              choosing.currentTarget.value = '';
            }}
          />
          <label class="button button-primary drop-button" for="scan-files">
            {words.choose}
          </label>
          <span aria-hidden="true">{words.or}</span>
        </Row>
        <p id="scan-files-hint">{words.hint}</p>
        {folder && <p>{words.folder}</p>}
      </div>
      <Uploads />
    </Panel>
  );
}

function Uploads() {
  const words = frontdeskWords().scans.drop;
  if (uploads.value.length === 0) return null;
  const underWay = uploads.value.some(({ state }) => state.at === 'waiting' || state.at === 'sending');
  return (
    <Stack gap={1}>
      <div role="status">
        <ul class="uploads" aria-label={words.list}>
          {uploads.value.map((upload) => (
            <li key={upload.key}>
              <bdi>{upload.file.name}</bdi> <UploadState upload={upload} />
            </li>
          ))}
        </ul>
      </div>
      {!underWay && (
        <Row>
          <Button kind="plain" onClick={clearUploads}>
            {words.clear}
          </Button>
        </Row>
      )}
    </Stack>
  );
}

const shapes: Record<Upload['state']['at'], BadgeShape> = {
  waiting: 'open',
  sending: 'half',
  arrived: 'done',
  refused: 'attention',
};

function UploadState({ upload: { key, state } }: { upload: Upload }) {
  const words = frontdeskWords().scans.drop;
  const said = (): string => {
    if (state.at === 'sending') return words.sending(state.percent);
    if (state.at === 'arrived') return state.known ? words.known : words.arrived;
    return state.at === 'waiting' ? words.waiting : words.refused;
  };
  return (
    <>
      <StateBadge shape={shapes[state.at]}>{said()}</StateBadge>
      {state.at === 'refused' && (
        <>
          <p>{uiWords().problems[state.code]}</p>
          {state.code === 'no-network' && (
            <Button kind="quiet" onClick={() => sendAgain(key)}>
              {words.again}
            </Button>
          )}
        </>
      )}
    </>
  );
}
