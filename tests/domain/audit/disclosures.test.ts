import { describe, expect, it } from 'vitest';
import { stepActor } from '../../../functions/domain/actor.ts';
import { type DisclosedClaim, disclosuresOf } from '../../../functions/domain/audit/disclosures.ts';
import type { PartnerFile } from '../../../functions/domain/partner-file.ts';
import { injectionClaim } from '../../factories/claims.ts';
import { anOutcome, aTask, biller } from '../../factories/tasks.ts';
import { anEntry } from './a-chain.ts';

const claim = injectionClaim();

const told = (change: Partial<DisclosedClaim> = {}): DisclosedClaim => ({
  ...{ claim, events: [], tasks: [], partnerId: 'exchange-house', inquiries: [] },
  ...change,
});

const file = (change: Partial<PartnerFile>): PartnerFile => ({
  ...{
    partnerId: 'exchange-house',
    direction: 'outbound',
    fileId: '000000007',
    key: 'k',
    transaction: '270',
  },
  ...{ claimId: claim.claimId, outcome: 'sent', findings: [], at: '2026-10-13T08:00:00.000Z' },
  ...change,
});

const submission = claim.submissions[0] ?? { number: 1, frequency: '1' as const, fileAccepted: false };

describe('where the records of a patient went', () => {
  it('is each claim that was sent, to which payer and through whom', () => {
    expect(disclosuresOf([told()], [])).toEqual([
      {
        at: '2026-10-14T09:00:00.000Z',
        what: 'claim',
        to: { kind: 'payer', id: 'northwind', through: 'exchange-house' },
        purpose: 'payment',
        claimId: claim.claimId,
        reference: 'f',
      },
    ]);
  });

  it('is no claim that waits, and none that another payer passed on', () => {
    const { sentAt: _, ...waiting } = submission;
    const forwarded = { ...submission, forwarded: { by: 'C0000000000A1', until: '2026-12-01' } };
    for (const one of [waiting, forwarded])
      expect(disclosuresOf([told({ claim: { ...claim, submissions: [one] } })], [])).toEqual([]);
  });

  it('is each question to a payer, and no file but those', () => {
    const inquiries = [
      file({}),
      file({ transaction: '276', at: '2026-10-20T08:00:00.000Z', fileId: '000000009' }),
      file({ transaction: '271' }),
    ];
    expect(disclosuresOf([told({ inquiries })], []).map(({ what, reference }) => [what, reference])).toEqual([
      ['eligibility-inquiry', '000000007'],
      ['claim', 'f'],
      ['status-inquiry', '000000009'],
    ]);
  });

  it('is each appeal once, other documents for a payer, and neither where it was taken back', () => {
    const sent = { way: 'fax' as const, on: '2026-11-02', confirmation: 'F-77' };
    const appeal = {
      taskId: 'T-1',
      level: 1,
      about: [],
      disputed: claim.patientBilled,
      paidBefore: claim.patientBilled,
      sent,
    };
    const decidedBy = (taskId: string) => aTask({ taskId, status: 'done', outcome: anOutcome({ sent }) });
    const withPapers = { ...claim, submissions: [], appeals: [appeal] };
    const tasks = [decidedBy('T-1'), decidedBy('T-2'), decidedBy('T-3')];
    const decisions = [{ taskId: 'T-3', action: 'undo', by: biller }];
    const papers = disclosuresOf([told({ claim: { ...withPapers, decisions }, tasks })], []);
    expect(papers.map(({ what, at, reference }) => [what, at, reference])).toEqual([
      ['appeal', '2026-11-02', 'F-77'],
      ['documents', '2026-11-02', 'F-77'],
    ]);
  });

  it('is what the patient was billed, and what somebody took out as a whole', () => {
    const at = '2026-11-05T00:00:00.000Z';
    const events = [
      { type: 'billed-to-patient', at, actor: stepActor('bill-patient'), detail: {} },
      { type: 'closed', at, actor: stepActor('close-claim'), detail: {} },
    ];
    const bare = { ...claim, submissions: [] };
    expect(
      disclosuresOf([told({ claim: bare, events })], [anEntry(1)]).map(({ what, to }) => [what, to]),
    ).toEqual([
      ['export', { kind: 'member', id: 'subject-1' }],
      ['patient-bill', { kind: 'patient', id: 'P-204' }],
    ]);
  });
});
