import type { DiagnosisEntry } from '../../../codesets/code-book.ts';
import { namesOnly, orders, verbs } from '../note/prose/names-only.ts';
import type { ConditionMention } from './find-conditions.ts';
import { headOf } from './head-of-line.ts';
import { toldAsProblem, toldFirmly } from './rules/telling.ts';

/** Below what is taken as a code by itself (see `leastConfidence`): the coder is asked. */
export const weakConfidence = 0.35;

/** Words before a mention at most, for the sentence to be a line that names it: "Known insomnia", "R knee pain". */
const wordsBefore = 2;

const opensSentence = ({ statement, start }: ConditionMention): boolean =>
  statement.words.filter((word) => word.end <= start).length <= wordsBefore;

/** "Takes lisdexamfetamine 40 mg for ADHD", "excision of the carcinoma": what a drug or an operation is for is treated. */
const treatedFor =
  /\b(takes?|taking|on|uses?|using|continues?|maintained on)\b[^.;]*\bfor (the |his |her |their )?$|\b(inject\w*|excis\w+|remov\w+|drain\w*|repair\w*|destr\w+|debrid\w+|block\w*|infus\w+|ablat\w+|cryotherapy|treat\w+)\b[^.;]*\b(for|of) (the |an? |his |her |their )?(\w+ )?$/i;

export const isTreated = ({ statement, start }: ConditionMention): boolean =>
  treatedFor.test(statement.text.slice(0, start - statement.start));

/** "COVID-19, mild, high risk": behind the examination a sentence that opens with an illness and has no verb names it. */
export const isNamedAlone = (mention: ConditionMention, entry: DiagnosisEntry | undefined): boolean =>
  (mention.statement.section === 'exam' || mention.statement.section === 'results') &&
  entry !== undefined &&
  entry.kind !== 'symptom' &&
  entry.kind !== 'status' &&
  /^[A-TV]/.test(entry.code) &&
  mention.qualification === 'affirmed' &&
  opensSentence(mention) &&
  namesOnly(mention.statement);

/** "So she has gestational diabetes", "with known cirrhosis", "treated for gout": said of the patient and of today. */
const hasIt =
  /\b(has|have|remains? with|living with|known|diagnosed with|diagnosis of|treated for|due to|because of|from) (a |an |the |her |his |known |mild |moderate |severe |chronic |longstanding |stable |early |advanced |right |left |bilateral |poorly |well |controlled |recurrent |new ){0,4}$/i;

/** Wounds of no place and organisms say nothing by themselves. */
const ofNothing = /^(T14|B9[5-7])/;
const before = /\b(after|following|since|s\/p|status post|old|prior|previous|healed|remote)\b[^.;,]{0,30}$/i;
const healed = /^[^.;]{0,30}\b(healed|in (19|20)\d\d|'\d\d)\b/i;

/** "CRPS after distal radius fx '24": an injury that something else came after. */
const isPastInjury = ({ statement, start, end }: ConditionMention, { code }: DiagnosisEntry): boolean =>
  /^[ST]/.test(code) &&
  (before.test(statement.text.slice(0, start - statement.start)) ||
    healed.test(statement.text.slice(end - statement.start)));

/** A disease that a telling without headings names of the patient and of today; how firmly, `howTold` says. */
export const isToldOfToday = (mention: ConditionMention, entry: DiagnosisEntry | undefined): boolean => {
  const { statement } = mention;
  if (!entry || statement.inferred !== true) return false;
  if (entry.kind === 'symptom' || entry.kind === 'status' || !/^[A-T]/.test(entry.code)) return false;
  if (ofNothing.test(entry.code) || isPastInjury(mention, entry)) return false;
  return !isSlight(entry) && tellable.has(statement.section);
};

/** Alone in its sentence, at the head of its line ("hypothyroid - TSH was 3.1"), or with what is ordered for it. */
const isToldAsProblem = (mention: ConditionMention): boolean => {
  const { leads, text } = mention.statement;
  const named = leads ? headOf(text) : text;
  return (
    (opensSentence(mention) && !verbs.test(named)) ||
    orders.some((order) => order.test(mention.statement.text))
  );
};

/** As a problem, as what the patient has, or with its treatment. */
const isToldFirmly = (mention: ConditionMention): boolean =>
  isToldAsProblem(mention) ||
  isTreated(mention) ||
  hasIt.test(mention.statement.text.slice(0, mention.start - mention.statement.start));
/** What the confidence and the order of such a disease are read from. */
export const howTold = (mention: ConditionMention): readonly string[] => [
  ...(isToldFirmly(mention) ? [toldFirmly] : []),
  ...(isToldAsProblem(mention) ? [toldAsProblem] : []),
];
const tellable: ReadonlySet<string> = new Set(['reason', 'history', 'exam', 'results', 'plan', 'procedure']);

/** A pain, a swelling or a status is told by the way unless the line is about it, whatever chapter has it. */
const isSlight = ({ kind, description }: DiagnosisEntry): boolean =>
  kind === 'symptom' || kind === 'status' || /^(Pain|Stiffness|Effusion|Localized)\b/.test(description);

/**
 * Whether a mention outside of assessment and plan is more than told by the way. In a history a line that opens with an
 * illness names a problem; what a sentence mentions later, and a symptom within a tale, is what it only tells of.
 */
export const isFirmGround = (mention: ConditionMention, entry: DiagnosisEntry): boolean => {
  const { section, leads } = mention.statement;
  if (section === 'procedure') return isTreated(mention);
  if (section !== 'history') return true;
  return isTreated(mention) || (opensSentence(mention) && (leads || !isSlight(entry)));
};

const unspecified = /\bunspecified\b/i;
/** Where a clinician tells more of what the assessment only names. */
const tellsMore: ReadonlySet<string> = new Set(['reason', 'history', 'exam', 'results', 'procedure']);

/**
 * The code of what the note calls more closely in another place ("internal hemorrhoids, grade II" found, "hemorrhoids"
 * assessed), if it calls it one thing only: the whole note documents a condition (guideline I.B.2).
 */
export const calledCloser = (
  mention: ConditionMention,
  all: readonly ConditionMention[],
  entryOf: (code: string) => DiagnosisEntry | undefined,
): string | undefined => {
  const own = entryOf(mention.code);
  if (!own || !unspecified.test(own.description) || mention.qualification !== 'affirmed') return undefined;
  const words = new Set(mention.term.split(' '));
  const closer = all.filter(({ statement, code, qualification, term }) => {
    const entry = entryOf(code);
    return (
      qualification === 'affirmed' &&
      tellsMore.has(statement.section) &&
      code.slice(0, 3) === mention.code.slice(0, 3) &&
      entry !== undefined &&
      !unspecified.test(entry.description) &&
      !/without complication/i.test(entry.description) &&
      (own.side === undefined || own.side === 'unspecified' || own.side === entry.side) &&
      term.split(' ').some((word) => words.has(word))
    );
  });
  const codes = new Set(closer.map(({ code }) => code));
  return codes.size === 1 ? [...codes][0] : undefined;
};

/** The finding that says no: "no pneumonia on CXR", "fracture ruled out". A denial of the moment is none: "no wheeze today". */
const disproof =
  /\b(ruled out|excluded|disproven|(on|by|per) (the |today's |repeat )?(cxr|chest (x-?ray|film)|x-?rays?|films?|radiographs?|ct|mri|us|u\/s|ultrasound|doppler|duplex|ecg|ekg|echo\w*|imaging|labs?|cultures?|biopsy|pathology|path|aspirat\w+|smear|spirometry|pft|endoscopy|colonoscopy|egd))\b/i;

/** The codes that the assessment or plan disproves in so many words. */
export const disprovenCodes = (mentions: readonly ConditionMention[]): ReadonlySet<string> =>
  new Set(
    mentions
      .filter(
        ({ statement, qualification }) =>
          qualification === 'negated' &&
          (statement.section === 'assessment' || statement.section === 'plan') &&
          disproof.test(statement.text),
      )
      .map(({ code }) => code),
  );

/** The codes that the note takes back: charted in error, or changed to another by a correction. */
export const retractedCodes = (mentions: readonly ConditionMention[]): ReadonlySet<string> =>
  new Set(mentions.filter(({ qualification }) => qualification === 'retracted').map(({ code }) => code));

/**
 * Below the line that names the problem a clinician reasons: symptoms, reasons for an encounter and vague injuries
 * named there are about the problem and none of their own. Where the line does name one, only a lasting condition
 * beside it is another. Where it names what the note denies or doubts, the signs below are what is left (IV.H).
 */
export const standsBelow = (
  { code, kind, description }: DiagnosisEntry,
  { isNamed, isRefused }: { isNamed: boolean; isRefused: boolean },
): boolean =>
  (isNamed ? kind === 'chronic' : isRefused || kind !== 'symptom') &&
  !code.startsWith('Z') &&
  !/^Unspecified injury/.test(description);

const borrowedSideConfidence = 0.88;
const unspecifiedSideConfidence = 0.5;

/** How sure the side is, by where the note tells it, and what has to be asked. */
export const lateralityOf = (
  mention: ConditionMention,
  { side, description }: DiagnosisEntry,
): { ceiling: number; rules: readonly string[]; question?: string } => {
  if (side === undefined) return { ceiling: 1, rules: [] };
  if (side === 'unspecified') {
    return {
      ceiling: unspecifiedSideConfidence,
      rules: ['laterality: not documented (guideline I.B.13)'],
      question: `Which side is affected (${description})?`,
    };
  }
  const borrowed = mention.sideFrom === 'elsewhere';
  const rules = [`laterality: ${side}${borrowed ? ', from elsewhere in the note' : ''}`];
  return { ceiling: borrowed ? borrowedSideConfidence : 1, rules };
};

/** "Mr. Hill is a 58-year-old man with hypertension, who presents with ...": about the patient, not the problem. */
const introduction =
  /\b\d{1,3}[- ]?(years?|yrs?|y\/?o|months?|weeks?|days?)[- ]*(old|of age)?\b.{0,40}\b(male|female|man|woman|boy|girl|lady|gentleman|patient|who|with|here)\b/i;

/** Where an assessment names its problems, its introduction only repeats what the patient came with. */
export const withoutIntroduction = <T extends ConditionMention>(mentions: readonly T[]): readonly T[] => {
  const named = mentions.filter(({ statement }) => !introduction.test(statement.text));
  return named.some(({ statement }) => statement.leads) ? named : mentions;
};
