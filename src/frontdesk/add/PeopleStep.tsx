import { useLayoutEffect } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary, type FieldError } from '../../ui/ErrorSummary.tsx';
import { Page } from '../../ui/Page.tsx';
import { bind } from '../bind.ts';
import { frontdeskWords } from '../text.ts';
import { CaregiverCard } from './CaregiverCard.tsx';
import { ADD_CAREGIVER, ADD_PATIENT, MOST_OF_A_KIND, prefixOf, type Household, type Person } from './household.ts';
import { MemberCard } from './MemberCard.tsx';
import { calledBy } from './naming.ts';
import { ClearForm, Restored } from './Restored.tsx';
import { StepProblem } from './StepProblem.tsx';
import { caregiverFields, memberFields } from './values.ts';

/** The first screen: who is invited, and who comes with them. */
export function PeopleStep({ household, onNext }: { household: Household; onNext: () => void }) {
  const words = frontdeskWords().add;
  const { members, caregivers, attempt, focus, news, unfinished, restored } = household;
  const toFocus = focus.value;
  useLayoutEffect(() => {
    if (toFocus === undefined) return;
    document.getElementById(toFocus)?.focus();
    focus.value = undefined;
  }, [toFocus]);
  return (
    <Page title={words.title} lead={words.lead}>
      <Restored household={household} />
      <ErrorSummary errors={attempt.value > 0 ? mistakesOf(household) : []} attempt={attempt.value} />
      <StepProblem household={household} />
      <form
        class="form household"
        noValidate
        onSubmit={(sending) => {
          sending.preventDefault();
          if (household.submitPeople()) onNext();
        }}
      >
        {members.value.map((member) => (
          <MemberCard key={member.key} household={household} member={member} />
        ))}
        {caregivers.value.map((caregiver) => (
          <CaregiverCard key={caregiver.key} household={household} caregiver={caregiver} />
        ))}
        <AddPeople household={household} />
        <p class="visually-hidden" role="status">
          {news.value}
        </p>
        <div class="form-buttons">
          <Button type="submit">{words.next}</Button>
          {unfinished.value && restored.value === undefined && <ClearForm household={household} />}
        </div>
      </form>
    </Page>
  );
}

function AddPeople({ household }: { household: Household }) {
  const words = frontdeskWords().add;
  const full = household.members.value.length >= MOST_OF_A_KIND;
  const fullOfCaregivers = household.caregivers.value.length >= MOST_OF_A_KIND;
  return (
    <section class="add-people" aria-labelledby="add-people-title">
      <div>
        <h2 id="add-people-title">{words.together}</h2>
        <p class="field-hint">{full || fullOfCaregivers ? words.mostReached : words.togetherHint}</p>
      </div>
      <div class="form-buttons">
        <Button kind="quiet" id={ADD_PATIENT} disabled={full} onClick={household.addRelated}>
          {words.addPatient}
        </Button>
        <Button kind="quiet" id={ADD_CAREGIVER} disabled={fullOfCaregivers} onClick={household.addCaregiver}>
          {words.addCaregiver}
        </Button>
      </div>
    </section>
  );
}

/** All mistakes in the order of the page, each with the person it belongs to where there are several. */
function mistakesOf(household: Household): FieldError[] {
  const people = household.people.value;
  return people.flatMap((person) =>
    errorsOf(person).map(({ id, text }) => ({
      id,
      text: people.length > 1 ? `${calledBy(person)}: ${text}` : text,
    })),
  );
}

function errorsOf(person: Person): FieldError[] {
  return person.kind === 'member'
    ? bind(person.form, prefixOf(person)).summary(memberFields).errors
    : bind(person.form, prefixOf(person)).summary(caregiverFields).errors;
}
