import { GetRolePolicyCommand, IAMClient, ListRolePoliciesCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { FunctionName } from '../../lambdas/functions.ts';
import type { Deployed } from './deployed.ts';

type Statement = { Action: string | string[] };

/** Runs something while a function's role lacks every statement with the action; throws when the role never had one. */
export async function without<T>(
  { settings, names }: Deployed,
  { of, action }: { of: FunctionName; action: string },
  run: () => Promise<T>,
): Promise<T> {
  const iam = new IAMClient(settings);
  const FunctionName = names.function(of);
  const { Role } = await new LambdaClient(settings).send(new GetFunctionConfigurationCommand({ FunctionName }));
  const RoleName = Role!.slice(Role!.lastIndexOf('/') + 1);
  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  const put = (PolicyName: string, document: object) =>
    iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument: JSON.stringify(document) }));
  const whole = new Map<string, { Statement: Statement[] }>();
  for (const PolicyName of PolicyNames) {
    const { PolicyDocument } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
    const document = JSON.parse(decodeURIComponent(PolicyDocument!)) as { Statement: Statement[] };
    const left = document.Statement.filter(({ Action }) => ![Action].flat().includes(action));
    if (left.length === document.Statement.length) continue;
    whole.set(PolicyName, document);
    await put(PolicyName, { ...document, Statement: left });
  }
  if (whole.size === 0) throw new Error(`${of} has no grant of ${action}: there is nothing to take away`);
  try {
    return await run();
  } finally {
    for (const [PolicyName, document] of whole) await put(PolicyName, document);
  }
}
