/** Keeps notes that parts of Node are experimental off the screen: they tell a user nothing to act on. Other warnings stay. */
export function hideExperimentalWarnings(): void {
  process.removeAllListeners('warning');
  process.on('warning', warning => {
    if (warning.name !== 'ExperimentalWarning') process.stderr.write(`${warning.name}: ${warning.message}\n`);
  });
}
