import { standardDelimiters } from '../edi/text/delimiters.ts';

/** Where a level or a claim of a set begins: an HL with its kind (HL03), or a CLM with its number. */
type Landmark = {
  readonly position: number;
  readonly level?: string | undefined;
  readonly claim?: string | undefined;
};

/** The claims that a place of a set is about; `isCommon`: what stands there they have in common, as a biller or an end. */
export type Concerned = { readonly claims: readonly string[]; readonly isCommon: boolean };

const { segment: terminator, element: separator } = standardDelimiters;

/** The segments of one set of a file of ours, from its ST on, cut into their elements. */
const segmentsOf = (text: string, controlNumber: string): string[][] => {
  const segments = text.split(terminator).map((one) => one.trim().split(separator));
  const start = segments.findIndex(([id, , number]) => id === 'ST' && number === controlNumber);
  const end = segments.findIndex(([id], at) => at > start && id === 'SE');
  return start < 0 ? [] : segments.slice(start, end);
};

const landmarksOf = (segments: readonly (readonly string[])[]): Landmark[] =>
  segments.flatMap(([id, first, , level], index): Landmark[] => {
    const position = index + 1;
    if (id === 'HL') return [{ position, level }];
    return id === 'CLM' ? [{ position, claim: first }] : [];
  });

const billing = '20';
const subscriber = '22';

/** The claims from a landmark to where its level ends: at the next of its own kind or of one above. */
const claimsBelow = (landmarks: readonly Landmark[], { position, level }: Landmark): string[] => {
  const after = landmarks.filter((one) => one.position > position);
  const end = after.findIndex((one) => one.level !== undefined && isNotBelow(one.level, level));
  return after.slice(0, end < 0 ? undefined : end).flatMap(({ claim }) => claim ?? []);
};

const isNotBelow = (level: string, above: string | undefined): boolean => {
  if (above === billing) return level === billing;
  return above === subscriber ? level === billing || level === subscriber : true;
};

/** Loops of a claim and of its services. */
const isOfClaim = (loop: string | undefined): boolean => loop !== undefined && /^2[34]/.test(loop);

/**
 * Tells which claims of a set a place is about, counted as 999s count (ST = 1). A segment of a claim that is missing is
 * told of where the next begins, be that another level: the loop tells which claim lacks it.
 */
export const claimsInSet = (text: string, controlNumber: string) => {
  const landmarks = landmarksOf(segmentsOf(text, controlNumber));
  const all = landmarks.flatMap(({ claim }) => claim ?? []);
  return (position: number, loop?: string): Concerned => {
    const before = landmarks.filter((one) => one.position <= position);
    const last = before.at(-1);
    const isNext = last?.position === position && last.level !== undefined && isOfClaim(loop);
    const place = isNext ? before.findLast(({ claim }) => claim !== undefined) : last;
    if (place?.claim !== undefined) return { claims: [place.claim], isCommon: false };
    if (!place) return { claims: all, isCommon: true };
    return { claims: claimsBelow(landmarks, place), isCommon: place.level === billing };
  };
};
