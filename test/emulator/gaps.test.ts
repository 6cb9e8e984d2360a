import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { dropped, refused } from '../../lib/emulator-gaps.ts';
import { environments } from '../../lib/environments.ts';
import { ofType, synthesise } from '../lib/synthesise.ts';
import { emulatorFor } from './emulator.ts';
import { globalTable } from './probes/dynamodb.ts';
import { api, route, stage } from './probes/gateway.ts';
import { glueDatabase, glueTable, icebergTable } from './probes/glue.ts';
import { onDemandStream, provisionedStream } from './probes/kinesis.ts';
import { eventSourceMapping, lambdaFunction } from './probes/lambda.ts';
import { queue, topic } from './probes/messages.ts';
import { bucket, bucketPolicy } from './probes/s3.ts';
import { key, secret } from './probes/security.ts';
import { stateMachine } from './probes/workflow.ts';
import { withStack } from './stack.ts';

jest.setTimeout(5 * 60_000);

/**
 * Types whose services are asked, of a property as a whole. That the list of refused types is not too short, and that the other
 * types are there at all, is shown by `local` itself, which is deployed whole (`deployment.test.ts`).
 */
const probes = [
  ...[bucket, bucketPolicy, globalTable, provisionedStream, onDemandStream, lambdaFunction, eventSourceMapping],
  ...[glueDatabase, glueTable, icebergTable, api, stage, route, stateMachine, queue, topic, key, secret],
];
const probed = new Map<string, Set<string>>();
for (const { type, properties } of probes)
  probed.set(type, new Set([...(probed.get(type) ?? []), ...Object.keys(properties)]));

test('every property that is listed as dropped is probed', () => {
  const listed = Object.entries(dropped).flatMap(([type, properties]) => properties.map(each => ({ type, each })));
  expect(listed.filter(({ type, each }) => !probed.get(type)?.has(each))).toEqual([]);
});

test('every property that a template of local has is probed, if its type is', () => {
  const { stacks } = synthesise({ local: { ...environments.local, emulated: false } });
  const unsaid = new Set<string>();
  for (const [type, known] of probed)
    for (const { properties } of ofType(stacks, type))
      for (const name of Object.keys(properties))
        if (!known.has(name)) unsaid.add(`${type} ${name}: say whether the emulator keeps it`);
  expect([...unsaid]).toEqual([]);
});

const emulator = await emulatorFor('what the emulator lacks');

if (emulator) {
  for (const { type, properties, beside, ask } of probes)
    describe(type, () => {
      let told: Record<string, unknown>;
      beforeAll(async () => {
        const set = Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, property.set]));
        const resources = { ...beside, Probe: { Type: type, Properties: set } };
        told = await withStack(emulator, { name: 'probe', resources }, made => {
          if (made.refused !== undefined) throw new Error(`the probe of ${type} is refused: ${made.refused}`);
          return ask(emulator, made.ids.Probe!);
        });
      });

      for (const [name, property] of Object.entries(properties)) {
        const drops = dropped[type]?.includes(name);
        test(`the emulator ${drops ? 'drops' : 'keeps'} ${name}`, () => {
          expect(told[name]).toEqual(drops ? property.without : property.told);
        });
      }
    });

  for (const { type, having } of refused.filter(each => each.type.startsWith('AWS::')))
    test(`the emulator refuses ${type}${having ? ` that has ${having}` : ''}`, async () => {
      const Properties = having ? { [having]: [{ Id: 'probe', Expression: '1', ReturnData: true }] } : {};
      const resources = { Probe: { Type: type, Properties } };
      const reason = await withStack(emulator, { name: 'refused', resources }, made => made.refused);
      expect(reason).toMatch(having ?? 'Unrecognized resource types');
    });

  /** The functions behind the CDK's own types, something to ask of each that changes nothing, and what comes of it. */
  const PROVIDERS: Record<string, { handler: string; asked: object; reason: string }> = {
    'Custom::AWS': {
      handler: 'custom-resources/aws-custom-resource-handler',
      asked: {
        Create: '{"service":"S3","action":"ListBuckets","physicalResourceId":{"id":"probe"}}',
        InstallLatestAwsSdk: false,
      },
      reason: 'Package @aws-sdk/client-s3 does not exist',
    },
    'Custom::S3AutoDeleteObjects': {
      handler: 'aws-s3/auto-delete-objects-handler',
      asked: { BucketName: 'none' },
      // it asks for the SDK before it can say that there is none
      reason: 'timed out after 5s waiting for ResponseURL callback',
    },
  };

  for (const { type } of refused.filter(each => each.type.startsWith('Custom::')))
    test(`the function behind ${type} cannot do its work`, async () => {
      const { handler, asked, reason } = PROVIDERS[type]!;
      const code = readFileSync(`node_modules/aws-cdk-lib/custom-resource-handlers/dist/${handler}/index.js`, 'utf8');
      expect(await refusalOf({ type, code, asked })).toMatch(reason);
    });

  test('a custom resource whose function needs no SDK is made', async () => {
    const code = `exports.handler = ({ ResponseURL }) =>
      fetch(ResponseURL, { method: 'PUT', body: '{"Status":"SUCCESS","PhysicalResourceId":"probe"}' }).then(() => 1);`;
    expect(await refusalOf({ type: 'Custom::Probe', code, asked: {} })).toBe(undefined);
  });

  async function refusalOf({ type, code, asked }: { type: string; code: string; asked: object }) {
    const Provider = {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { ZipFile: code },
        Handler: 'index.handler',
        Role: 'arn:aws:iam::000000000000:role/probe',
        Runtime: 'nodejs24.x',
        Timeout: 10,
      },
    };
    const ServiceToken = { 'Fn::GetAtt': ['Provider', 'Arn'] };
    const Probe = { Type: type, Properties: { ...asked, ServiceToken, ServiceTimeout: 5 } };
    return withStack(emulator!, { name: 'provided', resources: { Provider, Probe } }, made => made.refused);
  }
}
