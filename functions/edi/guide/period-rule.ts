import type { ServicePeriod } from '../service-period.ts';
import type { Report, Step } from './rules.ts';

/** DTP03: the last day of a period is not before its first. */
export const checkPeriod = (
  period: ServicePeriod | undefined,
  steps: readonly Step[],
  report: Report,
): void => {
  if (period?.through === undefined || period.from <= period.through) return;
  report({ code: 'IK403-8', level: 4, detail: 'The period ends before it begins', steps, element: 3 });
};
