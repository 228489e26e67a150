import { toDollars } from '../../edi/money.ts';
import type { Claim } from '../claim.ts';
import type { Address, Provider } from '../party.ts';
import type { Correction } from './correction.ts';

/** What of a claim can be corrected, in a few words, and how it stands in a claim: for whoever reads its history. */
type Correctable = { readonly words: string; readonly of: (claim: Claim) => string | undefined };

const person = (provider: (Omit<Provider, 'npi'> & { npi?: string }) | undefined): string | undefined =>
  provider && [provider.firstName, provider.lastName, provider.npi].filter(Boolean).join(' ');

const address = (at: Address | undefined): string | undefined =>
  at && [at.line1, at.line2, at.city, at.state, at.postalCode].filter(Boolean).join(', ');

type Corrected = Exclude<keyof Correction, 'support'>;

export const correctables: Readonly<Record<Corrected, Correctable>> = {
  memberId: { words: 'member id', of: ({ coverage }) => coverage.memberId },
  groupNumber: { words: 'group number', of: ({ coverage }) => coverage.groupNumber },
  relationship: { words: 'relation to the policy holder', of: ({ coverage }) => coverage.relationship },
  policyHolder: {
    words: 'policy holder',
    of: ({ coverage: { subscriber } }) =>
      subscriber && `${person(subscriber)} ${subscriber.dateOfBirth} ${subscriber.gender}`,
  },
  patientLastName: { words: 'patient’s last name', of: ({ patient }) => patient.lastName },
  patientFirstName: { words: 'patient’s first name', of: ({ patient }) => patient.firstName },
  patientMiddleName: { words: 'patient’s middle name', of: ({ patient }) => patient.middleName },
  patientDateOfBirth: { words: 'patient’s date of birth', of: ({ patient }) => patient.dateOfBirth },
  patientGender: { words: 'patient’s sex', of: ({ patient }) => patient.gender },
  patientAddress: { words: 'patient’s address', of: ({ patient }) => address(patient.address) },
  dateOfService: { words: 'date of service', of: ({ dateOfService }) => dateOfService },
  placeOfService: { words: 'place of service', of: ({ placeOfService }) => placeOfService },
  priorAuthorization: { words: 'prior authorization', of: ({ priorAuthorization }) => priorAuthorization },
  referralNumber: { words: 'referral number', of: ({ visit }) => visit?.referralNumber },
  cliaNumber: { words: 'CLIA number', of: ({ visit }) => visit?.cliaNumber },
  renderingProvider: {
    words: 'rendering provider',
    of: ({ renderingProvider }) => person(renderingProvider),
  },
  referringProvider: {
    words: 'referring provider',
    of: ({ referringProvider }) => person(referringProvider),
  },
  orderingProvider: { words: 'ordering provider', of: ({ visit }) => person(visit?.orderingProvider) },
  supervisingProvider: {
    words: 'supervising provider',
    of: ({ visit }) => person(visit?.supervisingProvider),
  },
  serviceFacility: {
    words: 'service facility',
    of: ({ visit }) => {
      const at = visit?.serviceFacility;
      return at && [at.name, at.npi, address(at.address)].filter(Boolean).join(', ');
    },
  },
  accident: {
    words: 'accident',
    of: ({ visit }) => {
      const it = visit?.accident;
      return it && [it.causes.join(' and '), it.date, it.state, it.claimNumber].filter(Boolean).join(' ');
    },
  },
  claimNote: { words: 'note to the payer', of: ({ visit }) => visit?.note?.text },
  attachments: {
    words: 'attachments',
    of: ({ visit }) =>
      visit?.attachments
        ?.map((one) => [one.reportType, one.transmission, one.controlNumber].filter(Boolean).join(' '))
        .join('; '),
  },
  codes: {
    words: 'codes',
    of: ({ diagnoses, lines }) =>
      [
        diagnoses.join(' '),
        ...lines.map(({ procedure, modifiers, units, diagnosisPointers }) =>
          [[procedure, ...modifiers].join('-'), `×${units}`, `(${diagnosisPointers.join(' ')})`].join(' '),
        ),
      ].join('; '),
  },
  drugs: {
    words: 'drugs',
    of: ({ lines }) =>
      lines
        .flatMap(({ lineNumber, facts }) =>
          facts?.drug ? [`${lineNumber} ${facts.drug.ndc} ${facts.drug.quantity} ${facts.drug.unit}`] : [],
        )
        .join('; ') || undefined,
  },
  charges: {
    words: 'charges',
    of: ({ lines }) => lines.map(({ lineNumber, charge }) => `${lineNumber} ${toDollars(charge)}`).join('; '),
  },
};

/** What of a claim differs after a correction, each with before and after; it names patients, and stays in the records. */
export const changesBetween = (before: Claim, after: Claim): readonly string[] =>
  Object.values(correctables).flatMap(({ words, of }) => {
    const [was, is] = [of(before) ?? 'none', of(after) ?? 'none'];
    return was === is ? [] : [`${words}: ${was} → ${is}`];
  });
