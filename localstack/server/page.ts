import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

/** A file of the dashboard, ready to be sent. */
export type PageFile = { type: string; body: string };

const DASHBOARD = join(import.meta.dirname, '../../dashboard');

/** The dashboard by path; scripts have their types stripped. */
export async function pageFiles(): Promise<ReadonlyMap<string, PageFile>> {
  const read = (name: string) => readFile(join(DASHBOARD, name), 'utf8');
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', body: await read('index.html') }],
    ['/icon.svg', { type: 'image/svg+xml', body: await read('icon.svg') }],
    ['/style.css', { type: 'text/css; charset=utf-8', body: await read('style.css') }],
    ['/chart.ts', { type: 'text/javascript; charset=utf-8', body: stripTypeScriptTypes(await read('chart.ts')) }],
    ['/main.js', { type: 'text/javascript; charset=utf-8', body: stripTypeScriptTypes(await read('main.ts')) }],
  ]);
}

/** Nothing but this server's own files runs or loads in the page, and no other page may frame it. */
export const PAGE_HEADERS = {
  'content-security-policy': "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;
