import type { ElementGuide, Fields } from '../../functions/edi/guide/declare.ts';
import { type Cents, toDollars } from '../../functions/edi/money.ts';
import type { ServicePeriod } from '../../functions/edi/service-period.ts';

/** An object of the codec by field name. */
export type Value = Readonly<Record<string, unknown>>;

/** "patientControlNumber" → "patient control number". */
export const inWords = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .toLowerCase();

/** A text of a file without characters that would steer the terminal. */
export const printable = (text: string): string => text.replace(/\p{Cc}/gu, '\ufffd');

/** "claims" → "claim", "entities" → "entity": one of them. */
export const oneOf = (name: string): string =>
  inWords(name)
    .replace(/ies$/, 'y')
    .replace(/(?<=[su]s)es$/, '')
    .replace(/(?<![su])s$/, '');

/** 123456 → "$1,234.56". */
const dollars = (amount: Cents): string =>
  toDollars(amount)
    .replace(/\B(?=(\d{3})+\.)/g, ',')
    .replace(/^(-?)/, '$1$');

const periodInWords = ({ from, through }: ServicePeriod): string =>
  through === undefined ? from : `${from} to ${through}`;

/** The value of an element as a person reads it. Values and guides come from the same declaration. */
export const valueInWords = (element: ElementGuide, value: unknown): string => {
  const { kind, item, fields = {} } = element;
  switch (kind) {
    case 'money':
      return dollars(value as Cents);
    case 'period':
      return periodInWords(value as ServicePeriod);
    case 'composite':
      return partsInWords(fields, value as Value);
    case 'group':
      return (value as Value[]).map((one) => partsInWords(fields, one)).join(', ');
    case 'repeat':
    case 'run':
      return (value as unknown[])
        .map((one) => (item === undefined ? '' : valueInWords(item, one)))
        .join(', ');
    default:
      return printable(String(value));
  }
};

/** The parts of a composite side by side: "HC 99213 25". */
const partsInWords = (fields: Fields, value: Value): string =>
  Object.entries(fields)
    .flatMap(([name, field]) => (value[name] === undefined ? [] : [valueInWords(field, value[name])]))
    .join(' ');
