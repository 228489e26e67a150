import type { Statement } from '../../note/read-statements.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import {
  assessed,
  atTheEnd,
  type BookNote,
  behind,
  beside,
  changing,
  entryOn,
  type GuidelineRule,
  saidIn,
  statementsOf,
} from './ruling.ts';

/** Codes that say an ulcer and ask for its site and depth. */
const withUlcer = /^(E(08|09|10|11|13)\.62[12]|I83\.[02]|I87\.(01|03|31|33)|I70\.[2-7][3-4]|I70\.25)/;

const sites: readonly (readonly [RegExp, string])[] = [
  [/\b(thigh)\b/i, '1'],
  [/\b(calf|calves)\b/i, '2'],
  [/\b(ankle|malleol\w+)\b/i, '3'],
  [/\b(heel|mid-?foot)\b/i, '4'],
  [/\b(foot|feet|toes?|hallux|plantar|metatars\w+|forefoot)\b/i, '5'],
  [/\b(shin|pretibial|lower leg)\b/i, '8'],
];

const depths: readonly (readonly [RegExp, string])[] = [
  [/\bnecrosis of (the )?bone\b|\bbone necrosis\b/i, '4'],
  [/\bbone (exposed|involve\w*|visible)|\bexposed bone\b|\bto bone\b/i, '6'],
  [/\bnecrosis of (the )?muscle\b|\bmuscle necrosis\b/i, '3'],
  [/\bmuscle (exposed|involve\w*|visible)|\bexposed muscle\b/i, '5'],
  [/\bfat(ty)?( layer)?( is)?( exposed)?\b|\bsubcutaneous (tissue|fat)\b/i, '2'],
  [
    /\b(limited to|only) (the )?(breakdown of )?(the )?skin\b|\bskin breakdown\b|\bbreakdown of (the )?skin\b|\bskin only\b|\bpartial thickness\b/i,
    '1',
  ],
];

const sideDigits: Readonly<Record<string, string>> = { right: '1', left: '2' };

const pick = (rows: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  rows.find(([pattern]) => pattern.test(text))?.[1];

const notThere = /\bno (exposed|visible|palpable) \w+/gi;

/** "Left calf and right calf, fat layer exposed; right ankle, limited to skin": each site with its side and the depth of its part. */
const ulcersIn = (text: string): readonly string[] =>
  text
    .replace(notThere, '')
    .split(/;|\.\s/)
    .flatMap((part) => {
      const depth = pick(depths, part) ?? '9';
      const places = [
        ...part.matchAll(
          /\b(?:(right|left|bilateral)\s+)?(?:(?:lateral|medial|plantar|dorsal|posterior|anterior|great|second|third|fourth|fifth|big)\s+)*(thigh|calf|ankle|malleol\w+|heel|mid-?foot|foot|toe|hallux|forefoot|shin|lower leg|leg)\b/gi,
        ),
      ];
      const sided = places.some(([, side]) => side) ? places.filter(([, side]) => side) : places.slice(0, 1);
      const side = (/\b(right|left)\b/i.exec(part)?.[1] ?? '').toLowerCase();
      const narrow = sided.filter(([, , site = '']) => pick(sites, site) !== undefined);
      const named = places.find(([, , site = '']) => pick(sites, site) !== undefined);
      return (narrow.length > 0 ? narrow : named ? [named] : []).map(([, own, site = '']) => {
        const digit = sideDigits[(own ?? side).toLowerCase()] ?? '0';
        return `L97.${pick(sites, site) ?? '9'}${digit}${depth}`;
      });
    });

const ulcerText = /\bulcer\w*|\bwounds?\b/i;

/** What follows the ulcer in the list tells of the same: "ulcers of both legs: left calf ...; right ankle, skin only". */
const tellingOf = (own: readonly Statement[]): readonly Statement[] =>
  own.filter(
    ({ text }) =>
      ulcerText.test(text) || (pick(depths, text) !== undefined && pick(sites, text) !== undefined),
  );

/** "Foot ulcer" in the assessment and its place in the examination. */
const narrowed = (codes: readonly string[], { statements }: BookNote): readonly string[] => {
  const wound = statements.filter(({ section, text }) => section !== 'background' && ulcerText.test(text));
  const atHeel = wound.some(({ text }) => /\b(heel|mid-?foot)\b/i.test(text));
  const elsewhere = wound.some(({ text }) => /\b(toes?|hallux|metatars\w+|forefoot)\b/i.test(text));
  return atHeel && !elsewhere ? codes.map((code) => code.replace(/^L97\.5/, 'L97.4')) : codes;
};

/** Guideline I.A.13 and the notes at E1x.62-, I83 and I87: use additional code for the site and the depth of the ulcer. */
const ulcerSites = changing((found, note) => {
  const cause = found.find(({ entry }) => withUlcer.test(entry.code));
  if (!cause) return found;
  const own = statementsOf(cause, note);
  const telling = tellingOf(own);
  const named = (telling.length > 0 ? telling : own.slice(0, 1)).flatMap(({ text }) => ulcersIn(text));
  const codes = narrowed(
    [...new Set(named)].filter((code) => isOfCause(cause.entry.code, code)),
    note,
  );
  const rule = 'use additional code for the site and depth of the ulcer';
  const added = codes.flatMap((code) => beside(cause, { code, evidence: [], rule }, note));
  const isVaguer = ({ entry }: DiagnosisCandidate): boolean =>
    entry.code.startsWith('L97') &&
    added.some((one) => one.entry.code.slice(0, 6) === entry.code.slice(0, 6));
  const rest = found.filter((one) => !isVaguer(one));
  return behind(rest, cause, added);
});

const otherUlcer =
  /\b(pressure|decubitus|peptic|gastric|duodenal|corneal|aphthous|oral|mouth|stomach|venous|stasis|varicose|diabetic|genital|rectal|arterial)\b/i;

/** "Ulcer of the left calf": a skin ulcer by site and depth, for which the index has no words of its own. */
const namedUlcers = changing((found, note) => {
  const naming = assessed(note).filter(
    ({ section, leads, text }) =>
      section === 'assessment' &&
      leads &&
      /^\W*(?:\d+[.)]\s*)?(?:\w+[ -]){0,4}ulcers?\b/i.test(text) &&
      !otherUlcer.test(text),
  );
  const added = naming.flatMap((statement) => {
    const evidence = saidIn([statement], /\bulcers?\b[^.;]*/gi);
    if (!evidence || found.some(({ entry, item }) => item === statement.item && /^(L|E|I)/.test(entry.code)))
      return [];
    return ulcersIn(statement.text).flatMap((code): DiagnosisCandidate[] => {
      const entry = entryOn(note, code);
      const rules = ['L97: non-pressure chronic ulcer by site and depth'];
      return entry ? [{ entry, confidence: 0.85, evidence: [evidence], rules, item: statement.item }] : [];
    });
  });
  return atTheEnd(found, added);
});

/** E1x.621 is of the foot, E1x.622 of everything else. */
const isOfCause = (cause: string, ulcer: string): boolean =>
  !/^E\d\d\.621/.test(cause) || /^L97\.[45]/.test(ulcer);

/** Ulcers of the skin have to be there before diabetes is combined with them. */
export const ulcerRules: readonly GuidelineRule[] = [namedUlcers];

/** Once the cause is known, its ulcer by site and depth. */
export const ulcerSiteRules: readonly GuidelineRule[] = [ulcerSites];
