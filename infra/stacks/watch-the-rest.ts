import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { BillingFunction } from '../constructs/billing-function.ts';
import type { Monitoring } from '../constructs/monitoring/monitoring.ts';
import type { TaskMail } from '../constructs/task-mail.ts';
import type { FunctionName } from './needs.ts';
import type { RecordsStack } from './records-stack.ts';

export interface Watched {
  readonly monitoring: Monitoring;
  readonly metricsNamespace: string;
  readonly records: RecordsStack;
  readonly mail: TaskMail;
  readonly functionOf: (name: FunctionName) => BillingFunction;
}

/** What is no single construct's: silence, what is shared by all, and what a check counted. */
export const watchTheRest = ({ monitoring, metricsNamespace, records, mail, functionOf }: Watched): void => {
  /** What a function counts by itself: the most of a period. */
  const counted = (metricName: string, service: string): Metric =>
    new Metric({
      namespace: metricsNamespace,
      metricName,
      dimensionsMap: { service },
      statistic: Stats.MAXIMUM,
    });
  const sweep = functionOf('sweep/sweep-records');
  const unswept = counted('Unswept', sweep.node.id);
  const bells = functionOf('waits/ring-bells').node.id;
  const check = functionOf('follow-up/check-open').node.id;
  const editions = functionOf('code-sets/watch-editions').node.id;
  const { claims, audit } = records;
  monitoring.watch('Bells do not ring', bells, counted('BellsLate', bells));
  monitoring.watch('The sweep does not run', sweep.node.id, ...sweep.completions(), unswept);
  monitoring.watch('Something open has no next step', check, counted('WithoutNextStep', check));
  monitoring.watch('Code sets lapse', editions, counted('LapsingCodeSets', editions));
  // One pool of concurrency serves all functions of the account, ours or not.
  monitoring.watch('Functions are throttled', 'Lambda', LambdaFunction.metricAllThrottles());
  monitoring.watch('Mail comes back', 'Mail', ...mail.reputation());
  monitoring.watch('The table turns requests away', 'Records', ...claims.throttles());
  monitoring.watch('The table turns requests away', 'Audit', ...audit.throttles());
};
