import { App } from 'aws-cdk-lib';
import { environments } from '../lib/environments.ts';
import { PlaylakeStage } from '../lib/playlake-stage.ts';

const app = new App();
for (const [name, environment] of Object.entries(environments)) new PlaylakeStage(app, name, environment);
