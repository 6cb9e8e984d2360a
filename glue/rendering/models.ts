import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Renders every model directory into one module, so that a bundled handler needs no file beside it. */
export function renderModels(root: string): string {
  const models = ['silver', 'gold'].flatMap(zone =>
    readdirSync(join(root, zone))
      .sort()
      .map(name => readModel(join(root, zone, name))),
  );
  return `${TYPES}\nexport const models: readonly Model[] = ${JSON.stringify(models, null, 2)};\n`;
}

function readModel(folder: string) {
  const checks = join(folder, 'checks.sql');
  return {
    ...parse(readFileSync(join(folder, 'model.yaml'), 'utf8')),
    sql: readFileSync(join(folder, 'model.sql'), 'utf8'),
    checks: existsSync(checks) ? readChecks(readFileSync(checks, 'utf8'), checks) : [],
  };
}

/** A checks file is a list of statements, each under a comment `-- fail: <sentence>` or `-- warn: <sentence>`; rows found break it. */
export function readChecks(text: string, file: string) {
  const parts = text.split(/^-- (fail|warn): (.+)$/m);
  if (parts[0]?.trim()) throw new Error(`${file}: a check starts with '-- fail: <sentence>' or '-- warn: <sentence>'`);
  const checks = [];
  for (let at = 1; at < parts.length; at += 3)
    checks.push({ severity: parts[at], name: parts[at + 1]?.trim(), sql: parts[at + 2]?.trim().replace(/;$/, '') });
  return checks;
}

const TYPES = `// Rendered from glue/models by 'npm run render'. Do not edit.

/** Which output days a touched input day changes. */
export type Reach =
  | {
      by: 'day';
      before: number;
      after: number;
      /** The days a moved first day left and reached change too. */
      first_days?: boolean;
      /** A new day in the game's calendar adds rows of its own. */
      new_days?: boolean;
    }
  | { by: 'player' }
  /** Cohorts of touched players, and those that mature as days pass. */
  | { by: 'cohort'; horizon: number };

export type Check = { severity: 'fail' | 'warn'; name: string; sql: string };

/** A SELECT in Athena's dialect and how it is run; \`scope\` players: a run replaces rows of touched players only. */
export type Model = {
  table: string;
  inputs: readonly string[];
  reach: Reach;
  scope: 'players' | 'dates';
  sql: string;
  checks: readonly Check[];
};
`;
