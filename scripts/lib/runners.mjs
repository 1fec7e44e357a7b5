import { inRoot, packageFile } from './paths.mjs';
import { countPlaywright, countPlaywrightList, countVitest, countVitestList } from './reports.mjs';

/** The runners of `npm test`, in order: the part each belongs to, and the tool that it can't do without. */
export const runners = [
  vitest({ name: 'unit', part: 'unit', projects: ['unit', 'dom'] }),
  vitest({ name: 'browser', part: 'unit', projects: ['browser'], needs: 'COUNTERSIGN_CHROMIUM' }),
  playwright({ name: 'e2e', part: 'e2e', needs: 'COUNTERSIGN_CHROMIUM' }),
  vitest({ name: 'webkit', part: 'webkit', projects: ['webkit'], needs: 'COUNTERSIGN_WEBKIT' }),
  vitest({ name: 'firefox', part: 'firefox', projects: ['firefox'], needs: 'COUNTERSIGN_FIREFOX' }),
];

function vitest({ projects, ...runner }) {
  const report = reportOf(runner.name);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const program = packageFile('vitest', 'vitest.mjs');
  return {
    ...runner,
    report,
    run: { args: [program, 'run', ...chosen, '--passWithNoTests', ...reporters], count: countVitest },
    list: { args: [program, 'list', ...chosen, '--passWithNoTests', `--json=${report}`], count: countVitestList },
  };
}

/** Its reporters, and where they write to, are in playwright.config.ts. */
function playwright(runner) {
  const args = [packageFile('@playwright', 'test', 'cli.js'), 'test', '--pass-with-no-tests'];
  return {
    ...runner,
    report: reportOf(runner.name),
    run: { args, count: countPlaywright },
    list: { args: [...args, '--list'], count: countPlaywrightList },
  };
}

function reportOf(name) {
  return inRoot('.cache', 'reports', `${name}.json`);
}
