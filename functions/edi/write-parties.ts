import { formatAmount, formatDate } from './elements.ts';
import type { Cents } from './money.ts';
import type {
  Contact,
  Demographics,
  IdentifiedEntity,
  InformationAmount,
  PartialName,
  PostalAddress,
  Reference,
  ServicePeriod,
} from './party.ts';
import { type SegmentValues, UnwritableValue } from './write-segments.ts';

type PartialEntity = PartialName & Pick<IdentifiedEntity, 'idQualifier' | 'id'>;

type Identifier = { qualifier: string | undefined; id: string | undefined };

/** NM1: who (NM101), the name, and the identifier when there is one. */
export const nameSegment = (
  code: string,
  name: PartialName,
  identifier: Identifier = { qualifier: undefined, id: undefined },
): SegmentValues => [
  'NM1',
  code,
  name.kind === 'organization' ? '2' : '1',
  name.name,
  name.firstName,
  name.middleName,
  undefined,
  name.suffix,
  identifier.id === undefined ? undefined : identifier.qualifier,
  identifier.id,
];

export const entitySegment = (code: string, entity: PartialEntity): SegmentValues =>
  nameSegment(code, entity, { qualifier: entity.idQualifier, id: entity.id });

export const entitySegments = (code: string, entity: PartialEntity | undefined): SegmentValues[] =>
  entity === undefined ? [] : [entitySegment(code, entity)];

export const addressSegments = (address: PostalAddress | undefined): SegmentValues[] =>
  address === undefined
    ? []
    : [
        ['N3', address.line1, address.line2],
        ['N4', address.city, address.state, address.postalCode, address.country],
      ];

export const demographicSegments = ({ dateOfBirth, gender }: Demographics): SegmentValues[] =>
  dateOfBirth === undefined && gender === undefined
    ? []
    : [['DMG', dateOfBirth === undefined ? undefined : 'D8', formatDate(dateOfBirth), gender]];

export const contactSegments = (code: string, contact: Contact | undefined): SegmentValues[] => {
  if (contact === undefined) return [];
  const { phone, extension, email, fax, url } = contact;
  const channels = Object.entries({ TE: phone, EX: extension, EM: email, FX: fax, UR: url });
  const pairs = channels.flatMap((pair) => (pair[1] === undefined ? [] : pair));
  if (pairs.length > 6) throw new UnwritableValue('PER', 'it has room for three numbers');
  return [['PER', code, contact.name, ...pairs]];
};

export const referenceSegments = (qualifier: string, id: string | undefined): SegmentValues[] =>
  id === undefined ? [] : [['REF', qualifier, id]];

export const allReferenceSegments = (references: readonly Reference[]): SegmentValues[] =>
  references.map(({ qualifier, id }) => ['REF', qualifier, id]);

export const dateSegments = (qualifier: string, date: string | undefined): SegmentValues[] =>
  date === undefined ? [] : [['DTP', qualifier, 'D8', formatDate(date)]];

type OptionalAmount = Omit<InformationAmount, 'amount'> & { amount: Cents | undefined };

/** DTP in the format that fits: D8 for one day, RD8 for from and through. */
export const periodSegments = (qualifier: string, period: ServicePeriod | undefined): SegmentValues[] => {
  if (period === undefined) return [];
  if (period.through === undefined) return dateSegments(qualifier, period.from);
  return [['DTP', qualifier, 'RD8', `${formatDate(period.from)}-${formatDate(period.through)}`]];
};

export const amountSegments = (amounts: readonly OptionalAmount[]): SegmentValues[] =>
  amounts.flatMap(({ qualifier, amount }) =>
    amount === undefined ? [] : [['AMT', qualifier, formatAmount(amount)]],
  );
