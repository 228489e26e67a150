import { goesThrough, practicesPaidAmong } from '../../domain/ledger/payee.ts';
import type { PaidTo } from '../../domain/ledger/payment.ts';
import { Payer } from '../../domain/payer.ts';
import { type ChangePracticeList, Practice, type PracticeListName } from '../../domain/practice.ts';
import { BillingError } from '../../runtime/errors.ts';
import { isConditionFailure } from '../transaction.ts';
import { PayerEntity, PracticeEntity } from './practice-table.ts';

/** Throws RecordNotFound: files and workflows name only practices that were set up. */
export const getPractice = async (practiceId: string): Promise<Practice> => {
  const practice = await findPractice(practiceId);
  if (!practice) throw new BillingError('RecordNotFound', `There is no practice ${practiceId}`);
  return practice;
};

export const findPractice = async (practiceId: string): Promise<Practice | undefined> => {
  const { data } = await PracticeEntity.get({ practiceId }).go();
  return data ? Practice.parse(data.record) : undefined;
};

export const savePractice = async (practice: Practice): Promise<void> => {
  await PracticeEntity.put({ practiceId: practice.practiceId, record: practice }).go();
};

/** Two people may edit a list at the same moment: five tries are ample. */
const changeAttempts = 5;

/**
 * Applies a decision to one list of a practice as it stands, and replaces that list alone: whatever else of the practice
 * is written at the same time stays. Decided again when somebody else replaced it meanwhile.
 */
export const changePracticeList: ChangePracticeList = async (practiceId, name, decide) => {
  for (let attempt = 0; attempt < changeAttempts; attempt++) {
    const { data } = await PracticeEntity.get({ practiceId }).go({ consistent: true });
    if (!data) throw new BillingError('RecordNotFound', `There is no practice ${practiceId}`);
    const list = decide(Practice.parse(data.record));
    if (!list || (await replaceList(practiceId, name, data.record[name], list))) return;
  }
  throw new BillingError('ConcurrentChange', `The ${name} of ${practiceId} kept changing`);
};

/** As it is stored, not as it is read: defaults are added in reading. */
const replaceList = async (
  practiceId: string,
  name: PracticeListName,
  stored: unknown,
  list: readonly unknown[],
): Promise<boolean> => {
  try {
    await PracticeEntity.patch({ practiceId })
      .data(({ record }, { set }) => set(record[name], list))
      .where(({ record }, { eq, notExists }) =>
        stored === undefined ? notExists(record[name]) : eq(record[name], stored),
      )
      .go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};

export const listPractices = async (): Promise<Practice[]> => {
  const { data } = await PracticeEntity.query.all({}).go({ pages: 'all' });
  return data.map(({ record }) => Practice.parse(record));
};

export const findPayer = async (practiceId: string, payerId: string): Promise<Payer | undefined> => {
  const { data } = await PayerEntity.get({ practiceId, payerId }).go();
  return data ? Payer.parse(data.record) : undefined;
};

/** Throws RecordNotFound when the practice has no contract with the payer; registration is checked for it first. */
export const getPayer = async (practiceId: string, payerId: string): Promise<Payer> => {
  const payer = await findPayer(practiceId, payerId);
  if (!payer)
    throw new BillingError('RecordNotFound', `Practice ${practiceId} has no contract with payer ${payerId}`);
  return payer;
};

export const savePayer = async (practiceId: string, payer: Payer): Promise<void> => {
  await PayerEntity.put({ practiceId, payerId: payer.payerId, record: payer }).go();
};

export const listPayers = async (practiceId: string): Promise<Payer[]> => {
  const { data } = await PayerEntity.query.primary({ practiceId }).go({ pages: 'all' });
  return data.map(({ record }) => Payer.parse(record));
};

/** The practices that a payment is made out to, by id; none where its payee is nobody of ours. */
export const practicesPaid = async (paidTo: PaidTo): Promise<readonly string[]> =>
  practicesPaidAmong(await listPractices(), paidTo);

/** The practice that a payee is; undefined for none of ours, and where several are meant. */
export const practicePaid = async (paidTo: PaidTo): Promise<string | undefined> => {
  const [practiceId, ...others] = await practicesPaid(paidTo);
  return others.length === 0 ? practiceId : undefined;
};

/** The practices that work with a partner, by id; all of them where none does. */
export const practicesOf = async (partnerId: string): Promise<readonly string[]> => {
  const ids = (await listPractices()).map(({ practiceId }) => practiceId);
  const payers = await Promise.all(ids.map(listPayers));
  const working = ids.filter((_, index) => payers[index]?.some((payer) => goesThrough(payer, partnerId)));
  return working.length > 0 ? working : ids;
};
