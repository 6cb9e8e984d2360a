import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** Actions on resources. */
export type Grant = { actions: readonly string[]; resources: readonly string[] };

/** A grant, in one line. */
export const grant = (actions: readonly string[], resources: readonly string[]): Grant => ({ actions, resources });

/** A grant as IAM takes it. */
export const statement = ({ actions, resources }: Grant): PolicyStatement =>
  new PolicyStatement({ actions: [...actions], resources: [...resources] });
