import type { DiagnosisEntry } from '../../../codesets/code-book.ts';
import type { ConditionMention } from './find-conditions.ts';

/** Below what is taken as a code by itself (see `leastConfidence`): the coder is asked. */
export const weakConfidence = 0.35;

/** Words before a mention at most, for the sentence to be a line that names it: "Known insomnia", "R knee pain". */
const wordsBefore = 2;

const opensSentence = ({ statement, start }: ConditionMention): boolean =>
  statement.words.filter((word) => word.end <= start).length <= wordsBefore;

/**
 * Whether a mention outside of assessment and plan is more than told by the way. In a history a line that opens with an
 * illness names a problem; what a sentence mentions later, and a symptom within a tale, is what it only tells of.
 */
export const isFirmGround = (mention: ConditionMention, { kind }: DiagnosisEntry): boolean => {
  const { section, leads } = mention.statement;
  if (section !== 'history') return true;
  return opensSentence(mention) && (kind !== 'symptom' || leads);
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
