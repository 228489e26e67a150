import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PracticeLists } from '../../functions/api/mechanics/practice-lists.ts';
import type { Page } from '../../functions/domain/paging/page.ts';
import { aMember } from '../factories/access/members.ts';
import { claim } from '../factories/claims.ts';
import { fakeTable } from './fake-table.ts';

vi.hoisted(() => {
  vi.stubEnv('TABLE_NAME', 'records');
  vi.stubEnv('AWS_REGION', 'us-east-1');
});

const { practiceLists } = await import('../../functions/adapters/lists/practice-lists.ts');
const { MembershipEntity } = await import('../../functions/adapters/access/access-table.ts');
const { DepositEntity } = await import('../../functions/adapters/payments/deposit-table.ts');
const { AppointmentEntity } = await import('../../functions/adapters/patients/patient-table.ts');
const { ClaimEntity } = await import('../../functions/adapters/table.ts');
const { depositsOfPractice } = await import('../../functions/adapters/payments/deposit-store.ts');

/** What the API is wired with is what it asks for. */
const lists: PracticeLists = practiceLists;
const practiceId = 'maple-street';

beforeEach(() => void fakeTable());

/** All pages of a list, two records each at most. */
const all = async <T>(read: (page: { limit: number; after?: string | undefined }) => Promise<Page<T>>) => {
  const found: T[] = [];
  let after: string | undefined;
  do {
    const { items, next }: Page<T> = await read({ limit: 2, after });
    expect(items.length).toBeLessThanOrEqual(2);
    found.push(...items);
    after = next;
  } while (after !== undefined);
  return found;
};

describe('the lists of a practice', () => {
  it('have each member once, in its latest version, also when one gets another version meanwhile', async () => {
    const put = (subject: string, version: number) =>
      MembershipEntity.put({ practiceId, subject, version, record: aMember({ subject, version }) }).go();
    for (const [number, versions] of [5, 1, 2, 1, 3].entries())
      for (let version = 1; version <= versions; version += 1) await put(`subject-${number}`, version);
    const found = await all(async (page) => {
      const read = await lists.members(practiceId, {}, page);
      if (page.after === 'subject-3') await put('subject-3', 2);
      return read;
    });
    expect(found.map(({ subject, version }) => `${subject} ${version}`)).toEqual([
      'subject-4 3',
      'subject-3 1',
      'subject-2 2',
      'subject-1 1',
      'subject-0 5',
    ]);
  });

  it('have the last day too of days that are asked for', async () => {
    const days = ['2026-01-30', '2026-01-31', '2026-01-31', '2026-02-01'];
    for (const [index, date] of days.entries()) {
      const source = { kind: 'api', name: 'bank' } as const;
      const record = { depositId: `D${index}`, practiceId, date, amount: 1, text: '', source, at: '' };
      await DepositEntity.put({ practiceId, date, depositId: `D${index}`, record }).go();
      const appointment = { practiceId, appointmentId: `A${index}`, patientId: 'P1', date };
      await AppointmentEntity.put({
        ...{ practiceId, appointmentId: `A${index}`, date, version: 1 },
        record: { ...appointment, status: 'scheduled', version: 1, saidOn: date, history: [] },
      }).go();
    }
    const asked = { from: '2026-01-30', to: '2026-01-31' };
    const deposits = await all((page) => lists.deposits(practiceId, asked, page));
    expect(deposits.map(({ depositId }) => depositId)).toEqual(['D0', 'D1', 'D2']);
    expect(await depositsOfPractice(practiceId, asked)).toHaveLength(3);
    const appointments = await all((page) => lists.appointments(practiceId, asked, page));
    expect(appointments.map(({ appointmentId }) => appointmentId)).toEqual(['A0', 'A1', 'A2']);
  });

  it('have the claims of a person under each of its numbers', async () => {
    for (const [index, patientId] of ['P1', 'P2', 'P1', 'P3', 'P1'].entries()) {
      const record = claim({ claimId: `C000000000${index}AA`, patientId });
      const { claimId, encounterId, status, dateOfService, version } = record;
      await ClaimEntity.put({
        ...{ practiceId, claimId, encounterId, patientId, status, dateOfService, version, record },
      }).go();
    }
    const found = await all((page) => lists.claims(practiceId, { patientIds: ['P2', 'P1'] }, page));
    expect(found.map(({ patientId }) => patientId)).toEqual(['P1', 'P1', 'P1', 'P2']);
  });
});
