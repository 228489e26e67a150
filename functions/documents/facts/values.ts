import { readDate } from '../../tables/read-date.ts';

/** Two digits of a year lie in the century before this one. */
const thisYear = (): number => new Date().getFullYear();

/** A day as people write it, as YYYY-MM-DD; undefined where it is none. */
export const dayOf = (words: string | undefined): string | undefined => {
  const day = words?.trim().replace(/^(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/i, '');
  return day === undefined || /^\d{5}$/.test(day) ? undefined : readDate(day, thisYear());
};

/**
 * A time stamp of HL7 (v2 and C-CDA: YYYY[MM[DD[HHMM[SS]]]] with a zone), as YYYY-MM-DD or as much of it as is there;
 * with `withTime` its hours and minutes behind it.
 */
export const stampOf = (stamp: string | undefined, withTime = false): string | undefined => {
  const found = /^(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d))?/.exec(stamp?.trim() ?? '');
  if (!found) return undefined;
  const [, year, month, day, hour, minute] = found;
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  return withTime && hour !== undefined ? `${date}T${hour}:${minute}` : date;
};

/** M and F, and "other" and "unknown" in words: v2 table 0001, AdministrativeGender of v3 and FHIR, and prose. */
export const sexOf = (words: string | undefined): string | undefined => {
  const [first] = /^[a-z]+/i.exec(words?.trim() ?? '') ?? [];
  if (first === undefined) return undefined;
  const known: Readonly<Record<string, string>> = {
    ...{ m: 'M', male: 'M', man: 'M', boy: 'M', f: 'F', female: 'F', woman: 'F', girl: 'F' },
    ...{
      o: 'other',
      other: 'other',
      a: 'other',
      n: 'other',
      un: 'other',
      x: 'other',
      u: 'unknown',
      unknown: 'unknown',
    },
  };
  return known[first.toLowerCase()];
};

export type PersonName = { readonly last?: string; readonly first?: string; readonly middle?: string };

const titles = /^(?:mr|mrs|ms|miss|mx|dr|prof)\.?\s+/i;
const behind = /,?\s+(?:m\.?d\.?|d\.?o\.?|np|pa(?:-c)?|rn|ph\.?d\.?|lcsw|dds|dpm)\.?$/i;
const generation = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** What stands before a comma is the last name; without one, the last word is. */
export const nameOf = (words: string): PersonName | undefined => {
  const name = words.trim().replace(titles, '').replace(behind, '').trim();
  if (!/^\p{L}[\p{L}\p{M}'’.-]*(?:,? +[\p{L}\p{M}'’.-]+,?){1,4}$/u.test(name)) return undefined;
  const [before = '', after] = name.split(/,\s*/, 2);
  return after === undefined || generation.test(after)
    ? inOrder(partsOf(before))
    : inOrder([...partsOf(after), before]);
};

const partsOf = (name: string): readonly string[] =>
  name.split(/\s+/).filter((part) => !generation.test(part));

/** A name of its last part and the given ones, of which the second and further ones are middle names. */
export const nameOfParts = (last: string | undefined, given: readonly string[]): PersonName => {
  const [first, ...middle] = given;
  return {
    ...(last && { last }),
    ...(first && { first }),
    ...(middle.length > 0 && { middle: middle.join(' ') }),
  };
};

const inOrder = (parts: readonly string[]): PersonName => nameOfParts(parts.at(-1), parts.slice(0, -1));

export type Coded = { readonly system: string; readonly code: string };

/** Systems of codes by their names, with their OIDs (C-CDA), addresses (FHIR) and short forms (HL7 v2, table 0396). */
const systems: readonly (readonly [string, RegExp])[] = [
  ['ICD-10-CM', /^(?:urn:oid:)?2\.16\.840\.1\.113883\.6\.90$|icd-10-cm|^I10C?$|^ICD-?10(?:-?CM)?$/i],
  ['ICD-9-CM', /^(?:urn:oid:)?2\.16\.840\.1\.113883\.6\.(?:103|2)$|icd-9-cm|^I9C?$|^ICD-?9(?:-?CM)?$/i],
  ['ICD-10-PCS', /^(?:urn:oid:)?2\.16\.840\.1\.113883\.6\.4$|icd-?10-?pcs|^I10P$/i],
  ['SNOMED CT', /^(?:urn:oid:)?2\.16\.840\.1\.113883\.6\.96$|snomed|^SCT$/i],
  ['LOINC', /^(?:urn:oid:)?2\.16\.840\.1\.113883\.6\.1$|loinc|^LN$/i],
  ['RxNorm', /^(?:urn:oid:)?2\.16\.840\.1\.113883\.6\.88$|rxnorm/i],
  ['CPT', /^(?:urn:oid:)?2\.16\.840\.1\.113883\.6\.12$|ama-assn\.org|^C4$|^CPT(?:-?4)?$/i],
  ['HCPCS', /^(?:urn:oid:)?2\.16\.840\.1\.113883\.6\.(?:285|14)$|hcpcs|^HCPT?$|^HPC$/i],
  ['NDC', /^(?:urn:oid:)?2\.16\.840\.1\.113883\.6\.69$|\/ndc$|^NDC$/i],
  ['CVX', /^(?:urn:oid:)?2\.16\.840\.1\.113883\.12\.292$|\/cvx$|^CVX$/i],
  ['CDT', /^(?:urn:oid:)?2\.16\.840\.1\.113883\.6\.13$|\/cdt$/i],
  ['NUCC', /^(?:urn:oid:)?2\.16\.840\.1\.113883\.6\.101$|nucc/i],
];

/** What a system of codes is called, or what the document calls it; undefined where it says nothing. */
export const systemOf = (written: string | undefined): string | undefined =>
  written ? (systems.find(([, known]) => known.test(written))?.[0] ?? written) : undefined;

/** Words, and the codes behind them in brackets: "Essential hypertension [ICD-10-CM I10]". */
export const withCodes = (words: string | undefined, codes: readonly Coded[]): string | undefined => {
  const named = [...new Set(codes.map(({ system, code }) => `${system} ${code}`.trim()))];
  const bracket = named.length > 0 ? `[${named.join('; ')}]` : '';
  return [words?.trim(), bracket].filter((part) => part).join(' ') || undefined;
};

/** 2.16.840.1.113883.4.6 is the list of NPIs. */
export const isNpiSystem = (written: string | undefined): boolean =>
  /^(?:urn:oid:)?2\.16\.840\.1\.113883\.4\.6$|us-npi|^NPI$/i.test(written ?? '');
