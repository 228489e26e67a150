import type { MemberAnswer } from './answers-of.ts';

export type CoverageAnswer = 'active' | 'inactive' | 'rejected' | 'unknown';

/** EB01 1 to 5 are kinds of active coverage, 6 to 8 of inactive. */
const activeCodes = ['1', '2', '3', '4', '5'];
const inactiveCodes = ['6', '7', '8'];

/** EB03 of the plan as a whole; an EB without a service type speaks of it too. */
const wholePlan = '30';

/**
 * What a 271 says in one word: a rejection (AAA) first, then what the plan as a whole has; when it is silent
 * about the plan, active coverage of any service counts.
 */
export const coverageAnswer = ({ rejections, benefits }: MemberAnswer): CoverageAnswer => {
  if (rejections.length > 0) return 'rejected';
  const ofPlan = benefits.filter(
    ({ serviceTypes = [] }) => serviceTypes.length === 0 || serviceTypes.includes(wholePlan),
  );
  return answerOf(ofPlan) ?? answerOf(benefits) ?? 'unknown';
};

const answerOf = (benefits: MemberAnswer['benefits']): CoverageAnswer | undefined => {
  if (benefits.some(({ information }) => activeCodes.includes(information))) return 'active';
  return benefits.some(({ information }) => inactiveCodes.includes(information)) ? 'inactive' : undefined;
};
