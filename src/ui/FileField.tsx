import { FieldFrame, tied, type FieldCommon } from './FieldFrame.tsx';

type FileFieldProps = FieldCommon & {
  /** Kinds of files, as the `accept` attribute has them. */
  accept: string;
  /** Counts up where what was chosen is done with: the control is empty again. */
  used: number;
  onChange: (file: File | undefined) => void;
};

/** One file of this computer. */
export function FileField({ accept, used, onChange, ...common }: FileFieldProps) {
  return (
    <FieldFrame {...common}>
      <input
        key={used}
        class="control"
        id={common.id}
        name={common.id}
        type="file"
        accept={accept}
        onChange={(choice) => onChange(choice.currentTarget.files?.[0])}
        {...tied(common)}
      />
    </FieldFrame>
  );
}
