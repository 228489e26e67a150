import type { CodeSuggestion } from '../../domain/coding.ts';
import type { DocumentedDecision } from '../evaluation/read-decision.ts';
import type { Sign } from './ground.ts';

/** A service or visit with the strength that its own rules gave it, and the decision making that was read for a level. */
export type ServiceGround = {
  readonly suggestion: CodeSuggestion;
  readonly decision: DocumentedDecision | undefined;
  /** Problems of the assessment that are not known here, and so were not weighed for the level. */
  readonly unknownProblems: number;
};

/** Below it the rules of services and levels call a code a question: a bound of their own, which is not learned. */
export const leastStrength = 0.5;
const firmStrength = 0.9;

const isShort = ({ suggestion }: ServiceGround): boolean => suggestion.confidence < firmStrength;

export const serviceSigns: readonly Sign<ServiceGround>[] = [
  {
    name: 'firm',
    moves: 'raises',
    says: 'the note says that it was done at this visit',
    of: (ground) => !isShort(ground),
  },
  {
    name: 'open',
    moves: 'lowers',
    says: 'what it counts or measures is not documented',
    of: ({ suggestion }) => suggestion.confidence <= leastStrength,
  },
  {
    name: 'doubtful',
    moves: 'lowers',
    says: 'it is doubtful whether it was done here today',
    of: ({ suggestion }) => suggestion.confidence < leastStrength,
  },
];

const level = ({ decision }: ServiceGround, element: keyof DocumentedDecision): string | undefined =>
  decision?.[element].level;

const isTimed = ({ suggestion }: ServiceGround): boolean =>
  suggestion.rules.some((rule) => rule.startsWith('total time'));

export const levelSigns: readonly Sign<ServiceGround>[] = [
  {
    name: 'agree',
    moves: 'raises',
    says: 'problems and risk support the same level',
    of: (ground) =>
      level(ground, 'problems') !== undefined && level(ground, 'problems') === level(ground, 'risk'),
  },
  { name: 'timed', moves: 'raises', says: 'the total time is documented and supports it', of: isTimed },
  {
    name: 'minor',
    moves: 'lowers',
    says: 'only minor problems were found, and a further one would raise the level',
    of: (ground) => ['straightforward', 'low'].includes(level(ground, 'problems') ?? '') && !isTimed(ground),
  },
  {
    name: 'unknownProblem',
    moves: 'lowers',
    says: 'the assessment has a problem that is not known here, and that may raise the level',
    of: ({ unknownProblems }) => unknownProblems > 0,
  },
  {
    name: 'besideProcedure',
    moves: 'lowers',
    says: 'it stands beside a procedure or a preventive visit (modifier 25)',
    of: ({ suggestion }) => suggestion.modifiers.includes('25'),
  },
  {
    name: 'unsettled',
    moves: 'lowers',
    says: 'an element of the decision making is open, and no total time is stated',
    of: ({ suggestion }) => suggestion.confidence < leastStrength,
  },
];
