import './Waiting.css';

/** A sentence that says what is being waited for. */
export function Waiting({ children }: { children: string }) {
  return (
    <p class="waiting" role="status">
      {children}
    </p>
  );
}
