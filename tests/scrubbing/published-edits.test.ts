import { describe, expect, it } from 'vitest';
import { lineControlNumber, patientControlNumber } from '../../functions/domain/ids.ts';
import { Address } from '../../functions/domain/party.ts';
import { Practice } from '../../functions/domain/practice.ts';
import { Attachment } from '../../functions/domain/visit/service-facts.ts';
import { Accident } from '../../functions/domain/visit/visit-dates.ts';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import { cents } from '../../functions/edi/money.ts';
import { checking, parseInterchanges } from '../../functions/edi/parse.ts';
import { professionalClaimGuide } from '../../functions/edi/x837p/guide.ts';
import { edits } from '../../functions/scrubbing/find-broken-edits.ts';
import {
  adjudication,
  decidedByLine,
  interchangeOf,
  otherPayer,
  serviceLine,
  withClaim,
} from '../edi/material/claim-sets.ts';
import { practice } from '../factories/practices.ts';

const guides = [professionalClaimGuide];

const textOf = (set: Parameters<typeof interchangeOf>[0]): string =>
  writeInterchange(interchangeOf(set), guides);

const refusals = (text: string): readonly string[] =>
  parseInterchanges(text, guides, checking()).flatMap(({ report }) => [
    ...report.findings.map(({ code }) => code),
    ...report.groups.flatMap(({ sets }) => sets.flatMap(({ findings }) => findings.map(({ code }) => code))),
  ]);

const decided = textOf(withClaim(decidedByLine()));
const plain = textOf(withClaim({ lines: [serviceLine({ lineControlNumber: 'C100-1-1' })] }));

/** A file of ours with one thing of it changed; what is to be changed has to be there. */
const changed = (text: string, from: string, to: string): string => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

/** Edits of professional claims that Stedi names in its documentation and changelog, and the edit here that is the same. */
const asEdits: readonly (readonly [theirs: string, ours: readonly string[]])[] = [
  [
    'invalid NPI',
    ['identity-billing-npi', 'identity-rendering-npi', 'identity-referring-npi', 'identity-other-npi'],
  ],
  ['TIN format', ['identity-tax-id']],
  ['taxonomy not in NUCC', ['identity-taxonomy', 'identity-taxonomy-unknown']],
  ['invalid HCPCS Level II, CPT out of range', ['procedure-format', 'procedure-not-in-force']],
  ['invalid diagnosis pointer', ['diagnosis-pointer']],
  ['sequela as primary diagnosis', ['diagnosis-cannot-lead']],
  ['zero or missing total charge', ['filing-total-charge', 'procedure-charge-missing']],
  ['referring provider missing', ['filing-ordering-provider']],
  ['supervising provider is the rendering one', ['identity-supervising']],
  ['street address missing', ['identity-billing-address']],
  ['phone not of North America', ['identity-billing-phone']],
  ['Medicare secondary: SBR05', ['filing-medicare-secondary']],
  ['anesthesia: minutes and modifiers', ['filing-anesthesia-minutes', 'filing-anesthesia-modifier']],
  ['Medicare chiropractic diagnosis', ['diagnosis-spinal-manipulation']],
  ['accident date missing or wrong', ['filing-accident-date']],
];

/** What a record of ours cannot hold, so that no edit has to look for it. */
const asSchemas: readonly (readonly [theirs: string, isTaken: boolean])[] = [
  ['TIN format', Practice.safeParse({ ...practice(), taxId: '99-0041207' }).success],
  ['NPI of nine digits', Practice.safeParse({ ...practice(), npi: '245010001' }).success],
  ['auto accident state missing', Accident.safeParse({ causes: ['auto'], date: '2026-03-02' }).success],
  ['accident date missing', Accident.safeParse({ causes: ['other'] }).success],
  ['street address missing', Address.safeParse({ ...practice().address, line1: '' }).success],
  ['field over its length', Address.safeParse({ ...practice().address, line1: 'x'.repeat(56) }).success],
  [
    'control number on an attachment on request',
    Attachment.safeParse({ reportType: 'OZ', transmission: 'AA', controlNumber: 'A-1' }).success,
  ],
  [
    'attachment that follows without a control number',
    Attachment.safeParse({ reportType: 'OZ', transmission: 'EL' }).success,
  ],
];

/** What the checks of the 837P guide refuse before a file goes out. */
const asGuide: readonly (readonly [theirs: string, text: () => string])[] = [
  ['total charge is the sum of lines', () => changed(plain, 'CLM*C100-1*150*', 'CLM*C100-1*150.01*')],
  ['total charge missing', () => changed(plain, 'CLM*C100-1*150*', 'CLM*C100-1**')],
  ['patient control number too long', () => changed(plain, 'CLM*C100-1*', `CLM*${'C'.repeat(39)}*`)],
  ['line control number too long', () => changed(plain, 'REF*6R*C100-1-1', `REF*6R*${'1'.repeat(51)}`)],
  [
    'line control number twice',
    () =>
      textOf(
        withClaim({
          totalCharge: cents(30_000),
          lines: [1, 2].map((lineNumber) => serviceLine({ lineNumber, lineControlNumber: 'A' })),
        }),
      ),
  ],
  ['frequency code not 1, 7 or 8', () => changed(plain, '11:B:1', '11:B:9')],
  ['replacement without the payer’s number', () => changed(plain, '11:B:1', '11:B:7')],
  ['line does not balance with a prior payer', () => changed(decided, 'CAS*CO*45*30', 'CAS*CO*45*29')],
  [
    'adjudication date missing',
    () => textOf(withClaim(decidedByLine({ adjudicationDate: undefined as never }))),
  ],
  [
    'adjudication date at both levels',
    () =>
      textOf(
        withClaim({
          otherPayers: [
            otherPayer({
              paid: cents(12_000),
              payer: {
                entityType: '2',
                name: 'P',
                idQualifier: 'PI',
                id: 'PRIOR1',
                adjudicationDate: '2026-02-20',
              },
            }),
          ],
          lines: [serviceLine({ adjudications: [adjudication()] })],
        }),
      ),
  ],
  [
    'negative SVD02',
    () => changed(changed(decided, 'SVD*PRIOR1*120', 'SVD*PRIOR1*-120'), 'CAS*CO*45*30', 'CAS*CO*45*270'),
  ],
  ['adjustment reason without an amount', () => changed(decided, 'CAS*CO*45*30', 'CAS*CO*45')],
  ['adjustment amount without a reason', () => changed(decided, 'CAS*CO*45*30', 'CAS*CO**30')],
  [
    'auto accident state missing',
    () => textOf(withClaim({ relatedCauses: { codes: ['AA'] }, accidentDate: '2026-03-01' })),
  ],
  ['field over its length', () => changed(plain, 'N3*400 LAKE AVE', `N3*${'X'.repeat(56)}`)],
  ['street address missing', () => plain.replace(/N3\*400 LAKE AVE[^\n]*\n/, '')],
  [
    'diagnosis pointer to nothing',
    () => textOf(withClaim({ lines: [serviceLine({ diagnosisPointers: [2] })] })),
  ],
  [
    'control number on an attachment on request',
    () =>
      textOf(
        withClaim({ attachments: [{ reportType: 'OZ', transmission: 'AA', controlNumber: 'A' } as never] }),
      ),
  ],
];

describe('edits that a clearinghouse publishes by name', () => {
  it('has files to change that nothing refuses', () => {
    expect([...refusals(plain), ...refusals(decided)]).toEqual([]);
  });

  it.each(asEdits)('%s: is an edit', (_theirs, ours) => {
    const codes = edits.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining([...ours]));
  });

  it.each(asSchemas)('%s: no record holds it', (_theirs, isTaken) => {
    expect(isTaken).toBe(false);
  });

  it.each(asGuide)('%s: no file of ours may say it', (_theirs, text) => {
    expect(refusals(text())).not.toEqual([]);
  });

  it('numbers claims and lines within the lengths that clearinghouses take', () => {
    const longest = patientControlNumber('C0123456789AB', 9999);
    expect(longest.length).toBeLessThanOrEqual(20);
    expect(lineControlNumber(longest, 50).length).toBeLessThanOrEqual(30);
  });
});
