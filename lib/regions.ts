import { Arn, ArnFormat } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Place } from './lake-stack.ts';
import { arn } from './names.ts';

/** The environment's other region, where there is one. */
export const otherRegion = ({ environment, names }: Place): string | undefined =>
  environment.regions.find(region => region !== names.region);

/** A multi-region key's ARN in another region: the id is the same everywhere. */
export const keyArnIn = (region: string, key: IKey): string =>
  arn('kms', region, `key/${Arn.split(key.keyArn, ArnFormat.SLASH_RESOURCE_NAME).resourceName}`);
