import type { PriorPayer } from '../../domain/claim.ts';
import { patientControlNumber } from '../../domain/ids.ts';
import type { ServiceFacility } from '../../domain/party.ts';
import { type Cents, cents, sum } from '../../edi/money.ts';
import { factsOnPage } from './condition-boxes.ts';
import { type FormClaim, isMedicare } from './form-claim.ts';
import { type Filled, mark, noBox, oneOnly, put } from './form-entry.ts';
import { cityLine, formAmount, formWords, signedName, streetOf } from './form-text.ts';
import { grid } from './grid.ts';

const onFile = 'SIGNATURE ON FILE';

/** Boxes 12, 13 and 31: what is signed, as registered or as is usual. */
export const signatureBoxes = ({ claim: { visit } }: FormClaim): Filled => {
  const { release = 'signed', benefitsAssigned = 'yes', provider = true } = visit?.signature ?? {};
  return [
    ...put(grid.patientSignature, release === 'signed' ? onFile : undefined),
    ...put(grid.insuredSignature, benefitsAssigned === 'yes' ? onFile : undefined),
    ...put(grid.providerSignature, provider ? onFile : undefined),
  ];
};

/** Boxes 25 to 27. The account number is the one that answers come back by, with its hyphen (CLM01). */
export const accountBoxes = ({ claim, submission, entity }: FormClaim): Filled => {
  const { acceptsAssignment = 'yes' } = claim.visit ?? {};
  return [
    ...put(grid.taxId, entity.taxId),
    ...mark(grid.taxIdKind[entity.taxIdKind]),
    ...put(grid.accountNumber, patientControlNumber(claim.claimId, submission.number)),
    ...mark(grid.assignment[acceptsAssignment === 'yes' ? 'yes' : 'no']),
    ...(acceptsAssignment === 'laboratory-only'
      ? [noBox('visit.acceptsAssignment', 'Box 27 cannot say "for laboratory services alone": it says no')]
      : []),
  ];
};

/** Boxes 28 and 29: every page stands for itself. */
export const amountBoxes = (form: FormClaim): Filled => {
  const paid = paidOnPage(form);
  return [
    ...put(grid.totalCharge, formAmount(sum(form.lines.map(({ charge }) => charge)))),
    ...put(grid.amountPaid, paid === undefined ? undefined : formAmount(paid)),
  ];
};

/**
 * What was paid of the services on a page; undefined where nobody has paid. What the patient paid, and what a payer did not
 * pay by line, is told once, on the first page. Medicare wants what the patient paid alone.
 */
const paidOnPage = ({ claim, payer, lines, page }: FormClaim): Cents | undefined => {
  const { patientPaid } = claim.visit ?? {};
  const prior = isMedicare(payer) ? [] : claim.priorPayers;
  if (patientPaid === undefined && prior.length === 0) return undefined;
  const here = new Set(lines.map(({ lineNumber }) => lineNumber));
  const parts = prior.map(({ adjudication }) => {
    const byLine = (wanted: boolean) =>
      sum(
        decidedLines(claim.lines, adjudication)
          .filter((one) => here.has(one.at) === wanted)
          .map(paidOf),
      );
    return page === 1 ? cents(adjudication.paid - byLine(false)) : byLine(true);
  });
  return sum([...(page === 1 ? [cents(patientPaid ?? 0)] : []), ...parts]);
};

type DecidedLine = { readonly at: number; readonly paid: Cents };
const paidOf = ({ paid }: DecidedLine): Cents => paid;

/** What was decided of lines that the claim has. */
const decidedLines = (
  lines: FormClaim['lines'],
  adjudication: PriorPayer['adjudication'],
): readonly DecidedLine[] =>
  adjudication.lines.flatMap(({ lineNumber, paid }) =>
    lineNumber !== undefined && lines.some((line) => line.lineNumber === lineNumber)
      ? [{ at: lineNumber, paid }]
      : [],
  );

/** Boxes 32 and 32a: where the services were given, when that is not where the practice bills from. */
export const facilityBoxes = (form: FormClaim): Filled => {
  const { serviceFacility } = form.claim.visit ?? {};
  const facts = factsOnPage(form);
  const all = [serviceFacility, ...facts.map((one) => one.serviceFacility)];
  const [facility, ...further] = distinct(all.filter((one) => one !== undefined));
  const [purchased] = facts.flatMap(({ purchasedService }) => purchasedService ?? []);
  if (!facility && purchased) {
    return [
      ...put(grid.facility.npi, purchased.providerNpi),
      noBox('box 32', 'Box 20 says that services were bought: write name and address of who sold them'),
    ];
  }
  if (!facility || isBiller(facility, form)) return [];
  return [
    ...put(grid.facility.name, formWords(facility.name)),
    ...put(grid.facility.street, streetOf(facility.address)),
    ...put(grid.facility.city, cityLine(facility.address)),
    ...put(grid.facility.npi, facility.npi),
    ...further.map(() => oneOnly('32', 'It names one place of service: another one is left out')),
  ];
};

const distinct = (facilities: readonly ServiceFacility[]): readonly ServiceFacility[] => [
  ...new Map(facilities.map((one) => [one.npi ?? JSON.stringify(one), one])).values(),
];

const isBiller = ({ npi, address }: ServiceFacility, { entity }: FormClaim): boolean =>
  npi === undefined ? JSON.stringify(address) === JSON.stringify(entity.address) : npi === entity.npi;

/** Boxes 33 to 33b: who bills; the taxonomy goes to all but Medicare. */
export const billerBoxes = ({ entity, payer }: FormClaim): Filled => [
  ...put(grid.biller.areaCode, entity.phone.slice(0, 3)),
  ...put(grid.biller.phone, entity.phone.slice(3)),
  ...put(grid.biller.name, entity.person ? signedName(entity.person) : formWords(entity.name ?? '')),
  ...put(grid.biller.street, streetOf(entity.address)),
  ...put(grid.biller.city, cityLine(entity.address)),
  ...put(grid.biller.npi, entity.npi),
  ...put(grid.biller.otherId, entity.taxonomy && !isMedicare(payer) ? `ZZ${entity.taxonomy}` : undefined),
];
