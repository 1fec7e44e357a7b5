import { INVITATION_STATES, isUnfinished, METHODS } from '../../domain/invitation.ts';
import { Field } from '../../ui/Field.tsx';
import { Select, type Option } from '../../ui/Select.tsx';
import { frontdeskWords } from '../text.ts';
import type { useListView } from './useListView.ts';
import './ListControls.css';

/** Search and filters of the list. */
export function ListControls({ list }: { list: ReturnType<typeof useListView> }) {
  const words = frontdeskWords().invitations;
  const { view, typed, type, filter } = list;
  return (
    <search class="list-controls" aria-label={words.find}>
      <Field
        id="find-q"
        label={words.search}
        hint={words.searchHint}
        type="search"
        dir="auto"
        value={typed}
        onInput={type}
      />
      <Select
        id="find-state"
        label={words.state}
        value={view.states.join()}
        options={stateOptions(view.states)}
        onChange={(value) => filter({ states: INVITATION_STATES.filter((one) => value.split(',').includes(one)) })}
      />
      <Select
        id="find-method"
        label={words.method}
        value={view.methods.join()}
        options={methodOptions(view.methods)}
        onChange={(value) => filter({ methods: METHODS.filter((one) => value.split(',').includes(one)) })}
      />
    </search>
  );
}

/** The present choice is among them whatever it is: a shared address may name several. */
function withPresent(options: Option[], present: readonly string[], labelOf: (one: string) => string): Option[] {
  const value = present.join();
  if (options.some((one) => one.value === value)) return options;
  return [...options, { value, label: present.map(labelOf).reduce(frontdeskWords().invitations.and) }];
}

function stateOptions(present: readonly string[]): Option[] {
  const { states, invitations: words } = frontdeskWords();
  const options = [
    { value: '', label: words.anyState },
    { value: INVITATION_STATES.filter(isUnfinished).join(), label: words.stillOpen },
    ...INVITATION_STATES.map((state) => ({ value: state, label: states[state] })),
  ];
  return withPresent(options, present, (one) => states[one as keyof typeof states]);
}

function methodOptions(present: readonly string[]): Option[] {
  const { methods, invitations: words } = frontdeskWords();
  const options = [
    { value: '', label: words.anyMethod },
    ...METHODS.map((method) => ({ value: method, label: methods[method] })),
  ];
  return withPresent(options, present, (one) => methods[one as keyof typeof methods]);
}
