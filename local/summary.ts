import Table from 'cli-table3';
import { effectiveAdjudication } from '../functions/domain/ledger/effective-decision.ts';
import { encounterPosition } from '../functions/domain/ledger/encounter-position.ts';
import { type Cents, toDollars } from '../functions/edi/money.ts';
import type { EncounterView } from './practice-client.ts';
import type { Expectation, Sample } from './samples.ts';

/** How one sample ended; money in whole cents, and charge = insurancePaid + adjustments + writtenOff + patientBalance. */
export type SampleSummary = {
  readonly encounter: string;
  readonly title: string;
  readonly claimIds: readonly string[];
  readonly end: string;
  readonly codes: string;
  readonly charge: number;
  readonly insurancePaid: number;
  readonly adjustments: number;
  readonly writtenOff: number;
  readonly patientBalance: number;
  readonly payerAnswers: readonly string[];
  readonly tasks: readonly { kind: string; owner: string; action: string }[];
  /** What differs from the sample's expectation; empty when it ended as it must. */
  readonly differences: readonly string[];
};

export const summarise = (sample: Sample, view: EncounterView): SampleSummary => {
  const { encounter, claims, tasks } = view;
  const { charge, insurancePaid, adjustments, writtenOff, patientBalance } = encounterPosition(claims);
  const reached = {
    end: endOf(view),
    claims: claims.length,
    charge,
    insurancePaid,
    adjustments,
    writtenOff,
    patientBalance,
  };
  return {
    encounter: sample.name,
    title: sample.title,
    claimIds: claims.map(({ claimId }) => claimId),
    end: reached.end,
    codes: codesOf(encounter),
    charge,
    insurancePaid,
    adjustments,
    writtenOff,
    patientBalance,
    payerAnswers: claims.flatMap(answersOf),
    tasks: tasks.map(({ kind, owner, outcome }) => ({ kind, owner, action: outcome?.action ?? 'open' })),
    differences: differencesFrom(sample, reached, view),
  };
};

/** An encounter ends as its last claim does; one without a claim as its document did. */
const endOf = ({ encounter, claims }: EncounterView): string => {
  const last = [...claims]
    .sort((a, b) => 'PST'.indexOf(a.responsibility) - 'PST'.indexOf(b.responsibility))
    .at(-1);
  return last ? (last.end ?? last.status) : encounter.status;
};

const codesOf = ({ codes }: EncounterView['encounter']): string =>
  codes
    ? `${codes.services.map(({ procedure, modifiers }) => [procedure, ...modifiers].join('-')).join(' ')} / ${codes.diagnoses.join(' ')}`
    : '';

/** What payers said, in the order of the transactions: acknowledgement, then the adjustments of the last decision. */
const answersOf = (claim: EncounterView['claims'][number]): string[] => {
  // One that stood beside a faulty claim was refused for that, and nobody has to know.
  const refusals = claim.submissions.flatMap(({ acknowledgement }, index, { [index + 1]: next }) =>
    acknowledgement?.outcome === 'rejected' && !next?.sentAgain
      ? [`${acknowledgement.source} ${acknowledgement.reasons.map(({ code }) => code).join(' ')}`]
      : [],
  );
  const adjustments = claim.adjudications.flatMap((adjudication) => [
    ...adjudication.adjustments,
    ...adjudication.lines.flatMap((line) => line.adjustments),
  ]);
  const reversed = claim.adjudications.some(({ claimStatusCode }) => claimStatusCode === '22')
    ? ['reversal']
    : [];
  const reasons = [...new Set(adjustments.map(({ group, reason }) => `${group}-${reason}`))];
  const paid = effectiveAdjudication(claim)
    ? [`paid ${toDollars(effectiveAdjudication(claim)?.paid ?? (0 as Cents))}`]
    : [];
  const coverage = claim.submissions.some(({ sentAt }) => sentAt) ? [] : ['271 not covered'];
  const inquiries = claim.followUps > 0 ? [`276 asked ${claim.followUps}×`] : [];
  return [...coverage, ...refusals, ...inquiries, ...reasons, ...reversed, ...paid];
};

type Reached = Omit<Expectation, 'codes'> | (Omit<Expectation, 'codes' | 'end'> & { end: string });

const differencesFrom = (sample: Sample, reached: Reached, { encounter }: EncounterView): string[] => {
  const { codes, ...expected } = sample.expected;
  const differences = Object.entries(expected).flatMap(([name, value]) => {
    const actual = reached[name as keyof Reached];
    return actual === value ? [] : [`${name} is ${actual}, not ${value}`];
  });
  const total = reached.insurancePaid + reached.adjustments + reached.writtenOff + reached.patientBalance;
  if (total !== reached.charge) differences.push(`the money does not add up: ${total} of ${reached.charge}`);
  if (codes && JSON.stringify(encounter.codes) !== JSON.stringify(codes))
    differences.push('the codes differ');
  return differences;
};

const dollars = (amount: number): string => toDollars(amount as Cents);

/** The table that a run ends with; the balance is what the patient owes. */
export const renderSummaries = (summaries: readonly SampleSummary[]): string => {
  const table = new Table({
    head: ['encounter', 'codes', 'claim', 'payer answer', 'task', 'end', 'balance'],
    colWidths: [22, 20, 15, 20, 26, 20, 10],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const one of summaries) {
    table.push([
      one.encounter,
      one.codes,
      one.claimIds.join('\n'),
      one.payerAnswers.join(', '),
      one.tasks.map(({ kind, action }) => `${kind}: ${action}`).join('\n'),
      `${one.end}${one.differences.length > 0 ? ' ✗' : ''}`,
      dollars(one.patientBalance),
    ]);
  }
  return table.toString();
};
