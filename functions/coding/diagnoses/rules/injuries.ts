import externalCauses from '../../../../codesets/clinical-terms/external-causes.json' with { type: 'json' };
import { isWithin } from '../../../../codesets/code-notation.ts';
import type { EvidenceSpan } from '../../../domain/coding.ts';
import { affirmedPhrases } from '../../note/find-phrases.ts';
import { mayTell } from '../../note/letters-of.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import {
  atTheEnd,
  behind,
  beside,
  changing,
  entryOn,
  type GuidelineRule,
  isOfKin,
  refusing,
  saidIn,
  statementsOf,
} from './ruling.ts';

type Phrase = { readonly code: string; readonly pattern: RegExp };

const compiled = (rows: readonly { readonly code: string; readonly words: string }[]): readonly Phrase[] =>
  rows.map(({ code, words }) => ({ code, pattern: new RegExp(`(?<!\\w)(?:${words})(?!\\w)`, 'gi') }));

const causes = compiled(externalCauses.causes);
const places = compiled(externalCauses.places);
const activities = compiled(externalCauses.activities);
const statuses = compiled(externalCauses.statuses);

/** Injuries whose cause is asked for; bites, burns and sprains, but no drug and no complication of care. */
const isInjury = ({ entry }: DiagnosisCandidate): boolean =>
  /^(S|T(0[0-7]|1[0-9]|2[0-9]|3[0-4]))/.test(entry.code);

/** The code tells the cause itself (guideline I.C.20.a.8). */
const tellsCause = ({ entry }: DiagnosisCandidate): boolean => /^T(6|7[0-8])/.test(entry.code);

const longAgo = /\b(years? ago|as a child|in childhood|in (19|20)\d\d|history of)\b/i;

const toldIn = (
  statements: readonly Statement[],
  phrases: readonly Phrase[],
): { code: string; evidence: EvidenceSpan } | undefined => {
  for (const { code, pattern } of phrases) {
    if (!mayTell(statements, pattern)) continue;
    for (const statement of statements) {
      if (statement.text.search(pattern) < 0 || longAgo.test(statement.text) || isOfKin(statement)) continue;
      const [evidence] = affirmedPhrases(statement, pattern);
      if (evidence) return { code, evidence };
    }
  }
  return undefined;
};

const narrating = new Set(['reason', 'history', 'assessment', 'other']);

/** Guideline I.C.20: what caused the injury, as often as it is treated; where, doing what and as what at the first visit only. */
const externalCausesOf = changing((found, note) => {
  const injury = found.find((one) => isInjury(one) && !tellsCause(one));
  const known = found.some(({ entry }) => /^[V-X]/.test(entry.code));
  const narrative = injury ? note.statements.filter(({ section }) => narrating.has(section)) : [];
  const cause = injury && !known ? toldIn(narrative, causes) : undefined;
  if (!injury) return found;
  const character = injury.entry.code.slice(-1);
  const episode = character === 'S' ? 'S' : /[ABC]/.test(character) ? 'A' : 'D';
  const additions = cause ? [{ ...cause, code: cause.code + episode }] : [];
  const circumstances =
    episode === 'A' && (cause || known)
      ? [places, activities, statuses].flatMap((rows) => toldIn(narrative, rows) ?? [])
      : [];
  const rule = 'I.C.20: external cause as documented';
  return atTheEnd(
    found,
    [...additions, ...circumstances].flatMap(({ code, evidence }) =>
      beside(injury, { code, evidence: [evidence], rule }, note),
    ),
  );
});

const bites: readonly (readonly [RegExp, string])[] = [
  [/\bhand\b/i, 'S61.45'],
  [/\bwrist\b/i, 'S61.55'],
  [/\bforearm\b/i, 'S51.85'],
  [/\b(calf|lower leg|leg|shin)\b/i, 'S81.85'],
  [/\bthigh\b/i, 'S71.15'],
  [/\bfoot\b/i, 'S91.35'],
  [/\bankle\b/i, 'S91.05'],
  [/\bupper arm\b/i, 'S41.15'],
];
const anyBite = /\b(dog|cat|human|animal) bites?\b|\bbitten by (a |the |his |her )?(\w+ )?(dog|cat)\b/gi;

const insectBites: readonly (readonly [RegExp, string])[] = [
  [/\bforearm\b/i, 'S50.86'],
  [/\bshoulder\b/i, 'S40.26'],
  [/\belbow\b/i, 'S50.36'],
  [/\bhand\b/i, 'S60.56'],
  [/\b(upper )?arm\b/i, 'S40.86'],
  [/\bthigh\b/i, 'S70.36'],
  [/\bknee\b/i, 'S80.26'],
  [/\b(calf|lower leg|leg|shin)\b/i, 'S80.86'],
  [/\bankle\b/i, 'S90.56'],
  [/\bfoot\b/i, 'S90.86'],
  [/\bear\b/i, 'S00.46'],
  [/\beyelid\b/i, 'S00.26'],
];
const insectBite =
  /\b(insect|mosquito|spider|tick|flea|bug) bites?\b|\bbitten by (an? )?(insect|mosquito|spider|tick|bug)\b/gi;

const sideDigit = (text: string): string => {
  const side = /\b(right|left|rt|lt)\b|(?<![\w/])[RL](?![\w/])/i.exec(text)?.[0]?.toLowerCase() ?? '';
  return side.startsWith('r') ? '1' : side.startsWith('l') ? '2' : '9';
};

/** A bite that is named by the animal is a bite of its site: the injury first, then the animal. */
const biteWounds = changing((found, note) => {
  const animal = found.find(({ entry }) => isWithin(entry.code, ['W54', 'W55', 'W57']));
  if (!animal || found.some(isInjury)) return found;
  const [own] = statementsOf(animal, note).filter(({ section }) => section === 'assessment');
  const isInsect = animal.entry.code.startsWith('W57');
  const evidence = own && saidIn([own], isInsect ? insectBite : anyBite);
  if (!own || !evidence) return found;
  const stem = (isInsect ? insectBites : bites).find(([pattern]) => pattern.test(own.text))?.[1];
  const entry = stem && entryOn(note, stem + sideDigit(own.text) + animal.entry.code.slice(-1));
  const rules = ['index: Bite, by site'];
  return entry ? [{ ...animal, entry, evidence: [evidence], rules }, ...found] : found;
});

const burnDegree = (code: string): string | undefined =>
  /^T2[0-5]\.[0-7]/.test(code) ? code.charAt(4) : undefined;

/** Guideline I.C.19.d.1: of several burns the deepest first. */
const deepestFirst = changing((found) => {
  const burns = found.filter(({ entry }) => /^T2[0-5].*[A-D]$/.test(entry.code));
  const sorted = [...burns].sort(
    (a, b) => Number(burnDegree(b.entry.code) ?? 0) - Number(burnDegree(a.entry.code) ?? 0),
  );
  let next = 0;
  return found.map((one) => (burns.includes(one) ? (sorted[next++] ?? one) : one));
});

const bodySurface =
  /\b(\d{1,2})(?:\.\d+)?\s*%\s*(?:of\s*)?(?:TBSA|BSA|total body surface( area)?|body surface( area)?)\b/i;

/** Guideline I.C.19.d.6: T31 with the share of the body that is burned; third degree is 0 unless it is told. */
const burnedSurface = changing((found, note) => {
  const burn = found.find(({ entry }) => /^T2[0-5].*[A-D]$/.test(entry.code));
  const statement = burn && note.statements.find(({ text }) => bodySurface.test(text));
  const said = statement && bodySurface.exec(statement.text);
  if (!burn || !statement || !said) return found;
  const tens = Math.floor(Number(said[1]) / 10);
  const start = statement.start + said.index;
  const evidence = [{ start, end: start + said[0].length, quote: said[0] }];
  const code = tens === 0 ? 'T31.0' : `T31.${tens}0`;
  return behind(
    found,
    found.findLast((one) => /^T2[0-5]/.test(one.entry.code)) ?? burn,
    beside(burn, { code, evidence, rule: 'I.C.19.d.6: extent of the burn' }, note),
  );
});

const superficial = /^S\d0\.[2-9]/;
const deeper = /^S\d([1-9])\./;

/** Guidelines I.C.19.b.1 and I.C.19.d.2: at one site the superficial injury, or the lesser burn, goes without saying. */
const lesserAtSite = refusing(({ entry }, found) => {
  const same = (other: DiagnosisCandidate) =>
    other.entry.code !== entry.code && other.entry.side === entry.side;
  if (superficial.test(entry.code)) {
    const worse = found.find(
      (other) =>
        same(other) &&
        other.entry.code.slice(0, 2) === entry.code.slice(0, 2) &&
        deeper.test(other.entry.code) &&
        siteWord(other) === siteWord({ entry }),
    );
    return worse ? `I.C.19.b.1: ${worse.entry.code} is the more severe injury of the site` : undefined;
  }
  const degree = burnDegree(entry.code);
  const worse =
    degree &&
    found.find(
      (other) =>
        same(other) &&
        other.entry.code.slice(0, 3) === entry.code.slice(0, 3) &&
        other.entry.code.slice(5) === entry.code.slice(5) &&
        Number(burnDegree(other.entry.code) ?? 0) > Number(degree),
    );
  return worse ? `I.C.19.d.2: ${worse.entry.code} is the deepest burn of the site` : undefined;
});

const siteWord = ({ entry }: Pick<DiagnosisCandidate, 'entry'>): string =>
  /\b(knee|lower leg|ankle|foot|toe|thigh|hip|shoulder|upper arm|elbow|forearm|wrist|hand|finger|thumb|scalp|face|nose|ear|neck|back|chest|abdomen)\b/i
    .exec(entry.description)?.[1]
    ?.toLowerCase() ?? entry.code;

/** Injuries: bites, burns, what is beneath another injury, and what caused them (guidelines I.C.19 and I.C.20). */
export const injuryRules: readonly GuidelineRule[] = [
  biteWounds,
  lesserAtSite,
  deepestFirst,
  burnedSurface,
  externalCausesOf,
];
