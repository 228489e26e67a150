import { isWithin } from '../../../../codesets/code-notation.ts';
import { dictionaryOn } from '../../dictionary/load-dictionary.ts';
import { thatTell } from '../../note/letters-of.ts';
import { codeOfBothSides } from '../code-for-side.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import { weakConfidence } from '../weigh-ground.ts';
import {
  type BookNote,
  changing,
  entryOn,
  type GuidelineRule,
  recoded,
  saidIn,
  statementsOf,
} from './ruling.ts';

/** Causes of an underactive thyroid that have codes of their own, by the words of its problem. */
const thyroidCauses: readonly (readonly [string, RegExp])[] = [
  [
    'E89.0',
    /\b(after|s\/p|post|following|status post|since|from|due to|d\/t|2\/2|secondary to)[- ]+(\w+ ){0,2}(rai|raia|i-?131|radio-?iodine|radioactive iodine|radio-?ablation|ablation|(hemi-?)?thyroidectomy|lobectomy|thyroid (surgery|removal|resection)|neck (radiation|irradiation|xrt))\b|\bpost-?(ablative|surgical|operative|procedural|thyroidectomy|radiation|rai)\b/gi,
  ],
  ['E06.3', /\bhashimoto\w*|\bchronic (autoimmune|lymphocytic) thyroiditis\b/gi],
  [
    'E03.2',
    /\b(amiodarone|lithium|drug|medication|medicine|immunotherapy|checkpoint inhibitor|interferon)[- ](induced|related|associated|caused)\b|\b(from|due to|d\/t|2\/2|secondary to|on account of) (the )?(amiodarone|lithium|interferon|checkpoint)/gi,
  ],
];

/** An unspecified code is none where the line states the cause (guideline I.B.2). */
const thyroid = changing((found, note) =>
  found.map((one) => {
    if (one.entry.code !== 'E03.9') return one;
    const own = statementsOf(one, note);
    const cause = thyroidCauses.find(([, words]) => saidIn(own.slice(0, 1), words) !== undefined);
    return cause ? recoded(one, cause[0], 'I.B.2: the cause is stated', note) : one;
  }),
);

const intractable =
  /(?<!\b(not|non|without|no longer) )(?<!non-?)\b(intractable|refractory|pharmaco-?resistant|drug[- ]resistant)\b/i;

/** "Chronic migraine without aura, intractable": the fifth character of migraine and epilepsy says so. */
const hardToTreat = changing((found, note) =>
  found.map((one) => {
    const { code } = one.entry;
    if (!/^G4[03]\.\w0\w/.test(code)) return one;
    const [own] = statementsOf(one, note);
    if (!own || !intractable.test(own.text) || /\bnot intractable\b/i.test(own.text)) return one;
    return recoded(one, `${code.slice(0, 5)}1${code.slice(6)}`, 'I.B.2: called intractable', note);
  }),
);

const nondisplaced =
  /\b(non-?|un|not |without )displace(d|ment)\b|\bno displacement\b|\bin (good|anatomic|satisfactory) (position|alignment)\b/i;
const displaced = /(?<!\b(?:non-?|un|not |minimally |without ))\bdisplaced\b/i;
const fracture = /\b(fractur\w*|fx|frx|x-?rays?|films?|radiographs?|views?|broke\w*)\b/i;

/** The code of the same fracture that is not displaced: a sibling by its sixth character. */
const nondisplacedCode = (code: string, description: string, note: BookNote): string | undefined => {
  const wanted = description.replace(/^Displaced/, 'Nondisplaced');
  for (let digit = 1; digit <= 9; digit += 1) {
    const other = `${code.slice(0, 6)}${digit}${code.slice(7)}`;
    if (entryOn(note, other)?.description === wanted) return other;
  }
  return undefined;
};

/** Guideline I.C.19.c: displaced only where nothing is said; "nondisplaced" may stand with the film. */
const position = changing((found, note) => {
  const told = thatTell(note.statements, fracture);
  const isNondisplaced =
    told.some(({ text }) => nondisplaced.test(text)) && !told.some(({ text }) => displaced.test(text));
  if (!isNondisplaced || found.filter(({ entry }) => /^Displaced/.test(entry.description)).length !== 1) {
    return found;
  }
  return found.map((one) => {
    const { code, description } = one.entry;
    if (!description.startsWith('Displaced')) return one;
    const other = nondisplacedCode(code, description, note);
    return other ? recoded(one, other, 'I.C.19.c: not displaced, as documented', note) : one;
  });
});

const degenerative = /\b(degenerative|chronic|old|attritional|nontraumatic|non-traumatic|atraumatic)\b/gi;

/** A torn meniscus or cuff that wore out is no injury of today: M23 or M75, of which the site has to be asked. */
const wornOut = changing((found, note) =>
  found.map((one) => {
    if (!/^S(83\.2|46\.01)/.test(one.entry.code)) return one;
    if (saidIn(statementsOf(one, note).slice(0, 1), degenerative) === undefined) return one;
    const question = `The tear is called degenerative or old (${one.entry.description}): which part is torn, and is it an injury of today?`;
    return { ...one, question, confidence: Math.min(one.confidence, weakConfidence) };
  }),
);

/** Deafness of one ear has codes of its own: left unsaid, the other ear hears (index: unilateral). */
const oneSided: Readonly<Record<string, readonly [right: string, left: string]>> = {
  'H90.2': ['H90.11', 'H90.12'],
  'H90.5': ['H90.41', 'H90.42'],
  'H90.8': ['H90.71', 'H90.72'],
  'H81.10': ['H81.11', 'H81.12'],
  'I87.319': ['I87.311', 'I87.312'],
};
const right = /\b(right|rt|r|rle|ad)\b/i;
const left = /\b(left|lt|l|lle|as)\b(?! (needed|above|before|well))/i;

/** Where the line of a problem names one side only, that is its side (guideline I.B.13). */
const sideOfLine = changing((found, note) =>
  found.map((one) => {
    const codes = oneSided[one.entry.code];
    const line = codes && statementsOf(one, note)[0]?.text;
    if (!line || right.test(line) === left.test(line)) return one;
    const { question: _, ...settled } = one;
    return recoded(settled, right.test(line) ? codes[0] : codes[1], 'I.B.13: the side of its line', note);
  }),
);

const bleeding =
  /\b(due to|d\/t|from|2\/2|secondary to|because of|caused by|on account of) (\w+ ){0,3}?(menorrhagia|hypermenorrhea|menses|periods?|menstrua\w+|uterine bleed\w*|vaginal bleed\w*|blood loss|gi bleed\w*|bleed\w*|hemorrhoid\w*|hemorrhage|fibroids?)/gi;

/** Iron lost with blood: D50.0 where the line says so. */
const lostIron = changing((found, note) =>
  found.map((one) =>
    one.entry.code === 'D50.9' && saidIn(statementsOf(one, note).slice(0, 1), bleeding)
      ? recoded(one, 'D50.0', 'I.B.2: the cause is stated', note)
      : one,
  ),
);

const joints =
  /\b(hands?|wrists?|fingers?|mcps?|pips?|elbows?|shoulders?|hips?|knees?|ankles?|feet|foot|toes?|mtps?)\b/gi;

/** Rheumatoid arthritis of several joints is of multiple sites. */
const manyJoints = changing((found, note) => {
  const moved = found.map((one) => {
    const site = { 'M05.9': 'M05.79', 'M06.00': 'M06.09' }[one.entry.code];
    if (!site) return one;
    const named = (statementsOf(one, note)[0]?.text.match(joints) ?? []).map((name) => name.toLowerCase());
    return new Set(named).size > 1 ? recoded(one, site, 'I.C.13.a: several joints are named', note) : one;
  });
  const single = moved.filter(({ entry }) => /^M06\.0[1-7]/.test(entry.code));
  const [first] = single;
  if (!first || new Set(single.map(({ entry }) => entry.code.slice(0, 5))).size < 2) return moved;
  const many = recoded(first, 'M06.09', 'I.C.13.a: several joints are named', note);
  return moved.flatMap((one) => (one === first ? [many] : single.includes(one) ? [] : [one]));
});

/** Guideline I.B.13: one code where the note names the same on the right and on the left, and there is one for both. */
const bothSides = changing((found, note) => {
  const dictionary = dictionaryOn(note.dateOfService);
  const bare = ({ entry }: DiagnosisCandidate): string => entry.description.replace(/\b(right|left)\b/gi, '');
  return found.reduce<readonly DiagnosisCandidate[]>((codes, right) => {
    const left = codes.find(
      (other) => right.entry.side === 'right' && other.entry.side === 'left' && bare(other) === bare(right),
    );
    const place = left && dictionary.codes.indexOf(right.entry.code);
    const both = place === undefined || place < 0 ? undefined : codeOfBothSides(dictionary, place);
    const code = both === undefined ? undefined : dictionary.codes[both];
    if (!left || code === undefined || !entryOn(note, code)) return codes;
    const rule = 'I.B.13: both sides are named, and one code is for both';
    const [first, second] = codes.indexOf(right) < codes.indexOf(left) ? [right, left] : [left, right];
    const whole = { ...recoded(first, code, rule, note), evidence: [...first.evidence, ...second.evidence] };
    return codes.flatMap((one) => (one === first ? [whole] : one === second ? [] : [one]));
  }, found);
});

const dyskinetic = /\bdyskinesias?\b|\bdyskinetic\b/gi;
const fluctuating =
  /\b(wearing[- ]off|wears off|on[-/ ]off|off (time|episodes?|periods?)|motor fluctuations?|fluctuat\w+)\b/gi;
const parkinsonCodes = ['G20.A1', 'G20.A2', 'G20.B1', 'G20.B2'];

/** Parkinson's disease by dyskinesia and by fluctuations of its treatment, which are no problems beside it (G20.A, G20.B). */
const parkinson = changing((found, note) => {
  const disease = found.find(({ entry }) => parkinsonCodes.includes(entry.code));
  if (!disease) return found;
  const told = statementsOf(disease, note);
  const [moves, wanes] = [dyskinetic, fluctuating].map((pattern) => saidIn(told, pattern) !== undefined);
  const code = parkinsonCodes[(moves ? 2 : 0) + (wanes ? 1 : 0)] ?? 'G20.A1';
  return found.flatMap((one) => {
    if (one === disease) return [recoded(one, code, 'G20: dyskinesia and fluctuations as documented', note)];
    return moves && isWithin(one.entry.code, ['G24.9', 'G24.8', 'G25.9']) ? [] : [one];
  });
});

/** Edema of the macula that the note denies beside the retinopathy: the code without it stands alone. */
const deniedEdema = changing((found) =>
  found.filter(
    ({ entry: { code, description } }) =>
      !(
        /with macular edema/.test(description) &&
        found.some(
          ({ entry }) =>
            entry.code.slice(0, 5) === code.slice(0, 5) && /without macular edema/.test(entry.description),
        )
      ),
  ),
);

/** Codes that claim less, or other, than the note states of cause, position or origin. */
export const statedTypeRules: readonly GuidelineRule[] = [
  hardToTreat,
  thyroid,
  position,
  wornOut,
  sideOfLine,
  lostIron,
  manyJoints,
  parkinson,
  bothSides,
];

/** After diabetes has joined what belongs to it. */
export const deniedEdemaRules: readonly GuidelineRule[] = [deniedEdema];
