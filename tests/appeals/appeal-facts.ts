import type { AppealFacts } from '../../functions/appeals/letter/appeal-facts.ts';
import { payerActor, stepActor } from '../../functions/domain/actor.ts';
import type { Claim, ClaimEvent } from '../../functions/domain/claim.ts';
import type { Encounter } from '../../functions/domain/encounter.ts';
import { adjudication, adjustment } from '../factories/adjudications.ts';
import { adjudicated } from '../factories/claims.ts';
import { anEncounter } from '../factories/encounters.ts';
import { payer } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';

/** A note whose sentences support what is billed in these tests. */
export const appealNote = `CHIEF COMPLAINT: Palpitations.

HPI: Patient reports palpitations with lightheadedness for two weeks. Her mother had atrial fibrillation.

PLAN
Blood drawn today for TSH and CBC. Return in two weeks.
`;

const span = (quote: string, sentence?: string) => {
  const start = appealNote.indexOf(quote);
  return { start, end: start + quote.length, quote, ...(sentence && { sentence }) };
};

export const appealEncounter = (change: Partial<Encounter> = {}): Encounter => {
  const [diagnosis, service] = anEncounter().suggestions;
  if (!diagnosis || !service) throw new Error('The encounter has suggestions');
  return anEncounter({
    suggestions: [
      {
        ...diagnosis,
        code: 'M17.11',
        evidence: [
          span(
            'palpitations with lightheadedness',
            'Patient reports palpitations with lightheadedness for two weeks.',
          ),
        ],
      },
      { ...service, code: '36415', evidence: [span('Blood drawn today')] },
      { ...service, code: '99213', evidence: [span('Return in two weeks')] },
    ],
    ...change,
  });
};

/** A claim that went out in a file, was taken in by 999 and 277CA, and whose second line is denied for a reason. */
export const deniedClaim = (reason: string, change: Partial<Claim> = {}): Claim =>
  adjudicated({
    adjudications: [adjudication({}, [adjustment('CO', reason, 8_000)])],
    submissions: [
      {
        number: 1,
        frequency: '1',
        fileAccepted: true,
        sentAt: '2026-10-14T09:00:00.000Z',
        fileName: 'partners/clearing/outbound/837P-000000123.x12',
        acknowledgement: { outcome: 'accepted', source: '277CA', reasons: [] },
        payerControlNumbers: ['ICN900100'],
      },
    ],
    ...change,
  });

const event = (type: string, at: string, detail: ClaimEvent['detail']): ClaimEvent => ({
  ...{ type, at, detail },
  actor: type === 'submitted' ? stepActor('send-batch') : payerActor('northwind'),
});

export const answeredHistory: readonly ClaimEvent[] = [
  event('eligibility-answered', '2026-10-13T09:00:00.000Z', { outcome: 'covered', reason: 'EB 1' }),
  event('submitted', '2026-10-14T09:00:00.000Z', { submission: 1 }),
  event('file-accepted', '2026-10-15T15:00:00.000Z', { submission: 1, source: '999' }),
  event('accepted', '2026-10-16T15:00:00.000Z', { submission: 1, source: '277CA' }),
];

export const noBook: AppealFacts['book'] = {
  ncci: { pair: () => undefined, mostUnits: () => undefined, addOn: () => undefined },
  absentNcciTables: ['ptp', 'mue', 'add-on'],
  coverage: { isInstalled: false, judge: () => undefined },
};

export const appealFacts = (claim: Claim, change: Partial<AppealFacts> = {}): AppealFacts => ({
  claim,
  practice: practice(),
  payer: payer(),
  history: answeredHistory,
  encounter: appealEncounter(),
  note: appealNote,
  reasons: [{ code: 'CO-50', text: 'Not deemed medically necessary ($80.00)' }],
  book: noBook,
  ...change,
});

/** For pages of tasks that send nothing to a payer. */
export const noPackets = {
  packets: {
    open: async () => undefined,
    work: async (): Promise<never> => {
      throw new Error('No packet is prepared here');
    },
    linkTo: async ({ key }: { readonly key: string }) => `https://files.example/${key}`,
  },
  answerAppeal: async () => ({ success: false as const, findings: [] }),
};
