// Written for any Node with modules, and importing nothing: an old one must get a sentence, not a syntax error.

/** Loads a command, runs it with the arguments given and ends with its exit code. */
export function run(load) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 14) {
    console.error('This Node is ' + process.version + '. Countersign needs 20 or newer: install it from nodejs.org.');
    process.exitCode = 1;
    return;
  }
  load()
    .then((command) => command.default(process.argv.slice(2)))
    .then((code) => {
      process.exitCode = code;
    })
    .catch((problem) => {
      // A Stop is a sentence for the person at the keyboard; anything else is a bug and shows where.
      console.error(problem && problem.name === 'Stop' ? problem.message : problem);
      process.exitCode = 1;
    });
}
