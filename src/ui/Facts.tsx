import type { ComponentChildren } from 'preact';
import './Facts.css';

export type Fact = {
  name: string;
  value: ComponentChildren;
  /** Takes a line of its own, such as a note. */
  wide?: boolean;
};

/** Names and their values. What is not known is said as such by the caller: there is no empty value. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ name, value, wide }) => (
        <div key={name} class={wide ? 'facts-wide' : undefined}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
