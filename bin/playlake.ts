import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { environments } from '../lib/environments.ts';
import { PlaylakeStage } from '../lib/playlake-stage.ts';

const app = new App();
for (const [name, environment] of Object.entries(environments)) new PlaylakeStage(app, name, environment);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
