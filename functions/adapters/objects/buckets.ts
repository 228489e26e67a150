import { requiredEnv } from '../../runtime/environment.ts';
import { bucketsEnv } from '../buckets.env.ts';

/** What clinics bring, and what partners and we exchange. */
export type Bucket = 'intake' | 'exchange';

/** The name of a bucket, as this deployment tells it. */
export const bucketName = (bucket: Bucket): string =>
  requiredEnv(bucket === 'intake' ? bucketsEnv.intakeBucket : bucketsEnv.exchangeBucket);

/** Whether S3 answered with one of the statuses: it names the error in a body, which not every S3 sends. */
export const hasStatus = (error: unknown, ...statuses: number[]): boolean =>
  error instanceof Error &&
  '$metadata' in error &&
  statuses.includes((error.$metadata as { httpStatusCode?: number }).httpStatusCode ?? 0); // the SDK's own shape
