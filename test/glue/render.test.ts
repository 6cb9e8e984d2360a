import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';

const root = mkdtempSync(join(tmpdir(), 'playlake-render-'));

beforeEach(() => {
  for (const folder of ['glue', 'docs/dictionary']) {
    rmSync(join(root, folder), { recursive: true, force: true });
    cpSync(folder, join(root, folder), { recursive: true });
  }
});
afterAll(() => rmSync(root, { recursive: true }));

test('the rendered files of the project are current and break nothing that was released', async () =>
  expect(await render('--check')).toEqual({ code: 0, errors: '' }));

test('names a file that was edited by hand, and one that nobody renders', async () => {
  writeFileSync(join(root, 'docs/dictionary/README.md'), 'mine');
  writeFileSync(join(root, 'glue/rendered/left-over.ts'), '');
  const { code, errors } = await render('--check', '--root', root);
  expect(code).toBe(1);
  expect(errors).toBe(
    'Rendered files are stale: run npm run render\n  docs/dictionary/README.md\n  glue/rendered/left-over.ts\n',
  );
});

test('rendering repairs both', async () => {
  writeFileSync(join(root, 'docs/dictionary/README.md'), 'mine');
  writeFileSync(join(root, 'glue/rendered/left-over.ts'), '');
  expect(await render('--root', root)).toEqual({ code: 0, errors: '' });
  expect(read('docs/dictionary/README.md')).toBe(readFileSync('docs/dictionary/README.md', 'utf8'));
  expect(existsSync(join(root, 'glue/rendered/left-over.ts'))).toBe(false);
});

test('refuses a breaking change until the major version rises, then records the release', async () => {
  edit('glue/contracts/events/custom.odcs.yaml', '{ name: custom_value }', '{ name: custom_value, required: true }');
  for (const option of ['--check', '--release']) {
    const { code, errors } = await render(option, '--root', root);
    expect([code, errors]).toEqual([
      1,
      'Breaking changes:\n  events/custom custom_value: made required; undo it, or raise the version to 2.0.0\n',
    ]);
  }
  edit('glue/contracts/events/custom.odcs.yaml', 'version: 1.0.0', 'version: 2.0.0');
  expect(await render('--release', '--root', root)).toEqual({ code: 0, errors: '' });
  expect(await render('--check', '--root', root)).toEqual({ code: 0, errors: '' });
  expect(read('glue/released.yaml')).toMatch(/events\/custom:\n {4}version: 2\.0\.0/);
});

test('refuses a contract that names an unknown field', async () => {
  edit('glue/contracts/events/custom.odcs.yaml', 'name: custom_value', 'name: custom_valeu');
  const { code, errors } = await render('--check', '--root', root);
  expect(code).toBe(1);
  expect(errors).toContain("names the unknown field 'custom_valeu'");
});

function edit(path: string, from: string, to: string): void {
  const text = read(path);
  if (!text.includes(from)) throw new Error(`${path} lacks ${from}`);
  writeFileSync(join(root, path), text.replace(from, to));
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function render(...options: string[]): Promise<{ code: number; errors: string }> {
  return new Promise(resolve => {
    execFile(process.execPath, ['glue/render.ts', ...options], (error, _, errors) =>
      resolve({ code: error ? Number(error.code) : 0, errors }),
    );
  });
}
