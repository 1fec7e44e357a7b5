import { fullName } from '../../domain/people.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { frontdeskWords } from '../text.ts';
import type { Household } from './household.ts';
import type { Done } from './send.ts';
import type { Steps } from './steps.ts';

type DoneStepProps = { household: Household; steps: Steps; onDone?: (() => void) | undefined };

/** What happens next for each member, in the words of the method that was chosen. */
export function DoneStep({ household, steps, onDone }: DoneStepProps) {
  const words = frontdeskWords().add;
  const done = household.done.value;
  if (!done) return null;
  const { sent, differs } = done;
  const forPaper = household.host.formsToPrint && sent.members.some(({ method }) => method === 'paper');
  return (
    <Page title={words.doneTitle} lead={sent.at === 'tablet' && words.doneOnTablet}>
      {differs && <Notice kind="warning">{words.doneDiffers}</Notice>}
      <ul class="people">
        {sent.members.map((member) => (
          <li key={member.invitation}>
            <Next household={household} done={done} member={member} />
          </li>
        ))}
      </ul>
      <div class="form-buttons">
        <PrintForms household={household} done={done} />
        {steps.addressOf ? (
          <ButtonLink kind={forPaper ? 'quiet' : 'primary'} href={steps.addressOf('people')}>
            {words.doneAnother}
          </ButtonLink>
        ) : (
          <Button kind={onDone ? 'quiet' : 'primary'} onClick={() => steps.go('people')}>
            {words.doneAnother}
          </Button>
        )}
        {onDone && <Button onClick={onDone}>{words.doneLeave}</Button>}
      </div>
    </Page>
  );
}

type PrintFormsProps = { household: Household; done: Done };

/** What the members on paper need next: their forms, all in one file. */
function PrintForms({ household, done }: PrintFormsProps) {
  const { formsToPrint } = household.host;
  const onPaper = done.sent.members.filter(({ method }) => method === 'paper').map(({ invitation }) => invitation);
  if (!formsToPrint || onPaper.length === 0) return null;
  return (
    <ButtonLink href={formsToPrint(onPaper)} newTab>
      {frontdeskWords().add.donePrint(onPaper.length === 1)}
    </ButtonLink>
  );
}

type NextProps = { household: Household; done: Done; member: Done['sent']['members'][number] };

function Next({ household, done, member }: NextProps) {
  const words = frontdeskWords();
  const { linkTo } = household.host;
  const name = fullName(member.name);
  const here = done.sent.at === 'tablet';
  const confirmed = done.confirmed.get(member.invitation);
  return (
    <Stack gap={1}>
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <p>
        <b>{words.methods[member.method]}.</b>{' '}
        {here && member.method === 'tablet' ? words.add.doneHere : words.add.doneNext[member.method]}
      </p>
      {member.email === null && (
        <div class="done-username">
          <p>{member.username === null ? words.add.usernameLater : words.add.doneUsername}</p>
          {member.username !== null && <p class="username">{member.username}</p>}
        </div>
      )}
      {confirmed !== undefined && member.username !== null && confirmed !== member.username && (
        <Notice kind="warning">{words.add.doneUsernameChanged(confirmed)}</Notice>
      )}
      {linkTo && (
        <p>
          <a href={linkTo(member.invitation)}>{words.add.doneSee(name)}</a>
        </p>
      )}
    </Stack>
  );
}
