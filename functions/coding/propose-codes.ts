import { shortDigest } from '../domain/digest.ts';
import type { Encounter, EncounterId } from '../domain/encounter.ts';
import type { Practice } from '../domain/practice.ts';
import type { TermDecisions } from '../domain/term-decision.ts';
import { isBeyondCodes } from '../domain/undo/visit/decided-visit.ts';
import { visitReference } from '../domain/visit/visit-reference.ts';
import { BillingError } from '../runtime/errors.ts';
import { codingBasis } from './coding-basis.ts';
import { type Acceptance, decideAcceptance } from './decide-acceptance.ts';
import { memoryOf } from './memory/practice-memory.ts';
import { proposeEncounterCodes } from './propose-encounter-codes.ts';
import { providerQueries, renderQuery } from './queries/provider-queries.ts';
import { registeredVisit } from './registered-visit.ts';
import { suggestCodes } from './suggest-codes.ts';
import { type AskingEffects, askSuggesters } from './suggesters/ask-suggesters.ts';
import { combineSuggestions } from './suggesters/combine-suggestions.ts';
import type { Suggester } from './suggesters/suggester.ts';
import type { CodingSuggestions } from './suggestions.ts';

/** What the step hands to the state machine: whether the practice's policy takes the proposal without a coder. */
export const suggestCodesOutcomes = ['confident', 'needs-coder'] as const;
export type SuggestCodesOutcome = (typeof suggestCodesOutcomes)[number];

export type ProposingEffects = AskingEffects & {
  /** The other suggesters that the deployment asks. */
  readonly others: readonly Suggester[];
  readonly getEncounter: (id: EncounterId) => Promise<Encounter>;
  readonly readNote: (textKey: string) => Promise<string>;
  readonly getPractice: (practiceId: string) => Promise<Practice>;
  readonly findTermDecisions: (practiceId: string) => Promise<TermDecisions>;
  readonly changeEncounter: (id: EncounterId, patch: () => Partial<Encounter>) => Promise<unknown>;
};

/** A record has 400 KB (DynamoDB); of a note that names more, the first tell enough. */
const mostRejected = 50;

const proposalOf = (acceptance: Acceptance): Pick<Encounter, 'questions' | 'proposal'> => {
  if (acceptance.outcome === 'confident') return { questions: [], proposal: acceptance.codes };
  const { proposal, questions } = acceptance;
  return { questions: questions.map(({ text }) => text), ...(proposal && { proposal }) };
};

/** Nobody answers more at once; what is asked besides stands among the questions. */
const mostQueries = 12;

const suggestionsOf = (
  { suggestions, rejected }: CodingSuggestions,
  fromOthers: CodingSuggestions['suggestions'],
): Pick<Encounter, 'suggestions' | 'rejectedCodes'> => ({
  suggestions: [...suggestions, ...fromOthers],
  rejectedCodes: rejected.slice(0, mostRejected),
});

/**
 * Suggests codes for the note of an encounter, ours and those of the others that are asked, keeps them with the
 * proposal that comes of them, and says whether the practice's policy takes it. What was proposed for the same visit
 * before is handed on as it was. An encounter without a registration or a text throws `InvalidInput`.
 */
export const proposeCodes = async (
  id: EncounterId,
  effects: ProposingEffects,
): Promise<SuggestCodesOutcome> => {
  const encounter = await effects.getEncounter(id);
  if (isBeyondCodes(encounter)) return 'confident';
  const { registration, textKey, unreadDocuments = [], asksAgain } = encounter;
  if (!registration || !textKey)
    throw new BillingError('InvalidInput', `Visit ${visitReference(id)} is not complete`);
  const round = proposalRound(encounter);
  if (encounter.proposedFor?.round === round) return asked(asksAgain, encounter.proposedFor.outcome);
  const [note, practice, decisions] = await Promise.all([
    effects.readNote(textKey),
    effects.getPractice(id.practiceId),
    effects.findTermDecisions(id.practiceId),
  ]);
  const visit = registeredVisit(registration);
  const own = suggestCodes(note, visit, { memory: memoryOf(decisions) });
  const others = await askSuggesters(effects.others, { note, visit }, effects);
  const { combined, fromOthers } = combineSuggestions(own, others);
  const unread = unreadDocuments.map((text) => ({ text }));
  const questions = [...unread, ...combined.questions];
  const proposed = proposeEncounterCodes({ ...combined, questions }, visit.dateOfService);
  const acceptance = decideAcceptance(proposed, practice.codingPolicy);
  await effects.changeEncounter(id, () => ({
    ...suggestionsOf(combined, fromOthers),
    queries: providerQueries(own).slice(0, mostQueries).map(renderQuery),
    ...proposalOf(acceptance),
    codingBasis: codingBasis(visit.dateOfService),
    proposedFor: { round, outcome: acceptance.outcome },
  }));
  return asked(asksAgain, acceptance.outcome);
};

/** Whose confirmation was taken back is asked again, however certain the codes are by now. */
const asked = (asksAgain: Encounter['asksAgain'], outcome: SuggestCodesOutcome): SuggestCodesOutcome =>
  asksAgain?.kind === 'coding' ? 'needs-coder' : outcome;

/** What codes were proposed for: a workflow that starts again finds the same proposal, and the coder who was asked. */
const proposalRound = (encounter: Encounter): string => {
  const { registration, textKey, restartedFor, undone = [] } = encounter;
  return shortDigest(JSON.stringify([registration, textKey, restartedFor, undone.length]));
};
