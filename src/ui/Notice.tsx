import type { ComponentChildren } from 'preact';
import './Notice.css';

type NoticeProps = {
  kind?: 'info' | 'warning' | 'danger';
  title?: string;
  /** Read out when it appears: at once (`alert`), when there is a pause (`status`), or not at all for what was there from the start. */
  live?: 'status' | 'alert';
  children?: ComponentChildren;
};

/** Something a person should know, with what to do about it. */
export function Notice({ kind = 'info', title, live, children }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`} role={live}>
      {title && <p class="notice-title">{title}</p>}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}
