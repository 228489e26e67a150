import combinations from '../../../codesets/clinical-terms/combinations.json' with { type: 'json' };
import { isWithin } from '../../../codesets/code-notation.ts';
import { type BookNote, entryOn, statementsOf } from './rules/ruling.ts';
import type { DiagnosisCandidate } from './suggest-diagnoses.ts';

/** Two conditions that ICD-10-CM reports by one combination code, which stands before the second one. */
type Combination = (typeof combinations)[number];

/** Words by which a clinician denies the presumed link, or gives the second condition another cause (guideline I.A.15). */
const unlinked =
  /\b(not|un)\s*(?:\w+ )?(?:due|related|secondary)\s*(?:to)?\s*(?:the |his |her )?(?:hypertension|htn|blood pressure)|\bnon-?hypertensive\b/i;

const isUnlinked = (second: DiagnosisCandidate, note: BookNote): boolean =>
  statementsOf(second, note).some(({ text }) => unlinked.test(text));

const combine = (
  found: readonly DiagnosisCandidate[],
  row: Combination,
  note: BookNote,
): readonly DiagnosisCandidate[] => {
  const first = found.find(({ entry }) => row.first.includes(entry.code));
  const second = found.find(({ entry }) => isWithin(entry.code, row.second));
  const entry = entryOn(note, row.code);
  // Where the note names the combination itself, it says the second one.
  if (found.some((one) => one.entry.code === row.code)) {
    return row.keepsSecond ? found : found.filter((one) => one !== second);
  }
  if (!first || !second || !entry) return found;
  if (row.first.some((code) => isWithin(code, ['I1'])) && isUnlinked(second, note)) return found;
  const combined: DiagnosisCandidate = {
    ...first,
    entry,
    confidence: Math.min(first.confidence, second.confidence),
    evidence: [...first.evidence, ...second.evidence],
    rules: [...first.rules, row.rule],
  };
  const rest = found.filter((one) => one !== second && one !== first);
  const at = Math.min(found.indexOf(first), found.indexOf(second));
  const after = row.keepsSecond ? [combined, second] : [combined];
  return [...rest.slice(0, at), ...after, ...rest.slice(at)];
};

/** Replaces conditions that ICD-10-CM reports together by their combination code; what comes out of one row may go into a later one. */
export const combineDiagnoses = (
  found: readonly DiagnosisCandidate[],
  note: BookNote,
): readonly DiagnosisCandidate[] => combinations.reduce((codes, row) => combine(codes, row, note), found);
