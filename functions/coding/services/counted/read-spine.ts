import { findTold, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { numberPattern, readNumber } from '../reading/read-number.ts';
import {
  type CountedService,
  nothingRead,
  type Said,
  type ServiceReader,
  type ServiceReading,
} from '../reading/service-reading.ts';
import { sideIn } from '../reading/side-in.ts';

type Region = 'upper' | 'lower';
/** A family of spinal injections: what it is called, and its codes by level for the neck and chest and the low back. */
type Family = {
  readonly named: RegExp;
  readonly codes: Readonly<Record<Region, readonly string[]>>;
  /** By nerve root the levels are roots, between vertebrae they are joints. */
  readonly countedBy: 'joint' | 'root';
};

const families: readonly Family[] = [
  {
    named:
      /\b(radiofrequency (ablation|neurotomy|lesion\w*|denervation)|rfa|rhizotomy)\b[^;]{0,80}\b(medial branch\w*|facets?|lumbar|cervical|thoracic|[CLT]\d)|\b(medial branch\w*|facets?)\b[^;]{0,60}\b(radiofrequency|rfa|ablat\w+|rhizotomy)\b/i,
    codes: { upper: ['64633', '64634'], lower: ['64635', '64636'] },
    countedBy: 'joint',
  },
  {
    named:
      /\b(medial branch(es)?( nerve)?( block\w*)?|facet( joint)?s?( nerve)? (block\w*|injection\w*)|facet blocks?|mbb)\b/i,
    codes: { upper: ['64490', '64491', '64492'], lower: ['64493', '64494', '64495'] },
    countedBy: 'joint',
  },
  {
    named: /\b(transforaminal|tfesi|selective nerve root)\b/i,
    codes: { upper: ['64479', '64480'], lower: ['64483', '64484'] },
    countedBy: 'root',
  },
  {
    named:
      /\b(interlaminar|epidural steroid|epidural injection|lumbar epidural|cervical epidural|caudal epidural|esi)\b/i,
    codes: { upper: ['62321'], lower: ['62323'] },
    countedBy: 'root',
  },
];

const imaging = /\b(fluoro\w*|c-?arm|ct[- ]guid\w+|under (imaging|x-?ray)|contrast)\b/i;
const pairs = /\b([CTL])\d{1,2}\s*[-/–]\s*(?:[CTLS])?\d{1,2}\b/gi;
const roots = /\b[CTLS]\d{1,2}\b/gi;
const stated = new RegExp(`\\b(${numberPattern})[- ](?:levels?|joints?)\\b`, 'i');

const regionOf = (text: string): Region =>
  /\b(cervical|thoracic|neck|[CT]\d{1,2})\b/i.test(text) && !/\b(lumbar|L[1-5])\b/i.test(text)
    ? 'upper'
    : 'lower';

/** Joints are told as "L4-5"; of the medial branches named one by one, one more than the joints. */
const levelsIn = (text: string, { countedBy }: Family): number => {
  const joints = new Set((text.match(pairs) ?? []).map((one) => one.toUpperCase().replace(/\s/g, '')));
  const told = readNumber(stated.exec(text)?.[1]);
  if (told !== undefined) return told;
  if (joints.size > 0) return joints.size;
  const named = new Set((text.match(roots) ?? []).map((one) => one.toUpperCase()));
  return Math.max(1, countedBy === 'joint' && named.size > 1 ? named.size - 1 : named.size);
};

const servicesOf = (
  reading: ServiceReading,
  family: Family,
  said: readonly Said[],
): readonly CountedService[] => {
  const around = [
    ...new Set(said.flatMap(({ statement }) => nearby(reading, statement, { back: 4, on: 4 }))),
  ];
  const text = textOf(around);
  const [first = '', second, third] = family.codes[regionOf(text)];
  const isEpidural = second === undefined;
  // Without imaging the low injection has a code of its own.
  const code = isEpidural && first === '62323' && !imaging.test(text) ? '62322' : first;
  const levels = isEpidural ? 1 : levelsIn(text, family);
  const side = isEpidural ? undefined : sideIn(text.replace(/\b[CTL]\d/g, ' '));
  const rules = [`${levels} levels`];
  const one = { said, rules, ...(side && { modifiers: [side] }) };
  const further = third === undefined ? Math.max(0, levels - 1) : Math.min(1, levels - 1);
  return [
    { code, units: 1, ...one },
    ...(second && further > 0 ? [{ code: second, units: further, ...one }] : []),
    ...(third && levels > 2 ? [{ code: third, units: 1, ...one }] : []),
  ];
};

/** A needle that was used: drug, contrast, or the guidance that goes with it. */
const needled =
  /\b(fluoro\w*|c-?arm|needles?|contrast|\d ?m?l\b|bupivacaine|lidocaine|dexamethasone|triamcinolone|lesion\w*|seconds)\b/i;

/** Injections at the joints, nerves and roots of the spine, by region and level. */
export const readSpine: ServiceReader = (reading) => {
  if (!says(reading, needled)) return nothingRead;
  for (const family of families) {
    const said = findTold(reading, family.named).filter(
      ({ statement }) =>
        !['background', 'history', 'reason'].includes(statement.section) &&
        needled.test(textOf(nearby(reading, statement, { back: 1, on: 3 }))),
    );
    if (said.length > 0) return { services: servicesOf(reading, family, said) };
  }
  return nothingRead;
};
