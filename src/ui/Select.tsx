import { FieldFrame, tied, type FieldCommon } from './FieldFrame.tsx';

export type Option<Value extends string = string> = { value: Value; label: string };

type SelectProps<Value extends string> = FieldCommon & {
  value: Value;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
  onBlur?: () => void;
  short?: boolean;
};

/** One of many. For up to five, `Choice` shows them all at once and is easier. */
export function Select<Value extends string>({
  value,
  options,
  onChange,
  onBlur,
  short,
  ...common
}: SelectProps<Value>) {
  return (
    <FieldFrame {...common}>
      <select
        class={short ? 'control control-short' : 'control'}
        id={common.id}
        name={common.id}
        value={value}
        onChange={(choosing) => onChange(choosing.currentTarget.value as Value)}
        onBlur={onBlur}
        {...tied(common)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
