import { METHODS } from '../../domain/invitation.ts';
import { Choice } from '../../ui/Choice.tsx';
import { bind } from '../bind.ts';
import { frontdeskWords } from '../text.ts';
import { filledIn, prefixOf, type Household, type Member } from './household.ts';

/** How this person signs. In App goes by e-mail: it can't be chosen before there is an address, and says so. */
export function SignForms({ household, member }: { household: Household; member: Member }) {
  const words = frontdeskWords();
  const { choice } = bind(member.form, prefixOf(member));
  const { email, method } = filledIn(household, member);
  return (
    <Choice
      {...choice('method')}
      value={method}
      label={words.add.signForms}
      options={METHODS.map((one) => ({
        value: one,
        label: words.methods[one],
        description: words.add.methodHints[one],
        unavailable: one === 'app' && !email.trim() ? words.add.appNeedsEmail : undefined,
      }))}
    />
  );
}
