import type { Passage } from '../../words/read-words.ts';

/** "Acute cystitis.", "L AOM." — a finding named without a verb, which is not itself of the examination. */
export const verbs =
  /\b(is|was|are|were|has|have|had|does|do|did|will|would|can|could|may|be|been|denies|reports?|feels?|says?|states?|notes?|takes?|uses|came|comes|went|started|began|got|gets|looks?|seems?)\b/i;
const denies = /\b(no|not|denies|without|negative|neg|nl|normal|clear|ok|okay|wnl|intact|soft|none|never)\b/i;
const longestName = 14;

/** "Time 11 minutes", "6 mo", "IgG 780": a length of time or a value names no problem. */
const measuresOnly =
  /^\W*(total )?(time\b|rtc\b|\d+([-–]\d+)? ?(mo|months?|wks?|weeks?|days?|yrs?|years?|min\w*)\b)|^\W*[\w/-]{1,14}( [\w/-]{1,12})? \d+(\.\d+)?\W*$|\b\d+ (minutes|min)\b/i;
/** "6 mo", "K 4.5.", "School 24 h", "R. Eszterhazy MD", "Next: script": what ends a note and names nothing. */
const endsNote =
  /^\W*(\p{L}+ )?\d+([./-]\d+)? ?(d|days?|w|wks?|weeks?|mo|mos|months?|h|hrs?|hours?|y|yrs?|years?|min\w*)?\W*$|\b(MD|DO|NP|FNP|PA-?C?|RN|MA|LCSW|DPM|DPT|OD|PhD|PsyD|FAC[A-Z]|LMFT)\W*$|^\W*next\b|\b(certified|done|time \d+)\b/iu;

/** What a name may have behind it and stays one: "dyslexia, which the school calls …", "arthropathy without myelopathy". */
const behindName = /,? (which|who|that|without)\b.*$/i;

/** What is to be done, as an order or with the dose of a drug. */
export const orders: readonly RegExp[] = [
  /^\W*(continue|cont|start|stop|increase|incr|decrease|decr|hold|restart|resume|refill|refer|order|ordered|check|recheck|repeat|return|rtc|rtn|follow[- ]?up|f\/u|fu|call|see|schedule|send|sent|add|begin|change|switch|taper|d\/c|rx|avoid|advised?|counsel\w*|discuss\w*|reassur\w*|recommend\w*|educat\w*|plan|supportive|rest|ice|elevat\w+|obtain|obtained|get|give|trial|consider|monitor|observe|no change|as above|next visit|review)\b/i,
  /\b(bid|tid|qid|qhs|qam|qpm|qday|q\d+h|prn|otc)\b|\b\d+ ?(mg|mcg|ml|units?|g)\b[^.]{0,40}\b(daily|twice|once|weekly|nightly|at (night|bedtime)|every|for \w+ (days|weeks))\b|\b(rx|prescription|sent to (the|her|his) pharmacy)\b/i,
];

/** Whether a sentence only names something, as a problem is named. */
export const namesOnly = ({ text: written, words }: Passage): boolean => {
  const text = written.replace(behindName, '');
  return (
    words.length > 0 &&
    text.split(/\s+/).length <= longestName &&
    !endsNote.test(text) &&
    !verbs.test(text) &&
    !denies.test(text) &&
    !measuresOnly.test(text) &&
    !/\b(bp|hr|temp|t|spo2|wt|pulse|rr|bmi|tender\w*|tm|lungs?|yellow|red|bulging|swelling|mobile)\b/i.test(
      text,
    ) &&
    !/^\W*(dear|sincerely|yours|regards|thank|re:|with best|best|date)\b/i.test(text)
  );
};
