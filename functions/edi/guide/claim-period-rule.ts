import type { ServicePeriod } from '../service-period.ts';
import { checkPeriod } from './period-rule.ts';
import type { Report, Step } from './rules.ts';

type Dated = { readonly servicePeriod?: ServicePeriod | undefined };
type DatedClaim = Dated & { readonly lines?: readonly Dated[] | undefined };

/** The periods of claims, which a TRN opens, and of their services, in the 276, the 277 and the 277CA. */
export const checkClaimPeriods = (
  claims: readonly DatedClaim[] = [],
  above: readonly Step[],
  report: Report,
): void => {
  claims.forEach(({ servicePeriod, lines }, index) => {
    const steps: Step[] = [...above, ['TRN', index + 1]];
    checkPeriod(servicePeriod, [...steps, ['DTP', 1]], report);
    lines?.forEach((line, place) => {
      checkPeriod(line.servicePeriod, [...steps, ['SVC', place + 1], ['DTP', 1]], report);
    });
  });
};
