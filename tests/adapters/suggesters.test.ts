import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { ComprehendMedicalClient } from '@aws-sdk/client-comprehendmedical';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { converse } from '../../functions/adapters/suggesters/bedrock.ts';
import { inferDiagnoses } from '../../functions/adapters/suggesters/comprehend-medical.ts';
import { modelRequest } from '../../functions/coding/suggesters/ask-model.ts';

type Sent = { readonly input: object };

/** Without a network: what the client would send, and for how long it waits. */
const catchSent = (client: { prototype: { send: unknown } }) => {
  vi.stubEnv('AWS_REGION', 'us-east-1');
  const send = vi.fn(async (_command: Sent, _options: { abortSignal: AbortSignal }) => ({ Entities: [] }));
  vi.spyOn(client.prototype as { send: typeof send }, 'send').mockImplementation(send);
  return send;
};

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('the clients of other suggesters', () => {
  it('send Amazon Comprehend Medical the text and nothing else, and do not wait for ever', async () => {
    const send = catchSent(ComprehendMedicalClient);
    expect(await inferDiagnoses('Assessment: gout.')).toEqual({ Entities: [] });
    const [command, options] = send.mock.calls[0] ?? [];
    expect(command?.input).toEqual({ Text: 'Assessment: gout.' });
    expect(options?.abortSignal).toBeInstanceOf(AbortSignal);
  });

  it('send Bedrock the request as it was made', async () => {
    const send = catchSent(BedrockRuntimeClient);
    const request = modelRequest('Assessment: gout.', { dateOfService: '2026-11-16' }, 'a-model');
    await converse(request);
    expect(send.mock.calls[0]?.[0].input).toEqual(request);
  });
});
