import type { Interchange } from '../../functions/edi/envelope.ts';
import type { Finding } from '../../functions/edi/findings.ts';
import type { TransactionSet } from '../../functions/edi/functional-groups.ts';
import { writeTa1 } from '../../functions/edi/ta1/write-ta1.ts';
import type {
  ImplementationAcknowledgement,
  SegmentError,
  TransactionSetAcknowledgement,
} from '../../functions/edi/x999/implementation-acknowledgement.ts';
import { write999 } from '../../functions/edi/x999/write-999.ts';
import { type Answer, composeAnswer, dueAfter, type Office, type ReceivedFile } from './answer.ts';

/** GS01 by transaction. */
const functionalIds: Readonly<Record<string, string>> = { '837': 'HC', '270': 'HS', '276': 'HR' };

/** The faults of one set: X12's own codes, and the segments in error where they are known. */
export type SetFaults = { codes: string[]; segments: SegmentError[] };

/** Sorts findings by the set that they name ("ST[2]/…"); those that name none concern the whole group. */
export const faultsOf = (findings: readonly Finding[], position: number): SetFaults => {
  const own = findings.filter(({ path }) => !path.startsWith('ST[') || path.startsWith(`ST[${position}]`));
  const codes = own.map(({ code }) => (code.startsWith('IK502-') ? code.slice(6) : segmentsInError));
  return { codes: [...new Set(codes)].slice(0, 5), segments: [] };
};

/** IK502: one or more segments in error. */
export const segmentsInError = '5';

const acknowledgeSet = (
  set: TransactionSet,
  { codes, segments }: SetFaults,
): TransactionSetAcknowledgement => ({
  transaction: set.transaction,
  controlNumber: set.controlNumber,
  version: set.version,
  segmentErrors: segments,
  status: codes.length > 0 ? 'R' : 'A',
  errorCodes: codes,
});

const groupStatus = (accepted: number, received: number): string => {
  if (accepted === received) return 'A';
  return accepted === 0 ? 'R' : 'P';
};

const acknowledgeGroup = (
  { header, sets }: Interchange,
  faults: readonly SetFaults[],
): ImplementationAcknowledgement => {
  const transactionSets = sets.map((set, index) =>
    acknowledgeSet(set, faults[index] ?? { codes: [], segments: [] }),
  );
  const accepted = transactionSets.filter(({ status }) => status === 'A').length;
  return {
    functionalId: functionalIds[sets[0]?.transaction ?? ''] ?? 'HC',
    groupControlNumber: String(header.controlNumber),
    version: sets[0]?.version,
    transactionSets,
    status: groupStatus(accepted, sets.length),
    includedSets: sets.length,
    receivedSets: sets.length,
    acceptedSets: accepted,
    errorCodes: [],
  };
};

/** The 999 for a file of one functional group; a set with faults is rejected, the others go on. */
export const acknowledgeSyntax = (
  file: ReceivedFile,
  { interchange, faults, days }: { interchange: Interchange; faults: readonly SetFaults[]; days: number },
  office: Office,
): Answer =>
  composeAnswer(file, {
    transaction: '999',
    part: 0,
    dueAt: dueAfter(file, days, office),
    header: interchange.header,
    write: (envelope) => write999({ envelope, acknowledgements: [acknowledgeGroup(interchange, faults)] }),
  });

/** The TA1 for an envelope whose faults leave nothing to be read; `note` is the code of TA105. */
export const rejectInterchange = (
  file: ReceivedFile,
  { interchange, note, days }: { interchange: Interchange; note: string; days: number },
  office: Office,
): Answer =>
  composeAnswer(file, {
    transaction: 'TA1',
    part: 0,
    dueAt: dueAfter(file, days, office),
    header: interchange.header,
    write: (envelope) =>
      writeTa1({
        envelope,
        acknowledgements: [
          {
            controlNumber: interchange.header.controlNumber,
            interchangeCreatedAt: interchange.header.createdAt,
            code: 'R',
            note,
          },
        ],
      }),
  });
