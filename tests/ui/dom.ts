/** For tests that draw components: matchers that speak of pages, and a clean page for each test. */
import '@testing-library/jest-dom/vitest';
import { act, cleanup } from '@testing-library/preact';
import { afterEach } from 'vitest';

// In `act`, because Preact 11 runs the cleanups of effects after the next paint: that may be after the test's page is gone.
afterEach(() => act(cleanup));
