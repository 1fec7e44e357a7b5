import type { ComponentChildren } from 'preact';
import './DataTable.css';

export type Column<Item> = {
  head: string;
  render: (item: Item) => ComponentChildren;
  /** Short enough to stay in one line. */
  whole?: boolean;
};

type DataTableProps<Item> = {
  /** Says what the table holds; may be hidden from sight where a heading above says the same. */
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Item>[];
  items: readonly Item[];
  keyOf: (item: Item) => string;
};

/**
 * Rows of the same kind; the first column names the row. The roles are spelled out because browsers forget that it is
 * a table when the narrow layout shows it as blocks.
 */
export function DataTable<Item>({ caption, captionHidden, columns, items, keyOf }: DataTableProps<Item>) {
  return (
    <div class="data-table-frame">
      <table class="data-table" role="table">
        <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ head }) => (
              <th key={head} role="columnheader" scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {items.map((item) => (
            <tr key={keyOf(item)} role="row">
              {columns.map(({ head, render, whole }, place) =>
                place === 0 ? (
                  <th key={head} role="rowheader" scope="row">
                    {render(item)}
                  </th>
                ) : (
                  <td key={head} role="cell" class={whole ? 'data-table-whole' : undefined}>
                    <span class="data-table-head" aria-hidden="true">
                      {head}:{' '}
                    </span>
                    {render(item)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
