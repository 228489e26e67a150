import { BillingError } from './errors.ts';

/** The value of an environment variable that the construct sets; its absence is a mistake of deployment. */
export const requiredEnv = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new BillingError('MissingConfiguration', `The environment variable ${name} is not set`);
  return value;
};
