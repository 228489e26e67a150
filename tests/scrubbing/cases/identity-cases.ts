import { ClaimRules } from '../../../functions/domain/contract/claim-rules.ts';
import type { Coverage, Provider } from '../../../functions/domain/party.ts';
import { BillingEntity } from '../../../functions/domain/practice/billing-entity.ts';
import { practice } from '../../factories/practices.ts';
import { samples } from '../../factories/sample-visits.ts';
import { aService, type VisitChange } from '../visit-to-scrub.ts';
import { casesOf, type EditCase } from './edit-case.ts';

const { address, providers } = practice();
const [registration] = samples.map((one) => one.registration);
const [card] = registration?.coverages ?? [];
if (!registration || !card) throw new Error('The samples are missing');
const { patient } = registration;

const records = (change: VisitChange['records']): VisitChange => ({ ...(change && { records: change }) });
const covered = (change: Partial<Coverage>, contract: VisitChange['contract'] = {}): VisitChange => ({
  registered: { coverages: [{ ...card, ...change }] },
  contract,
});
const holder = { lastName: 'Brennan', firstName: 'Ada', gender: 'F', address: patient.address } as const;
const medicare = { claimFilingIndicator: 'MB' };
const person = (npi: string): Provider => ({ lastName: 'Stone', firstName: 'Rae', npi });
const wrong = person('1234567890');
const sound = person('1234567893');
const entity = BillingEntity.parse({
  billingEntityId: 'lab',
  name: 'Maple Street Laboratory',
  npi: '1234567893',
  taxId: '990041215',
  address,
  phone: '6145550143',
});
const rules = (change: object): VisitChange['contract'] => ({ claimRules: ClaimRules.parse(change) });
const coverage = 'registration.coverages[0]';

export const identityCases: readonly EditCase[] = [
  ...casesOf(
    'identity-billing-npi',
    [
      ['of the practice', records({ npi: '2450100014' }), 'block credentialing practice.npi'],
      [
        'of the entity that bills',
        records({ billingEntities: [{ ...entity, npi: '1234567894' }] }),
        'block credentialing practice.billingEntities[0].npi',
      ],
    ],
    [['an entity that bills for the practice', records({ npi: '2450100014', billingEntities: [entity] })]],
  ),
  ...casesOf(
    'identity-tax-id',
    [
      ['one digit nine times', records({ taxId: '999999999' }), 'block biller practice.taxId'],
      ['two zeros first', records({ taxId: '001234567' }), 'block biller practice.taxId'],
      [
        'a social security number that is none',
        records({ billingEntities: [{ ...entity, taxIdKind: 'social-security', taxId: '666120001' }] }),
        'block biller practice.billingEntities[0].taxId',
      ],
    ],
    [
      ['an employer’s', records({ taxId: '310041207' })],
      [
        'a social security number',
        records({ billingEntities: [{ ...entity, taxIdKind: 'social-security', taxId: '231120001' }] }),
      ],
    ],
  ),
  ...casesOf(
    'identity-tax-id-prefix',
    [
      ['a prefix that is not given', records({ taxId: '070041207' }), 'warn biller practice.taxId'],
      ['digits in a row', records({ taxId: '123456789' }), 'warn biller practice.taxId'],
    ],
    [['one that is', records({ taxId: '310041207' })]],
  ),
  ...casesOf(
    'identity-billing-zip',
    [
      [
        'five digits',
        records({ address: { ...address, postalCode: '43099' } }),
        'warn biller practice.address',
      ],
      [
        'zeros for the last four',
        records({ address: { ...address, postalCode: '430990000' } }),
        'warn biller practice.address',
      ],
    ],
    [['nine digits', records({ address: { ...address, postalCode: '430991234' } })]],
  ),
  ...casesOf(
    'identity-billing-address',
    [
      ...['PO Box 410', 'P.O. BOX 12', 'p o box 7', 'Post Office Box 3', 'Lock Box 99'].map(
        (line1) =>
          [line1, records({ address: { ...address, line1 } }), 'block biller practice.address'] as const,
      ),
      [
        'a box beside the street',
        records({ address: { ...address, line2: 'PO Box 2' } }),
        'block biller practice.address',
      ],
    ],
    [
      ['a street', records({ address: { ...address, line1: '12 Boxwood Post Road' } })],
      [
        'a box for payments',
        records({ billingEntities: [{ ...entity, payTo: { ...address, line1: 'PO Box 1' } }] }),
      ],
    ],
  ),
  ...casesOf(
    'identity-facility-address',
    [
      [
        'a box',
        { registered: { serviceFacility: { name: 'Elm', address: { ...address, line1: 'PO Box 4' } } } },
        'block clinic registration.serviceFacility.address',
      ],
    ],
    [['a street', { registered: { serviceFacility: { name: 'Elm Surgery', address } } }]],
  ),
  ...casesOf(
    'identity-billing-phone',
    [
      ['an area code with 1', records({ phone: '1145550142' }), 'block biller practice.phone'],
      ['an exchange with 0', records({ phone: '6140550142' }), 'block biller practice.phone'],
    ],
    [['one of North America', records({ phone: '6145550142' })]],
  ),
  ...casesOf(
    'identity-billing-taxonomy',
    [
      [
        'an entity without',
        { records: { billingEntities: [entity] }, contract: rules({ billingTaxonomy: true }) },
        'block credentialing practice.billingEntities[0].taxonomy',
      ],
    ],
    [
      ['a payer that does not ask', records({ billingEntities: [entity] })],
      ['the practice, which has one', { contract: rules({ billingTaxonomy: true }) }],
    ],
  ),
  ...casesOf(
    'identity-death-before-service',
    [
      [
        'a visit after death',
        { registered: { patient: { ...patient, dateOfDeath: '2026-11-01' } } },
        'block clinic registration.patient.dateOfDeath',
      ],
    ],
    [
      [
        'a visit on the last day',
        { registered: { patient: { ...patient, dateOfDeath: registration.dateOfService } } },
      ],
    ],
  ),
  ...casesOf(
    'identity-other-npi',
    [
      [
        'who ordered',
        { registered: { orderingProvider: wrong } },
        'block clinic registration.orderingProvider.npi',
      ],
      [
        'who supervised',
        { registered: { supervisingProvider: wrong } },
        'block clinic registration.supervisingProvider.npi',
      ],
      [
        'who ordered a service',
        { services: [aService('99213', { facts: { orderingProvider: wrong } })] },
        'block clinic codes.services[0].facts.orderingProvider.npi',
      ],
    ],
    [['sound ones', { registered: { orderingProvider: sound, primaryCareProvider: sound } }]],
  ),
  ...casesOf(
    'identity-service-provider-unlisted',
    [
      [
        'a stranger on a line',
        { services: [aService('99213', { facts: { renderingProviderNpi: sound.npi } })] },
        'block clinic codes.services[0].facts.renderingProviderNpi',
      ],
    ],
    [
      [
        'a colleague on a line',
        { services: [aService('99213', { facts: { renderingProviderNpi: providers[1]?.npi ?? '' } })] },
      ],
    ],
  ),
  ...casesOf(
    'identity-supervising',
    [
      [
        'of the visit',
        { registered: { supervisingProvider: person(registration.renderingProviderNpi) } },
        'block clinic registration.supervisingProvider.npi',
      ],
      [
        'of a line',
        {
          services: [
            aService('99213', { facts: { renderingProviderNpi: sound.npi, supervisingProvider: sound } }),
          ],
        },
        'block clinic codes.services[0].facts.supervisingProvider.npi',
      ],
    ],
    [['another one', { registered: { supervisingProvider: sound } }]],
  ),
  ...casesOf(
    'identity-taxonomy-unknown',
    [
      [
        'in the half year of the list',
        { date: '2025-11-03', ...records({ taxonomy: '999Q00000X' }) },
        'block credentialing practice.taxonomy',
      ],
      [
        'in another one',
        { date: '2026-11-03', ...records({ taxonomy: '999Q00000X' }) },
        'warn credentialing practice.taxonomy',
      ],
      [
        'of who gave the services',
        {
          date: '2025-11-03',
          ...records({ providers: providers.map((one) => ({ ...one, taxonomy: '207QZ9999X' })) }),
        },
        'block credentialing practice.providers[0].taxonomy',
      ],
    ],
    [['codes of the list', { date: '2025-11-03' }]],
    true,
  ),
  ...casesOf(
    'identity-member-id',
    ['  ', 'UNKNOWN', 'N/A', '999999999', 'self pay'].map((memberId) => [
      `"${memberId}"`,
      covered({ memberId }),
      `block clinic ${coverage}.memberId`,
    ]),
    [['a number', covered({ memberId: 'W99999912' })]],
  ),
  ...casesOf(
    'identity-member-pattern',
    [
      ...['1EG4TE5MK7', '0EG4TE5MK73', '1SG4TE5MK73', '1EG4TE5MK7A', '123456789A', 'NWH204817733'].map(
        (memberId) =>
          [
            `${memberId} at Medicare`,
            covered({ memberId }, medicare),
            `block clinic ${coverage}.memberId`,
          ] as const,
      ),
      [
        'by the payer’s own pattern',
        covered({ memberId: 'NWH20481773' }, rules({ memberId: '^NWH\\d{9}$' })),
        `block clinic ${coverage}.memberId`,
      ],
    ],
    [
      ['of Medicare', covered({ memberId: '1EG4TE5MK73' }, medicare)],
      ['of Medicare with hyphens', covered({ memberId: '1eg4-te5-mk73' }, medicare)],
      ['of a payer without a pattern', covered({ memberId: '1SG4' })],
      ['by the payer’s own pattern, right', covered({}, rules({ memberId: '^NWH\\d{9}$' }))],
    ],
  ),
  ...casesOf(
    'identity-policy-holder',
    ['MB', 'MA', 'MC'].map((claimFilingIndicator) => [
      `a spouse’s policy at ${claimFilingIndicator}`,
      covered(
        { relationship: 'spouse', subscriber: { ...holder, dateOfBirth: '1960-02-02' } },
        { claimFilingIndicator },
      ),
      `block clinic ${coverage}.relationship`,
    ]),
    [
      ['the patient’s own', covered({}, medicare)],
      [
        'a spouse’s at a commercial plan',
        covered({ relationship: 'spouse', subscriber: { ...holder, dateOfBirth: '1960-02-02' } }),
      ],
    ],
  ),
  ...casesOf(
    'identity-relation',
    [
      [
        'the patient as subscriber',
        covered({
          relationship: 'spouse',
          subscriber: { ...holder, firstName: 'WALTER', dateOfBirth: patient.dateOfBirth },
        }),
        `warn clinic ${coverage}.relationship`,
      ],
      [
        'a child older than the parent',
        covered({ relationship: 'child', subscriber: { ...holder, dateOfBirth: '1999-02-02' } }),
        `warn clinic ${coverage}.relationship`,
      ],
      [
        'a spouse of seven years',
        {
          registered: {
            patient: { ...patient, dateOfBirth: '2019-01-01' },
            coverages: [
              { ...card, relationship: 'spouse', subscriber: { ...holder, dateOfBirth: '1990-02-02' } },
            ],
          },
        },
        `warn clinic ${coverage}.relationship`,
      ],
    ],
    [
      ['a spouse', covered({ relationship: 'spouse', subscriber: { ...holder, dateOfBirth: '1960-02-02' } })],
      [
        'a son of the same name',
        covered({
          relationship: 'child',
          subscriber: { ...holder, firstName: 'Walter', dateOfBirth: '1931-02-02' },
        }),
      ],
    ],
  ),
];
