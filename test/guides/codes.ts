import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An answer that is a problem: `404 not_found`. */
export type ProblemCode = `${number} ${string}`;

const FORMS = [
  // problem(400, 'not_json', …), new Problem(404, 'not_found', …)
  /\b[Pp]roblem\(\s*(?<status>\d{3}),\s*'(?<code>\w+)'/g,
  // { status: 401, code: 'unknown_key', … }
  /\bstatus: (?<status>\d{3}),\s*code: '(?<code>\w+)'/g,
];

/** Every status and code that the sources of a folder write. */
export const problemsIn = (folder: string): ProblemCode[] => sourcesIn(folder).flatMap(problemsOfSource);

/** What stands before every function behind the gateway. */
export const gatewayProblems = (): ProblemCode[] =>
  ['lambdas/gateway.ts', 'lambdas/edge.ts'].flatMap(file => problemsOfSource(readFileSync(file, 'utf8')));

const problemsOfSource = (source: string): ProblemCode[] => FORMS.flatMap(form => pairs(source, form));

/** Statuses of the registry's errors, as the API answers them. */
export const registryProblems = (): ProblemCode[] =>
  pairs(readFileSync('lambdas/api/recover.ts', 'utf8'), /^ {2}(?<code>[a-z_]+): (?<status>\d{3}),$/gm);

/** Why a statement was refused: the API answers 400 with the reason as its code. */
export function sqlProblems(): ProblemCode[] {
  const [, refused = ''] = /\{ refused: (.*?);/.exec(readFileSync('lambdas/api/ports.ts', 'utf8')) ?? [];
  return [...refused.matchAll(/'(\w+)'/g)].map(([, code]): ProblemCode => `400 ${code}`);
}

/** Reasons of silver.fates that no step of the pipeline gives. */
export const fateReasons = (): string[] =>
  sourcesIn('lambdas/refine').flatMap(source =>
    [...source.matchAll(/THEN '(\w+)' ELSE '(\w+)' END AS reason|reason: text\('(\w+)'\)/g)].flatMap(match =>
      match.slice(1).filter(reason => reason !== undefined),
    ),
  );

function pairs(source: string, form: RegExp): ProblemCode[] {
  return [...source.matchAll(form)].map(({ groups }): ProblemCode => `${Number(groups!.status)} ${groups!.code!}`);
}

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => readFileSync(join(folder, file), 'utf8'));
