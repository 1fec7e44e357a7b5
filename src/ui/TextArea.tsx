import { FieldFrame, tied, type FieldCommon } from './FieldFrame.tsx';

type TextAreaProps = FieldCommon & {
  value: string;
  onInput: (value: string) => void;
  onBlur?: () => void;
  rows?: number;
  /** Of what is typed, where that is another than the page's. */
  lang?: string;
};

/** Free words, in any direction of writing. */
export function TextArea({ value, onInput, onBlur, rows = 4, lang, ...common }: TextAreaProps) {
  return (
    <FieldFrame {...common}>
      <textarea
        class="control"
        id={common.id}
        name={common.id}
        rows={rows}
        dir="auto"
        lang={lang}
        value={value}
        onInput={(typing) => onInput(typing.currentTarget.value)}
        onBlur={onBlur}
        {...tied(common)}
      />
    </FieldFrame>
  );
}
