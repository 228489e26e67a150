import { converse } from '../adapters/bedrock.ts';
import { findTermDecisions } from '../adapters/coder-memory-store.ts';
import { inferDiagnoses } from '../adapters/comprehend-medical.ts';
import { readText } from '../adapters/documents.ts';
import { changeEncounter, getEncounter } from '../adapters/encounter-store.ts';
import { getPractice } from '../adapters/practice-store.ts';
import { suggestersEnv } from '../adapters/suggesters.env.ts';
import { EncounterStep } from '../domain/step.ts';
import { BillingError } from '../runtime/errors.ts';
import { describeError, logger } from '../runtime/observability.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { codingBasis } from './coding-basis.ts';
import { decideAcceptance } from './decide-acceptance.ts';
import { memoryOf } from './memory/practice-memory.ts';
import { proposeEncounterCodes } from './propose-encounter-codes.ts';
import { registeredVisit } from './registered-visit.ts';
import { suggestCodes } from './suggest-codes.ts';
import { askingSuggester } from './suggesters/ask-model.ts';
import { type AskingEffects, askSuggesters } from './suggesters/ask-suggesters.ts';
import { combineSuggestions } from './suggesters/combine-suggestions.ts';
import { inferringSuggester } from './suggesters/infer-codes.ts';
import type { Suggester } from './suggesters/suggester.ts';

/** The other suggesters that this deployment asks: none unless it is configured to. */
const others = (): Suggester[] => {
  const { [suggestersEnv.comprehendMedical]: infers, [suggestersEnv.bedrockModel]: model } = process.env;
  return [
    ...(infers === 'on' ? [inferringSuggester(inferDiagnoses)] : []),
    ...(model ? [askingSuggester(model, converse)] : []),
  ];
};

const reports: AskingEffects = {
  failed: (suggester, error) => logger.warn('A suggester failed', { suggester, ...describeError(error) }),
  answered: (suggester, { suggestions, findings }) =>
    logger.info('A suggester answered', {
      suggester,
      suggested: suggestions.length,
      dropped: findings.map(({ code }) => code),
    }),
};

/** A record has 400 KB (DynamoDB); of a note that names more, the first tell enough. */
const mostRejected = 50;

export const handler = taskHandler(EncounterStep, async (id) => {
  const { registration, textKey } = await getEncounter(id);
  if (!registration || !textKey)
    throw new BillingError('InvalidInput', `Encounter ${id.encounterId} is not complete`);
  const [note, practice, decisions] = await Promise.all([
    readText('intake', textKey),
    getPractice(id.practiceId),
    findTermDecisions(id.practiceId),
  ]);
  const visit = registeredVisit(registration);
  const own = suggestCodes(note, visit, { memory: memoryOf(decisions) });
  const asked = await askSuggesters(others(), { note, visit }, reports);
  const { combined, fromOthers } = combineSuggestions(own, asked);
  const proposed = proposeEncounterCodes(combined, visit.dateOfService);
  const acceptance = decideAcceptance(proposed, practice.codingPolicy);
  const proposal = acceptance.outcome === 'confident' ? acceptance.codes : acceptance.proposal;
  const questions = acceptance.outcome === 'confident' ? [] : acceptance.questions.map(({ text }) => text);
  await changeEncounter(id, () => ({
    suggestions: [...combined.suggestions, ...fromOthers],
    rejectedCodes: combined.rejected
      .slice(0, mostRejected)
      .map((one) => ({ ...one, evidence: [...one.evidence] })),
    codingBasis: codingBasis(visit.dateOfService),
    questions,
    ...(proposal && { proposal }),
  }));
  return { outcome: acceptance.outcome };
});
