import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import { BillingError } from './errors.ts';

export const logger = new Logger();
const metrics = new Metrics();

/**
 * What every function carries. Events and responses hold PHI and are never logged nor traced: Lambda traces that a
 * function ran and how long, and the calls that it makes are not traced, for their addresses hold keys of objects.
 */
export const observed = [
  injectLambdaContext(logger, { logEvent: false }),
  logMetrics(metrics, { captureColdStartMetric: true }),
];

const idNames = [
  'practiceId',
  'visit',
  'claimId',
  'taskId',
  'waitId',
  'partnerId',
  'fileId',
  'submissionNumber',
  'endpointId',
];

/** The ids of an input or output, which alone of it may stand in a log line. */
export const idsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([name]) => idNames.includes(name)))
    : {};

/** An error as a log line may have it: the words of foreign errors can quote the data they failed on. */
export const describeError = (error: unknown): Record<string, unknown> => {
  if (error instanceof BillingError) return { error: error.name, reason: error.message, ...causeOf(error) };
  if (!(error instanceof Error)) return { error: typeof error };
  return { error: error.name, frames: framesOf(error), ...causeOf(error) };
};

const causeOf = ({ cause }: Error): Record<string, unknown> =>
  cause instanceof Error ? { cause: describeError(cause) } : {};

const framesOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 8);

/**
 * An error as it may leave a function: Lambda logs it, traces tell it and the history of an execution keeps it. Of a
 * foreign one the name, by which it is tried again, and the frames are left; ours goes without what caused it.
 */
export const sealed = (error: unknown): Error => {
  const left =
    error instanceof BillingError
      ? new BillingError(error.name, error.message)
      : Object.assign(new Error('The words of a foreign error are left out, for they may quote data'), {
          name: error instanceof Error ? error.name : typeof error,
        });
  const frames = error instanceof Error ? framesOf(error).map((frame) => `    ${frame}`) : [];
  left.stack = [`${left.name}: ${left.message}`, ...frames].join('\n');
  return left;
};

/** The metric of what is open and has no next step: 0 is the proof that nothing sits. */
export const countWithoutNextStep = (found: number): void => {
  metrics.addMetric('WithoutNextStep', MetricUnit.Count, found);
};

/** The metric of practices that no sweep looked after for three quarters of an hour. */
export const countUnswept = (practices: number): void => {
  metrics.addMetric('Unswept', MetricUnit.Count, practices);
};

/** What a call of the clock of bells did; how late the earliest is that is left is 0 where none is. */
export const countBells = (rung: {
  readonly rung: number;
  readonly failed: number;
  readonly lateSeconds: number;
}): void => {
  metrics.addMetric('BellsRung', MetricUnit.Count, rung.rung);
  metrics.addMetric('BellsFailed', MetricUnit.Count, rung.failed);
  metrics.addMetric('BellsLate', MetricUnit.Seconds, rung.lateSeconds);
};

/** The metric of code sets that lapse within thirty days without a later edition. */
export const countLapsing = (sets: number): void => {
  metrics.addMetric('LapsingCodeSets', MetricUnit.Count, sets);
};

/** Counts what a function did, by how it went. */
export const count = (what: 'Done' | 'Failed'): void => {
  metrics.addMetric(what, MetricUnit.Count, 1);
};
