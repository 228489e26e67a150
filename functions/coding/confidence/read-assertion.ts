import type { ConditionMention } from '../diagnoses/find-conditions.ts';

/** Where a clause begins: a mark, or a dash between spaces. */
const clauseMark = /[.,;:()[\]\n]|\s[-–—>→]+\s|->|=>/;

/** What says, right before its name, that somebody has a thing, or that it is judged or treated. */
const leadIn =
  /\b(ha[sd]|have|having|is|are|was|were|be|been|being|remains?|with|w|of|for|from|due to|d\/t|as|shows?|showed|showing|reveal\w*|confirm\w*|found|diagnos\w+|call\w*|that|caus\w+|explain\w*|mean\w*|treat\w*|manag\w*|control\w*|continu\w*|known|assess\w*|impression|problem|dx|imp|and|or|plus|but|both|regarding|re|s\/p)\W+((a|an|the|his|her|their|this|that|my|our|some|such|now|still|mild\w*|moderate\w*|severe\w*|new|old|chronic|acute|early|advanced|recurrent|persistent|stable|primary|secondary|bilateral|right|left|poorly|well|clear|classic|likely|small|large|\p{L}+(al|ic|ar|ous|ed|ive|ary))\W+){0,4}$/iu;

/** A sentence has begun: somebody, or what is done. A name's own adjectives are no sentence. */
const begun =
  /\b(he|she|they|we|i|it|you|who|mr|mrs|ms|dr|patient|pt|mom|mother|dad|father|doctor|someone|somebody|is|was|are|were|has|had|have|does|did|will|would|can|may|could|should|gave|went|came|told|said|asked|read|saw|drawn|sent|booked|ordered|done|given|placed)\b/i;
/** More words than an adjective or two. */
const mostOfName = 5;

/** Whether a sentence names a condition otherwise than as what the patient has: "she fears dementia". */
export const isUnasserted = ({ statement, start }: ConditionMention): boolean => {
  const before =
    statement.text
      .slice(0, start - statement.start)
      .split(clauseMark)
      .at(-1) ?? '';
  if (leadIn.test(before)) return false;
  return begun.test(before) || before.trim().split(/\s+/).length > mostOfName;
};
