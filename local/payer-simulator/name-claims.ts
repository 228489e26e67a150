import type { Interchange } from '../../functions/edi/envelope/interchange.ts';
import type { InterchangeReport } from '../../functions/edi/envelope/interchange-report.ts';
import type { Finding } from '../../functions/edi/findings.ts';
import type { ImplementationAcknowledgement, SegmentError } from '../../functions/edi/x999/loops.ts';
import { claimAt, type Landmark } from './segment-watch.ts';

/** Adds to the segments in error of a 999 which claim they concern, as payers do for people (CTX*CLM01). */
export const nameClaims = (
  answer: Interchange,
  report: InterchangeReport,
  landmarks: readonly Landmark[],
): Interchange => ({
  ...answer,
  groups: answer.groups.map((group) => ({
    ...group,
    sets: group.sets.map((set) => {
      const acknowledgement = set.data as ImplementationAcknowledgement; // which is what `acknowledge` writes
      return { ...set, data: nameInGroup(acknowledgement, report, landmarks) };
    }),
  })),
});

const nameInGroup = (
  acknowledgement: ImplementationAcknowledgement,
  { groups }: InterchangeReport,
  landmarks: readonly Landmark[],
): ImplementationAcknowledgement => {
  const group = groups.find(({ header }) => header.controlNumber === acknowledgement.groupControlNumber);
  const transactionSets = acknowledgement.transactionSets?.map((set, index) => ({
    ...set,
    segmentErrors: set.segmentErrors?.map((error) =>
      nameInSegment(error, group?.sets[index]?.findings ?? [], landmarks),
    ),
  }));
  return { ...acknowledgement, transactionSets };
};

const nameInSegment = (
  error: SegmentError,
  findings: readonly Finding[],
  landmarks: readonly Landmark[],
): SegmentError => {
  const place = findings.find((finding) => finding.place?.position === error.position)?.place;
  const value = place && claimAt(landmarks, place);
  return {
    ...error,
    ...(value !== undefined && { contexts: [{ identifications: [{ name: 'CLM01', value }] }] }),
  };
};
