import { Readable } from 'node:stream';
import {
  JSEDINotation,
  X12FatInterchange,
  X12Generator,
  X12Parser,
  type X12Transaction,
  X12TransactionMap,
} from 'node-x12';
import { Schema, X12grouper, X12parser } from 'x12-parser';

const terminator = 0x7e; // ~

/** The limit of any reader: finds the segments and does nothing with them. */
export const scanSegments = (bytes: Buffer): number => {
  let segments = 0;
  for (let at = bytes.indexOf(terminator); at >= 0; at = bytes.indexOf(terminator, at + 1)) segments += 1;
  return segments;
};

const claimGroups = new Schema('005010X221A1', {
  start: 'CLP',
  terminators: ['LX', 'PLB', 'SE'],
  name: '2100',
  groups: [{ start: 'SVC', name: '2110' }],
});

/** x12-parser: segments as objects of texts, put together by claim and by line. */
export const readWithX12Parser = (chunks: readonly Buffer[]): Promise<number> =>
  new Promise((resolve, reject) => {
    let claims = 0;
    Readable.from(chunks)
      .pipe(new X12parser())
      .pipe(new X12grouper(claimGroups))
      .on('data', ({ name }: { name: string }) => {
        if (name === '2100') claims += 1;
      })
      .on('end', () => resolve(claims))
      .on('error', reject);
  });

const each = (segment: string, fields: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, place]) => [
      name,
      `FOREACH(${segment})=>${segment}${String(place).padStart(2, '0')}`,
    ]),
  );

/**
 * The claims of an 835 and what belongs to them. The lists stand side by side, since its queries put no line into its
 * claim, and there are no qualifiers, which would take it time that grows with the square of the claims.
 */
const claimMap = {
  claims: each('CLP', {
    patientControlNumber: 1,
    statusCode: 2,
    charge: 3,
    paid: 4,
    patient: 5,
    filing: 6,
    payerControlNumber: 7,
  }),
  names: each('NM1', { entity: 1, name: 3, firstName: 4, middleName: 5, idQualifier: 8, id: 9 }),
  remarks: each('MOA', { first: 3, second: 4 }),
  references: each('REF', { qualifier: 1, id: 2 }),
  dates: each('DTM', { qualifier: 1, date: 2 }),
  amounts: each('AMT', { qualifier: 1, amount: 2 }),
  lines: each('SVC', { procedure: 1, charge: 2, paid: 3, units: 5 }),
  adjustments: each('CAS', { group: 1, reason: 2, amount: 3, secondReason: 5, secondAmount: 6 }),
  lineRemarks: each('LQ', { list: 1, code: 2 }),
};

const transactionsOf = (text: string): X12Transaction[] => {
  const parsed = new X12Parser(true).parse(text);
  const interchanges = parsed instanceof X12FatInterchange ? [...parsed] : [parsed];
  return interchanges.flatMap(({ functionalGroups }) =>
    functionalGroups.flatMap(({ transactions }) => transactions),
  );
};

/** node-x12: the file as objects of segments, then mapped by queries. "loose" keeps absent elements in their rows. */
export const readWithNodeX12 = (text: string): number =>
  transactionsOf(text).reduce((claims, transaction) => {
    const mapped = new X12TransactionMap(claimMap, transaction, 'loose').toObject();
    return claims + mapped.claims.length;
  }, 0);

const headerOf = (segment: string): string[] => segment.split('*').slice(1);

type Segment = { readonly tag: string; readonly elements: string[] };
type Sets = { readonly header: string[]; readonly segments: Segment[] }[];

/** Elements as node-x12's generator wants them, made from a file beforehand: the formatting is not part of its time. */
export type Prepared = { readonly isa: string[]; readonly gs: string[]; readonly sets: Sets };

export const prepareForNodeX12 = (text: string): Prepared => {
  const [isa = '', gs = '', ...rest] = text.split('~\n');
  const sets: Sets = [];
  for (const segment of rest) {
    const [tag = '', ...elements] = segment.split('*');
    if (tag === 'ST') sets.push({ header: elements, segments: [] });
    else if (!['SE', 'GE', 'IEA', ''].includes(tag)) sets.at(-1)?.segments.push({ tag, elements });
  }
  return { isa: headerOf(isa), gs: headerOf(gs), sets };
};

export const writeWithNodeX12 = ({ isa, gs, sets }: Prepared): string => {
  const notation = new JSEDINotation(isa, {
    elementDelimiter: '*',
    segmentTerminator: '~',
    subElementDelimiter: ':',
    format: true,
  });
  const group = notation.addFunctionalGroup(gs);
  for (const { header, segments } of sets) {
    const transaction = group.addTransaction(header);
    for (const { tag, elements } of segments) transaction.addSegment(tag, elements);
  }
  return new X12Generator(notation).toString();
};
