import type { CodeSupport } from '../../domain/coding.ts';
import type { Checked } from '../../domain/finding.ts';
import type { CodingForm } from './coding-form.ts';
import { findWords } from './find-words.ts';
import { normalDiagnosis } from './parse-codes.ts';

/** The words of the note that the coder names for added codes, as the note has them. */
export const readSupport = (form: CodingForm, note: string): Checked<CodeSupport>[] =>
  [
    ...form.addedDiagnoses.map(({ code, words }, at) => ({
      code: normalDiagnosis(code),
      words,
      path: `add-diagnosis-words-${at}`,
    })),
    ...form.addedServices.map(({ procedure, words }, at) => ({
      code: procedure.trim().toUpperCase(),
      words,
      path: `add-procedure-words-${at}`,
    })),
  ]
    .filter(({ words }) => words.trim() !== '')
    .map(({ code, words, path }) => {
      const quote = findWords(note, words);
      if (quote !== undefined) return { success: true, data: { code, quote } };
      const detail = 'These words do not stand in the note; copy them from it, 500 characters at most';
      return { success: false, findings: [{ code: 'words-unfounded', path, detail }] };
    });
