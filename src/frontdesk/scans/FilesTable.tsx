import type { ScanFile } from '../../contract/scansApi.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { dayAndTime, useNow } from '../../ui/moments.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { uiWords } from '../../ui/text.ts';
import { frontdeskWords } from '../text.ts';

/** What came in, and what became of it. */
export function FilesTable({ files }: { files: readonly ScanFile[] }) {
  const words = frontdeskWords().scans.files;
  const now = useNow();
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      items={files}
      keyOf={({ id }) => id}
      columns={[
        {
          head: words.name,
          render: ({ id, name }) => (
            <a class="row-link" href={`/scans/${id}`}>
              <bdi>{name}</bdi>
            </a>
          ),
        },
        {
          head: words.came,
          render: ({ addedAt, addedBy, source }) => (
            <>
              {addedBy === null ? dayAndTime(addedAt, now) : words.from(addedBy, dayAndTime(addedAt, now))}
              <span class="cell-more"> {words.sources[source]}</span>
            </>
          ),
        },
        { head: words.what, render: (file) => <FileState file={file} /> },
      ]}
    />
  );
}

export function FileState({ file }: { file: ScanFile }) {
  const words = frontdeskWords().scans;
  const { state, trouble, read, pages, counts } = file;
  if (state === 'refused') {
    return (
      <>
        <StateBadge shape="attention">{words.drop.refused}</StateBadge>
        <span class="cell-more"> {uiWords().problems[trouble ?? 'scan-unreadable']}</span>
      </>
    );
  }
  if (state === 'reading') return <StateBadge shape="half">{words.files.reading(read, pages)}</StateBadge>;
  return (
    <StateBadge shape={counts.inbox > 0 ? 'attention' : 'done'}>
      {words.files.counts(counts.matched + counts.confirmed, counts.inbox, counts.aside)}
    </StateBadge>
  );
}
