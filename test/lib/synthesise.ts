import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Environment } from '../../lib/environment.ts';
import { environments } from '../../lib/environments.ts';
import { PlaylakeStage } from '../../lib/playlake-stage.ts';

/** A resource as CloudFormation gets it. */
export type Resource = {
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template has no types
  Properties: any;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
};

/** One stack of one environment: `where` is its path, such as `prod/eu-west-1/storage`. */
export type Written = {
  where: string;
  environment: string;
  protected: boolean;
  resources: Record<string, Resource>;
  template: object;
};

/** Choices that no environment makes today, and a studio may. */
export const variants = {
  msk: { ...environments.dev, stream: { kind: 'msk', partitions: 6, retention_hours: 24 } },
  named: { ...environments.prod, domain: { name: 'lake.example.com', hosted_zone_id: 'Z0123456789ABCDEFGHIJ' } },
  elsewhere: { ...environments.dev, regions: ['eu-west-1'] },
} as const satisfies Record<string, Environment>;

/** Writes the templates of environments, and what cdk-nag says of them. */
export function synthesise(chosen: Readonly<Record<string, Environment>>): { stacks: Written[]; findings: string[] } {
  const outdir = mkdtempSync(join(tmpdir(), 'playlake-cdk-'));
  const app = new App({ outdir, context: JSON.parse(readFileSync('cdk.json', 'utf8')).context });
  for (const [name, environment] of Object.entries(chosen)) new PlaylakeStage(app, name, environment);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const stacks = app.synth().stacksRecursively.map(stack => ({
    where: stack.hierarchicalId,
    environment: stack.hierarchicalId.split('/')[0]!,
    protected: stack.terminationProtection === true,
    template: stack.template as object,
    resources: stack.template.Resources as Record<string, Resource>,
  }));
  const { pluginReports } = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
  rmSync(outdir, { recursive: true });
  return { stacks, findings: findingsOf(pluginReports) };
}

type Report = { violations: { ruleName: string; violatingConstructs: { constructPath: string }[] }[] };

const findingsOf = (reports: Report[]): string[] =>
  reports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName}: ${constructPath}`),
    ),
  );

/** Resources of a type, each with the path of its stack and its logical id. */
export const ofType = (stacks: readonly Written[], type: string) =>
  stacks.flatMap(({ where, environment, resources }) =>
    Object.entries(resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => ({
        where: `${where}/${id}`,
        id,
        environment,
        resource,
        properties: resource.Properties,
      })),
  );
