import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { environments, refuseEndpoint } from '../lib/environments.ts';
import { PlaylakeStage } from '../lib/playlake-stage.ts';

const app = new App();
const chosen: string | undefined = app.node.tryGetContext('environment');
if (chosen && !(chosen in environments))
  throw new Error(`there is no environment ${chosen}: choose one of ${Object.keys(environments).join(', ')}`);

for (const [name, environment] of Object.entries(environments))
  if (!chosen || chosen === name) {
    refuseEndpoint(environment, { endpoint: process.env.AWS_ENDPOINT_URL, deploying: chosen === name });
    new PlaylakeStage(app, name, environment);
  }
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
