import type { Claim } from '../../domain/claim.ts';
import { ClaimId } from '../../domain/ids.ts';
import { lettersOf } from './line-number.ts';

/** A claim that a number may name, and what stands behind its id: the transmission, perhaps padded with zeros. */
export type NumberReading = { readonly claimId: string; readonly behind: string };

/**
 * What a CLP01 may have been before somebody wrote it in another case, without its hyphen, behind a prefix of their
 * own, padded with zeros, cut off behind the claim's id, or took letters for others that look alike (a claim on paper
 * is read by machine). Every reading needs a second fact before money follows it.
 */
export const readingsOf = (text: string): readonly NumberReading[] => {
  const letters = lettersOf(text);
  const starts = Array.from(letters, (letter, at) => (letter === 'C' ? at : -1)).filter((at) => at >= 0);
  const readings = starts.flatMap((at) => idLengths.flatMap((length) => readAt(letters, at, length)));
  return [...new Map(readings.map((one) => [one.claimId + one.behind, one])).values()];
};

/** Of today's ids, and of those before. */
const idLengths = [11, 13] as const;

const readAt = (letters: string, at: number, length: 11 | 13): NumberReading[] => {
  const id = letters.slice(at, at + length);
  const behind = letters.slice(at + length);
  if (!/^\d{0,7}$/.test(behind)) return [];
  return [id, id.replaceAll(/./g, (letter) => meant[length][letter] ?? letter)]
    .filter((claimId) => ClaimId.safeParse(claimId).success && claimId.length === length)
    .map((claimId) => ({ claimId, behind }));
};

/** Letters that an id of this length does not have, and the one that each is taken for. */
const meant: Readonly<Record<11 | 13, Readonly<Record<string, string>>>> = {
  11: { Z: '2', S: '5', G: '6', B: '8', A: '4', U: 'V' },
  13: { O: '0', I: '1', L: '1', U: 'V' },
};

/** The fewest letters of an id that say something: more would make a coincidence of every number with a C. */
const cutOffLetters = 8;

/** Whether a number may be the beginning of one of ours. */
export const mayBeCutOff = (text: string): boolean => {
  const letters = lettersOf(text);
  return letters.startsWith('C') && letters.length >= cutOffLetters && letters.length < 13;
};

/** The reading of a number that names this claim, if there is one. */
export const readingAs = (text: string, { claimId }: Claim): NumberReading | undefined =>
  readingsOf(text).find((reading) => reading.claimId === claimId) ??
  (mayBeCutOff(text) && claimId.startsWith(lettersOf(text)) ? { claimId, behind: '' } : undefined);

/** Earlier ids were made of these alone, so that the words that other systems put into numbers are not taken for ours. */
const madeOf = /^C[0-9A-HJKMNP-TV-Z]+$/;

/** Whether a number, however misspelt, may be one that we wrote: those of other systems mostly may not. */
export const mayBeOurs = (text: string): boolean =>
  readingsOf(text).some(({ claimId }) => madeOf.test(claimId) && lettersOf(text).includes(claimId));
