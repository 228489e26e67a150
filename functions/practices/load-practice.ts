import { z } from 'zod';
import type { CalendarDate } from '../domain/calendar.ts';
import { checkJson } from '../domain/check-input.ts';
import type { Finding } from '../domain/finding.ts';
import { type KnowsReason, unknownReasons } from '../domain/ledger/check-class-rules.ts';
import { Payer } from '../domain/payer.ts';
import { checkPractice, sharedNpis } from '../domain/practice/check-practice.ts';
import { Practice } from '../domain/practice.ts';

/** A file that somebody names: what it is called, and what is in it. */
export type NamedText = { readonly name: string; readonly text: string };

export type LoadPracticeEffects = {
  /** Looks a CARC up on a date. @default no list is installed */
  readonly knowsReason?: KnowsReason;
  /** Those beside it, one of which may bill under the same number. @default none */
  readonly listPractices?: () => Promise<readonly Practice[]>;
  readonly savePractice: (practice: Practice) => Promise<void>;
  readonly savePayer: (practiceId: string, payer: Payer) => Promise<void>;
};

/** Whose records were written, how many charges and payers, and what of them somebody should look at. */
export type LoadedPractice = {
  readonly practiceId: string;
  readonly charges: number;
  readonly payers: number;
  readonly findings: readonly Finding[];
};

/** Checks both files and writes the practice and its payers; throws with what is wrong where, and then writes nothing. */
export const loadPractice = async (
  practiceFile: NamedText,
  payersFile: NamedText,
  {
    savePractice,
    savePayer,
    listPractices = async () => [],
    knowsReason = () => undefined,
  }: LoadPracticeEffects,
  today: CalendarDate = new Date().toISOString().slice(0, 10),
): Promise<LoadedPractice> => {
  const practice = checked(practiceFile, Practice);
  const payers = checked(payersFile, z.array(Payer));
  const rules = practice.adjustmentClasses;
  const payerIds = payers.map(({ payerId }) => payerId);
  refuse(practiceFile.name, checkPractice(practice, payerIds));
  const others = await listPractices();
  await savePractice(practice);
  for (const payer of payers) await savePayer(practice.practiceId, payer);
  return {
    practiceId: practice.practiceId,
    charges: practice.chargeMaster.length,
    payers: payers.length,
    findings: [...sharedNpis(practice, others), ...unknownReasons(rules, knowsReason, today)],
  };
};

const checked = <S extends z.ZodType>({ name, text }: NamedText, schema: S): z.output<S> => {
  const read = checkJson(schema, text);
  if (read.success) return read.data;
  const [only] = read.findings;
  throw notUsable(name, only?.code === 'not-json' ? [{ ...only, path: placeOfFault(text) }] : read.findings);
};

/** Whether JSON may begin so: Node faults nothing of it but that it ends. */
const mayBegin = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const [, position] = /at position (\d+)/.exec(String(error)) ?? [];
    return /end of JSON|Unterminated/.test(String(error)) || Number(position) === text.length;
  }
};

/** Where a text stops being JSON: Node's own words name the place of some faults, and quote the text of others. */
const placeOfFault = (text: string): string => {
  let [sound, faulty] = [0, text.length];
  while (faulty - sound > 1) {
    const middle = Math.floor((sound + faulty) / 2);
    if (mayBegin(text.slice(0, middle))) sound = middle;
    else faulty = middle;
  }
  const lines = text.slice(0, mayBegin(text) ? text.length : sound).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
};

const refuse = (name: string, findings: readonly Finding[]): void => {
  if (findings.length > 0) throw notUsable(name, findings);
};

const notUsable = (name: string, findings: readonly Finding[]): Error => {
  const wrong = findings.map(({ path, detail }) => `✖ ${path ? `${path}: ` : ''}${detail}`);
  return new Error([`${name} is not usable:`, ...wrong].join('\n'));
};
