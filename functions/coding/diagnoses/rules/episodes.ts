import { codeBookOn } from '../../../../codesets/code-book.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import {
  type BookNote,
  changing,
  type GuidelineRule,
  isOfKin,
  recoded,
  saidIn,
  statementsOf,
} from './ruling.ts';

type Course = 'active' | 'routine' | 'delayed' | 'nonunion' | 'malunion';

/** How a fracture heals, the telling word first; a negated one says nothing. */
const courses: readonly (readonly [Course, RegExp])[] = [
  ['malunion', /\bmal-?union\w*|\bmalunited\b|\bhealed in (a )?(poor|bad) (position|alignment)\b/gi],
  ['nonunion', /\bnon-?union\w*|\bun-?united\b|\bfailure to (unite|heal)\b|\bpseud(o)?arthrosis\b/gi],
  [
    'delayed',
    /\bdelayed (union|healing)\b|\b(heal\w*|union) (is |are |appears? )?(delayed|slow\w*)\b|\bslow(ly)? (to heal|healing)\b|\bdelay in healing\b/gi,
  ],
  [
    'routine',
    /\b(heal(ing|ed)\b|routine healing|cast (check|change|removal|removed|off)|callus formation|consolidat\w+|(s\/p|status post|after|following) (orif|open reduction|closed reduction|fixation|pinning)|hardware (check|removal)|follow[- ]?up|re-?check|post[- ]?op\w*|subsequent|weeks? (out|post|after|s\/p)|aftercare|out of (the )?(cast|boot|splint))\b/gi,
  ],
];

const openType = /\b(?:gustilo(?:[- ]anderson)?\s*)?(?:type|grade)\s*(iii[abc]?|ii|i|3[abc]?|2|1)\b/i;
const openFracture =
  /\b(open|compound)\b(?! reduction)[^.;]{0,40}\bfractur|\bfractur\w*,? (which is |is )?open\b/i;

type Opening = 'closed' | 'I-II' | 'III';

const openingOf = (statements: readonly Statement[]): Opening => {
  const open = statements.find(({ text }) => openFracture.test(text));
  if (!open) return 'closed';
  return /^(iii|3)/i.test(openType.exec(open.text)?.[1] ?? '') ? 'III' : 'I-II';
};

/** The 7th characters of fractures (guideline I.C.19.c): by course, for closed, open I or II, and open III. */
const characters: Readonly<Record<Course, Readonly<Record<Opening, string>>>> = {
  active: { closed: 'A', 'I-II': 'B', III: 'C' },
  routine: { closed: 'D', 'I-II': 'E', III: 'F' },
  delayed: { closed: 'G', 'I-II': 'H', III: 'J' },
  nonunion: { closed: 'K', 'I-II': 'M', III: 'N' },
  malunion: { closed: 'P', 'I-II': 'Q', III: 'R' },
};

const anyFracture = /\b(fractur|fx|broke|break)\w*/i;

/** What the note tells of the healing: the problem's own lines, else what the visit came for or found. */
const courseOf = (one: DiagnosisCandidate, note: BookNote): Course | undefined => {
  const own = statementsOf(one, note);
  const visit = note.statements.filter(({ section }) => section === 'reason');
  for (const [course, pattern] of courses) {
    const elsewhere =
      course === 'routine' ? visit : note.statements.filter(({ text }) => anyFracture.test(text));
    if (saidIn(own, pattern) ?? saidIn(elsewhere, pattern)) return course;
  }
  return undefined;
};

const isFracture = (one: DiagnosisCandidate, { dateOfService }: BookNote): boolean =>
  codeBookOn(dateOfService).diagnoses.seventhCharacters(one.entry.code).has('K');

const allows = (code: string, character: string, { dateOfService }: BookNote): boolean =>
  codeBookOn(dateOfService).diagnoses.seventhCharacters(code).has(character);

const healing = changing((found, note) =>
  found.map((one) => {
    const { code } = one.entry;
    if (code.length !== 8 || code.endsWith('S') || !/^[SM]/.test(code) || !isFracture(one, note)) return one;
    const course = courseOf(one, note) ?? (code.endsWith('D') ? 'routine' : 'active');
    const opening = openingOf([...statementsOf(one, note), ...note.statements]);
    const options = [characters[course][opening], characters[course]['I-II'], characters[course].closed];
    const character = options.find((each) => allows(code, each, note)) ?? code.slice(-1);
    return recoded(
      one,
      code.slice(0, -1) + character,
      `I.C.19.c.1: 7th character ${character}, ${course}`,
      note,
    );
  }),
);

const lateEffect = /\b(sequelae?|late effects?|residuals?) (of|from|due to)\b|\bold burn\b/i;

/** Only one statement is about another time: the condition that remains stands before what left it (I.B.10). */
const sequelaLast = changing((found) => {
  const left = found.filter(({ entry }) => entry.code.length === 8 && entry.code.endsWith('S'));
  return left.length === 0 ? found : [...found.filter((one) => !left.includes(one)), ...left];
});

const scarOfBurn = changing((found, note) => {
  const scar = found.find(({ entry }) => entry.code === 'L90.5');
  if (!scar) return found;
  const burn = found.find(({ entry }) => /^T2[0-5]/.test(entry.code));
  const late = statementsOf(scar, note).some((one) => !isOfKin(one) && lateEffect.test(one.text));
  if (!burn || !late) return found;
  const rule = 'I.C.19.d.7: sequela of a burn';
  return found.map((one) =>
    one === burn ? recoded(one, `${one.entry.code.slice(0, -1)}S`, rule, note) : one,
  );
});

const family = (code: string): string => code.slice(0, 7);

/** One injury is at one stage: of the codes that differ in the 7th character alone the first one stands. */
const oneStage = changing((found) =>
  found.filter(
    (one, at) =>
      one.entry.code.length !== 8 ||
      !found.slice(0, at).some(({ entry }) => family(entry.code) === family(one.entry.code)),
  ),
);

/** The 7th character of injuries and fractures by what the note says of healing (guidelines I.C.19.a and c). */
export const episodeRules: readonly GuidelineRule[] = [healing, scarOfBurn, oneStage, sequelaLast];
