import complicates from '../../../../codesets/clinical-terms/pregnancy-complicated-by.json' with {
  type: 'json',
};
import { isWithin } from '../../../../codesets/code-notation.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import { type Gestation, readGestation, tellsPregnancy, trimesterOf } from './gestation.ts';
import {
  atTheEnd,
  type BookNote,
  beside,
  entryOn,
  type GuidelineRule,
  type Ruling,
  recoded,
  saidIn,
  statementsOf,
} from './ruling.ts';

const isObstetric = ({ entry }: DiagnosisCandidate): boolean => /^O/.test(entry.code);

/** Abortive outcomes and the puerperium have no weeks (guideline I.C.21.c.11). */
const withoutWeeks = [
  'O00',
  'O01',
  'O02',
  'O03',
  'O04',
  'O07',
  'O08',
  'O85',
  'O86',
  'O87',
  'O90',
  'O91',
  'O92',
  'O94',
];
const supervision = ['Z34', 'O09'];

const ordinals = { 1: 'first', 2: 'second', 3: 'third' } as const;
const anyTrimester = /(unspecified|first|second|third) trimester/i;

/** The code that differs from one in its trimester alone, found by its description. */
const ofTrimester = (
  code: string,
  description: string,
  trimester: 1 | 2 | 3,
  note: BookNote,
): string | undefined => {
  const wanted = description.replace(anyTrimester, `${ordinals[trimester]} trimester`).toLowerCase();
  for (const place of [code.length - 1, code.length - 2]) {
    for (const digit of '0123456789') {
      const other = code.slice(0, place) + digit + code.slice(place + 1);
      if (entryOn(note, other)?.description.toLowerCase() === wanted) return other;
    }
  }
  return undefined;
};

/** Guideline I.C.15.a.3: the trimester at the encounter. */
const withTrimester = (
  one: DiagnosisCandidate,
  gestation: Gestation | undefined,
  note: BookNote,
): DiagnosisCandidate => {
  const { code, description } = one.entry;
  if (!gestation || !isWithin(code, ['O', 'Z34']) || !anyTrimester.test(description)) return one;
  const other = ofTrimester(code, description, trimesterOf(gestation), note);
  return other ? recoded(one, other, `I.C.15.a.3: ${gestation.weeks} completed weeks`, note) : one;
};

type Complication = (typeof complicates)[number];

const rowFor = (code: string): Complication | undefined =>
  complicates.find(({ codes }) => isWithin(code, codes));

const obstetricCode = (row: Complication, gestation: Gestation | undefined): string =>
  row.code.replace('?', gestation ? String(trimesterOf(gestation)) : row.unspecified);

/** Guideline I.C.15.a.1: chapter 15 codes a condition of a pregnant patient first, and the condition behind it as far as it tells more. */
const complicated = (
  one: DiagnosisCandidate,
  gestation: Gestation | undefined,
  note: BookNote,
): readonly DiagnosisCandidate[] => {
  const row = rowFor(one.entry.code);
  if (!row) return [one];
  const code = obstetricCode(row, gestation);
  const coded = recoded(one, code, row.rule, note);
  if (coded === one) return [one];
  return row.keeps ? [coded, one] : [coded];
};

const incidental =
  /\bincidental\w*\b|\bunrelated to (the )?pregnancy\b|\bdoes not affect (the )?pregnancy\b/gi;

const gravida = /\bg ?(\d{1,2}) ?p ?(\d{1,2})/i;

/** Whether it is the first pregnancy, as far as the note tells. */
const isFirst = ({ statements }: BookNote): boolean | undefined => {
  for (const { text } of statements) {
    const counted = gravida.exec(text)?.[1];
    if (counted) return Number(counted) === 1;
    if (/\b(first (pregnancy|baby)|primigravid\w*|nulliparous)\b/i.test(text)) return true;
    if (/\b(second|third|fourth|fifth) (pregnancy|baby)\b|\bmultigravid\w*|\bmultiparous\b/i.test(text))
      return false;
  }
  return undefined;
};

const olderMother = /\b(AMA\b|[Aa]dvanced maternal age|[Ee]lderly (primi|multi)gravid\w*)/g;

const supervised = (one: DiagnosisCandidate, note: BookNote): DiagnosisCandidate => {
  const { code } = one.entry;
  const first = isFirst(note);
  if (first === undefined) return one;
  const rule = first ? 'I.C.15.b.1: first pregnancy' : 'I.C.15.b.1: not the first pregnancy';
  if (/^Z34\.9/.test(code)) return recoded(one, `Z34.${first ? '0' : '8'}${code.slice(-1)}`, rule, note);
  if (/^O09\.5/.test(code)) return recoded(one, `O09.5${first ? '1' : '2'}${code.slice(-1)}`, rule, note);
  return one;
};

const olderMotherOf = (
  found: readonly DiagnosisCandidate[],
  note: BookNote,
): readonly DiagnosisCandidate[] => {
  const evidence = saidIn(
    note.statements.filter(({ section }) => section === 'assessment'),
    olderMother,
  );
  if (!evidence || found.some(({ entry }) => /^O09\.5/.test(entry.code))) return found;
  const first = isFirst(note);
  const entry = first === undefined ? undefined : entryOn(note, `O09.5${first ? '1' : '2'}9`);
  const item =
    note.statements.find(({ start, text }) => start <= evidence.start && evidence.start < start + text.length)
      ?.item ?? 0;
  return entry
    ? [
        {
          entry,
          confidence: 0.9,
          evidence: [evidence],
          rules: ['I.C.15.b.2: supervision of an older mother'],
          item,
        },
        ...found,
      ]
    : found;
};

/** How gestational diabetes is controlled (guideline I.C.15.i); insulin wins where both are given. */
const controls: readonly (readonly [string, RegExp])[] = [
  ['4', /\b(insulin|lispro|aspart|glargine|detemir|nph|novolog|humalog|lantus|levemir)\b/gi],
  ['5', /\b(metformin|glyburide|oral (hypoglycemic|agent|medication)s?)\b/gi],
  [
    '0',
    /\b(diet[- ]controlled|diet controlled|controlled (by|with) diet|GDMA1|A1GDM|diet (alone|and exercise))\b/gi,
  ],
];

const gestationalControl = (one: DiagnosisCandidate, note: BookNote): DiagnosisCandidate => {
  if (!/^O24\.4\d9$/.test(one.entry.code)) return one;
  const control = controls.find(([, pattern]) => saidIn(statementsOf(one, note), pattern));
  return control
    ? recoded(one, one.entry.code.slice(0, -1) + control[0], 'I.C.15.i: how it is controlled', note)
    : one;
};

/** The index has vomiting of pregnancy without more as O21.9, and hyperemesis only where it is called so. */
const vomiting = (one: DiagnosisCandidate, note: BookNote): DiagnosisCandidate =>
  one.entry.code === 'O21.0' && !statementsOf(one, note).some(({ text }) => /\bhyperemesis\b/i.test(text))
    ? recoded(one, 'O21.9', 'index: Pregnancy, complicated by, vomiting', note)
    : one;

/** What a chapter 15 code says already, or what is not coded in pregnancy (guidelines I.C.15.b.1, I.C.21.c.3, I.C.15.i). */
const refusedBeside = (
  { entry: { code } }: DiagnosisCandidate,
  found: readonly DiagnosisCandidate[],
): string | undefined => {
  const complication = found.find((one) => isObstetric(one) && !isWithin(one.entry.code, supervision));
  if (isWithin(code, ['Z34', 'Z33.1']) && found.some(isObstetric))
    return 'I.C.15.b.1: a code of chapter 15 is there';
  if (code.startsWith('Z68')) return 'I.C.21.c.3: no body mass index in pregnancy';
  if (code === 'E86.0' && complication?.entry.code.startsWith('O21')) return 'O21.1 says the dehydration';
  return undefined;
};

const weeksBehind = (
  found: readonly DiagnosisCandidate[],
  gestation: Gestation,
  note: BookNote,
): readonly DiagnosisCandidate[] => {
  const [first] = found.filter(
    ({ entry }) => isWithin(entry.code, ['O', 'Z34']) && !isWithin(entry.code, withoutWeeks),
  );
  const without = found.filter(({ entry }) => !entry.code.startsWith('Z3A'));
  if (!first) return without;
  // Less than eight weeks are one code.
  const code = gestation.weeks < 8 ? 'Z3A.01' : `Z3A.${String(gestation.weeks).padStart(2, '0')}`;
  const rule = 'I.C.21.c.11: weeks of gestation beside a code of chapter 15';
  return atTheEnd(without, beside(first, { code, evidence: [gestation.evidence], rule }, note));
};

/** A chapter 15 code takes priority over those of other chapters (guideline I.C.15.a.1). */
const obstetricFirst = (found: readonly DiagnosisCandidate[]): readonly DiagnosisCandidate[] => {
  const at = found.findIndex(isObstetric);
  const block = (one: DiagnosisCandidate) => isObstetric(one) || isWithin(one.entry.code, ['Z34']);
  if (at <= 0 || block(found[0] ?? (found[at] as DiagnosisCandidate))) return found;
  return [...found.filter(block), ...found.filter((one) => !block(one))];
};

const isOfPregnancy = ({ entry }: DiagnosisCandidate): boolean =>
  isWithin(entry.code, ['O', 'Z34', 'Z3A', 'Z33.1']);

const isIncidental = (note: BookNote): boolean => saidIn(note.statements, incidental) !== undefined;

const incidentally = (ruling: Ruling, note: BookNote): Ruling => {
  const rest = ruling.diagnoses.filter((one) => !isWithin(one.entry.code, ['Z34', 'Z3A', 'Z33.1']));
  const pregnancy = ruling.diagnoses.find((one) => isWithin(one.entry.code, ['Z34', 'Z3A', 'Z33.1']));
  const rule = 'I.C.15.a.1: pregnancy documented as incidental';
  const coded = pregnancy ? recoded(pregnancy, 'Z33.1', rule, note) : undefined;
  return { ...ruling, diagnoses: coded ? [...rest, coded] : rest };
};

/** Codes of chapter 15 with their trimester, the weeks, and what a pregnancy makes of other conditions (guideline I.C.15). */
const ofPregnancy: GuidelineRule = (ruling, note) => {
  const isPregnant =
    tellsPregnancy(note) || ruling.diagnoses.some((one) => isWithin(one.entry.code, ['Z34', 'Z3A']));
  if (!isPregnant && !ruling.diagnoses.some(isOfPregnancy)) return ruling;
  if (isPregnant && isIncidental(note)) return incidentally(ruling, note);
  const gestation = readGestation(note);
  const own = ruling.diagnoses.map((one) => supervised(gestationalControl(vomiting(one, note), note), note));
  const whole = isPregnant ? own.flatMap((one) => complicated(one, gestation, note)) : own;
  const timed = olderMotherOf(whole, note).map((one) => withTrimester(one, gestation, note));
  const unique = timed.filter(
    (one, at) => timed.findIndex(({ entry }) => entry.code === one.entry.code) === at,
  );
  const refused = unique.flatMap((candidate) => {
    const rule = refusedBeside(candidate, unique);
    return rule ? [{ candidate, rule }] : [];
  });
  const kept = obstetricFirst(unique.filter((one) => !refused.some(({ candidate }) => candidate === one)));
  return {
    ...ruling,
    diagnoses: gestation ? weeksBehind(kept, gestation, note) : kept,
    rejected: [...ruling.rejected, ...refused],
  };
};

export const pregnancyRules: readonly GuidelineRule[] = [ofPregnancy];
