import organisms from '../../../../codesets/clinical-terms/organisms.json' with { type: 'json' };
import { isWithin } from '../../../../codesets/code-notation.ts';
import type { EvidenceSpan } from '../../../domain/coding.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import {
  behind,
  beside,
  changing,
  entryOn,
  type GuidelineRule,
  recoded,
  saidIn,
  statementsOf,
} from './ruling.ts';

/** Infections that do not name their organism: "use additional code (B95-B97) to identify infectious agent". */
const unnamed = [
  'N39.0',
  'N30',
  'N10',
  'N12',
  'N34',
  'N41',
  'N45',
  'N61',
  'N70',
  'N72',
  'N76',
  'L00',
  'L02',
  'L03',
  'L04',
  'L08',
  'H60',
  'H66',
  'H05.0',
  'J01',
  'J02.8',
  'J03.8',
  'J32',
  'J36',
  'J39',
  'K12.2',
  'K29',
  'K25',
  'K26',
  'K27',
  'K61',
  'K65',
  'M00.8',
  'M00.9',
  'M86',
  'T81.4',
  'O23',
  'I33',
  'G00.8',
  'A46',
  'M60.0',
];

const positive =
  /\b(grew|grows|growing|positive|cultured?|isolated?|due to|caused by|with|from|shows?|showed|secondary to)\b|\bESBL\b/i;

const patternOf = new Map(organisms.map((one) => [one.code, new RegExp(`\\b(?:${one.words})(?!\\w)`, 'gi')]));

/** The organism that a culture or the sentence naming the infection affirms. */
const organismIn = (
  naming: readonly Statement[],
  others: readonly Statement[],
  allowed: (code: string) => boolean,
): { code: string; evidence: EvidenceSpan } | undefined => {
  const telling = [...naming, ...others.filter(({ text }) => positive.test(text))];
  for (const { code } of organisms) {
    const pattern = allowed(code) ? patternOf.get(code) : undefined;
    const evidence = pattern && saidIn(telling, pattern);
    if (evidence) return { code, evidence };
  }
  return undefined;
};

const isHelicobacter = (code: string): boolean => code === 'B96.81';
const isOfStomach = (code: string): boolean => isWithin(code, ['K25', 'K26', 'K27', 'K29']);

/** The drugs against which an organism is resistant (guideline I.C.1.c). */
const resistances: readonly (readonly [string, RegExp])[] = [
  ['Z16.12', /\b(ESBL\b|extended[- ]spectrum beta[- ]lactamase)/gi],
  ['Z16.21', /\b(VRE\b|vancomycin[- ]resistant)/gi],
  ['Z16.13', /\b(CRE\b|carbapenem(ase)?[- ](resistant|producing))/gi],
  ['Z16.24', /\b(MDRO?\b|multi-?(ple )?drug[- ]resistant)/gi],
];

/** Guideline I.C.1.b: the organism behind the infection that does not name it, then what it resists (I.C.1.c). */
const infectiousAgents = changing((found, note) =>
  found.reduce<readonly DiagnosisCandidate[]>((codes, one) => {
    if (!isWithin(one.entry.code, unnamed)) return codes;
    const own = statementsOf(one, note);
    const results = note.statements.filter(({ section }) => section === 'results');
    const stomach = isOfStomach(one.entry.code);
    const others = [...own.slice(1), ...results];
    const agent = organismIn(own.slice(0, 1), others, (code) => isHelicobacter(code) === stomach);
    if (!agent) return codes;
    const rule = 'I.C.1.b: the organism of the infection';
    const resists = resistances.flatMap(([code, pattern]) => {
      const evidence = saidIn(own, pattern);
      return evidence
        ? beside(one, { code, evidence: [evidence], rule: 'I.C.1.c: resistance to a drug' }, note)
        : [];
    });
    return behind(codes, one, [
      ...beside(one, { code: agent.code, evidence: [agent.evidence], rule }, note),
      ...resists,
    ]);
  }, found),
);

const covid = /\b(covid(-19)?|sars[- ]cov[- ]2|coronavirus)\b/i;

/** Guideline I.C.1.g.1: U07.1 first, then what COVID-19 does in the lungs. */
const covidManifestations = changing((found, note) => {
  const lungs = found.map((one) => {
    const linked = statementsOf(one, note)
      .slice(0, 1)
      .some(({ text }) => covid.test(text));
    if (one.entry.code === 'J20.9' && linked)
      return recoded(one, 'J20.8', 'I.C.1.g.1.c: bronchitis due to COVID-19', note);
    return isWithin(one.entry.code, ['J18.9', 'J12.9']) &&
      linked &&
      /\bpneumonia\b/i.test(one.evidence[0]?.quote ?? '')
      ? recoded(one, 'J12.82', 'I.C.1.g.1.c: pneumonia due to COVID-19', note)
      : one;
  });
  const manifest = lungs.find(({ entry }) => isWithin(entry.code, ['J12.82', 'J20.8']));
  const known = lungs.find(({ entry }) => entry.code === 'U07.1');
  if (!manifest) return lungs;
  const rule = 'I.C.1.g.1.b: COVID-19 is sequenced first';
  const disease = known
    ? [known]
    : manifest.entry.code === 'J12.82'
      ? beside(manifest, { code: 'U07.1', evidence: [], rule }, note)
      : [];
  const at = lungs.indexOf(manifest);
  const rest = (part: readonly DiagnosisCandidate[]) => part.filter((one) => one !== known);
  return [...rest(lungs.slice(0, at)), ...disease, ...rest(lungs.slice(at))];
});

const symptomAfterCovid = [
  ['R05.3', /\bchronic cough\b/gi],
  ['R05.9', /\bcough\b/gi],
  ['R53.83', /\bfatigue\b/gi],
  ['R06.02', /\bshortness of breath\b/gi],
  ['R43.0', /\banosmia|loss of smell\b/gi],
  ['R41.89', /\bbrain fog\b/gi],
  ['R51.9', /\bheadaches?\b/gi],
] as const;

/** Guideline I.C.1.g.1.m: first what the infection left, then U09.9. */
const postCovid = changing((found, note) => {
  const post = found.find(({ entry }) => entry.code === 'U09.9');
  if (!post) return found;
  const named = statementsOf(post, note).slice(0, 1);
  const left = symptomAfterCovid.flatMap(([code, pattern]) => {
    const evidence = saidIn(named, pattern);
    const entry = evidence && entryOn(note, code);
    const rules = ['I.C.1.g.1.m: the condition that COVID-19 left'];
    return evidence && entry
      ? [{ entry, confidence: post.confidence, evidence: [evidence], rules, item: post.item }]
      : [];
  });
  const others = found.filter(
    (one) => one !== post && one.item === post.item && one.entry.kind === 'symptom',
  );
  const symptoms = others.length > 0 ? others : left.slice(0, 1);
  const rest = found.filter((one) => one !== post && !others.includes(one));
  const at = Math.min(rest.length, found.indexOf(post));
  return [...rest.slice(0, at), ...symptoms, post, ...rest.slice(at)];
});

const sepsisBy: readonly (readonly [string, RegExp])[] = [
  ['A41.51', /\be(\.|scherichia) ?coli\b/gi],
  ['A41.02', /\b(MRSA|methicillin[- ]resistant staph\w*( aureus)?)\b/gi],
  ['A41.01', /\b(MSSA|staph\w* aureus)\b/gi],
  ['A40.3', /\b(pneumococc\w+|strep\w* pneumoniae)\b/gi],
  ['A41.52', /\bpseudomonas\b/gi],
];

/** Guideline I.C.1.d: sepsis by its organism stands before the local infection. */
const sepsis = changing((found, note) =>
  found.map((one) => {
    const by =
      one.entry.code === 'A41.9'
        ? sepsisBy.find(([, pattern]) => saidIn(statementsOf(one, note), pattern))
        : undefined;
    return by ? recoded(one, by[0], 'I.C.1.d.1: sepsis by its organism', note) : one;
  }),
);

export const infectionRules: readonly GuidelineRule[] = [
  sepsis,
  covidManifestations,
  postCovid,
  infectiousAgents,
];
