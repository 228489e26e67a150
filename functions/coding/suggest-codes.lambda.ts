import { currentCodeSets } from '../adapters/code-sets/current-code-sets.ts';
import { findTermDecisions } from '../adapters/coder-memory-store.ts';
import { readText } from '../adapters/documents.ts';
import { changeEncounter, getEncounter } from '../adapters/encounter-store.ts';
import { getPractice } from '../adapters/practices/practice-store.ts';
import { converse } from '../adapters/suggesters/bedrock.ts';
import { inferDiagnoses } from '../adapters/suggesters/comprehend-medical.ts';
import { suggestersEnv } from '../adapters/suggesters.env.ts';
import { visitOf } from '../adapters/visits/visit-reference-store.ts';
import { EncounterStep } from '../domain/step.ts';
import { describeError, logger } from '../runtime/observability.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { proposeCodes, type SuggestCodesOutcome } from './propose-codes.ts';
import { askingSuggester } from './suggesters/ask-model.ts';
import type { AskingEffects } from './suggesters/ask-suggesters.ts';
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

export const handler = taskHandler(
  EncounterStep,
  async (step): Promise<{ outcome: SuggestCodesOutcome }> => ({
    outcome: await proposeCodes(await visitOf(step), {
      ...reports,
      others: others(),
      getEncounter,
      readNote: (textKey) => readText('intake', textKey),
      getPractice,
      findTermDecisions,
      changeEncounter,
    }),
  }),
).use(currentCodeSets);
