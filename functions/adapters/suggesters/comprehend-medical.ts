import { ComprehendMedicalClient, InferICD10CMCommand } from '@aws-sdk/client-comprehendmedical';

/** Coding goes on without an answer that takes longer: a step has thirty seconds in all. */
const patienceMs = 20_000;

let client: ComprehendMedicalClient | undefined;

/** Amazon Comprehend Medical's InferICD10CM on one text of at most 10,000 characters. Its client exists once it is asked. */
export const inferDiagnoses = (text: string): Promise<unknown> => {
  client ??= new ComprehendMedicalClient({});
  return client.send(new InferICD10CMCommand({ Text: text }), {
    abortSignal: AbortSignal.timeout(patienceMs),
  });
};
