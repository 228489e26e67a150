import type { Acknowledgement } from '../domain/claim.ts';
import type { InterchangeAcknowledgement } from '../edi/envelope/interchange.ts';
import { providersOf } from '../edi/x277ca/claims-of.ts';
import type { ClaimAcknowledgement, ClaimAcknowledgementSet } from '../edi/x277ca/loops.ts';
import type { ImplementationAcknowledgement, SegmentError } from '../edi/x999/loops.ts';

/** 277CA categories: A0 and A1 say only that the claim travels; A2 and A5 accept it; A3, A6, A7, A8 reject it. */
const accepted = new Set(['A2', 'A5']);
const rejected = new Set(['A3', 'A6', 'A7', 'A8']);

/** An STC of any level: one code, and up to two more. */
type StatusCode = {
  readonly category: string;
  readonly status: string;
  readonly entity?: string | undefined;
};
type Status = { readonly status: StatusCode; readonly furtherStatuses?: readonly StatusCode[] | undefined };

const codesOf = (statuses: readonly Status[]): StatusCode[] =>
  statuses.flatMap(({ status, furtherStatuses = [] }) => [status, ...furtherStatuses]);

/** The verdict of a 277CA on one claim; undefined while the claim is on its way or under investigation (A0, A1, A4). */
export const read277Verdict = ({
  statuses = [],
  lines = [],
}: ClaimAcknowledgement): Acknowledgement | undefined =>
  verdictOf([...statuses, ...lines.flatMap((line) => line.statuses ?? [])]);

/** The verdict of a 277CA on everything that one file held, told of the batch or of the provider (2200B, 2200C). */
export const read277FileVerdict = (set: ClaimAcknowledgementSet): Acknowledgement | undefined =>
  verdictOf([
    ...(set.source.receiver.verdict?.statuses ?? []),
    ...providersOf(set).flatMap(({ verdict }) => verdict?.statuses ?? []),
  ]);

const verdictOf = (statuses: readonly Status[]): Acknowledgement | undefined => {
  const codes = codesOf(statuses);
  const refusals = codes.filter(({ category }) => rejected.has(category));
  if (refusals.length > 0) {
    const reasons = refusals.map(({ category, status, entity }) => ({
      code: [category, status, entity].filter(Boolean).join(':'),
      text: claimStatusText(status, entity),
    }));
    return { outcome: 'rejected', source: '277CA', reasons };
  }
  return codes.some(({ category }) => accepted.has(category))
    ? { outcome: 'accepted', source: '277CA', reasons: [] }
    : undefined;
};

/** Entity codes of an STC in words. */
const entities: Record<string, string> = {
  IL: 'the subscriber',
  QC: 'the patient',
  '85': 'the billing provider',
  '82': 'the rendering provider',
  DN: 'the referring provider',
  PR: 'the payer',
};

/** The claim status codes that front ends send most, in our own words; the payer's code stands beside them. */
const statusWords: Record<string, string> = {
  '21': 'Information is missing or invalid',
  '24': 'Not approved as an electronic submitter',
  '26': 'Not found',
  '33': 'The subscriber and the subscriber number are not found',
  '88': 'Not eligible on the date of service',
  '116': 'The claim went to the wrong payer',
  '125': 'The name',
  '153': 'The identifier',
  '158': 'The date of birth',
  '164': 'The member number',
  '187': 'The date of service',
  '255': 'A diagnosis code',
  '454': 'A procedure code',
  '562': 'The NPI',
};

const claimStatusText = (status: string, entity?: string): string => {
  const words = statusWords[status] ?? `Claim status code ${status}`;
  const whom = entity && entities[entity];
  return whom ? `${words} (${whom})` : words;
};

/** IK501: A and E accept the transaction set; R, M, W and X reject it and every claim in it. */
const rejectsSet = (status: string): boolean => 'RMWX'.includes(status);

/** The verdict of a 999 on one of our files, each of which holds one transaction set. */
export const read999Verdict = (group: ImplementationAcknowledgement): Acknowledgement => {
  const refused = (group.transactionSets ?? []).filter(({ status }) => rejectsSet(status));
  if (refused.length === 0 && !rejectsSet(group.status))
    return { outcome: 'accepted', source: '999', reasons: [] };
  const reasons = refused.flatMap(({ segmentErrors = [], errorCodes = [] }) => [
    ...segmentErrors.flatMap(segmentReasons),
    ...errorCodes.map((code) => ({ code: `IK5:${code}`, text: 'The transaction set has errors' })),
  ]);
  return {
    outcome: 'rejected',
    source: '999',
    reasons:
      reasons.length > 0 ? reasons : [{ code: `AK9:${group.status}`, text: 'The whole file was rejected' }],
  };
};

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
const segmentReasons = ({
  segmentId,
  loop,
  code,
  elementErrors = [],
}: SegmentError): Acknowledgement['reasons'] => {
  const place = `${segmentId}${loop ? ` in loop ${loop}` : ''}`;
  const segment = { code: `IK3:${code ?? ''}`, text: `Segment ${place} is in error` };
  if (elementErrors.length === 0) return [segment];
  return elementErrors.map((error) => ({
    code: `IK4:${error.code}`,
    text: `${place}, element ${error.place.element}: ${elementWords[error.code] ?? `error ${error.code}`}`,
  }));
};

/** The verdict of a TA1 on the envelope of one file: TA104 R rejects it with everything inside. */
export const readTa1Verdict = ({ code, note }: InterchangeAcknowledgement): Acknowledgement | undefined =>
  code === 'R'
    ? {
        outcome: 'rejected',
        source: 'TA1',
        reasons: [{ code: `TA1:${note}`, text: 'The envelope of the file was rejected' }],
      }
    : undefined;
