import { findDone, findTold, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { numberPattern, readNumber } from '../reading/read-number.ts';
import { nothingRead, type ServiceReader, type ServiceReading } from '../reading/service-reading.ts';

const osteopathic = /\b(omt|osteopathic manipulat\w+( treatment| therapy)?|osteopathic treatment)\b/i;
const chiropractic =
  /\b(cmt|chiropractic (manipulat\w+|adjustments?|treatment)|spinal (manipulat\w+|adjustments?)|adjust(ed|ments?)|manipulat(ed|ion)|diversified|hvla|activator|thompson|gonstead)\b/i;
const chiropractor = /\b(chiropract\w+|dc|cmt|subluxation\w*)\b/i;
/** "CMT: L4, SI": the abbreviation with its segments tells of the treatment itself. */
const segments = /\bcmt\b[^;]{0,20}\b[CTLS]\d/i;

type Area = readonly [string, RegExp];
const spine: readonly Area[] = [
  ['cervical', /\b(cervical|c-?spine|neck|occiput|atlas|axis|c[0-7](?![a-z\d]))/i],
  ['thoracic', /\b(thoracic|t-?spine|dorsal|mid-?back|t(1[0-2]|[1-9])(?![a-z\d]))/i],
  ['lumbar', /\b(lumbar|l-?spine|low(er)? back|l[1-5](?![a-z\d]))/i],
  ['sacral', /\b(sacral|sacrum|sacro(?!iliac)\w*|s1(?![a-z\d]))/i],
  ['pelvic', /\b(pelvi\w+|innominates?|ili(um|ac)|pubic|sacroiliac|si joints?|\bsi\b)/i],
];
const whole: readonly Area[] = [
  ['head', /\b(head|cranial|cranium|occipit\w*|suboccipital|oa\b)/i],
  ...spine,
  ['rib', /\b(ribs?|costal|rib cage)\b/i],
  ['abdomen', /\b(abdom\w+|visceral)\b/i],
  ['upper', /\b(upper (extremit\w+|limbs?)|shoulders?|arms?|elbows?|wrists?)\b/i],
  ['lower', /\b(lower (extremit\w+|limbs?)|legs?|knees?|ankles?|feet|foot|hips?)\b/i],
];

const told = new RegExp(
  `\\b(${numberPattern})\\s+(?:body |spinal |different )?(?:regions?|areas?)\\b|\\bregions?\\s*(?:treated)?\\s*[:=(]\\s*(\\d+)`,
  'i',
);

const areasIn = (text: string, areas: readonly Area[]): number =>
  areas.filter(([, pattern]) => pattern.test(text)).length;

const regionsOf = (reading: ServiceReading, own: string, around: string, areas: readonly Area[]): number => {
  const number = told.exec(own) ?? told.exec(around);
  const stated = readNumber(number?.[1]) ?? readNumber(number?.[2]);
  if (stated !== undefined) return stated;
  const named = areasIn(own, areas);
  if (named > 0) return named;
  const dysfunction = textOf(
    reading.statements.filter(({ text }) =>
      /somatic dysfunction|segmental dysfunction|subluxation|m99\.0/i.test(text),
    ),
  );
  return areasIn(around, areas) || areasIn(dysfunction, areas);
};

const osteopathicCodes = ['98925', '98926', '98927', '98928', '98929'];

/** One or two regions, three or four, and so on to nine or ten. */
export const osteopathicCode = (regions: number): string =>
  osteopathicCodes[Math.min(4, Math.max(0, Math.ceil(regions / 2) - 1))] ?? '98925';

/** Of the spine's five regions one or two, three or four, or all. */
export const chiropracticCode = (regions: number): string =>
  regions >= 5 ? '98942' : regions >= 3 ? '98941' : '98940';

const asked = (regions: number, code: string): readonly string[] =>
  regions === 0 ? [`How many regions were treated (${code})?`] : [];

/** Osteopathic and chiropractic manipulation by regions, the latter with AT where Medicare's care is active. */
export const readManipulations: ServiceReader = (reading) => {
  const omt = findDone(reading, osteopathic);
  if (omt.length > 0) {
    const statements = omt.map(({ statement }) => statement);
    const around = textOf([
      ...new Set(statements.flatMap((statement) => nearby(reading, statement, { back: 1, on: 3 }))),
    ]);
    const regions = regionsOf(reading, textOf(statements), around, whole);
    const code = osteopathicCode(regions);
    return {
      services: [
        { code, units: 1, said: omt, rules: [`${regions} body regions`], questions: asked(regions, code) },
      ],
    };
  }
  if (!says(reading, chiropractor)) return nothingRead;
  const said = [...findDone(reading, chiropractic), ...findTold(reading, segments)].filter(
    ({ statement }) => !['history', 'reason', 'background'].includes(statement.section),
  );
  if (said.length === 0) return nothingRead;
  const statements = said.map(({ statement }) => statement);
  const around = textOf([
    ...new Set(statements.flatMap((statement) => nearby(reading, statement, { back: 1, on: 3 }))),
  ]);
  const regions = regionsOf(reading, textOf(statements), around, spine);
  const code = chiropracticCode(regions);
  const isMaintenance = says(reading, /\bmaintenance (care|phase|therapy|adjust)/i);
  const isActive = reading.payer === 'medicare' && !isMaintenance;
  const rules = [`${regions} regions of the spine`, ...(isActive ? ['AT: active treatment'] : [])];
  return {
    services: [
      {
        code,
        units: 1,
        said,
        ...(isActive && { modifiers: ['AT'] }),
        rules,
        questions: asked(regions, code),
      },
    ],
  };
};
