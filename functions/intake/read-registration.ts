import { checkInput } from '../domain/check-input.ts';
import type { Checked, Finding } from '../domain/finding.ts';
import { EncounterRegistration } from '../domain/visit/registration.ts';

/** Checks a clinic's `encounter.json`; the findings name places, fields and rules, never values. */
export const readRegistration = (body: Uint8Array): Checked<EncounterRegistration> => {
  const text = decodeUtf8(body);
  if (text === undefined)
    return refused('not-utf-8', 'The file is not UTF-8 text: save it as UTF-8, without another encoding');
  const parsed = parseWithPlace(text);
  return parsed.success ? checkInput(EncounterRegistration, parsed.data) : parsed;
};

const refused = (code: string, detail: string): Checked<never> => ({
  success: false,
  findings: [{ code, path: '', detail }],
});

/** Text without its byte-order mark; undefined where the bytes are no UTF-8. */
const decodeUtf8 = (body: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
};

/** The parser's own words quote the text, which is a patient's: of them only the place is told. */
const parseWithPlace = (text: string): Checked<unknown> => {
  try {
    return { success: true, data: JSON.parse(text) };
  } catch {
    const { line, column } = placeOf(text, firstFault(text));
    return refused(
      'not-json',
      `The file is not JSON: it breaks at line ${line}, column ${column}. Check commas, quotes and brackets there`,
    );
  }
};

/** The length of the longest beginning that may still become JSON: the fault is right after it. */
const firstFault = (text: string): number => {
  let [sound, broken] = [0, text.length + 1];
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1;
    if (isBeginning(text.slice(0, middle))) sound = middle;
    else broken = middle;
  }
  return sound;
};

/** Whether a parser fails of a text only because it ends. */
const isBeginning = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof SyntaxError ? error.message : '';
    const position = /position (\d+)/.exec(message)?.[1];
    return position === undefined ? message.includes('end of JSON input') : Number(position) >= text.length;
  }
};

const placeOf = (text: string, at: number): { readonly line: number; readonly column: number } => {
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
};

/** Coverages must name payers that the practice has a contract with. */
export const unknownPayers = (registration: EncounterRegistration, known: ReadonlySet<string>): Finding[] =>
  registration.coverages.flatMap(({ payerId }, index) =>
    known.has(payerId)
      ? []
      : [
          {
            code: 'unknown-payer',
            path: `coverages.${index}.payerId`,
            detail: `The practice has no contract with this payer. Those that it has: ${[...known].sort().join(', ')}`,
          },
        ],
  );

/** The fields in which two registrations differ, by their paths: `patient.dateOfBirth`. Never their values. */
export const changedFields = (before: unknown, after: unknown, path = ''): readonly string[] => {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isObject(before) || !isObject(after)) return [path];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) =>
    changedFields(before[name], after[name], path === '' ? name : `${path}.${name}`),
  );
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
