import type { Adjudication, Adjustment } from '../../functions/domain/claim.ts';
import { cents } from '../../functions/edi/money.ts';
import { readSentClaim, type SentClaim, type SentLine } from './balance-checker.ts';

/** How a payer sees a claim, in thousandths of what it looks at. */
export type View = {
  readonly lowers: number;
  readonly pays: number;
  /** Whether it denies the last line for want of something. */
  readonly denies: boolean;
};

type Ruling = {
  readonly charge: number;
  readonly before: number;
  readonly lowered: number;
  readonly paid: number;
  readonly denied: number;
  readonly left: number;
};

/** One decision in a payer's own books. */
export type BookedDecision = {
  readonly posted: Adjudication;
  readonly rulings: readonly Ruling[];
  live: boolean;
};

const share = (of: number, thousandths: number): number => Math.floor((of * thousandths) / 1000);

/** What the payers before left of a line: as the last of them has it in the file. */
const openOf = (line: SentLine, sent: SentClaim): number => {
  const prior = sent.payers.filter(({ paid }) => paid !== undefined).at(-1);
  if (prior === undefined) return line.charge;
  const of = line.decisions.filter(({ payerId }) => payerId === prior.payerId);
  return of
    .flatMap(({ cas }) => cas)
    .filter(({ group }) => group === 'PR')
    .reduce((all, { amount }) => all + amount, 0);
};

const adjustment = (group: Adjustment['group'], reason: string, amount: number): Adjustment[] =>
  amount === 0 ? [] : [{ group, reason, amount: cents(amount) }];

/**
 * What one payer knows of a visit: the files it got, and the decisions that stand by its own word. Written without our
 * records: it reads the wire, and answers with what an 835 would say.
 */
export class PayerBooks {
  readonly decisions = new Map<string, BookedDecision[]>();
  taken = 0;
  /** A payer that reverses claim by claim recovers by that, and our ledger takes a recovery beside it for the same money. */
  hasReversed = false;
  /** For the same reason one that recovered beside its claims reverses nothing any more, and refuses what it decided. */
  hasTakenBack = false;
  private count = 0;
  private payments = 0;
  private readonly payerId: string;

  constructor(payerId: string) {
    this.payerId = payerId;
  }

  get live(): readonly BookedDecision[] {
    return [...this.decisions.values()].flat().filter(({ live }) => live);
  }

  get paid(): number {
    return this.live.reduce((all, { posted }) => all + posted.paid, 0) - this.taken;
  }

  /** Decides a transmission; what stands of an earlier one is reversed with it. */
  decide(text: string, view: View, { clp02 = '1', remarks = [] as string[] } = {}): Adjudication[] {
    const sent = readSentClaim(text);
    const number = sent.number;
    this.payments += 1;
    this.count += 1;
    const own = this.count;
    if (this.hasTakenBack && this.live.length > 0) return [this.refusal(sent, own)];
    const reversals = this.taken > 0 ? this.replaced() : this.live.map((one) => this.reversed(one));
    if (sent.frequency === '8') return reversals;
    const isLater = sent.payers.some(({ paid }) => paid !== undefined);
    const rulings = sent.lines.map((line, at): Ruling => {
      const open = openOf(line, sent);
      const denied = view.denies && at === sent.lines.length - 1 ? open : 0;
      const rest = open - denied;
      const lowered = Math.min(share(rest, view.lowers), Math.max(0, line.charge - 1));
      const paid = share(rest - lowered, view.pays);
      return {
        charge: line.charge,
        before: line.charge - open,
        lowered,
        paid,
        denied,
        left: rest - lowered - paid,
      };
    });
    const posted: Adjudication = {
      adjudicationId: `${this.payerId}/${own}`,
      submissionNumber: Number(number.split('-')[1]),
      claimStatusCode: clp02,
      charge: cents(sent.charge),
      paid: cents(rulings.reduce((all, { paid }) => all + paid, 0)),
      payerControlNumber: `ICN-${this.payerId}-${number}`,
      adjustments: [],
      remarks,
      lines: rulings.map((one, at) => ({
        lineNumber: at + 1,
        procedure: sent.lines[at]?.number ?? '',
        charge: cents(one.charge),
        paid: cents(one.paid),
        adjustments: [
          ...adjustment('OA', '23', isLater ? one.before : 0),
          ...adjustment('CO', '45', one.lowered),
          ...adjustment('CO', '197', one.denied),
          ...adjustment('PR', '2', one.left),
        ],
        remarks: [],
      })),
      ...this.payment(),
    };
    const known = this.decisions.get(number) ?? [];
    this.decisions.set(number, [...known, { posted, rulings, live: true }]);
    return [...reversals, posted];
  }

  /** What was taken back beside the claims is not reversed, too: another decision takes its place. */
  private replaced(): Adjudication[] {
    for (const one of this.live) one.live = false;
    this.taken = 0;
    this.hasTakenBack = true;
    return [];
  }

  /** Takes the one decision that stands back, and says nothing new. */
  reverse(): Adjudication[] {
    this.payments += 1;
    return this.live.map((one) => this.reversed(one));
  }

  /** CARC 18: decided before. */
  private refusal({ number, charge }: SentClaim, own: number): Adjudication {
    return {
      adjudicationId: `${this.payerId}/${own}`,
      submissionNumber: Number(number.split('-')[1]),
      claimStatusCode: '1',
      charge: cents(charge),
      paid: cents(0),
      payerControlNumber: `ICN-${this.payerId}-${number}`,
      adjustments: adjustment('OA', '18', charge),
      remarks: [],
      lines: [],
      ...this.payment(),
    };
  }

  /** What is answered at once is of one payment. */
  private payment() {
    const day = String(1 + (this.payments % 27)).padStart(2, '0');
    const month = String(11 + Math.floor(this.payments / 27)).padStart(2, '0');
    return { paymentDate: `2026-${month}-${day}`, traceNumber: `T-${this.payerId}-${this.payments}` };
  }

  private reversed(one: BookedDecision): Adjudication {
    one.live = false;
    this.hasReversed = true;
    this.count += 1;
    const negated = (adjustments: readonly Adjustment[]) =>
      adjustments.map((each) => ({ ...each, amount: cents(-each.amount) }));
    const { posted } = one;
    return {
      ...posted,
      ...this.payment(),
      adjudicationId: `${this.payerId}/${this.count}/22`,
      claimStatusCode: '22',
      charge: cents(-posted.charge),
      paid: cents(-posted.paid),
      lines: posted.lines.map((line) => ({
        ...line,
        charge: cents(-line.charge),
        paid: cents(-line.paid),
        adjustments: negated(line.adjustments),
      })),
    };
  }
}
