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
  const told = note.statements.filter(({ text }) => fracture.test(text));
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

/** Codes that claim less, or other, than the note states of cause, position or origin. */
export const statedTypeRules: readonly GuidelineRule[] = [thyroid, position, wornOut];
