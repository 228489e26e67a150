import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Payer } from '../functions/domain/payer.ts';
import { Practice } from '../functions/domain/practice.ts';

/** Checks both files and writes the practice and its payers; throws with what is wrong where, and then writes nothing. */
export const loadPractice = async (
  practiceFile: string,
  payersFile: string,
): Promise<{ practiceId: string; charges: number; payers: number }> => {
  const practice = await readChecked(practiceFile, Practice);
  const payers = await readChecked(payersFile, z.array(Payer));
  const { savePayer, savePractice } = await import('../functions/adapters/practice-store.ts');
  await savePractice(practice);
  for (const payer of payers) await savePayer(practice.practiceId, payer);
  return { practiceId: practice.practiceId, charges: practice.chargeMaster.length, payers: payers.length };
};

const readChecked = async <S extends z.ZodType>(file: string, schema: S): Promise<z.output<S>> => {
  const result = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (result.success) return result.data;
  throw new Error(`${file} is not usable:\n${z.prettifyError(result.error)}`);
};
