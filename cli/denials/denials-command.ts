import Table from 'cli-table3';
import { Command } from 'commander';
import { claimsOfPractice } from '../../functions/denials/past-denials.ts';
import { addDays } from '../../functions/domain/calendar.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import {
  type CountedRow,
  type DenialFigures,
  denialDefinitions,
  denialFigures,
} from '../../functions/domain/denials/denial-figures.ts';
import type { CountedBy } from '../../functions/domain/denials/denial-record.ts';
import { toDollars } from '../../functions/edi/money.ts';
import { visitRecords } from '../claim/coded-visit.ts';
import { readDate } from '../read-date.ts';
import { readDenials, readPayers } from './read-denials.ts';

const plain = { head: [], border: [], compact: true };

const share = (part: number | undefined): string =>
  part === undefined ? '-' : `${(100 * part).toFixed(1)} %`;

const countedTable = (title: string, rows: readonly CountedRow[]): string => {
  const table = new Table({
    head: [title, 'denials', 'denied', 'open', 'at stake', 'decided', 'recovered'],
    style: plain,
  });
  for (const one of rows)
    table.push([
      ...[one.name, one.denials, toDollars(one.amount), one.open, toDollars(one.openAmount)],
      ...[one.decided, toDollars(one.recovered)],
    ]);
  return table.toString();
};

const overturnedTable = ({ overturned }: DenialFigures): string => {
  const table = new Table({
    head: ['worked', 'decided', 'overturned', 'share', 'denied', 'recovered', 'of the money'],
    style: plain,
  });
  for (const one of overturned)
    table.push([
      ...[one.worked, one.decided, one.overturned, share(one.share)],
      ...[toDollars(one.amount), toDollars(one.recovered), share(one.moneyShare)],
    ]);
  return table.toString();
};

const avoidableTable = ({ avoidable }: DenialFigures): string => {
  const table = new Table({ head: ['edit', 'denials', 'denied', 'overridden'], style: plain });
  const { denials, amount, overridden } = avoidable;
  table.push([
    `avoidable: ${share(avoidable.share)}, of the money ${share(avoidable.moneyShare)}`,
    ...[denials, toDollars(amount), overridden],
  ]);
  for (const one of avoidable.byEdit)
    table.push([one.edit, one.denials, toDollars(one.amount), one.overridden]);
  return table.toString();
};

/** The figures as tables, with what each means below them. */
export const renderFigures = (figures: DenialFigures): string =>
  [
    `Denials of ${figures.from} to ${figures.to}, in dollars`,
    countedTable('', [{ name: 'all', ...figures.all }]),
    countedTable('reason', figures.byReason),
    countedTable('payer', figures.byPayer),
    countedTable('desk', figures.byDesk),
    countedTable('cause', figures.byCause),
    overturnedTable(figures),
    avoidableTable(figures),
    ...Object.entries(denialDefinitions).map(([name, words]) => `${name}: ${words}.`),
  ].join('\n\n');

type Options = {
  readonly practice: string;
  readonly from?: string;
  readonly to?: string;
  readonly payers?: string;
  readonly json?: true;
};

type Records = CountedBy & { readonly claims: readonly Claim[] };

const ofTable = async (practiceId: string): Promise<Records> => {
  const [claims, practices, versions] = await Promise.all([
    import('../../functions/adapters/claim-store.ts'),
    import('../../functions/adapters/practices/practice-store.ts'),
    import('../../functions/adapters/practices/version-store.ts'),
  ]);
  return {
    claims: await claimsOfPractice(practiceId, claims),
    payers: await practices.listPayers(practiceId),
    routing: await versions.routingInForce(practiceId),
  };
};

const ofFiles = (files: readonly string[], file: string | undefined): Records => {
  const payers = file === undefined ? visitRecords({}).payers : readPayers(file);
  return { claims: readDenials(files, payers), payers };
};

/** Without dates the quarter that ends today. */
const span = 90;

/** `denials`: the numbers on a practice's denials. */
export const denialsCommand = (useEnvironment: () => void): Command =>
  new Command('denials')
    .description('count denials of a span of days: by reason, payer, desk and cause, overturned, avoidable')
    .argument('[denials.json...]', 'files of denials, in place of the claims of a practice')
    .option('-p, --practice <id>', 'practice', 'maple-street')
    .option('--from <date>', 'first day of payment (BPR16); 90 days before the last if not given')
    .option('--to <date>', 'last day; today if not given')
    .option('--payers <file>', 'with files: contracts; those of the samples if not given')
    .option('--json', 'one object with cents and shares, and { definitions }')
    .action(async (files: string[], options: Options) => {
      const to = readDate('--to', options.to);
      const from = readDate('--from', options.from ?? addDays(to, -span));
      if (from > to) throw new Error(`--from ${from} is after --to ${to}`);
      if (files.length === 0) useEnvironment();
      const { claims, ...by } =
        files.length === 0 ? await ofTable(options.practice) : ofFiles(files, options.payers);
      const figures = denialFigures(claims, { from, to }, by);
      console.log(
        options.json
          ? JSON.stringify({ ...figures, definitions: denialDefinitions }, undefined, 2)
          : renderFigures(figures),
      );
    });
