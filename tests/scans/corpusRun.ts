import { aStock, corpus, nothing, sum, tallied, type Tally } from './corpus.ts';

/** Reads the whole corpus and says how much of it found its patient. `npm run corpus -- [files] [seed]` */

const [files = '240', seed = '2026'] = process.argv.slice(2);
const stock = await aStock(5);
const known = new Set(stock.forms.flat().map(({ truth }) => truth?.invitation ?? ''));
const byRecipe = new Map<string, Tally>();
let clean = nothing;
for await (const file of corpus(stock, Number(files), Number(seed))) {
  const tally = await tallied(file, known);
  byRecipe.set(file.recipe, sum(byRecipe.get(file.recipe) ?? nothing, tally));
  if (file.clean) clean = sum(clean, tally);
}

const share = ({ ours, right }: Tally): string => (ours === 0 ? '–' : `${((100 * right) / ours).toFixed(1)} %`);
const line = (name: string, tally: Tally): string =>
  [
    name.padEnd(48),
    String(tally.files).padStart(5),
    String(tally.pages).padStart(6),
    String(tally.right).padStart(6),
    share(tally).padStart(8),
    String(tally.wrong).padStart(6),
    `${tally.signed}/${tally.inked}`.padStart(9),
  ].join(' ');
console.log(`${''.padEnd(48)} files  pages  right    share  wrong signature`);
for (const [recipe, tally] of byRecipe) console.log(line(recipe, tally));
const whole = [...byRecipe.values()].reduce(sum, nothing);
console.log(line('clean ones', clean));
console.log(line('all', whole));
if (whole.wrong > 0) process.exitCode = 1;
