import { isWithin } from '../../../../codesets/code-notation.ts';
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
  recoded,
  saidIn,
  statementsOf,
} from './ruling.ts';

/** Diseases that a dementia is the manifestation of: "code first the underlying physiological condition" at F02. */
const dementing = [
  'G30',
  'G20',
  'G31.0',
  'G31.8',
  'G10',
  'G23',
  'G35',
  'A52.17',
  'A81',
  'B20',
  'E83.01',
  'M32',
  'G40',
];
/** Those of which a dementia stands beside them only where the note says so. */
const dementia = /\bdementia\b|\bmajor neurocognitive disorder\b/gi;

const severities: readonly (readonly [RegExp, string])[] = [
  [/\b(severe|advanced|end[- ]stage)\b/i, 'C'],
  [/\bmoderate\b/i, 'B'],
  [/\bmild\b/i, 'A'],
];

const behaviors: readonly (readonly [RegExp, string])[] = [
  [/\bagitat\w+|\baggressi\w+|\bcombative\w*|\brestless\w*\b/gi, '11'],
  [/\bother behavioral disturbance\b|\bsleep disturbance\b|\bdisinhibit\w+/gi, '18'],
  [/\bpsycho(sis|tic)\b|\bhallucinat\w+|\bdelusion\w*|\bparanoi\w+/gi, '2'],
  [/\bmood disturbance\b|\bdepress\w+|\bapath\w+/gi, '3'],
  [/\banxi\w+/gi, '4'],
];

/** The code of a dementia by cause, severity and disturbance, as documented (guideline I.C.5.d). */
const dementiaCode = (stem: string, statements: readonly Statement[]): string => {
  const texts = statements.map(({ text }) => text.split(/\bdiscuss|\bcontinue\b/i)[0] ?? '');
  const near = texts.filter((text) => /dementia|alzheimer|neurocognitive/i.test(text));
  const severity = severities.find(([pattern]) => near.some((text) => pattern.test(text)))?.[1];
  const behavior = behaviors.find(([pattern]) => saidIn(statements.slice(0, 1), pattern))?.[1];
  const disturbed = behavior ?? '0';
  return severity ? `${stem}.${severity}${disturbed}` : `${stem}.${unspecifiedSeverity[disturbed] ?? '80'}`;
};

const unspecifiedSeverity: Readonly<Record<string, string>> = {
  '0': '80',
  '11': '811',
  '18': '818',
  '2': '82',
  '3': '83',
  '4': '84',
};

const isDementia = ({ entry }: DiagnosisCandidate): boolean => isWithin(entry.code, ['F02', 'F03']);

/** Guideline I.A.13: the cause first, then the dementia as its manifestation. */
const dementias = changing((found, note) => {
  const cause = found.find(({ entry }) => isWithin(entry.code, dementing));
  if (!cause) return found;
  const known = found.find(isDementia);
  const own = statementsOf(known ?? cause, note);
  const evidence = saidIn(own, dementia);
  if (!known && !evidence) return found;
  const rule = 'I.A.13: dementia as the manifestation of its cause, which stands first';
  const code = dementiaCode('F02', own);
  const rest = found.filter((one) => !isDementia(one));
  const anchor = rest.find((one) => one === cause) ?? cause;
  const support = evidence ? [evidence] : (known?.evidence ?? []);
  return behind(rest, anchor, beside(anchor, { code, evidence: support, rule }, note));
});

const dementiaAlone = changing((found, note) =>
  found.map((one) => {
    if (one.entry.code !== 'F03.90') return one;
    const code = dementiaCode('F03', statementsOf(one, note)).replace('F03.8', 'F03.9');
    return recoded(one, code, 'I.C.5.d: severity as documented', note);
  }),
);

/** F02 and F03 ask for an additional code for wandering. */
const wandering = changing((found, note) => {
  const one = found.find((other) => isDementia(other) || other.entry.code.startsWith('F01'));
  const evidence = one && saidIn(statementsOf(one, note), /\bwander\w*/gi);
  return one && evidence
    ? behind(
        found,
        one,
        beside(
          one,
          { code: 'Z91.83', evidence: [evidence], rule: 'F01 to F03: use additional code for wandering' },
          note,
        ),
      )
    : found;
});

const anemias = ['D64.9', 'D51', 'D53.9', 'D63.8'];

type AnemiaOf = {
  readonly disease: readonly string[];
  readonly code: string;
  readonly rule: string;
  readonly linked?: RegExp;
};

/** The index has "Anemia, in": kidney disease is presumed (I.A.15); a cancer has to be named as the cause. */
const anemiaIn: readonly AnemiaOf[] = [
  { disease: ['N18'], code: 'D63.1', rule: 'I.A.13: anemia in chronic kidney disease, which stands first' },
  {
    disease: ['C'],
    code: 'D63.0',
    rule: 'I.C.2.c.1: anemia in neoplastic disease, which stands first',
    linked: /\banemia\b[^.;]{0,40}\b(in|due to|from|secondary to|of|related to)\b/i,
  },
];

const anemia = changing((found, note) => {
  const one = found.find(({ entry }) => isWithin(entry.code, [...anemias, 'D63']));
  const [own] = one ? statementsOf(one, note) : [];
  const row = anemiaIn.find(
    ({ disease, linked }) =>
      found.some(({ entry }) => isWithin(entry.code, disease)) &&
      (one?.entry.code.startsWith('D63') || !linked || linked.test(own?.text ?? '')),
  );
  const cause = row && found.findLast(({ entry }) => isWithin(entry.code, row.disease));
  if (
    !one ||
    !row ||
    !cause ||
    /\bchemo/i.test(own?.text ?? '') ||
    (own && saidIn([own], /\b(iron|b12|folate)[- ]deficien\w+/gi))
  )
    return found;
  const coded = isWithin(one.entry.code, ['D63.0', 'D63.1']) ? one : recoded(one, row.code, row.rule, note);
  return behind(
    found.filter((other) => other !== one),
    cause,
    [coded],
  );
});

/** Varices, cardiomyopathy: codes that follow the disease they belong to (guideline I.A.13). */
const varices = changing((found, note) => {
  const liver = found.find(({ entry }) => isWithin(entry.code, ['K70', 'K71.7', 'K74', 'K76.6']));
  const one = found.find(({ entry }) => isWithin(entry.code, ['I85.0']));
  if (!liver || !one) return found;
  const coded = recoded(
    one,
    one.entry.code.replace('I85.0', 'I85.1'),
    'I85.1: secondary varices, after the disease of the liver',
    note,
  );
  return behind(
    found.filter((other) => other !== one),
    liver,
    [coded],
  );
});

const amyloidHeart = changing((found, note) => {
  const one = found.find(({ entry }) => isWithin(entry.code, ['E85.4', 'E85.8', 'E85.9']));
  const evidence =
    one && saidIn(statementsOf(one, note), /\bcardiac\b|\bcardiomyopathy\b|\bof the heart\b/gi);
  return one && evidence
    ? behind(
        found,
        one,
        beside(one, { code: 'I43', evidence: [evidence], rule: 'I.A.13: the heart in amyloidosis' }, note),
      )
    : found;
});

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

/** "Code first" orders: cause before manifestation, with the manifestation as specific as the note (guideline I.A.13). */
export const manifestationRules: readonly GuidelineRule[] = [
  dementias,
  dementiaAlone,
  wandering,
  anemia,
  varices,
  amyloidHeart,
  ulcerSites,
];
