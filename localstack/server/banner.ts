/** What a user is told at start. */
export type BannerFacts = { url: string; token: string; dir: string; demo: boolean; notes: readonly string[] };

/** The text printed when the server listens. */
export function banner({ url, token, dir, demo, notes }: BannerFacts): string {
  return [
    '',
    '  Playlake is running',
    '',
    `  dashboard   ${url}/?token=${token}`,
    `  events      POST ${url}/v1/events`,
    `  data        ${dir}`,
    ...(demo ? ['  studio      a simulated month is being played into the game demo, then live play goes on'] : []),
    ...notes.map(note => `  note        ${note}`),
    '',
    '  Try, in another terminal:',
    '',
    `    curl -s ${url}/api/games -H 'authorization: Bearer ${token}'`,
    `    npm run lake -- query "SELECT event_type, count(*) AS events FROM silver.events GROUP BY 1 ORDER BY 2 DESC"`,
    '    npm run lake -- --help',
    '',
    '  Ctrl-C stops it; nothing acknowledged is lost, however it ends.',
    '',
    '',
  ].join('\n');
}
