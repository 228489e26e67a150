import type { EncounterCodes } from '../domain/coding.ts';
import type { Practice } from '../domain/practice.ts';
import type { CodingProposal } from './propose-encounter-codes.ts';
import type { CodingQuestion } from './suggestions.ts';

export type Acceptance =
  | { readonly outcome: 'confident'; readonly codes: EncounterCodes }
  | {
      readonly outcome: 'needs-coder';
      readonly proposal?: EncounterCodes;
      readonly questions: readonly CodingQuestion[];
    };

const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`;

/** Why a coder is asked even though the note leaves no question of its own. */
const policyQuestion = ({ codes, lowestConfidence }: CodingProposal, threshold: number): string =>
  codes
    ? `Please confirm: the least certain code is at ${percent(lowestConfidence)}, the practice accepts from ${percent(threshold)}.`
    : 'The note does not support a diagnosis and a service that could be billed.';

/**
 * The practice's policy on a proposal: accepted without a coder when no question is open and every code is at
 * least as certain as `autoAcceptConfidence`.
 */
export const decideAcceptance = (proposal: CodingProposal, policy: Practice['codingPolicy']): Acceptance => {
  const { codes, lowestConfidence, questions } = proposal;
  const certain = codes !== undefined && lowestConfidence >= policy.autoAcceptConfidence;
  if (certain && questions.length === 0) return { outcome: 'confident', codes };
  const asked = certain
    ? questions
    : [...questions, { text: policyQuestion(proposal, policy.autoAcceptConfidence) }];
  return codes
    ? { outcome: 'needs-coder', proposal: codes, questions: asked }
    : { outcome: 'needs-coder', questions: asked };
};
