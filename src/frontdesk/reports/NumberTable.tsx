import type { ComponentChildren } from 'preact';

export type NumberColumn<Item> = {
  head: string;
  render: (item: Item) => ComponentChildren;
  /** Numbers stand below each other, at the end of their column. */
  number?: boolean;
  /** Short enough to stay in one line. */
  whole?: boolean;
};

type NumberTableProps<Item> = {
  caption: string;
  columns: readonly NumberColumn<Item>[];
  items: readonly Item[];
  keyOf: (item: Item) => string;
};

/** The numbers of a drawing, close together; the first column names the row. */
export function NumberTable<Item>({ caption, columns, items, keyOf }: NumberTableProps<Item>) {
  const place = ({ number, whole }: NumberColumn<Item>): string | undefined =>
    (number && 'number-cell') || (whole && 'number-whole') || undefined;
  return (
    <table class="number-table">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.head} scope="col" class={place(column)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={keyOf(item)}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.head} scope="row" class={place(column)}>
                  {column.render(item)}
                </th>
              ) : (
                <td key={column.head} class={place(column)}>
                  {column.render(item)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
