import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { storageTrouble, type StorageTrouble } from '../local/storageTrouble.ts';
import { pairTablet, type PairResult } from '../local/pair.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Stack } from '../ui/Stack.tsx';
import { refusalText } from './refusalText.ts';
import { appVersion } from '../ui/appVersion.ts';
import { askToPersist } from './readiness.ts';
import { paired } from './start.ts';
import { kioskWords } from './text.ts';

type Problem = Extract<PairResult, { ok: false }> | { ok: false; problem: 'storage'; trouble: StorageTrouble };

/** Makes this tablet one of the practice's, by the code on the console. */
export function PairingScreen() {
  const words = kioskWords().pairing;
  const code = useSignal('');
  const name = useSignal('');
  const busy = useSignal(false);
  const problem = useSignal<Problem | 'name-missing' | undefined>(undefined);
  const persists = useSignal<boolean | undefined>(undefined);
  useEffect(() => {
    void askToPersist().then((granted) => (persists.value = granted));
  }, []);

  const pair = async (): Promise<void> => {
    if (busy.value) return;
    problem.value = name.value.trim() ? undefined : 'name-missing';
    if (problem.value) return;
    busy.value = true;
    const result = await pairTablet({
      code: code.value,
      name: name.value.trim(),
      app: appVersion,
      origin: location.origin,
      fetch: (input, init) => fetch(input, init),
    }).catch((error: unknown) => ({ ok: false as const, problem: 'storage' as const, trouble: storageTrouble(error) }));
    busy.value = false;
    if (result.ok) paired(result.identity);
    else problem.value = result;
  };
  const told = problem.value;
  return (
    <main class="kiosk-plain">
      <div class="kiosk-top">
        <Logo />
        <LanguageSwitch />
      </div>
      <Page title={words.title} lead={words.lead}>
        {persists.value === false && (
          <Notice kind="warning" title={words.notKept}>
            {words.notKeptWhy}
          </Notice>
        )}
        <form
          onSubmit={(submit) => {
            submit.preventDefault();
            void pair();
          }}
        >
          <Stack gap={3}>
            <Field
              id="code"
              label={words.code}
              hint={words.codeHint}
              short
              autoCapitalize="characters"
              value={code.value}
              onInput={(value) => (code.value = value)}
              error={typeof told === 'object' && told.problem === 'code-unreadable' ? words.codeUnreadable : undefined}
            />
            <Field
              id="tablet-name"
              label={words.name}
              hint={words.nameHint}
              value={name.value}
              onInput={(value) => (name.value = value.slice(0, 60))}
              error={told === 'name-missing' ? words.nameMissing : undefined}
            />
            {typeof told === 'object' && told.problem !== 'code-unreadable' && (
              <Notice kind="danger" live="alert">
                {sentence(told)}
              </Notice>
            )}
            <div>
              <Button type="submit" busy={busy.value && words.pairing}>
                {words.pair}
              </Button>
            </div>
          </Stack>
        </form>
      </Page>
    </main>
  );
}

function sentence(problem: Problem): string {
  if (problem.problem === 'storage') return kioskWords().trouble[problem.trouble];
  const words = kioskWords().pairing;
  if (problem.problem === 'keys-do-not-survive') return words.keysDoNotSurvive;
  return refusalText(problem.code);
}
