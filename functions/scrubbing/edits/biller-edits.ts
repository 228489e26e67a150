import { billedProviders } from '../../domain/contract/incident-to.ts';
import { type BillingEntity, chooseBillingEntity, itself } from '../../domain/practice/billing-entity.ts';
import { isNpi } from '../../edi/npi.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from '../edit.ts';

/** Who bills the visit, and where it stands in the practice's records. */
const billerOf = (encounter: EncounterToScrub): { readonly biller: BillingEntity; readonly at: string } => {
  const { practice, registration, payer } = encounter;
  const rendering = billedProviders(registration, practice, payer)?.rendering.npi;
  const biller = chooseBillingEntity(practice, {
    ...{ locationId: registration.locationId, payerId: payer?.payerId ?? '' },
    renderingProviderNpi: rendering ?? registration.renderingProviderNpi,
  });
  const place = practice.billingEntities.indexOf(biller);
  const at = biller.billingEntityId === itself ? 'practice' : `practice.billingEntities[${place}]`;
  return { biller, at };
};

/** What a check has against one field of who bills. */
const ofBiller =
  (
    field: keyof BillingEntity,
    fault: (biller: BillingEntity, encounter: EncounterToScrub) => string | undefined,
  ): Edit['check'] =>
  (encounter) => {
    const { biller, at } = billerOf(encounter);
    const detail = fault(biller, encounter);
    return detail === undefined ? [] : [{ path: `${at}.${field}`, detail }];
  };

const npiFault = ({ npi }: BillingEntity) =>
  isNpi(npi)
    ? undefined
    : 'The NPI of who bills fails its check digit: compare it with the NPI registry; a digit may be mistyped.';

/** The first two digits that the IRS gives no employer. */
const unusedPrefixes = new Set([
  '00',
  '07',
  '08',
  '09',
  '17',
  '18',
  '19',
  '28',
  '29',
  '49',
  '69',
  '70',
  '78',
  '79',
  '89',
  '96',
  '97',
]);

/** One digit nine times fills a field and is no number. */
const isFiller = (digits: string): boolean => /^(\d)\1{8}$/.test(digits);

/** Somebody may have it, and mostly it stands in for one that was not known. */
const isPlaceholder = (digits: string): boolean => ['123456789', '987654321', '012345678'].includes(digits);

/** The Social Security Administration gives no area 000, 666 or 9xx, no group 00 and no serial 0000. */
const isNoSocialSecurityNumber = (digits: string): boolean => /^(000|666|9)|^...00|0000$/.test(digits);

const taxIdFault = ({ taxId, taxIdKind }: BillingEntity): string | undefined => {
  const isWrong = taxIdKind === 'social-security' ? isNoSocialSecurityNumber(taxId) : taxId.startsWith('00');
  return isFiller(taxId) || isWrong
    ? 'The tax id of who bills cannot be one: write the nine digits of the letter in which the IRS gave it.'
    : undefined;
};

const prefixFault = ({ taxId, taxIdKind }: BillingEntity): string | undefined => {
  if (isPlaceholder(taxId))
    return 'The tax id of who bills looks like one that was put in its place: compare it with the letter of the IRS.';
  const prefix = taxId.slice(0, 2);
  return taxIdKind === 'employer' && prefix !== '00' && unusedPrefixes.has(prefix)
    ? `The IRS gives no employer a number that begins with ${prefix}: compare the tax id of who bills with its letter, or say that it is a social security number.`
    : undefined;
};

/** Four digits that stand for none: payers take 9998 where nobody knows better. */
const noAddOn = new Set(['0000', '9999']);

const zipFault = ({ address: { postalCode } }: BillingEntity): string | undefined => {
  if (postalCode.length === 9 && !noAddOn.has(postalCode.slice(5))) return undefined;
  return 'The ZIP code of who bills needs all nine digits: look up the last four at the US Postal Service and add them.';
};

const boxes =
  /\b(p\.?\s*o\.?\s*box|post\s*office\s*box|lock\s*box|(general|call)\s+delivery|box\s+\d+$)|^box\s+\d/i;

const addressFault = ({ address: { line1, line2 = '' } }: BillingEntity): string | undefined =>
  boxes.test(line1) || boxes.test(line2)
    ? 'The address of who bills is a box: write the street address here, and the box as the address for payments (payTo).'
    : undefined;

const phoneFault = ({ phone }: BillingEntity): string | undefined =>
  /^[2-9]\d{2}[2-9]\d{6}$/.test(phone)
    ? undefined
    : 'The telephone number of who bills is none of North America: neither its area code nor its exchange begins with 0 or 1.';

const taxonomyFault = ({ taxonomy }: BillingEntity, { payer }: EncounterToScrub): string | undefined =>
  payer?.claimRules?.billingTaxonomy && taxonomy === undefined
    ? `${payer.name} wants the taxonomy code of who bills: add it to the billing entity.`
    : undefined;

/** A service facility or a location without a street says nowhere. */
const facilityAddress = ({ registration: { serviceFacility } }: EncounterToScrub): readonly Objection[] =>
  objectIf(
    serviceFacility !== undefined && boxes.test(serviceFacility.address.line1),
    'registration.serviceFacility.address',
    'The place of service is at a street, not in a box: write the street address of the facility.',
  );

/** Edits on who bills: what payers refuse a claim for before they read its lines. */
export const billerEdits: readonly Edit[] = [
  {
    code: 'identity-billing-npi',
    source: 'CMS: the tenth digit of an NPI is the Luhn check digit over 80840 and the first nine',
    desk: 'credentialing',
    check: ofBiller('npi', npiFault),
  },
  {
    code: 'identity-tax-id',
    desk: 'biller',
    source: '837P REF*EI and REF*SY of 2010AA; 26 CFR 301.7701-12',
    check: ofBiller('taxId', taxIdFault),
  },
  {
    code: 'identity-tax-id-prefix',
    desk: 'biller',
    source: 'IRS: the prefixes of employer identification numbers that are in use',
    severity: 'warn',
    check: ofBiller('taxId', prefixFault),
  },
  {
    code: 'identity-billing-zip',
    desk: 'biller',
    source: '837P N403 of 2010AA: nine digits in the US',
    severity: 'warn',
    check: ofBiller('address', zipFault),
  },
  {
    code: 'identity-billing-address',
    desk: 'biller',
    source: '837P N301 of 2010AA: a street address',
    check: ofBiller('address', addressFault),
  },
  {
    code: 'identity-facility-address',
    desk: 'clinic',
    source: '837P N301 of 2310C: where the service was given',
    check: facilityAddress,
  },
  {
    code: 'identity-billing-phone',
    desk: 'biller',
    source: 'North American Numbering Plan; 837P PER04',
    check: ofBiller('phone', phoneFault),
  },
  {
    code: 'identity-billing-taxonomy',
    source: '837P PRV*BI of 2000A, where the payer’s rules want it',
    desk: 'credentialing',
    check: ofBiller('taxonomy', taxonomyFault),
  },
];
