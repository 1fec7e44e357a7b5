import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { frontdeskWords } from '../text.ts';
import { AskFirst } from './AskFirst.tsx';
import { isPersonFilled, type Household, type Person } from './household.ts';
import { calledBy, titleOf } from './naming.ts';

type PersonCardProps = {
  household: Household;
  person: Person;
  lead?: string;
  children: ComponentChildren;
};

/** One person of the household under their own heading. All but the patient can be removed again. */
export function PersonCard({ household, person, lead, children }: PersonCardProps) {
  const words = frontdeskWords().add;
  const id = useId();
  const name = calledBy(person);
  const removable = person.kind === 'caregiver' || person.isRelated;
  return (
    <section class="person" aria-labelledby={id}>
      <div class="person-head">
        <h2 id={id}>{titleOf(person)}</h2>
        {lead && <p class="field-hint">{lead}</p>}
      </div>
      {children}
      {removable && (
        <AskFirst
          question={isPersonFilled(person) ? words.removeAsk(name) : undefined}
          yes={words.removeYes}
          no={words.removeNo}
          onYes={() => household.remove(person, words.removed(name))}
        >
          {words.remove(name)}
        </AskFirst>
      )}
    </section>
  );
}

type PartProps = { title: string; hint?: string | false; children: ComponentChildren };

/** Fields of a person that belong together, two beside each other where there is room. */
export function PersonPart({ title, hint, children }: PartProps) {
  const id = useId();
  return (
    <div class="form-section" role="group" aria-labelledby={id}>
      <div>
        <h3 id={id}>{title}</h3>
        {hint && <p class="field-hint">{hint}</p>}
      </div>
      <div class="form-grid">{children}</div>
    </div>
  );
}
