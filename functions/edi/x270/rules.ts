import { checkDiagnosisPointers } from '../guide/diagnosis-pointer-rule.ts';
import { checkPeriod } from '../guide/period-rule.ts';
import type { Report, SetRules, Step } from '../guide/rules.ts';
import type { DependentInquiry, SubscriberInquiry } from './loops.ts';

type Member = SubscriberInquiry['subscriber'] | DependentInquiry['dependent'];

const checkMember = (member: Member, above: readonly Step[], report: Report): void => {
  member.dates?.forEach(({ period }, index) => {
    checkPeriod(period, [...above, ['DTP', index + 1]], report);
  });
  member.questions?.forEach(({ diagnosisPointers, planDates }, index) => {
    const steps: Step[] = [...above, ['EQ', index + 1]];
    checkDiagnosisPointers(diagnosisPointers, member.diagnoses, { steps, element: 5, report });
    checkPeriod(planDates?.period, [...steps, ['DTP', 1]], report);
  });
};

const checkInquiry = ({ subscriber, dependents = [] }: SubscriberInquiry, report: Report): void => {
  if (dependents.length === 0 && subscriber.questions === undefined) {
    const detail = 'Nothing is asked about a subscriber who is the patient';
    report({ code: 'IK304-I6', level: 4, detail, steps: [['EQ', 1]] });
  }
  checkMember(subscriber, [], report);
  dependents.forEach(({ dependent }, index) => {
    checkMember(dependent, [['HL', index + 2]], report);
  });
};

/** What 005010X279A1 demands of a 270 beyond single segments. */
export const eligibilityInquiryRules = (): SetRules => ({
  unit: (unit, _, report) => checkInquiry(unit as SubscriberInquiry, report), // the guide's unit
});
