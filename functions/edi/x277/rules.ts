import { checkClaimPeriods } from '../guide/claim-period-rule.ts';
import type { Report, SetRules } from '../guide/rules.ts';
import type { SubscriberStatus } from './loops.ts';

const checkStatus = ({ claims, dependents = [] }: SubscriberStatus, report: Report): void => {
  if (claims === undefined && dependents.length === 0) {
    const detail = 'Nothing is told about a subscriber without dependents';
    report({ code: 'IK304-I6', level: 4, detail, steps: [['TRN', 1]] });
  }
  checkClaimPeriods(claims, [], report);
  dependents.forEach((dependent, index) => {
    checkClaimPeriods(dependent.claims, [['HL', index + 2]], report);
  });
};

/** What 005010X212 demands of a 277 beyond single segments. */
export const statusResponseRules = (): SetRules => ({
  unit: (unit, _, report) => checkStatus(unit as SubscriberStatus, report), // the guide's unit
});
