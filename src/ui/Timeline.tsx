import './Timeline.css';

export type TimelineItem = {
  id: string;
  /** ISO time, and the same for people. */
  at: string;
  when: string;
  what: string;
  detail?: string | undefined;
  /** Somebody should look at this. */
  attention?: boolean;
};

/** What happened, in the order in which it did. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol class="timeline">
      {items.map(({ id, at, when, what, detail, attention }) => (
        <li key={id} class={attention ? 'timeline-attention' : undefined}>
          <p>
            <bdi>{what}</bdi>
          </p>
          {detail && (
            <p class="timeline-detail">
              <bdi>{detail}</bdi>
            </p>
          )}
          <time dateTime={at}>{when}</time>
        </li>
      ))}
    </ol>
  );
}
