import { checkClaimPeriods } from '../guide/claim-period-rule.ts';
import type { Report, SetRules } from '../guide/rules.ts';
import type { SubscriberStatusInquiry } from './loops.ts';

const checkInquiry = (subscriber: SubscriberStatusInquiry, report: Report): void => {
  const { claims, dependents = [], dateOfBirth } = subscriber;
  if (claims === undefined && dependents.length === 0) {
    const detail = 'Nothing is asked about a subscriber without dependents';
    report({ code: 'IK304-I6', level: 4, detail, steps: [['TRN', 1]] });
  }
  if (claims !== undefined && dateOfBirth === undefined) {
    const detail = 'The subscriber is the patient, whose date of birth is missing';
    report({ code: 'IK304-I6', level: 4, detail, steps: [['DMG', 1]] });
  }
  checkClaimPeriods(claims, [], report);
  dependents.forEach((dependent, index) => {
    checkClaimPeriods(dependent.claims, [['HL', index + 2]], report);
  });
};

/** What 005010X212 demands of a 276 beyond single segments. */
export const statusInquiryRules = (): SetRules => ({
  unit: (unit, _, report) => checkInquiry(unit as SubscriberStatusInquiry, report), // the guide's unit
});
