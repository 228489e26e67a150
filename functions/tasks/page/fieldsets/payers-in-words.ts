import { orderInWords } from '../../../domain/coordination/payer-order.ts';
import type { Task } from '../../../domain/task.ts';
import type { ClaimReader } from '../../complete-task.ts';

/** The payers of the claim before and after a decision on their order. */
export const payersInWords = async (
  { outcome, claimId = '', practiceId }: Task,
  { findClaim, listPayers }: ClaimReader,
): Promise<string | undefined> => {
  const said = outcome?.otherPayer;
  const claim = said && (await findClaim(claimId));
  return claim && orderInWords(claim, said, await listPayers(practiceId));
};
