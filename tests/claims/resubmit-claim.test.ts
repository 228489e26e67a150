import { describe, expect, it } from 'vitest';
import { resubmitClaim } from '../../functions/claims/resubmit-claim.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import type { Correction } from '../../functions/domain/tasks/correction.ts';
import { adjudication, reversalOf } from '../factories/adjudications.ts';
import { adjudicated, claim } from '../factories/claims.ts';
import { practice } from '../factories/practices.ts';
import { anOutcome, decidedTask } from '../factories/tasks.ts';

const resubmitted = (before: Claim, correction?: Correction): Claim => {
  const outcome = anOutcome({ action: 'resubmit', ...(correction && { correction }) });
  const change = resubmitClaim(before, decidedTask('resubmit', { outcome }), practice());
  if (!change) throw new Error('The claim was not resubmitted');
  return change.claim;
};

/** What a transmission is told from another of its number by: the task of whoever opened it. */
const openedBy = 'C0000000000A1-0-denial';

const transmission = (before: Claim) => resubmitted(before).submissions.at(-1);

const rejected = (source: '277CA' | '999') => ({
  number: 1,
  frequency: '1' as const,
  fileAccepted: false,
  acknowledgement: { outcome: 'rejected' as const, source, reasons: [] },
});

describe('a claim that is sent again', () => {
  it('replaces what the payer holds, by the payer’s own number', () => {
    expect(transmission(adjudicated())).toEqual({
      number: 2,
      frequency: '7',
      originalReference: 'ICN900100',
      fileAccepted: false,
      openedBy,
    });
  });

  it.each(['277CA', '999'] as const)('is new after a rejection by %s', (source) => {
    const before = claim({
      status: 'rejected',
      submissions: [rejected(source)],
      payerControlNumber: 'ICN900100',
    });
    expect(transmission(before)).toEqual({ number: 2, frequency: '1', fileAccepted: false, openedBy });
  });

  it.each([
    ['on the claim', adjudication({ remarks: ['MA130'] })],
    [
      'on a line',
      adjudication({ lines: adjudication().lines.map((line) => ({ ...line, remarks: ['N382', 'MA130'] })) }),
    ],
  ])('is new when MA130 stands %s', (_place, unprocessable) => {
    expect(transmission(adjudicated({ adjudications: [unprocessable] }))).toMatchObject({ frequency: '1' });
  });

  it('is new after the payer took its decision back', () => {
    const before = adjudicated({ adjudications: [adjudication(), reversalOf(adjudication())] });
    expect(transmission(before)).toMatchObject({ frequency: '1' });
  });

  it('still replaces the decided transmission when the replacement itself was rejected', () => {
    const before = adjudicated({
      status: 'rejected',
      submissions: [
        { number: 1, frequency: '1', fileAccepted: true },
        { ...rejected('277CA'), number: 2, frequency: '7', originalReference: 'ICN900100' },
      ],
      payerControlNumber: 'OF-THE-REJECTED',
    });
    expect(transmission(before)).toEqual({
      number: 3,
      frequency: '7',
      originalReference: 'ICN900100',
      fileAccepted: false,
      openedBy,
    });
  });

  it('keeps every transmission before it', () => {
    const before = adjudicated();
    const services = before.lines.map(({ lineNumber, procedure, modifiers }) => ({
      ...{ lineNumber, procedure, modifiers },
      diagnosis: before.diagnoses[0]?.slice(0, 3),
    }));
    const kept = before.submissions.map((submission) => ({ ...submission, services, charge: 23_000 }));
    expect(resubmitted(before).submissions.slice(0, -1)).toEqual(kept);
  });

  it('gives the payer its status inquiries anew', () => {
    expect(resubmitted(adjudicated({ followUps: 3 })).followUpsForgiven).toBe(3);
  });
});

describe('a correction', () => {
  it('changes nothing that it does not name', () => {
    const { submissions, decisions, status, beforeDecision, ...after } = resubmitted(adjudicated());
    const { submissions: _s, decisions: _d, status: _t, ...before } = adjudicated();
    expect(after).toEqual(before);
  });

  it('of the member number makes the coverage be checked again', () => {
    const after = resubmitted(adjudicated(), { memberId: 'NW9900001' });
    expect(after).toMatchObject({ status: 'ready', coverage: { memberId: 'NW9900001' } });
  });

  it('of anything else goes out without another check', () => {
    const after = resubmitted(adjudicated(), {
      priorAuthorization: 'AUTH77',
      patientLastName: 'Okafor-Reed',
    });
    expect(after).toMatchObject({
      status: 'covered',
      priorAuthorization: 'AUTH77',
      patient: { lastName: 'Okafor-Reed', firstName: 'Miriam' },
    });
  });

  it('of the codes keeps what is known of services that stay', () => {
    const before = claim();
    const [line] = before.lines;
    if (!line) throw new TypeError('A claim has a line');
    const facts = { note: 'Second dose' };
    const codes = {
      diagnoses: ['R53.83'],
      services: [
        { procedure: '99212', modifiers: [], units: 1, diagnosisPointers: [1] },
        { procedure: line.procedure, modifiers: ['25'], units: 1, diagnosisPointers: [1] },
      ],
    };
    const { lines } = resubmitted({ ...before, lines: [{ ...line, facts }] }, { codes });
    expect(lines.map((one) => one.facts)).toEqual([undefined, facts]);
  });

  it('of the codes prices the services by the charge master', () => {
    const after = resubmitted(adjudicated(), {
      codes: {
        diagnoses: ['E11.9'],
        services: [{ procedure: 'J3301', modifiers: [], units: 4, diagnosisPointers: [1] }],
      },
    });
    expect(after.diagnoses).toEqual(['E11.9']);
    expect(after.lines).toEqual([
      {
        procedure: 'J3301',
        modifiers: [],
        units: 4,
        diagnosisPointers: [1],
        lineNumber: 1,
        charge: 3_600,
      },
    ]);
  });
});
