import { Stack, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Says why findings of cdk-nag are as they should be; the reason stands beside the resource. */
export function acknowledge(construct: Construct, reasons: Readonly<Record<string, string>>): void {
  for (const [rule, reason] of Object.entries(reasons))
    Validations.of(construct).acknowledge({ id: `AwsSolutions-${rule}`, reason });
}

/** Says why wildcards in a policy are needed: `resources` are ARNs with a `*`. */
export function explainWildcards(construct: Construct, resources: readonly string[], reason: string): void {
  for (const resource of resources) {
    const written = inWords(Stack.of(construct).resolve(resource));
    acknowledge(construct, { [`IAM5[Resource::${written}]`]: reason });
  }
}

type Written = string | { Ref: string } | { 'Fn::GetAtt': [string, string] } | { 'Fn::Join': [string, Written[]] };

/** A value of a template as cdk-nag names it: what is known at deployment only stands in angle brackets. */
function inWords(value: Written): string {
  if (typeof value === 'string') return value;
  if ('Ref' in value) return `<${value.Ref}>`;
  if ('Fn::GetAtt' in value) return `<${value['Fn::GetAtt'].join('.')}>`;
  const [separator, parts] = value['Fn::Join'];
  return parts.map(inWords).join(separator);
}
