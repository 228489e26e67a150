import { Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import type { Claim, ClaimContext } from '../functions/domain/claim.ts';
import { Payer } from '../functions/domain/payer.ts';
import { Practice } from '../functions/domain/practice.ts';
import { claimsOf, type RulingRecords, type VisitClaims } from './claim/make-claims.ts';
import { rulesOf } from './claim/read-rules.ts';
import { faultsOf, numberOf, type Paper, summaryOf, writeForm, x12Of } from './claim/write-claims.ts';
import { readRecord, sampleFile } from './read-record.ts';
import { endWithPipe } from './x12/output.ts';

interface ClaimOptions {
  readonly codes?: string;
  readonly x12?: true;
  readonly pdf?: true;
  readonly json?: true;
  readonly practice: string;
  readonly payers: string;
  readonly rules?: string;
  readonly out?: string;
  readonly offset?: Paper['offset'];
  readonly preprinted?: true;
}

const offsetOf = (text: string): Paper['offset'] => {
  const [, x, y] = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (x === undefined || y === undefined)
    throw new InvalidArgumentError('Write points to the right and down, such as 3,-6 (72 are an inch).');
  return { x: Number(x), y: Number(y) };
};

const telling = {
  note: (text: string): void => console.error(text),
  fault: (text: string): void => {
    console.error(text);
    process.exitCode = 1;
  },
};

/** Hands on what is made of one visit after the other: one that fails is told of, and does not stop the others. */
const eachVisit = async (
  paths: readonly string[],
  records: RulingRecords,
  handle: (visit: VisitClaims) => void | Promise<void>,
): Promise<void> => {
  for (const path of paths) {
    try {
      await handle(claimsOf(path, records, telling));
    } catch (error) {
      telling.fault(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
};

type Handling = (visit: VisitClaims, context: ClaimContext) => void | Promise<void>;

/** Checks each 837P as its payer would, prints it where it is asked for, and numbers them. */
const printingX12 = (print: (text: string, visit: VisitClaims, context: ClaimContext) => void): Handling => {
  let controlNumber = 0;
  return (visit, context) => {
    controlNumber += 1;
    const rendered = x12Of(context, controlNumber, new Date());
    for (const { code, path, detail } of faultsOf(rendered)) {
      telling.fault(`${visit.encounterId}: ${numberOf(context)}: ${path} ${detail} (${code})`);
    }
    if (rendered.success) print(rendered.data, visit, context);
  };
};

const writingForms = (paper: Paper): Handling => {
  const written = new Set<string>();
  return async ({ encounterId }, context) => {
    const name = `${encounterId}-${context.claim.part}`;
    if (written.has(name)) throw new Error(`${name}.pdf is that of another visit of this run: rename one`);
    written.add(name);
    const { file, pages, findings } = await writeForm(encounterId, context, paper);
    console.log(`${file}: ${pages} ${pages === 1 ? 'page' : 'pages'}`);
    for (const { code, path, detail } of findings) {
      const tell = code === 'no-box' ? telling.note : telling.fault;
      tell(`${file}: ${path}: ${detail}`);
    }
  };
};

const handlingFor = ({ x12, pdf, out, offset, preprinted }: ClaimOptions): Handling => {
  if (pdf) {
    const place = { folder: out ?? '.', offset: offset ?? { x: 0, y: 0 } };
    return writingForms({ ...place, preprinted: preprinted === true });
  }
  return printingX12((text, { encounterId }, context) =>
    process.stdout.write(x12 ? text : `${summaryOf(encounterId, context)}\n`),
  );
};

const makeClaims = async (paths: readonly string[], options: ClaimOptions): Promise<void> => {
  if (!options.pdf && (options.out ?? options.offset ?? options.preprinted) !== undefined)
    throw new Error('--out, --offset and --preprinted are for --pdf');
  endWithPipe();
  const records = {
    practice: readRecord(options.practice, Practice),
    payers: readRecord(options.payers, z.array(Payer)),
    codesFile: options.codes,
    rules: rulesOf(options.rules),
  };
  const claims: Claim[] = [];
  const handle = options.json
    ? printingX12((_text, _visit, { claim }) => claims.push(claim))
    : handlingFor(options);
  await eachVisit(paths, records, async (visit) => {
    for (const context of visit.claims) await handle(visit, context);
  });
  if (options.json) console.log(JSON.stringify(claims, undefined, 2));
};

/** `claim`: what a visit's registration and codes are billed as, without records or a network. */
export const claimCommand = (): Command =>
  new Command('claim')
    .description(
      'make the claims of visits: a summary, the 837P, the CMS-1500 or JSON; exit code 1 when anything is wrong',
    )
    .argument('<encounter.json...>', 'registrations of visits, or their folders')
    .option('--codes <file>', 'codes of the visit; else codes.json beside it, or what the engine proposes')
    .addOption(new Option('--x12', 'print the 837P, an interchange a claim').conflicts(['pdf', 'json']))
    .addOption(new Option('--pdf', 'write the CMS-1500 as <visit>-<part>.pdf').conflicts(['x12', 'json']))
    .addOption(new Option('--json', 'print the claims; amounts are whole cents').conflicts(['x12', 'pdf']))
    .option('--practice <file>', 'the practice', sampleFile('practice.json'))
    .option('--payers <file>', 'its contracts', sampleFile('payers.json'))
    .option('--rules <file>', 'the practice’s own rules, by which the visits are billed')
    .option('--out <folder>', 'where PDFs go; this folder if not given')
    .option('--offset <x,y>', 'moves what is printed, in points to the right and down', offsetOf)
    .option('--preprinted', 'text alone, for paper that has the form on it')
    .action(makeClaims);
