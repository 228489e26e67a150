import { type Cents, sum } from '../../edi/money.ts';
import type { CalendarDate } from '../calendar.ts';
import type { Claim } from '../claim.ts';
import { type CountedBy, type DenialRecord, denialRecords, type Worked } from './denial-record.ts';

/** Denials counted together; amounts in cents. */
export type Counted = {
  readonly denials: number;
  readonly amount: Cents;
  readonly open: number;
  readonly openAmount: Cents;
  readonly decided: number;
  readonly recovered: Cents;
};

/** One row of a table: denials of one reason, payer, desk or cause. */
export type CountedRow = Counted & { readonly name: string };

/** How often what was worked so was overturned; a share is undefined where there is nothing to divide by. */
export type OverturnRow = {
  readonly worked: Worked | 'all';
  readonly decided: number;
  readonly overturned: number;
  readonly share: number | undefined;
  readonly amount: Cents;
  readonly recovered: Cents;
  readonly moneyShare: number | undefined;
};

export type AvoidableRow = {
  readonly edit: string;
  readonly denials: number;
  readonly amount: Cents;
  readonly overridden: number;
};

/** The numbers on a practice's denials of a span of days, both ends included. */
export type DenialFigures = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly all: Counted;
  readonly byReason: readonly CountedRow[];
  readonly byPayer: readonly CountedRow[];
  readonly byDesk: readonly CountedRow[];
  readonly byCause: readonly CountedRow[];
  readonly overturned: readonly OverturnRow[];
  readonly avoidable: Omit<AvoidableRow, 'edit'> & {
    readonly share: number | undefined;
    readonly moneyShare: number | undefined;
    readonly byEdit: readonly AvoidableRow[];
  };
};

/** What each figure means, as it stands below them. */
export const denialDefinitions: Readonly<Record<string, string>> = {
  denial:
    'a reason (CARC) for which a payer disputed a line, or a claim as a whole; once for a claim, line and reason, on the day of the payment that first said so (BPR16); neither contract, law, nor the patient’s share',
  amount: 'the most that was denied of it at once',
  open: 'what nobody has decided yet; open are denials of which something is, decided all others',
  recovered:
    'what the payer allows of the line since, paid or put to the patient’s share, at most the amount; of several reasons of a line it counts for the last',
  overturned:
    'decided denials of which something was recovered, of all decided ones; by money recovered of denied',
  worked:
    'corrected: sent again by a person after the denial; appealed: an appeal, where none was sent again, or after that; not worked: neither',
  desk: 'whom the tables in force send it to',
  cause: 'where it began, by its CARC',
  avoidable:
    'denials of reasons that an edit looks for, whether or not it is asked of that payer; by edit, one denial may stand in several rows; overridden: the edit warned of the visit and was answered',
};

const counted = (denials: readonly DenialRecord[]): Counted => {
  const open = denials.filter((one) => one.open > 0);
  return {
    denials: denials.length,
    amount: sum(denials.map(({ amount }) => amount)),
    open: open.length,
    openAmount: sum(open.map((one) => one.open)),
    decided: denials.length - open.length,
    recovered: sum(denials.map(({ recovered }) => recovered)),
  };
};

/** The most money first. */
const rowsBy = (
  denials: readonly DenialRecord[],
  nameOf: (denial: DenialRecord) => string,
): readonly CountedRow[] =>
  [...Map.groupBy(denials, nameOf)]
    .map(([name, some]) => ({ name, ...counted(some) }))
    .toSorted((one, other) => other.amount - one.amount || (one.name < other.name ? -1 : 1));

const shareOf = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);

const overturnOf = (worked: OverturnRow['worked'], denials: readonly DenialRecord[]): OverturnRow => {
  const decided = denials.filter((one) => one.open === 0 && (worked === 'all' || one.worked === worked));
  const overturned = decided.filter(({ recovered }) => recovered > 0).length;
  const { amount, recovered } = counted(decided);
  return {
    ...{ worked, decided: decided.length, overturned, share: shareOf(overturned, decided.length) },
    ...{ amount, recovered, moneyShare: shareOf(recovered, amount) },
  };
};

const avoidableOf = (denials: readonly DenialRecord[]): DenialFigures['avoidable'] => {
  const found = denials.filter(({ edits, overridden }) => edits.length + overridden.length > 0);
  const edits = [...new Set(found.flatMap((one) => [...one.edits, ...one.overridden]))];
  const byEdit = edits.map((edit): AvoidableRow => {
    const own = found.filter((one) => one.edits.includes(edit) || one.overridden.includes(edit));
    const overridden = own.filter((one) => one.overridden.includes(edit)).length;
    return { edit, denials: own.length, amount: sum(own.map(({ amount }) => amount)), overridden };
  });
  const amount = sum(found.map((one) => one.amount));
  return {
    ...{ denials: found.length, amount },
    overridden: found.filter(({ overridden }) => overridden.length > 0).length,
    share: shareOf(found.length, denials.length),
    moneyShare: shareOf(amount, sum(denials.map((one) => one.amount))),
    byEdit: byEdit.toSorted((one, other) => other.amount - one.amount || (one.edit < other.edit ? -1 : 1)),
  };
};

const workedSo = ['all', 'corrected', 'appealed', 'not-worked'] as const;

/** The numbers on denials whose first day lies in a span, from claims as their records stand (`denialDefinitions`). */
export const denialFigures = (
  claims: readonly Claim[],
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  by: CountedBy,
): DenialFigures => {
  const denials = claims
    .flatMap((claim) => denialRecords(claim, by))
    .filter(({ day }) => from <= day && day <= to);
  return {
    ...{ from, to, all: counted(denials) },
    byReason: rowsBy(denials, ({ group, reason }) => `${group}-${reason}`),
    byPayer: rowsBy(denials, ({ payerId }) => payerId),
    byDesk: rowsBy(denials, ({ desk }) => desk),
    byCause: rowsBy(denials, ({ cause }) => cause),
    overturned: workedSo.map((worked) => overturnOf(worked, denials)),
    avoidable: avoidableOf(denials),
  };
};
