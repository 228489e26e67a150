import { z } from 'zod';
import { localAuthorization } from '../../local/aws-clients.ts';
import type { LocalPractice } from '../../local/local-practice.ts';

const Functions = z.object({
  Functions: z.array(
    z.object({
      FunctionName: z.string(),
      Environment: z.object({ Variables: z.record(z.string(), z.string()) }).optional(),
    }),
  ),
});

/** The environment that a deployed function of the local cloud has, so that its code can run in this process. */
export const environmentOf = async (
  { cloud }: LocalPractice,
  name: string,
): Promise<Readonly<Record<string, string>>> => {
  const response = await fetch(`${cloud.endpoint}/2015-03-31/functions/`, {
    headers: { authorization: localAuthorization('lambda') },
  });
  const { Functions: all } = Functions.parse(await response.json());
  const found = all.find(({ FunctionName }) => FunctionName.includes(name));
  if (!found?.Environment) throw new Error(`No function ${name} is deployed`);
  return found.Environment.Variables;
};
