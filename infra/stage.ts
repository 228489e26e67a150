import { type App, Tags } from 'aws-cdk-lib';

const pattern = /^[a-z][a-z0-9]{0,11}$/;

/**
 * One of several deployments in an account and region, `-c stage=test`; undefined for the usual one, whose names have no
 * stage in them. Throws on what could not stand in every name.
 */
export const stageIn = (context: unknown): string | undefined => {
  if (context === undefined || context === '') return undefined;
  if (typeof context === 'string' && pattern.test(context)) return context;
  throw new Error(`"${String(context)}" is no name of a stage: ${pattern.source}`);
};

/** A name as it is in a stage: everything that an account has once by name goes through here, or bears its stack's name. */
export const inStage = (name: string, stage: string | undefined): string =>
  stage === undefined ? name : `${name}-${stage}`;

/** What bills and searches in the account are grouped by. */
export const tagStage = (app: App, stage: string | undefined): void => {
  Tags.of(app).add('application', 'claimwright');
  Tags.of(app).add('stage', stage ?? 'usual');
};
