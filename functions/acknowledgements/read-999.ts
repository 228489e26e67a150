import type { Acknowledgement } from '../domain/claim.ts';
import type {
  ImplementationAcknowledgement,
  SegmentError,
  TransactionSetAcknowledgement,
} from '../edi/x999/loops.ts';
import { distinct } from './read-acknowledgement.ts';

type Reasons = Acknowledgement['reasons'];

/** IK501 and AK901: A, E and P accept in whole or in part; R, M, W and X reject with every claim inside. */
const acceptedSets = new Set(['A', 'E', 'P']);
const rejectedSets = new Set(['R', 'M', 'W', 'X']);

export const rejectsSet = (status: string): boolean => rejectedSets.has(status);

export const acceptsSet = (status: string): boolean => acceptedSets.has(status);

/** The verdict of a 999 on a file that holds one transaction set; undefined for other codes. */
export const read999Verdict = (group: ImplementationAcknowledgement): Acknowledgement | undefined => {
  const sets = group.transactionSets ?? [];
  const refused = sets.filter(({ status }) => rejectsSet(status));
  if (refused.length === 0 && !rejectsSet(group.status)) {
    const isAccepted = [group, ...sets].every(({ status }) => acceptedSets.has(status));
    return isAccepted ? { outcome: 'accepted', source: '999', reasons: [] } : undefined;
  }
  return refusedBy999(refused.flatMap(setReasons), group.status);
};

/** Why a set was refused. */
export const setReasons = ({
  segmentErrors = [],
  errorCodes = [],
}: TransactionSetAcknowledgement): Reasons => [
  ...segmentErrors.flatMap(segmentReasons),
  ...errorCodes.map((code) => ({ code: `IK5:${code}`, text: 'The transaction set has errors' })),
];

/** A refusal for the reasons, where there are any, else for the verdict on the group. */
export const refusedBy999 = (reasons: Reasons, groupStatus: string): Acknowledgement => ({
  outcome: 'rejected',
  source: '999',
  reasons:
    reasons.length > 0
      ? distinct(reasons)
      : [{ code: `AK9:${groupStatus}`, text: 'The whole file was rejected' }],
});

/** IK403 implementation data element errors in words; the offending value itself may be PHI and is left out. */
const elementWords: Record<string, string> = {
  '1': 'a required element is missing',
  '4': 'an element is too short',
  '5': 'an element is too long',
  '6': 'an element has a character that the payer does not take',
  '7': 'an element has a code that is not valid',
  '8': 'a date is not valid',
};

/** One reason for each element in error; the loop tells which person or provider it concerns. */
export const segmentReasons = ({ segmentId, loop, code, elementErrors = [] }: SegmentError): Reasons => {
  const place = `${segmentId}${loop ? ` in loop ${loop}` : ''}`;
  const segment = { code: `IK3:${code ?? ''}`, text: `Segment ${place} is in error` };
  if (elementErrors.length === 0) return [segment];
  return elementErrors.map((error) => ({
    code: `IK4:${error.code}`,
    text: `${place}, element ${error.place.element}: ${elementWords[error.code] ?? `error ${error.code}`}`,
  }));
};
