import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Rules of the packs HIPAA.Security and NIST.800.53.R5 that have the same name in both, and why each does not hold. */
const ofFunctions = {
  LambdaInsideVPC:
    'Functions reach AWS over its public endpoints by TLS and signed requests, and nothing reaches them but by IAM. ' +
    'A network of their own would add gateways to run, and no boundary that IAM does not draw.',
  LambdaDLQ:
    'Whatever is called without anybody waiting has a destination for failures, which the rule does not look at; ' +
    'the others are called by a workflow, a queue or the API, each of which keeps what failed.',
  LambdaConcurrency:
    'A reserve for one function is taken from all others. What must be bounded is bounded where it comes in: ' +
    'by the concurrency of a queue and the throttle of the API.',
  IAMNoInlinePolicy:
    'Each role has one policy, made for it and removed with it; a managed policy could be attached elsewhere.',
} as const;

const ofRecords = {
  S3BucketReplicationEnabled:
    'Buckets keep every version and survive their stack. A copy in a second region is the choice of whoever ' +
    'deploys, since health data then lies in two; the README says so.',
} as const;

const acknowledge = (scope: IConstruct, reasons: Readonly<Record<string, string>>): void => {
  for (const [rule, reason] of Object.entries(reasons))
    for (const pack of ['HIPAA.Security', 'NIST.800.53.R5'])
      Validations.of(scope).acknowledge({ id: `${pack}-${rule}`, reason });
};

export const acknowledgeFunctions = (scope: IConstruct): void => acknowledge(scope, ofFunctions);

export const acknowledgeRecords = (scope: IConstruct): void => acknowledge(scope, ofRecords);

/** Under which keys of ours S3 delivers no access logs. */
export const acknowledgeAccessLogs = (scope: IConstruct): void =>
  acknowledge(scope, {
    S3DefaultEncryptionKMS: 'S3 delivers access logs only to a bucket under its own keys (SSE-S3).',
  });
