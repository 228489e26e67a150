import type { NoteFrame } from './read-frame.ts';
import type { Statement } from './read-statements.ts';
import type { PatientType } from './visit.ts';

const seenBefore =
  /\b(est(ab(lished)?)? ?(pt|patient)|established with|follow[- ]?up|f\/u|fu visit|(since|at|from) (his|her|their|the|our) (last|previous|prior) (visit|appointment)|since i (last )?saw|(last|previously) (saw|seen by) (me|him|her|us|the patient)|(i|we) (last )?saw (him|her|the patient) (in|on|last)|seen (here|by me|by us) (last|in|before|previously|\d)|known to (me|us|our|this)|returns?( to (the |our )?(clinic|office|practice))?|returning|return (visit|patient)|rtc visit|last (visit|seen|ov)|recheck|re-?check|re-?evaluation|second visit|third visit|annual (exam|visit|physical)|interval history|longstanding patient|well[- ]known|(my|our) patient (of|for|since)|subsequent)\b/i;
const firstTime =
  /\b(new (pt|patient)|(wants? to |here to |to )?establish(es|ing)? care|here to establish|initial (visit|consult\w*|evaluation|appointment|intake)|first (visit|appointment|time (here|seen|in this))|(never|not) (been )?seen (here|by (me|us|this))( before)?|new to (me|us|our|this|the) (practice|clinic|office)?|transfer(ring|red)? (of )?care|(was|is|been) (kindly )?referred (to (me|us|our|the) |by |from )|referred (by|from) (dr|his|her|their|the|pcp)|(seen|here) in consultation|at the request of|consultation (for|at|requested)|consult(ation)? note|thank you for (referring|asking|the (kind )?referral|your (kind )?referral|this (kind )?referral))\b/i;
/** A return that is only planned tells nothing of this visit: "follow-up in two weeks", "return if worse". */
const planned =
  /\b(follow[- ]?up|f\/u|return(s|ing)?|re-?check|re-?evaluation)( visit| appointment| here| to (the )?(clinic|office)| with (me|us|\w+))? ?(in|if|prn|as needed|for (any|worsening)|sooner|when|after|next|on \d|\d|:)|\b(will|should|to|please|must|needs? to|schedule[d]?( a)?|call for|arrange|ensure|close|for) (follow[- ]?up|f\/u|return|recheck)\b|\b(no|lost to|missed) (follow[- ]?up|f\/u)\b/gi;
const longAgo =
  /\b(not (been )?seen (here )?(in|for) (over |more than |about )?(\d+|three|four|five|six|ten) years|last seen (here )?(over |more than |about )?(\d+|three|four|five|six|ten) years ago)\b/i;
const years: Readonly<Record<string, number>> = { three: 3, four: 4, five: 5, six: 6, ten: 10 };

const isLongAgo = (text: string): boolean => {
  const stated = longAgo.exec(text)?.[0] ?? '';
  const number = /\d+|three|four|five|six|ten/.exec(stated.toLowerCase())?.[0];
  return number !== undefined && (years[number] ?? Number(number)) >= 3;
};

const telling = new Set<Statement['section']>(['reason', 'history', 'other', 'assessment']);

/**
 * Whether the note itself tells a new or an established patient (three-year rule of the AMA); undefined when it
 * tells neither or both. The registration knows better where it is there. Titles are looked at where they are given.
 */
export const readPatientType = (
  statements: readonly Statement[],
  frame?: NoteFrame,
): PatientType | undefined => {
  const told = [...(frame?.titles ?? []), ...statements.filter(({ section }) => telling.has(section))].map(
    ({ text }) => text.slice(0, 1000).replace(planned, ' '),
  );
  if (told.some(isLongAgo)) return 'new';
  const isNew = told.some((text) => firstTime.test(text));
  const isKnown = told.some((text) => seenBefore.test(text));
  if (isNew === isKnown) return undefined;
  return isNew ? 'new' : 'established';
};
