import type { AddressedProblem, ProblemStatus } from './addressed-problem.ts';
import type { DecisionElement } from './decision-element.ts';
import type { Level } from './em-level.ts';

const wording: Readonly<Record<ProblemStatus, string>> = {
  'self-limited': 'self-limited or minor problem',
  acute: 'acute, uncomplicated illness or injury',
  'chronic-stable': 'stable chronic illness',
  'chronic-worsening': 'chronic illness not at its treatment goal',
  'acute-systemic': 'acute illness with systemic symptoms',
  'uncertain-prognosis': 'undiagnosed problem with uncertain prognosis',
  'complicated-injury': 'acute complicated injury',
  severe: 'threat to life or bodily function, or severe exacerbation',
};

const moderate: readonly ProblemStatus[] = [
  'chronic-worsening',
  'acute-systemic',
  'uncertain-prognosis',
  'complicated-injury',
];

const levelFor = (problems: readonly AddressedProblem[]): Level | undefined => {
  const count = (...kinds: readonly ProblemStatus[]): number =>
    problems.filter(({ status }) => kinds.includes(status)).length;
  if (problems.length === 0) return undefined;
  if (count('severe') > 0) return 'high';
  if (count(...moderate) > 0 || count('chronic-stable') > 1) return 'moderate';
  return count('chronic-stable', 'acute') > 0 || count('self-limited') > 1 ? 'low' : 'straightforward';
};

/** Number and complexity of the problems addressed, by the AMA's table; undefined when the note assesses none. */
export const readProblems = (problems: readonly AddressedProblem[]): DecisionElement => ({
  level: levelFor(problems),
  reasons: problems.map(({ status, evidence }) => ({ text: wording[status], evidence })),
});
