import { describe, expect, it } from 'vitest';
import { post999, postTa1 } from '../../functions/acknowledgements/post-acknowledgements.ts';
import { watchFiles } from '../../functions/acknowledgements/watch-files.ts';
import type { Acknowledgement, Claim } from '../../functions/domain/claim.ts';
import type { FileAnswer, PartnerFile } from '../../functions/domain/partner-file.ts';
import type { PartnerEnrolment } from '../../functions/domain/practice/partner-enrolment.ts';
import type { Task } from '../../functions/domain/task.ts';
import type { TaskDraft } from '../../functions/domain/task-draft.ts';
import { a999 } from '../factories/batches/batch-answers.ts';
import { claim } from '../factories/claims.ts';
import { payer } from '../factories/payers.ts';
import { received, recordsOf } from '../factories/posting-records.ts';
import { practice } from '../factories/practices.ts';
import { aTask } from '../factories/tasks.ts';

const sentAt = '2026-03-03T15:00:00.000Z';
const keyOf = (fileId: string) => `partners/payer-simulator/outbound/837P-${fileId}.x12`;

const idOf = (index: number) => `C00000000${String(index).padStart(2, '0')}A1`;

const accepted: Acknowledgement = { outcome: 'accepted', source: '277CA', reasons: [] };

/** A claim that went out in a file. */
const sentIn = (fileId: string, index: number, change: Partial<Claim> = {}): Claim =>
  claim({
    claimId: idOf(index),
    status: 'submitted',
    dateOfService: '2026-03-02',
    submissions: [{ number: 1, frequency: '1', fileAccepted: false, sentAt, fileName: keyOf(fileId) }],
    ...change,
  });

const taken = (one: Claim): Claim => ({
  ...one,
  status: 'accepted',
  submissions: one.submissions.map((sent) => ({ ...sent, acknowledgement: accepted })),
});

type World = {
  readonly claims: readonly Claim[];
  readonly answered?: readonly FileAnswer[];
  readonly enrolment?: Partial<PartnerEnrolment>;
  readonly tasks?: readonly Task[];
};

/** What the watch asks and closes at an instant. */
const watch = async (at: string, { claims, answered = [], enrolment, tasks = [] }: World) => {
  const raised = new Map<string, TaskDraft>();
  const closed: string[] = [];
  const filesOf = Map.groupBy(claims, ({ submissions }) => submissions[0]?.fileName ?? '');
  const practices = practice({
    timeZone: 'America/New_York',
    partners: enrolment
      ? [
          {
            partnerId: 'payer-simulator',
            submitterId: 'MAPLE',
            submitterQualifier: 'ZZ',
            receiverId: 'SIMULATOR',
            receiverQualifier: 'ZZ',
            usage: 'production',
            ...enrolment,
          },
        ]
      : [],
  });
  const counts = await watchFiles({
    listPractices: async () => [practices],
    listPayers: async () => [payer({ acknowledgementDays: 3 })],
    claimsByStatus: async (_, status) => claims.filter((one) => one.status === status),
    findClaim: async (claimId) => claims.find((one) => one.claimId === claimId),
    findFile: async (partnerId, key): Promise<PartnerFile> => ({
      partnerId,
      key,
      direction: 'outbound',
      fileId: key.slice(-13, -4),
      transaction: '837P',
      practiceId: 'maple-street',
      sets: [{ controlNumber: '1', claims: (filesOf.get(key) ?? []).map(({ claimId }) => `${claimId}-1`) }],
      answered: [...answered],
      outcome: 'sent',
      findings: [],
      at: sentAt,
    }),
    tasksByStatus: async () => tasks,
    raiseTask: async (draft, { taskId }) => raised.set(taskId, draft),
    closeTask: async ({ taskId }) => closed.push(taskId) > 0,
    now: () => new Date(at),
    watched: () => undefined,
  });
  return { counts, closed, raised, titles: [...raised.values()].map(({ title }) => title) };
};

const hours = (after: number) => new Date(Date.parse(sentAt) + after * 3_600_000).toISOString();
const twelve = Array.from({ length: 12 }, (_, index) => sentIn('000000123', index));

describe('the watch over files without an answer', () => {
  it('says nothing before the time is over', async () => {
    expect((await watch(hours(23), { claims: twelve })).counts).toEqual({ missing: 0, closed: 0 });
  });

  it('raises one task for a file whose 999 is overdue, however many claims wait and however often it looks', async () => {
    const { raised, titles } = await watch(hours(25), { claims: twelve });
    expect([...raised.keys()]).toEqual(['unanswered-payer-simulator-000000123']);
    expect(titles).toEqual(['999 of file 000000123 of 3 March has not come; 12 claims wait']);
    const [draft] = raised.values();
    expect(draft).toMatchObject({ kind: 'missing-acknowledgement', owner: 'biller' });
    expect(draft?.limits).toMatchObject([{ action: 'dismiss', name: 'new-claim', lastDay: '2027-03-02' }]);
    expect(draft?.reasons.at(-1)?.text).toContain(idOf(11));
  });

  it.each([
    [25, {}, ['999 of file 000000123 of 3 March has not come; 12 claims wait']],
    [
      25,
      { interchangeAnswerDays: 0.1 },
      ['TA1 and 999 of file 000000123 of 3 March have not come; 12 claims wait'],
    ],
    [5, { interchangeAnswerDays: 0.1 }, ['TA1 of file 000000123 of 3 March has not come; 12 claims wait']],
    [25, { fileAnswerDays: 2 }, []],
  ] as const)('goes by the partner’s own times (%d hours, %o)', async (after, enrolment, titles) => {
    expect((await watch(hours(after), { claims: twelve, enrolment })).titles).toEqual(titles);
  });

  it('raises one of each file', async () => {
    const claims = [sentIn('000000123', 1), sentIn('000000124', 2), sentIn('000000124', 3)];
    expect((await watch(hours(25), { claims })).titles).toEqual([
      '999 of file 000000123 of 3 March has not come; 1 claim waits',
      '999 of file 000000124 of 3 March has not come; 2 claims wait',
    ]);
  });

  it('names the 277CAs that are overdue once the file is answered', async () => {
    const [first, ...others] = twelve;
    const claims = [...(first ? [taken(first)] : []), ...others];
    const world = { claims, answered: ['999' as const] };
    expect((await watch(hours(71), world)).titles).toEqual([]);
    expect((await watch(hours(73), world)).titles).toEqual([
      '277CA for 11 of 12 claims in file 000000123 of 3 March has not come',
    ]);
  });

  it('takes a word on any claim of a file for a proof that the file came', async () => {
    const [first, ...others] = twelve;
    expect(
      (await watch(hours(25), { claims: [...(first ? [taken(first)] : []), ...others] })).titles,
    ).toEqual([]);
  });

  it.each(['pending', 'finalized', 'rejected', 'information-requested', 'not-found'] as const)(
    'takes a claim of which a 277 says that it is %s as that says',
    async (outcome) => {
      const payerStatus = { submissionNumber: 1, inquiry: 0, at: sentAt, outcome, codes: [] };
      const world = { claims: [sentIn('000000123', 1, { payerStatus })], answered: ['999' as const] };
      expect((await watch(hours(73), world)).titles).toHaveLength(outcome === 'not-found' ? 1 : 0);
    },
  );

  it('does not ask about a claim that has left the file: sent again, decided or closed', async () => {
    const claims = (['covered', 'adjudicated', 'rejected', 'closed'] as const).map((status, index) =>
      sentIn('000000123', index, { status }),
    );
    expect((await watch(hours(100), { claims })).titles).toEqual([]);
  });

  it('closes what it asked once answers came late, and leaves other tasks alone', async () => {
    const open = (fileId: string, change: Partial<Task> = {}) =>
      aTask({ taskId: `unanswered-payer-simulator-${fileId}`, kind: 'missing-acknowledgement', ...change });
    const tasks = [open('000000123'), open('000000100'), open('000000101', { kind: 'denial' })];
    const { closed } = await watch(hours(25), { claims: twelve, tasks });
    expect(closed).toEqual(['unanswered-payer-simulator-000000100']);
    const later = await watch(hours(26), { claims: twelve, tasks, answered: ['999'] });
    expect(later.closed).toContain('unanswered-payer-simulator-000000123');
  });
});

describe('an answer about a file', () => {
  const file: PartnerFile = {
    partnerId: 'payer-simulator',
    direction: 'outbound',
    fileId: '000004711',
    key: keyOf('000004711'),
    transaction: '837P',
    practiceId: 'maple-street',
    sets: [{ controlNumber: '000004711', claims: ['C0000000000A1-1'] }],
    outcome: 'sent',
    findings: [],
    at: sentAt,
  };

  it.each(['A', 'R', 'E'])('is noted whatever a 999 says (%s)', async (said) => {
    const records = recordsOf([claim({ status: 'submitted' })], [file]);
    await post999(received(a999(undefined, said)), records.effects);
    expect([...records.fileAnswers]).toEqual(['000004711 999']);
  });

  it.each(['A', 'E', 'R'])('is noted whatever a TA1 says (%s)', async (said) => {
    const records = recordsOf([claim({ status: 'submitted' })], [file]);
    const code = said === 'A' ? '000' : '024';
    const text = [
      'ISA*00*          *00*          *ZZ*PAYER          *ZZ*MAPLE          *260303*1500*^*00501*000000009*0*P*:',
      `TA1*000004711*260303*1500*${said}*${code}`,
      'IEA*0*000000009',
      '',
    ].join('~');
    await postTa1(received(text), records.effects);
    expect([...records.fileAnswers]).toEqual(['000004711 TA1']);
  });
});
