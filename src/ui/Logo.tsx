import './Logo.css';

/** The drawing of `public/icons/icon.svg`, in the colours of the page: a signature that ends as a check. */
export function Logo() {
  return (
    <span class="logo">
      <svg
        viewBox="0 0 512 512"
        aria-hidden="true"
        fill="none"
        stroke="var(--on-accent)"
        stroke-linecap="round"
        stroke-linejoin="round"
      >
        <rect width="512" height="512" rx="112" fill="currentColor" stroke="none" />
        <path
          d="M92 290C176 280 240 184 212 132 190 94 128 134 140 222 149 284 190 338 216 338 246 338 322 206 420 104"
          stroke-width="40"
        />
        <path d="M96 412H416" stroke-width="28" />
      </svg>
      Countersign
    </span>
  );
}
