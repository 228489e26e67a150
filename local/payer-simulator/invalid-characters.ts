import { elementOf, type Segment } from '../../functions/edi/segments.ts';
import { isWritable } from '../../functions/edi/write-segments.ts';
import type { SegmentError } from '../../functions/edi/x999/implementation-acknowledgement.ts';

const holdsAny = (value: string, characters: string): boolean =>
  Array.from(characters).some((character) => value.includes(character));

/** No element of an 837P that we read repeats, so that a repetition separator in one is a stray character too. */
const isTransmittable = (value: string, component: string): boolean =>
  value.split(component).every((part) => isWritable(part));

/** IK402: X12's reference numbers of the elements that carry names and places. */
const referenceNumbers: Readonly<Record<string, string>> = {
  NM103: '1035',
  NM104: '1036',
  NM105: '1037',
  N301: '166',
  N302: '166',
  N401: '19',
  NTE02: '352',
};

const invalidCharacter = '6'; // IK403
const elementsInError = '8'; // IK304

/** The elements of a set whose characters the payer's translator does not take, as a 999 names them. */
export const invalidCharacterErrors = (segments: readonly Segment[], refused: string): SegmentError[] =>
  segments.flatMap((segment, index) => {
    const isTaken = (value: string): boolean =>
      isTransmittable(value, segment.delimiters.component) && !holdsAny(value, refused);
    const wrong = segment.elements.flatMap((value, at) => (isTaken(value) ? [] : [at + 1]));
    return wrong.length === 0 ? [] : [segmentError(segments, { segment, index, wrong })];
  });

type Hit = { segment: Segment; index: number; wrong: number[] };

/** IK404 stays empty: the value holds a character that the 999 itself may not hold. */
const segmentError = (segments: readonly Segment[], { segment, index, wrong }: Hit): SegmentError => ({
  segmentId: segment.id,
  position: index + 2, // ST = 1
  // IK303 holds four characters at most: 2010BA is told as 2010.
  loop: loopAt(segments.slice(0, index + 1))?.slice(0, 4),
  code: elementsInError,
  contexts: contextOf(segments, index),
  elementErrors: wrong.map((element) => ({
    element,
    referenceNumber: referenceNumbers[`${segment.id}${String(element).padStart(2, '0')}`],
    code: invalidCharacter,
    contexts: [],
  })),
});

/** The claim that the segment belongs to, or the first one below it. */
const contextOf = (segments: readonly Segment[], index: number) => {
  const level = segments.slice(0, index).findLastIndex(({ id }) => id === 'HL');
  const inLevel = (at: number): boolean => at > level && segments[at]?.id === 'CLM';
  const before = segments.slice(0, index + 1).findLastIndex((_, at) => inLevel(at));
  const at =
    before >= 0 ? before : segments.findIndex((segment, place) => place > index && segment.id === 'CLM');
  const value = elementOf(segments[at], 1);
  return value === undefined ? [] : [{ name: 'CLM01', value }];
};

const nameLoops: Readonly<Record<string, string>> = {
  '85': '2010AA',
  IL: '2010BA',
  PR: '2010BB',
  QC: '2010CA',
};

/** The loop of a name and its address above the claim; deeper loops are left unnamed. */
const loopAt = (segments: readonly Segment[]): string | undefined => {
  const above = segments.slice(segments.findLastIndex(({ id }) => id === 'HL'));
  if (above.some(({ id }) => id === 'CLM')) return undefined;
  return nameLoops[
    elementOf(
      above.findLast(({ id }) => id === 'NM1'),
      1,
    ) ?? ''
  ];
};
