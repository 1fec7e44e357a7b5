import { run } from './lib/entry.mjs';

run(() => import('./commands/corpus.mjs'));
