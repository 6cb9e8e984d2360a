import { lambda } from '../lambda.ts';
import { readSettings } from '../settings.ts';
import { wireRefine } from './wire.ts';

/** refine on AWS, a step an invocation. */
export const handler = lambda('refine', async tools => wireRefine(readSettings('refine', process.env), tools));
