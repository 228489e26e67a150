import type { Finding } from '../../domain/finding.ts';
import { InferredCodes, readInferredCodes } from './read-inferred-codes.ts';
import { splitNote } from './split-note.ts';
import type { Suggester } from './suggester.ts';

/** InferICD10CM takes 1 to 10,000 characters; in bytes we stay below whatever it counts as one. */
export const inferenceBytes = 10_000;

/** Twenty calls read a note of fifty pages; what is longer is no visit note, and each call costs. */
const mostPieces = 20;

const tooLong: Finding = {
  code: 'note-too-long',
  path: '',
  detail: `Only the first ${mostPieces} parts of the note were sent to Amazon Comprehend Medical`,
};

/** Amazon Comprehend Medical as a suggester of diagnoses; `infer` is its operation InferICD10CM on one text. */
export const inferringSuggester = (infer: (text: string) => Promise<unknown>): Suggester => ({
  name: 'comprehend-medical',
  suggest: async (note, { dateOfService }) => {
    const pieces = splitNote(note, inferenceBytes).filter(({ text }) => text.trim() !== '');
    const answers = await Promise.all(
      pieces
        .slice(0, mostPieces)
        .map(async (piece) => ({ piece, inferred: InferredCodes.parse(await infer(piece.text)) })),
    );
    const suggested = readInferredCodes(answers, note, dateOfService);
    return pieces.length > mostPieces
      ? { ...suggested, findings: [...suggested.findings, tooLong] }
      : suggested;
  },
});
