import { useState } from 'preact/hooks';
import type { SampleLogin } from '../../contract/staffApi.ts';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Entry } from '../Entry.tsx';
import { logIn, setupDone } from '../session.ts';
import { frontdeskWords } from '../text.ts';

/** The people of the sample practice, shown once, each with a short way in. */
export function SampleLogins({ logins }: { logins: readonly SampleLogin[] }) {
  const words = frontdeskWords();
  const [entering, setEntering] = useState<string>();
  const [problem, setProblem] = useState<Problem>();

  async function enter({ login, password }: SampleLogin): Promise<void> {
    setEntering(login);
    setProblem(await logIn(login, password));
    setEntering(undefined);
  }

  return (
    <Entry wide>
      <Page key="logins" title={words.setup.loginsTitle} lead={words.setup.loginsLead}>
        {problem && (
          <Notice kind="danger" live="alert">
            {problemText(problem)}
          </Notice>
        )}
        <DataTable
          caption={words.setup.loginsCaption}
          captionHidden
          items={logins}
          keyOf={({ login }) => login}
          columns={[
            { head: words.setup.name, render: ({ name }) => <bdi>{name}</bdi> },
            { head: words.setup.role, render: ({ role }) => words.roles[role] },
            { head: words.setup.login, render: ({ login }) => <bdi>{login}</bdi>, whole: true },
            { head: words.setup.password, render: ({ password }) => <bdi>{password}</bdi>, whole: true },
            { head: words.setup.pinShort, render: ({ pin }) => <bdi>{pin}</bdi>, whole: true },
            {
              head: words.login.title,
              render: (person) => (
                <Button
                  kind="quiet"
                  aria-label={words.setup.logInAs(person.name)}
                  busy={entering === person.login && words.setup.loggingIn}
                  onClick={() => void enter(person)}
                >
                  {words.login.button}
                </Button>
              ),
            },
          ]}
        />
        <div>
          <Button kind="plain" onClick={() => setupDone([])}>
            {words.setup.toLogin}
          </Button>
        </div>
      </Page>
    </Entry>
  );
}
