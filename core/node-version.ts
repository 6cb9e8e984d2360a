/** Stops with a clear message when the Node that runs us is older than 24: a failed optional install is silent. */
export function requireNode24(version = process.versions.node): void {
  const major = Number.parseInt(version, 10);
  if (major >= 24) return;
  throw new Error(
    `Playlake needs Node 24, this is ${version}. Run it through npm scripts (npm start, npm test): npm ci installs Node 24 beside them.`,
  );
}
