import type { Claim } from '../../functions/domain/claim.ts';
import { goesThrough, numbersOf, practicesPaidAmong } from '../../functions/domain/ledger/payee.ts';
import type { PostingEffects } from '../../functions/domain/posting.ts';
import type { Practice } from '../../functions/domain/practice.ts';
import type { TaskDraft } from '../../functions/domain/task-draft.ts';
import type { Remittance } from '../../functions/edi/x835/loops.ts';
import { askBillers } from '../../functions/partners/ask-billers.ts';
import { type PostingRecords, recordsOf } from './posting-records.ts';
import { practice } from './practices.ts';

const provider = (npi: string): Practice['providers'][number] => ({
  lastName: 'Lindqvist',
  firstName: 'Per',
  npi,
  taxonomy: '207Q00000X',
});

/** Two practices that work with one partner, `payer-simulator`, and a third that works with another. */
export const maple = practice({ npi: '1234567893', taxId: '123456789', providers: [provider('1999999984')] });
export const elm = practice({
  practiceId: 'elm-row',
  npi: '1888888885',
  taxId: '987654321',
  providers: [provider('1777777778')],
});
export const oak = practice({
  practiceId: 'oak-lane',
  npi: '1666666661',
  taxId: '555555555',
  providers: [provider('1555555558')],
});

const partnersOf = new Map([
  [maple.practiceId, 'payer-simulator'],
  [elm.practiceId, 'payer-simulator'],
  [oak.practiceId, 'lakeshore'],
]);

export type TaskOfPractice = { readonly practiceId: string; readonly draft: TaskDraft };

/** The records of the three practices, with the tasks of each by id; asked again, a task is the same. */
export const recordsOfPractices = (
  claims: readonly Claim[],
  practices: readonly Practice[] = [maple, elm, oak],
): PostingRecords & { readonly told: Map<string, TaskOfPractice> } => {
  const records = recordsOf(claims);
  const told = new Map<string, TaskOfPractice>();
  const practicesOf: PostingEffects['practicesOf'] = async (partnerId) => {
    const ids = practices.map(({ practiceId }) => practiceId);
    const working = ids.filter((id) =>
      goesThrough({ partnerId: partnersOf.get(id) ?? '', remittancePartnerIds: [] }, partnerId),
    );
    return working.length > 0 ? working : ids;
  };
  const effects: PostingEffects = {
    ...records.effects,
    billingOf: async ({ practiceId }) => {
      const owner = practices.find((one) => one.practiceId === practiceId) ?? maple;
      return {
        ...numbersOf(owner),
        partnerIds: [partnersOf.get(practiceId) ?? ''],
        classRules: [],
        contracts: [{ payerId: 'northwind', name: 'Northwind Health' }],
      };
    },
    payments: {
      ...records.effects.payments,
      practicePaid: async (paidTo) => {
        const [practiceId, ...others] = practicesPaidAmong(practices, paidTo);
        return others.length === 0 ? practiceId : undefined;
      },
    },
    practicesPaid: async (paidTo) => practicesPaidAmong(practices, paidTo),
    practicesOf,
    raiseTask: askBillers(practicesOf, async (draft, { practiceId, taskId }) => {
      if (!told.has(taskId)) told.set(taskId, { practiceId, draft });
    }),
  };
  return { ...records, effects, told };
};

/** To whom a payment for the practice is made out. */
export const payeeOf = ({ npi, taxId }: Practice): Remittance['payee'] => ({
  name: 'A PRACTICE',
  idQualifier: 'XX',
  id: npi,
  references: [{ qualifier: 'TJ', id: taxId }],
});

/** Somebody who is no practice here. */
export const stranger: Remittance['payee'] = { name: 'ELSEWHERE', idQualifier: 'XX', id: '1444444444' };
