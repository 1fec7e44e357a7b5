import type { ComponentChildren } from 'preact';
import './BackLink.css';

/** The way back to where this page came from: goes into `Page`'s `back`. */
export function BackLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a class="back-link" href={href}>
      {children}
    </a>
  );
}
