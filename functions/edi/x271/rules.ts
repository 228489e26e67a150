import { checkDiagnosisPointers } from '../guide/diagnosis-pointer-rule.ts';
import { checkPeriod } from '../guide/period-rule.ts';
import type { Report, SetRules, Step } from '../guide/rules.ts';
import type { CoverageBenefit, DependentAnswer, SubscriberAnswer } from './loops.ts';

type Member = SubscriberAnswer['subscriber'] | DependentAnswer['dependent'];

const checkBenefit = (benefit: CoverageBenefit, steps: readonly Step[], report: Report): void => {
  benefit.dates?.forEach(({ period }, index) => {
    checkPeriod(period, [...steps, ['DTP', index + 1]], report);
  });
};

const checkMember = (member: Member, above: readonly Step[], report: Report): void => {
  member.dates?.forEach(({ period }, index) => {
    checkPeriod(period, [...above, ['DTP', index + 1]], report);
  });
  member.benefits?.forEach((benefit, index) => {
    const steps: Step[] = [...above, ['EB', index + 1]];
    checkDiagnosisPointers(benefit.diagnosisPointers, member.diagnoses, { steps, element: 14, report });
    checkBenefit(benefit, steps, report);
  });
};

const isAnswered = ({ benefits, rejections }: Member): boolean =>
  benefits !== undefined || rejections !== undefined;

const reportSilence = (steps: readonly Step[], report: Report): void => {
  const detail = 'The answer tells neither benefits nor why there are none';
  report({ code: 'IK304-I6', level: 4, detail, steps: [...steps, ['EB', 1]] });
};

const checkAnswer = ({ subscriber, dependents = [] }: SubscriberAnswer, report: Report): void => {
  if (dependents.length === 0 && !isAnswered(subscriber)) reportSilence([], report);
  checkMember(subscriber, [], report);
  dependents.forEach(({ dependent }, index) => {
    const steps: Step[] = [['HL', index + 2]];
    if (!isAnswered(dependent)) reportSilence(steps, report);
    checkMember(dependent, steps, report);
  });
};

/** What 005010X279A1 demands of a 271 beyond single segments. */
export const eligibilityResponseRules = (): SetRules => ({
  unit: (unit, _, report) => checkAnswer(unit as SubscriberAnswer, report), // the guide's unit
});
