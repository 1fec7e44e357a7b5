import { useSignal } from '@preact/signals';
import type { SampleLogin } from '../../contract/staffApi.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Entry } from '../Entry.tsx';
import { frontdeskWords } from '../text.ts';
import { LoadSample } from './LoadSample.tsx';
import { NewPractice } from './NewPractice.tsx';
import { SampleLogins } from './SampleLogins.tsx';

type SetupPageProps = { codeNeeded: boolean; logins?: SampleLogin[] | undefined };

/** The first start: a practice of one's own, or a sample to look at. */
export function SetupPage({ codeNeeded, logins }: SetupPageProps) {
  const words = frontdeskWords().setup;
  const what = useSignal<'new' | 'sample' | ''>('');
  if (logins) return <SampleLogins logins={logins} />;
  return (
    <Entry wide>
      <Page title={words.title} lead={words.lead}>
        <Choice
          id="setup-what"
          label={words.what}
          value={what.value}
          onChange={(chosen) => {
            what.value = chosen;
          }}
          options={[
            { value: 'new', label: words.new, description: words.newHint },
            { value: 'sample', label: words.sample, description: words.sampleHint },
          ]}
        />
        {what.value === 'new' && <NewPractice codeNeeded={codeNeeded} />}
        {what.value === 'sample' && <LoadSample codeNeeded={codeNeeded} />}
      </Page>
    </Entry>
  );
}
