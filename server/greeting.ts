import type { SampleLogin } from '../src/contract/staffApi.ts';

/** What the server says in its window when it starts. */
export function greeting(now: {
  url: string;
  data: string;
  database: string;
  first: boolean;
  setupCode: string;
  reachable: boolean;
}): string {
  const lines = [
    '',
    `Countersign is running at ${now.url}`,
    `Data: ${now.data} (${now.database === 'sqlite' ? 'SQLite' : 'keys here, database in PostgreSQL'})`,
  ];
  if (now.first) {
    lines.push(
      `First start: open ${now.url}/setup to make your practice or to load a sample.`,
      `Set-up code, asked for from another machine: ${now.setupCode}`,
    );
  }
  if (!now.reachable)
    lines.push('Only this machine can reach it. For iPads set a TLS certificate: see "Set up an iPad" in README.md.');
  return lines.concat('').join('\n');
}

export function sampleNotice(logins: SampleLogin[] | undefined): string {
  if (!logins)
    return 'The data folder has a practice already; the sample was not loaded. To see the sample, use another folder: COUNTERSIGN_DATA=./sample-data npm start -- --sample\n';
  const rows = logins.map(
    (one) => `  ${one.login.padEnd(8)} ${one.password.padEnd(18)} PIN ${one.pin}   ${one.name}, ${one.role}`,
  );
  return ['Sample practice (nobody in it is real). Log in with:', ...rows, ''].join('\n');
}
