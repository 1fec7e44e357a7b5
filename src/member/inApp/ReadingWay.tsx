import { useEffect, useMemo } from 'preact/hooks';
import { ConsentFlow } from '../../consent/ConsentFlow.tsx';
import { sealAnswer } from '../../consent/sealAnswer.ts';
import { startConsent } from '../../consent/session.ts';
import { greetingName } from '../../domain/people.ts';
import { forgetMatter } from './start.ts';
import { inApp, type Reading } from './state.ts';

/** The same way through the form as on the practice's iPad. */
export function ReadingWay({ reading }: { reading: Reading }) {
  const { sealer, matter, answered, draft, save } = reading;
  const session = useMemo(
    () =>
      startConsent({
        form: answered.form,
        fills: answered.fills,
        greeting: greetingName(matter.invitation.name),
        birthDate: matter.invitation.birthDate,
        representatives: matter.invitation.representatives ?? [],
        place: 'own-device',
        draft,
        now: Date.now,
        save,
        async finish(now, answer) {
          if (answer.kind === 'withdrawal') throw new Error('nothing was answered yet');
          await sealAnswer(sealer, answered, now, answer);
          const begun = await forgetMatter();
          sealer.database.close();
          if (begun) inApp.value = { is: 'answered', answered: { kind: answer.kind, envelope: now.envelope, begun } };
        },
      }),
    [reading],
  );
  useEffect(() => () => sealer.database.close(), [sealer]);
  return <ConsentFlow session={session} />;
}
