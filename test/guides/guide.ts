import { readFileSync } from 'node:fs';

/** A row of a table: header → cell. */
export type GuideRow = Record<string, string>;

/** What a section of a guide holds: its tables by their first header, and its fenced blocks by language. */
export type Section = { tables: Record<string, GuideRow[]>; blocks: Record<string, string[]> };

/** A guide's sections by heading. */
export function readGuide(path: string): Record<string, Section> {
  const sections: Record<string, Section> = {};
  for (const text of readFileSync(path, 'utf8').split(/^## /m).slice(1)) {
    const [heading = ''] = text.split('\n', 1);
    sections[heading] = { tables: tablesIn(text), blocks: blocksIn(text) };
  }
  return sections;
}

/** The code spans of a cell. */
export const spansIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

/** The one code span of a cell. */
export const spanOf = (cell: string): string => spansIn(cell)[0] ?? cell;

/** Writes out what an example abbreviates: `x×65`, `{}×501` as elements of a list, `"a1": 1, …, "a51": 1`. */
export const writtenOut = (example: string): string =>
  example
    .replaceAll(/(\{\}|\S)×(\d+)/g, (_, what: string, times: string) =>
      what === '{}' ? Array(Number(times)).fill(what).join(',') : what.repeat(Number(times)),
    )
    .replaceAll(/"([a-z]+)1": 1, …, "\1(\d+)": 1/g, (_, name: string, last: string) =>
      Array.from({ length: Number(last) }, (_, index) => `"${name}${index + 1}": 1`).join(','),
    );

function tablesIn(text: string): Record<string, GuideRow[]> {
  const tables: Record<string, GuideRow[]> = {};
  for (const [table] of text.matchAll(/^\|.*\n\|[-|]+\n(?:\|.*\n)+/gm)) {
    const [names, , ...rows] = table.trimEnd().split('\n').map(cellsOf) as [string[], ...string[][]];
    const kind = names.slice(0, 2).includes('code') ? 'code' : names[0]!;
    tables[kind] = [
      ...(tables[kind] ?? []),
      ...rows.map(cells => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))),
    ];
  }
  return tables;
}

const cellsOf = (line: string): string[] =>
  line
    .slice(1, line.lastIndexOf('|'))
    .split('|')
    .map(cell => cell.trim());

function blocksIn(text: string): Record<string, string[]> {
  const blocks: Record<string, string[]> = {};
  for (const [, language, body] of text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm))
    blocks[language!] = [...(blocks[language!] ?? []), body!];
  return blocks;
}
