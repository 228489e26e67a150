import { z } from 'zod';
import { checkJson } from '../domain/check-input.ts';
import { Payer } from '../domain/payer.ts';
import { Practice } from '../domain/practice.ts';

/** A file that somebody names: what it is called, and what is in it. */
export type NamedText = { readonly name: string; readonly text: string };

export type LoadPracticeEffects = {
  readonly savePractice: (practice: Practice) => Promise<void>;
  readonly savePayer: (practiceId: string, payer: Payer) => Promise<void>;
};

/** Whose records were written, and how many charges and payers. */
export type LoadedPractice = {
  readonly practiceId: string;
  readonly charges: number;
  readonly payers: number;
};

/** Checks both files and writes the practice and its payers; throws with what is wrong where, and then writes nothing. */
export const loadPractice = async (
  practiceFile: NamedText,
  payersFile: NamedText,
  { savePractice, savePayer }: LoadPracticeEffects,
): Promise<LoadedPractice> => {
  const practice = checked(practiceFile, Practice);
  const payers = checked(payersFile, z.array(Payer));
  await savePractice(practice);
  for (const payer of payers) await savePayer(practice.practiceId, payer);
  return { practiceId: practice.practiceId, charges: practice.chargeMaster.length, payers: payers.length };
};

const checked = <S extends z.ZodType>({ name, text }: NamedText, schema: S): z.output<S> => {
  const read = checkJson(schema, text);
  if (read.success) return read.data;
  const wrong = read.findings.map(({ path, detail }) => `✖ ${path ? `${path}: ` : ''}${detail}`);
  throw new Error([`${name} is not usable:`, ...wrong].join('\n'));
};
