import { ensureDependencies } from '../lib/dependencies.mjs';
import { buildPage } from '../lib/page.mjs';

export default async function build() {
  await ensureDependencies();
  await buildPage();
  return 0;
}
