import { readFileSync } from 'node:fs';
import { parseJson } from '../../functions/domain/check-input.ts';
import type { Checked } from '../../functions/domain/finding.ts';
import { type CheckedRules, checkRules } from '../../functions/domain/rules/check-rules.ts';
import type { PracticeRule } from '../../functions/domain/rules/practice-rule.ts';
import type { KnownOfPractice } from '../../functions/domain/rules/property-values.ts';

/** What a file of rules says, as JSON. */
export const readRulesFile = (file: string): unknown => {
  const read = parseJson(readFileSync(file, 'utf8'));
  if (!read.success) throw new Error(`${file}: the text is not JSON`);
  return read.data;
};

/** Checks the rules of a file. */
export const checkRulesFile = (file: string, known: KnownOfPractice = {}): Checked<CheckedRules> =>
  checkRules(readRulesFile(file), known);

/** The rules of a file that is named; none where none is. An error says what is wrong with them, a line each. */
export const rulesOf = (file: string | undefined, known: KnownOfPractice = {}): readonly PracticeRule[] => {
  if (file === undefined) return [];
  const checked = checkRulesFile(file, known);
  if (checked.success) return checked.data.rules;
  throw new Error(checked.findings.map(({ path, detail }) => `${file}: ${path}: ${detail}`).join('\n'));
};
