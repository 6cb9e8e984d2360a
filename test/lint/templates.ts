import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environments } from '../../lib/environments.ts';
import { synthesise, variants } from '../lib/synthesise.ts';
import { explained } from './explained.ts';

const run = promisify(execFile);
const FOLDER = join('.cache', 'templates');
const TOOLS = { 'cfn-lint': '1.58.0', checkov: '3.3.30' } as const;
type Tool = keyof typeof TOOLS;

/** W3005: the CDK adds `DependsOn` where a reference says the same, which does no harm. */
const UNINTERESTING = 'W3005';

/** Every template of every environment and variant, as a file. */
function writeTemplates(): string[] {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  return synthesise({ ...environments, ...variants }).stacks.map(({ where, template }) => {
    const file = join(FOLDER, `${where.replaceAll('/', '-')}.json`);
    writeFileSync(file, JSON.stringify(template, null, 1));
    return file;
  });
}

/** The tool's command, installed from PyPI into a folder of its own; undefined where that cannot be reached. */
async function install(tool: Tool): Promise<string | undefined> {
  const folder = join('.cache', 'lint', `${tool}-${TOOLS[tool]}`);
  const command = join(folder, 'bin', tool);
  if (existsSync(command)) return command;
  try {
    await run('python3', ['-m', 'venv', folder]);
    await run(join(folder, 'bin', 'pip'), ['install', '--quiet', `${tool}==${TOOLS[tool]}`]);
    return command;
  } catch (error) {
    console.log(
      `skipped: ${tool} ${TOOLS[tool]} cannot be installed from PyPI (${String((error as Error).message).split('\n')[0]})`,
    );
    return undefined;
  }
}

/** A tool's output, also where it ends with findings. */
async function output(command: string, args: readonly string[]): Promise<string> {
  try {
    const options = { maxBuffer: 2 ** 28, env: { ...process.env, LOG_LEVEL: 'ERROR' } };
    return (await run(command, [...args], options)).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    if (!stdout) throw new Error(`${command} failed: ${stderr}`);
    return stdout;
  }
}

async function cfnLint(command: string, files: readonly string[]): Promise<string[]> {
  const regions = ['us-east-1', 'eu-west-1'];
  const args = [
    '--format',
    'parseable',
    '--ignore-checks',
    UNINTERESTING,
    '--regions',
    ...regions,
    '--template',
    ...files,
  ];
  return (await output(command, args)).split('\n').filter(line => line !== '');
}

type Finding = { check_id: string; check_name: string; resource: string; file_path: string };

async function checkov(command: string): Promise<string[]> {
  const quiet = ['--quiet', '--compact', '--skip-download', '--skip-results-upload'];
  const text = await output(command, [
    '--framework',
    'cloudformation',
    '--directory',
    FOLDER,
    '--output',
    'json',
    ...quiet,
  ]);
  const { results } = JSON.parse(text) as { results: { failed_checks: Finding[] } };
  const used = new Set<string>();
  // what an emulator drops is left out of `local`, encryption included: it is judged by the others
  const real = results.failed_checks.filter(({ file_path }) => !file_path.startsWith('/local-'));
  const open = real.filter(({ check_id, resource }) => {
    const reason = explained.find(each => each.check === check_id && each.resource.test(resource));
    if (reason) used.add(reason.check);
    return !reason;
  });
  return [
    ...open.map(
      ({ check_id, check_name, resource, file_path }) => `${check_id} ${check_name}: ${file_path} ${resource}`,
    ),
    ...explained
      .filter(({ check }) => !used.has(check))
      .map(({ check }) => `${check} is explained and no longer found`),
  ];
}

const files = writeTemplates();
const [lint, check] = [await install('cfn-lint'), await install('checkov')];
const found = [...(lint ? await cfnLint(lint, files) : []), ...(check ? await checkov(check) : [])];
for (const line of found) console.log(line);
console.log(`${files.length} templates, ${found.length} findings`);
process.exitCode = found.length > 0 ? 1 : 0;
