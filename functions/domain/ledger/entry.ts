import { z } from 'zod';
import { cents, zero } from '../../edi/money.ts';
import { Amount } from '../claim/amount.ts';
import { Takeback, WriteOff } from '../claim/moved-money.ts';
import { Adjudication, type Claim, ClaimEvent } from '../claim.ts';
import { DecidedPart } from '../tasks/decided-part.ts';

/**
 * What one change of a claim adds to its money: what a payer decided, with every payment and adjustment of it, what a
 * payer took back beside its claims, and what people wrote off or billed to the patient.
 */
export const Entry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('charge'), lineNumber: z.int(), amount: Amount }),
  z.object({ kind: z.literal('decision'), decision: Adjudication }),
  z.object({ kind: z.literal('takeback'), takeback: Takeback }),
  z.object({ kind: z.literal('write-off'), writeOff: WriteOff }),
  z.object({
    kind: z.literal('patient-billed'),
    amount: Amount,
    about: z.array(z.string()).optional(),
    parts: z
      .array(DecidedPart)
      .optional()
      .describe('all that it is billed for of single adjustments, said anew'),
  }),
]);
export type Entry = z.infer<typeof Entry>;

/** An event of a claim as it is kept: with what it added to the claim's money. */
export const EventWithEntries = ClaimEvent.extend({ entries: z.array(Entry).default([]) });
export type EventWithEntries = z.infer<typeof EventWithEntries>;

/** The money of a claim, as its entries make it. */
export type ClaimMoney = Pick<
  Claim,
  'adjudications' | 'takebacks' | 'writeOffs' | 'patientBilled' | 'patientBilledAbout' | 'patientBilledParts'
>;

const noMoney: ClaimMoney = { adjudications: [], takebacks: [], writeOffs: [], patientBilled: zero };

/** What a change adds: entries are written with its event and never changed, and the claim keeps what they come to. */
export const entriesBetween = (before: Claim | undefined, after: Claim): Entry[] => {
  const known = before ?? noMoney;
  return [
    ...(before
      ? []
      : after.lines.map(({ lineNumber, charge }): Entry => ({ kind: 'charge', lineNumber, amount: charge }))),
    ...added(known.adjudications, after.adjudications).map(
      (decision): Entry => ({ kind: 'decision', decision }),
    ),
    ...added(known.takebacks, after.takebacks).map((takeback): Entry => ({ kind: 'takeback', takeback })),
    ...added(known.writeOffs, after.writeOffs).map((writeOff): Entry => ({ kind: 'write-off', writeOff })),
    ...billedBetween(known, after),
  ];
};

/** Money is only ever added to: what is new stands behind what was there. */
const added = <T>(before: readonly T[], after: readonly T[]): readonly T[] => after.slice(before.length);

/** What the patient is billed is said anew each time: the entry is the difference, and about which decisions it is. */
const billedBetween = (before: ClaimMoney, after: ClaimMoney): readonly Entry[] => {
  const amount = cents(after.patientBilled - before.patientBilled);
  const { patientBilledAbout: about, patientBilledParts: parts } = after;
  const isAboutOthers =
    after.patientBilled !== 0 && JSON.stringify(about) !== JSON.stringify(before.patientBilledAbout);
  return amount === 0 && !isAboutOthers
    ? []
    : [{ kind: 'patient-billed', amount, ...(about && { about }), ...(parts && { parts }) }];
};

/** Folds entries, in their order, into the money of their claim. */
export const moneyOf = (entries: readonly Entry[]): ClaimMoney => {
  const of = <K extends Entry['kind']>(kind: K) =>
    entries.filter((entry): entry is Extract<Entry, { kind: K }> => entry.kind === kind);
  const bills = of('patient-billed');
  const { about, parts } = bills.at(-1) ?? {};
  return {
    adjudications: of('decision').map(({ decision }) => decision),
    takebacks: of('takeback').map(({ takeback }) => takeback),
    writeOffs: of('write-off').map(({ writeOff }) => writeOff),
    patientBilled: cents(bills.reduce((total, { amount }) => total + amount, 0)),
    ...(about && { patientBilledAbout: about }),
    ...(parts && { patientBilledParts: parts }),
  };
};
