import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** Fields that belong together, two beside each other where there is room. */
export function FormSection({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="form-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="form-grid">{children}</div>
    </section>
  );
}
