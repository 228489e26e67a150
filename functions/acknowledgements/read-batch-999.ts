import type { SentSet } from '../domain/partner-file.ts';
import type { ImplementationAcknowledgement, TransactionSetAcknowledgement } from '../edi/x999/loops.ts';
import { acceptsSet, rejectsSet } from './read-999.ts';

/** What a 999 says of one set of a batch: told of by itself where it was refused for something in it. */
export type SetVerdict =
  | { readonly set: SentSet; readonly verdict: 'accepted' | 'unclear' }
  | { readonly set: SentSet; readonly verdict: 'refused'; readonly told?: TransactionSetAcknowledgement };

/** Partners write our nine digits without their zeros, too. */
const isNumber = (one: string, other: string): boolean => Number(one) === Number(other);

/**
 * The verdict on each set of a batch. A set without errors need not be told of: it has the verdict on its group. A group
 * that is refused is refused with all its sets, whatever is told of them.
 */
export const readBatch999 = (
  sets: readonly SentSet[],
  { status, transactionSets = [] }: ImplementationAcknowledgement,
): SetVerdict[] =>
  sets.map((set): SetVerdict => {
    const told = transactionSets.find(({ controlNumber }) => isNumber(controlNumber, set.controlNumber));
    if (told && rejectsSet(told.status)) return { set, verdict: 'refused', told };
    if (rejectsSet(status)) return { set, verdict: 'refused' };
    return {
      set,
      verdict: acceptsSet(told?.status ?? status) && acceptsSet(status) ? 'accepted' : 'unclear',
    };
  });

/** The sets that a 999 tells of and the batch does not hold, counted from 1 among those told of. */
export const strangeSets = (
  sets: readonly SentSet[],
  { transactionSets = [] }: ImplementationAcknowledgement,
): number[] =>
  transactionSets.flatMap(({ controlNumber }, index) =>
    sets.some((set) => isNumber(controlNumber, set.controlNumber)) ? [] : [index + 1],
  );
