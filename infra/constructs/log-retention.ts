import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** How long logs are kept, by what they tell. */
export const logRetention = {
  /** What a function or a workflow did, by ids: until the claims of a year are settled. */
  work: RetentionDays.ONE_YEAR,
  /** Who called the API: six years, as HIPAA asks of documentation (45 CFR 164.316(b)(2)(i)). */
  access: RetentionDays.SIX_YEARS,
} as const;
