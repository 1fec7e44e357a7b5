import { useEffect, useState } from 'preact/hooks';
import type { ActivationAnswer } from '../../contract/memberApi.ts';
import type { Problem } from '../../ui/api.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { isUiLanguage, language } from '../../ui/language.ts';
import { Page } from '../../ui/Page.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Row } from '../../ui/Stack.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { ChoosePassword } from './ChoosePassword.tsx';
import { openActivation, type Key } from './doors.ts';
import { MemberFrame } from './MemberFrame.tsx';
import { memberWords } from './text.ts';
import { unbroken } from './phone.ts';
import { TypeCode } from './TypeCode.tsx';

type Opened = { key: Key; answer: ActivationAnswer };

/** The first sign-in: by the link in a mail, or by what stands on a slip. */
export function FirstSignIn() {
  const { first: words, again } = memberWords();
  const [address, setAddress] = useState(inAddress);
  const [opened, setOpened] = useState<Opened>();
  const [problem, setProblem] = useState<Problem>();

  /** Answers what went wrong, or nothing. */
  async function open(key: Key): Promise<Problem | undefined> {
    const answer = await openActivation(key);
    if (!answer.ok) return answer.problem;
    if (isUiLanguage(answer.value.language)) language.value = answer.value.language;
    setOpened({ key, answer: answer.value });
    return undefined;
  }
  const openLink = async (token: string): Promise<void> => {
    setProblem(undefined);
    setProblem(await open({ token }));
  };
  useEffect(() => {
    if (address.is === 'token') void openLink(address.token);
  }, [address]);
  useEffect(() => {
    // Another link opened in the same window is another account.
    const change = (): void => {
      setOpened(undefined);
      setAddress(inAddress());
    };
    window.addEventListener('hashchange', change);
    return () => window.removeEventListener('hashchange', change);
  }, []);

  if (opened?.answer.state === 'open') {
    return <ChoosePassword opening={opened.answer} activationKey={opened.key} onOver={() => open(opened.key)} />;
  }
  if (opened) return <Over answer={opened.answer} />;
  if (address.is === 'none') return <TypeCode open={open} />;
  const broken = address.is === 'broken' || problem?.code === 'link-unknown';
  return (
    <MemberFrame>
      {broken && (
        <Page title={words.brokenTitle} screen="broken">
          <p role="alert">{words.broken}</p>
        </Page>
      )}
      {!broken && problem && (
        <Page title={memberWords().noAnswer} screen="no-answer">
          <p role="alert">{problemText(problem)}</p>
          <div>
            <Button onClick={() => address.is === 'token' && void openLink(address.token)}>{again}</Button>
          </div>
        </Page>
      )}
      {!broken && !problem && <Waiting>{words.opening}</Waiting>}
    </MemberFrame>
  );
}

/** A code that opens nothing any more says kindly why, and what to do. */
function Over({ answer }: { answer: Extract<ActivationAnswer, { state: 'over' }> }) {
  const { first: words, call } = memberWords();
  const { title, text } = words.over[answer.why];
  return (
    <MemberFrame practice={answer.practice.name}>
      <Page title={title} screen={`over ${answer.why}`}>
        <p>{text}</p>
        <Row>
          <ButtonLink href="/member">{words.signIn}</ButtonLink>
          <ButtonLink kind="quiet" href="/member/forgot">
            {words.forgot}
          </ButtonLink>
        </Row>
        <p>{call(unbroken(answer.practice.phone))}</p>
      </Page>
    </MemberFrame>
  );
}

type InAddress = { is: 'none' } | { is: 'broken' } | { is: 'token'; token: string };

/** The token is in the part of the address that no server is sent. */
function inAddress(): InAddress {
  const token = /^#([\w-]{43})$/.exec(location.hash)?.[1];
  if (token !== undefined) return { is: 'token', token };
  return location.hash.length > 1 ? { is: 'broken' } : { is: 'none' };
}
