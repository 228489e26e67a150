import type { ClaimContext } from '../domain/claim.ts';
import { type DeskParts, desksOf, type HeldParts } from '../domain/denials/desks-of-claim.ts';
import type { PracticeRouting } from '../domain/denials/route-adjustment.ts';
import type { FindPatient } from '../domain/patients/patient-record.ts';
import type { Payer } from '../domain/payer.ts';
import type { ClaimAction } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import type { DecidedPart } from '../domain/tasks/decided-part.ts';
import { describeDenial } from './describe-denial.ts';

export type DenialReads = {
  readonly routingInForce: (practiceId: string) => Promise<PracticeRouting | undefined>;
  readonly listPayers: (practiceId: string) => Promise<readonly Payer[]>;
  readonly findPatient: FindPatient;
};

/**
 * How the denial of a claim is worked. Each record is read once, so that the desks and all their tasks go by the same
 * version of the practice's table.
 */
export const denialWork = async (
  { claim, payer }: Pick<ClaimContext, 'claim' | 'payer'>,
  { routingInForce, listPayers, findPatient }: DenialReads,
): Promise<{
  readonly desksOf: (held: HeldParts) => readonly DeskParts[];
  readonly describe: (own?: readonly DecidedPart[]) => TaskDraft<ClaimAction>;
}> => {
  const { practiceId, patientId, nextPayers } = claim;
  const [routing, payers, file] = await Promise.all([
    routingInForce(practiceId),
    listPayers(practiceId),
    findPatient({ practiceId, patientId }),
  ]);
  const next = payers.find(({ payerId }) => payerId === nextPayers[0]?.coverage.payerId);
  const known = { payers, coverages: file?.coverages ?? [] };
  return {
    desksOf: (held) => desksOf(claim, payer, routing, held),
    describe: (own) => describeDenial(claim, { payer, next, known }, routing, own),
  };
};
