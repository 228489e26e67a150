import type { Statement } from '../../note/read-statements.ts';
import { findDone, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import {
  type CountedService,
  nothingRead,
  type Said,
  type ServiceReader,
  type ServiceReading,
} from '../reading/service-reading.ts';

type JointSize = 'small' | 'medium' | 'large';

/** Joints by the size that their injection is reported by, with and without ultrasound. */
const codes: Readonly<Record<JointSize, { readonly plain: string; readonly guided: string }>> = {
  large: { plain: '20610', guided: '20611' },
  medium: { plain: '20605', guided: '20606' },
  small: { plain: '20600', guided: '20604' },
};

const joints: readonly (readonly [JointSize, RegExp])[] = [
  [
    'medium',
    /\b(acromioclavicular|a\.?c\.? joint|ac jt|temporomandibular|tmj|wrists?|elbows?|ankles?|tibiotalar|subtalar|olecranon)\b/gi,
  ],
  [
    'small',
    /\b(mcp|pip|dip|cmc|mtp|ip joint|first carpometacarpal|carpometacarpal|metacarpophalangeal|metatarsophalangeal|interphalangeal|basal joint|trapeziometacarpal|finger joint|toe joint|great toe|thumb|hallux)\b/gi,
  ],
  [
    'large',
    /\b(knees?|shoulders?|glenohumeral|gh joint|subacromial(?: space| bursa)?|sub-acromial|hips?|(?:greater )?trochanteric|trochanter|prepatellar|suprapatellar|pes anserine|anserine|gtb)\b/gi,
  ],
];

type Target = { readonly code: string; readonly words: RegExp };

/** Other places that are injected: the first that a sentence names is what was injected. */
const otherTargets: readonly Target[] = [
  { code: '20526', words: /\bcarpal tunnel\b/i },
  { code: '64455', words: /\b(morton'?s? )?neuroma\b/i },
  { code: '20612', words: /\bganglion\b/i },
  { code: '64405', words: /\b(greater )?occipital nerve/i },
  { code: '27096', words: /\b(sacroiliac|si joint)\b/i },
  {
    code: '20551',
    words:
      /\b(epicondyl\w*|tennis elbow|golfer'?s elbow|tendon (origin|insertion)|common extensor|ecrb origin)\b/i,
  },
  {
    code: '20550',
    words:
      /\b(trigger (finger|thumb)|tendon sheath|flexor sheath|a1 pulley|de ?quervain\w*|(first|1st) dorsal (extensor )?compartment|plantar fasci\w+|bicipital|biceps (tendon|groove)|tenosynovitis|tendon|ligament)\b/i,
  },
  { code: '11900', words: /\b(intralesional\w*|keloids?|alopecia|cystic acne|hypertrophic scar)\b/i },
];

const drug =
  '(?:kenalog|depo-?\\s?medrol|methylpred\\w*|triamcinolone|celestone|betamethasone|dexamethasone|decadron|cortisone|corticosteroid|steroid|aristospan|zilretta|synvisc(?:-one)?|euflexxa|monovisc|orthovisc|durolane|supartz|hyalgan|gel-?one|hyaluron\\w+|viscosupplement\\w*|lidocaine|marcaine|bupivacaine|prp|botox|csi)';
const place =
  '(?:knees?|shoulders?|hips?|elbows?|wrists?|ankles?|subacromial|glenohumeral|trochant\\w+|bursa|joints?|intra-?articular\\w*|mcp|pip|dip|cmc|mtp|tmj|acromioclavicular|ac joint|carpal tunnel|neuroma|ganglion|epicondyl\\w*|tennis elbow|trigger (?:finger|thumb)|tendon sheath|de ?quervain\\w*|(?:1st |first )?dorsal compartment|common extensor|extensor (?:tendon )?origin|plantar fasci\\w+|a1 pulley|sacroiliac|si joint|occipital nerve|biceps|bicipital|keloids?|intralesional\\w*|thumb|great toe|hallux|anserine|olecranon|prepatellar|tendon)';
const act =
  '(?:inj(?:ect(?:ed|ions?|ing)?)?|aspirat(?:ed|ion)|arthrocentes[ie]s|infiltrat(?:ed|ion)|nerve blocks?|drained|tapped)';

const atPlace = new RegExp(
  `\\b(?:${act}\\b[^;]{0,130}?\\b${place}|${place}\\b[^;]{0,130}?\\b${act}|${drug}\\b[^;]{0,80}?\\b(?:into|in|to) (?:the |each |her |his |both )?[^;]{0,30}?\\b${place}|${place}\\b[^;]{0,60}?\\b${drug}[^;]{0,20}?\\d+ ?(?:mg|ml|cc))`,
  'i',
);
const byDrug = new RegExp(
  `\\b(?:${drug}\\b[^;]{0,40}?\\binject(?:ed|ions?)|inject(?:ed|ions?)\\b[^;]{0,40}?\\b${drug}|arthrocentesis|joint (?:injection|aspiration)|joint (?:was )?(?:injected|aspirated))\\b`,
  'i',
);
const noJoint =
  /\b(im|intramuscular\w*|deltoid|glut\w+|subcutaneous\w*|subq|sq|iv|intravenous|trigger points?|vaccine\w*|botox|epidural|facet|allerg\w+|insulin|b-?12|depo-?provera|testosterone|medial branch|digital block|anesthetized|local anesthe\w+|abscess|cyst(?! ganglion))\b/i;
const guided =
  /\b(ultrasound|u\/s|us|sono\w*)[- ]?(guid\w+|guidance)|\bunder (direct )?(ultrasound|us|sono\w*)|\bguid(ed|ance) (by|with) (ultrasound|us)|\busg\b|\bultrasound (was )?used/i;

export type Side = 'right' | 'left' | 'bilateral';

const sidesAround = (text: string, index: number, end: number): Side | undefined => {
  const before = text.slice(Math.max(0, index - 45), index);
  const behind = text.slice(end, end + 22);
  const words = [
    ...before.matchAll(/\b(right|rt|left|lt|bilateral(?:ly)?|both|b\/l)\b|(?<![\w/])([RL])(?![\w/])/gi),
  ].at(-1)?.[0];
  const isEach = /\b(right and left|left and right|r and l|r & l|l & r|each)\b/i.test(before);
  if (isEach) return 'bilateral';
  const after = /^\W{0,3}(?:joint\W{0,2})?(right|left|bilateral(?:ly)?|rt|lt|R|L)\b/i.exec(behind)?.[1];
  const word = words && !/[.;]/.test(before.slice(before.lastIndexOf(words))) ? words : after;
  if (!word || word === 'r' || word === 'l')
    return after && after !== 'r' && after !== 'l' ? sideOfWord(after) : undefined;
  return sideOfWord(word);
};

const sideOfWord = (word: string): Side => {
  const first = word.toLowerCase();
  if (first.startsWith('r')) return 'right';
  return first.startsWith('l') ? 'left' : 'bilateral';
};

type Injected = {
  readonly code: string;
  /** What was injected: joints by one name, whatever the note calls them. */
  readonly site: string;
  readonly side: Side | undefined;
  readonly said: Said;
};

const isGuided = (reading: ServiceReading, statement: Statement): boolean =>
  guided.test(statement.text) ||
  (says(reading, /ultrasound|\bus\b|u\/s|sono|usg/i) &&
    guided.test(textOf(nearby(reading, statement, { back: 2, on: 3 }))));

type Joint = { readonly size: JointSize; readonly site: string; readonly side: Side | undefined };

const noSites =
  /\b(tennis elbow|golfer'?s elbow|trigger thumb|thumb spica|shoulder blade|from the (hip|knee)|knee (height|chest|brace)|shoulder (level|height))\b/gi;

/** The subacromial space is injected as the shoulder is, the trochanteric bursa as the hip. */
const siteOf = (word: string): string => {
  if (/shoulder|glenohumeral|gh joint|acromial/i.test(word) && !/acromioclav/i.test(word)) return 'shoulder';
  if (/hip|trochant|gtb/i.test(word)) return 'hip';
  if (/knee|patell|anserine/i.test(word)) return 'knee';
  return word.toLowerCase().replace(/s$/, '');
};

/** Joints of one text that are weighed. */
const mostJoints = 8;

/** The joints that a text names, each with the side that stands with it. */
const jointsIn = (text: string): readonly Joint[] => {
  const plain = text.replace(noSites, (whole) => ' '.repeat(whole.length));
  return joints.flatMap(([size, pattern]) =>
    [...plain.matchAll(pattern)].slice(0, mostJoints).map(({ index, 0: word }) => ({
      size,
      side: sidesAround(plain, index, index + word.length),
      site: siteOf(word),
    })),
  );
};

/** The one side that the note gives a joint wherever it names it; undefined where it gives none or both. */
const openSide = (reading: ServiceReading, site: string): Side | undefined => {
  const named = reading.statements
    .filter(({ section }) => !['background', 'review', 'history'].includes(section))
    .flatMap(({ text }) => jointsIn(text).filter((one) => one.site === site && one.side !== undefined));
  const sides = new Set(named.map(({ side }) => side));
  return sides.size === 1 ? named[0]?.side : undefined;
};

/** What stands around the words of the injection: other joints of a long sentence were not injected. */
const partOf = ({ statement, start, end }: Said): string =>
  statement.text.slice(Math.max(0, start - statement.start - 60), end - statement.start + 90);

const targetsOf = (reading: ServiceReading, said: Said): readonly Injected[] => {
  const words = partOf(said);
  const other = otherTargets.find((target) => target.words.test(words));
  if (other) {
    const at = other.words.exec(words);
    const side = at ? sidesAround(words, at.index, at.index + at[0].length) : undefined;
    return [{ code: other.code, site: other.code, side, said }];
  }
  const named = jointsIn(words);
  if (named.length === 0) return [];
  const way = isGuided(reading, said.statement) ? 'guided' : 'plain';
  return named.map(({ size, side, site }) => ({ code: codes[size][way], site, side, said }));
};

const sideModifiers: Readonly<Record<Side, string>> = { right: 'RT', left: 'LT', bilateral: '50' };

/** A joint on both sides is one line with 50, on one side RT or LT; a side told once holds for all mentions. */
const lineOf = (reading: ServiceReading, own: readonly Injected[]): CountedService => {
  const [{ code = '', site = '' } = {}] = own;
  const sides = new Set(own.flatMap(({ side }) => side ?? []));
  const side =
    sides.has('bilateral') || sides.size === 2 ? 'bilateral' : ([...sides][0] ?? openSide(reading, site));
  const rules = ['one a joint, tendon or nerve and side'];
  const line = { code, units: 1, said: own.map(({ said }) => said), rules };
  return side ? { ...line, modifiers: [sideModifiers[side]] } : line;
};

const linesOf = (reading: ServiceReading, injected: readonly Injected[]): readonly CountedService[] => {
  const keys = [...new Set(injected.map(({ code, site }) => `${code} ${site}`))];
  const lines = keys.map((key) =>
    lineOf(
      reading,
      injected.filter(({ code, site }) => key === `${code} ${site}`),
    ),
  );
  return lines.map((line, at) => {
    const isSecond = lines.slice(0, at).some(({ code }) => code === line.code);
    if (!isSecond) return line;
    const questions = [`Was ${line.code} done on a second joint of its own (modifier 59 or XS)?`];
    return { ...line, modifiers: [...(line.modifiers ?? []), '59'], questions };
  });
};

/** An injection called by its drug only: into the joint of the reason or the assessment. */
const ofVisit = (reading: ServiceReading, said: readonly Said[]): readonly Injected[] => {
  const [first] = said;
  if (!first) return [];
  const near = nearby(reading, first.statement, { back: 3, on: 2 });
  const ofSection = (kind: string): readonly Statement[] =>
    reading.statements.filter(({ section }) => section === kind);
  for (const text of [near, ofSection('reason'), ofSection('assessment')].map(textOf)) {
    const named = jointsIn(text);
    const other = otherTargets.slice(0, 7).find((target) => target.words.test(text));
    if (other && named.length === 0)
      return [{ code: other.code, site: other.code, side: undefined, said: first }];
    const [joint] = named;
    if (joint && new Set(named.map(({ site }) => site)).size === 1) {
      const code = codes[joint.size][isGuided(reading, first.statement) ? 'guided' : 'plain'];
      return named.map(({ site, side }) => ({ code, site, side, said: first }));
    }
  }
  return [];
};

const elsewhereThanJoints = ({ statement }: Said): boolean =>
  noJoint.test(statement.text) &&
  !/\b(intra-?articular|joint|knee|shoulder|bursa|subacromial)\b/i.test(statement.text);

/** The first telling of each statement: its other words are about the same injection. */
const oncePerStatement = (said: readonly Said[]): readonly Said[] =>
  said.filter((one, at) => said.findIndex(({ statement }) => statement === one.statement) === at);

/** Injections and aspirations of joints, bursae, tendons, nerves and lesions. */
export const readInjections: ServiceReader = (reading) => {
  if (!says(reading, /inject|aspirat|arthrocent|infiltrat|block|kenalog|depo-?\s?medrol|csi\b/i))
    return nothingRead;
  const placed = findDone(reading, atPlace).filter(
    (one) => !elsewhereThanJoints(one) && !/\btrigger points?\b/i.test(one.statement.text),
  );
  const injected = oncePerStatement(placed)
    .slice(0, 20)
    .flatMap((one) => targetsOf(reading, one));
  if (injected.length > 0) return { services: linesOf(reading, injected) };
  const byName = findDone(reading, byDrug).filter(({ statement }) => !noJoint.test(statement.text));
  return { services: linesOf(reading, ofVisit(reading, byName)) };
};
