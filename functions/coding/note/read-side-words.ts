import { wordKey } from '../words/word-key.ts';
import { oncePerStatement } from './once-per-statement.ts';
import type { Statement } from './read-statements.ts';
import type { Side } from './side.ts';

/** How a part of a statement stands to the one before it. */
export type Border = 'start' | 'stop' | 'list' | 'cause' | 'label';

/** A stretch of a statement in which one thing is named: between commas, an "and", a "with". */
export type Part = {
  readonly border: Border;
  readonly words: readonly PartWord[];
};

export type PartWord = {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly side: Side | undefined;
  /** The body part that it names, of which there are two. */
  readonly organ: string | undefined;
  /** Names a body part, or where on one. */
  readonly isSite: boolean;
  /** Behind a "than" or a ">": one side is compared with another. */
  readonly isCompared: boolean;
  /** Says nothing of what is meant: "the", "on", "side". */
  readonly isSlight: boolean;
};

const keysOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(wordKey));

/** Body parts of which there are two, by the limb that they are on; those of no limb stand for themselves. */
const limbs = {
  arm: keysOf(
    `shoulder elbow wrist hand finger thumb arm forearm palm knuckle armpit clavicle scapula humerus radius ulna`,
  ),
  leg: keysOf(`ankle knee hip foot toe leg thigh calf heel shin forefoot midfoot hindfoot hallux instep sole femur tibia
  fibula patella groin buttock`),
};
const ofNoLimb =
  keysOf(`breast kidney ureter lung bronchus ear eye eyelid orbit flank ovary testis cheek eyebrow temple
  jaw mandible extremity limb joint tonsil adrenal carotid`);

/** Where on a body part something is. */
const positions =
  keysOf(`index middle ring little great small big fifth fourth third second first upper lower medial
  lateral anterior posterior inner outer dorsal plantar distal proximal quadrant lobe`);

const organOf = (key: string): string | undefined =>
  limbs.arm.has(key) || limbs.leg.has(key) || ofNoLimb.has(key) ? key : undefined;

/** The limb that a body part is on, or the part itself. */
export const regionOf = (organ: string): string => {
  if (limbs.arm.has(organ)) return 'arm';
  return limbs.leg.has(organ) ? 'leg' : organ;
};

const slight = keysOf(
  'the a an of in on at to his her their my your side sided is are worse greater more mostly mainly only than primarily predominantly eg ie',
);

/** After "right" and "left" these make it no side: "left work early", "right now", "right-handed". */
const noSideBefore = new Set(
  `handed hander handedness now away before after the a an his her their my our work home school early against without
  message voicemail ama town clinic hospital room alone untreated over out off dominant`.split(/\s+/),
);
/** Before "left" these make it no side: "was left", "no pills left". */
const noSideAfter = new Set(
  'was were been has had be got he she they patient refills refill pills doses days all'.split(' '),
);

const ofLimb: Readonly<Record<string, Side>> = {
  rle: 'right',
  rue: 'right',
  ruq: 'right',
  rlq: 'right',
  rul: 'right',
  rml: 'right',
  rll: 'right',
  lul: 'left',
  lll: 'left',
  lle: 'left',
  lue: 'left',
  luq: 'left',
  llq: 'left',
  ble: 'bilateral',
  bue: 'bilateral',
  bles: 'bilateral',
};
const spelledOut: Readonly<Record<string, Side>> = {
  right: 'right',
  rt: 'right',
  rightsided: 'right',
  left: 'left',
  lt: 'left',
  leftsided: 'left',
  bilateral: 'bilateral',
  bilaterally: 'bilateral',
  bilat: 'bilateral',
  ou: 'bilateral',
  both: 'bilateral',
};
/** "R" and "L" count only as capitals of their own, so that "r/o" and "L4-5" name no side; the eyes have their Latin. */
const asWritten: Readonly<Record<string, Side>> = {
  R: 'right',
  L: 'left',
  OD: 'right',
  OS: 'left',
  OU: 'bilateral',
  AU: 'bilateral',
};

type Place = { readonly statement: Statement; readonly at: number };

const plainAt = ({ statement, at }: Place, away: number): string => statement.words[at + away]?.plain ?? '';

const between = ({ statement }: Place, one: number, other: number): string => {
  const from = (statement.words[one]?.end ?? statement.start) - statement.start;
  const to = (statement.words[other]?.start ?? statement.start + statement.text.length) - statement.start;
  return statement.text.slice(from, to);
};

const isNoSide = (place: Place, word: string): boolean => {
  const next = plainAt(place, 1);
  if (noSideBefore.has(next) && !/[,;.]/.test(between(place, place.at, place.at + 1))) return true;
  if (/^hand$/.test(next) && plainAt(place, 2) === 'dominant') return true;
  // "Both-bone fracture", "both drugs": two of something else than of a part of the body.
  if (word === 'both')
    return /^(bone|bones|drug|drugs|medication|medications|meds|parents|times|visits|doses)$/.test(next);
  return word === 'left' && noSideAfter.has(plainAt(place, -1));
};

const capital = (place: Place): Side | undefined => {
  const { statement, at } = place;
  const word = statement.words[at];
  if (!word) return undefined;
  const written = statement.text.slice(word.start - statement.start, word.end - statement.start);
  const side = asWritten[written];
  if (written.length > 1) return side;
  const before = statement.text[word.start - statement.start - 1] ?? ' ';
  const after = statement.text[word.end - statement.start] ?? ' ';
  if (written === 'L' && /[Bb]\/$/.test(statement.text.slice(0, word.start - statement.start)))
    return 'bilateral';
  if (/[\w/'’]/.test(before) || /[\w/'’]/.test(after)) return undefined;
  // "2 L of oxygen"
  return /\d\s?$/.test(statement.text.slice(0, word.start - statement.start)) ? undefined : side;
};

const sideAt = (place: Place): Side | undefined => {
  const word = plainAt(place, 0);
  if (word === 'l' && plainAt(place, -1) === 'b' && between(place, place.at - 1, place.at) === '/')
    return 'bilateral';
  const side = spelledOut[word] ?? ofLimb[word] ?? capital(place);
  return side !== undefined && spelledOut[word] !== undefined && isNoSide(place, word) ? undefined : side;
};

const listing = new Set(['and', 'or', 'plus', 'nor', 'as']);
const causing = new Set(
  'with due from secondary after following since because causing while when for from without'.split(' '),
);
const stopping = new Set(['but', 'then', 'however', 'although', 'except']);

/** What the signs between two words make of the border between them, which no word undoes. */
const borderOfSigns = (gap: string): Border | undefined => {
  if (gap === ' ' || gap === '') return undefined;
  if (/[;.!?]\s|;/.test(gap)) return 'stop';
  return /:|\s[-–—]+\s|\n/.test(gap) ? 'label' : undefined;
};

const borderBefore = (place: Place, gap: string): Border | undefined => {
  const ofSigns = borderOfSigns(gap);
  if (ofSigns) return ofSigns;
  const word = plainAt(place, 0);
  if (stopping.has(word)) return 'stop';
  if (listing.has(word) || (gap !== ' ' && /[,()&+/]/.test(gap))) return 'list';
  return causing.has(word) ? 'cause' : undefined;
};

const readParts = (statement: Statement): readonly Part[] => {
  const parts: { border: Border; words: PartWord[] }[] = [{ border: 'start', words: [] }];
  statement.words.forEach((word, at) => {
    const place = { statement, at };
    const key = wordKey(word.plain);
    const gap = between(place, at - 1, at);
    const border = borderBefore(place, gap);
    const joins = listing.has(word.plain) || causing.has(word.plain);
    if (border && at > 0) {
      const last = parts.at(-1);
      // ", and": one border, not two.
      if (last && last.words.length === 0 && last.border !== 'start') last.border = border;
      else parts.push({ border, words: [] });
    }
    if (joins) return;
    const side = sideAt(place);
    parts.at(-1)?.words.push({
      start: word.start,
      end: word.end,
      key,
      side,
      organ: side ? undefined : organOf(key),
      isSite: organOf(key) !== undefined || positions.has(key),
      isCompared: plainAt(place, -1) === 'than' || gap.includes('>'),
      isSlight: slight.has(key) || word.plain === 'b',
    });
  });
  return parts;
};

/** The parts of a statement, each with its words and the sides among them. */
export const partsOf = oncePerStatement(readParts);
