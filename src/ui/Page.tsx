import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { uiWords } from './text.ts';
import './Page.css';

type PageProps = {
  title: string;
  /** What is said below the heading. */
  lead?: ComponentChildren;
  /** A `BackLink` to where this came from: stands before the heading. */
  back?: ComponentChildren;
  /** Buttons that belong to the page as a whole. */
  actions?: ComponentChildren;
  /** Changes where one `Page` shows the next screen: the heading takes the focus again. */
  screen?: string;
  children?: ComponentChildren;
};

let firstPage = true;

/** A screen with its heading, which takes the focus on arrival so that a screen reader starts there. */
export function Page({ title, lead, back, actions, screen, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // In the same moment as the drawing: a later focus would take the keys from whoever types already.
  useLayoutEffect(() => {
    // A page that was just opened is read from its start: the browser does that by itself.
    if (!firstPage) heading.current?.focus();
    firstPage = false;
  }, [screen]);
  const documentTitle = uiWords().documentTitle(title);
  useEffect(() => {
    document.title = documentTitle;
  }, [documentTitle]);
  return (
    <div class="page">
      <div class="page-head">
        <div class="page-titles">
          {back}
          <h1 tabIndex={-1} ref={heading} dir="auto">
            {title}
          </h1>
          {lead && <p class="page-lead">{lead}</p>}
        </div>
        {actions && <div class="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
