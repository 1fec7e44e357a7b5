import { fullName } from '../../domain/people.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { frontdeskWords } from '../text.ts';
import { fieldId, type Household } from './household.ts';
import { withoutEmail, type Outlook } from './lookUp.ts';
import { calledBy } from './naming.ts';
import type { Steps } from './steps.ts';
import { nameOf } from './values.ts';

type UsernamesProps = { household: Household; outlook: Outlook; steps: Steps; onAgain: () => void };

/** Everybody without an e-mail address, with the username that will be made for them. */
export function Usernames({ household, outlook: { usernames }, steps, onAgain }: UsernamesProps) {
  const words = frontdeskWords().add;
  const members = withoutEmail(household);
  if (!usernames.ok) {
    return (
      <Notice kind="danger" live="alert" title={words.usernameUnknown}>
        <p>{problemText(usernames.problem)}</p>
        <div>
          <Button kind="quiet" onClick={onAgain}>
            {frontdeskWords().tryAgain}
          </Button>
        </div>
      </Notice>
    );
  }
  return (
    <>
      <p>{usernames.value === 'later' ? words.usernameLater : words.usernameLead(members.length)}</p>
      <ul class="people">
        {members.map((member) => (
          <li key={member.key}>
            <p>
              <b>
                <bdi>{fullName(nameOf(member.form.values.value))}</bdi>
              </b>
            </p>
            {usernames.value !== 'later' && <p class="username">{usernames.value.get(member.key)}</p>}
            <Button
              kind="plain"
              onClick={() => {
                household.focus.value = fieldId(member, 'email');
                steps.go('people');
              }}
            >
              {words.usernameAddEmail(calledBy(member))}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
