import type { InferredCodes } from '../../../functions/coding/suggesters/read-inferred-codes.ts';

type Entity = InferredCodes['Entities'][number];

/** One entity as InferICD10CM answers it, by the API reference of the service; all values are invented. */
export const anEntity = (text: string, words: string, change: Partial<Entity> = {}) => {
  const begin = [...text.slice(0, text.indexOf(words))].length;
  return {
    Id: 0,
    Text: words,
    Category: 'MEDICAL_CONDITION',
    Type: 'DX_NAME',
    Score: 0.98,
    BeginOffset: begin,
    EndOffset: begin + [...words].length,
    Attributes: [],
    Traits: [{ Name: 'DIAGNOSIS', Score: 0.93 }],
    ICD10CMConcepts: [
      { Description: 'Essential (primary) hypertension', Code: 'I10', Score: 0.91 },
      { Description: 'Secondary hypertension, unspecified', Code: 'I15.9', Score: 0.22 },
    ],
    ...change,
  };
};

export const concept = (Code: string, Score = 0.9) => [{ Description: 'A condition', Code, Score }];

/** What Converse answers when the model calls the tool, by the API reference of Amazon Bedrock. */
export const aModelAnswer = (codes: unknown, change: Readonly<Record<string, unknown>> = {}) => ({
  output: {
    message: {
      role: 'assistant',
      content: [
        { text: 'I report the codes.' },
        { toolUse: { toolUseId: 'tooluse_1', name: 'report_codes', input: { codes } } },
      ],
    },
  },
  stopReason: 'tool_use',
  usage: { inputTokens: 900, outputTokens: 120, totalTokens: 1020 },
  metrics: { latencyMs: 2100 },
  ...change,
});
