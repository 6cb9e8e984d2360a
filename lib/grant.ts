import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { explainWildcards } from './acknowledge.ts';

/** Actions on resources; `because` explains wildcards, and is needed where there is one. */
export type Grant = { actions: readonly string[]; resources: readonly string[]; because?: string };

/** Wildcards of S3 end here, and those of others in names that are made while the lake runs. */
export const OBJECTS_COME_AND_GO = 'objects are named as they appear';

/** A grant, in one line. */
export const grant = (actions: readonly string[], resources: readonly string[], because?: string): Grant => ({
  actions,
  resources,
  ...(because && { because }),
});

/** A grant as IAM takes it. Throws where a wildcard is not explained. */
export function statement({ actions, resources, because }: Grant): PolicyStatement {
  const wild = [...actions, ...resources].filter(name => name.includes('*'));
  if (wild.length > 0 && !because)
    throw new Error(`${wild.join(', ')} is not explained: say because of what it is needed`);
  return new PolicyStatement({ actions: [...actions], resources: [...resources] });
}

/** Adds grants to a role, and the explanations of their wildcards beside it. */
export function allow(role: Role, grants: readonly Grant[]): void {
  for (const each of grants) {
    role.addToPolicy(statement(each));
    if (each.because)
      explainWildcards(
        role,
        each.resources.filter(name => name.includes('*')),
        each.because,
      );
  }
}
