import type { Statement } from '../note/read-statements.ts';

const subject = "(?:I|we|I['’]?(?:ve|ll)|we['’]?(?:ve|ll))";
const between =
  '(?: (?:have|had|will|would|also|then|now|just|both|again|therefore|agreed to|asked (?:him|her|them) to|want (?:him|her|them) to))*';

/** The clinician decides, in person, as an order, or by what the patient is to do from now on. */
const decides: readonly RegExp[] = [
  new RegExp(
    `\\b${subject}${between} (?:start\\w*|began|prescrib\\w+|order\\w*|recommend\\w*|advis\\w+|refer\\w*|increas\\w+|decreas\\w+|rais\\w+|lower\\w*|add\\w*|stop\\w*|continu\\w+|kee?pt?|refill\\w*|renew\\w*|schedul\\w+|arrang\\w+|counsel\\w*|suggest\\w*|reassur\\w+|switch\\w*|chang\\w+|taper\\w*|held|hold|offer\\w*|left|leave|wrote|gave|give|sent|send|put|appl\\w+|book\\w*)\\b`,
    'i',
  ),
  /\bfor which (I|we) wrote\b|\b(prescription|script|rx|sent to (the|her|his|their) pharmacy)\b/i,
  /\b(he|she|they|patient|pt|mother|father|mom|dad|parents)(['’]ll| will| is to| are to| agreed? to| may go| should| prefer\w*)\b/i,
  /^\W*(continue|cont|start|stop|increase|decrease|hold|restart|refill|refer|order|check|repeat|add|begin|change|switch|taper|d\/c|rx|avoid|use|take|apply|trial|same|prn|wean|try)\b/i,
  /\b(will|to) (continue|start|stop|increase|decrease|use|take|apply|try|be (started|given|treated|seen))\b|\bgo(es)? on with\b/i,
  /\b(was|were|is|are|has been|have been) (prescribed|ordered|started|recommended|advised|referred|arranged|scheduled|refilled|increased|decreased|stopped|continued|sent)\b/i,
  /\b\d+(\.\d+)? ?(mg|mcg|units?|g|%|percent)?\b[^.]{0,30}\b(daily|twice|bid|tid|qid|qhs|nightly|weekly|every \w+ hours|at (night|bedtime)|for \w+ (days|weeks|months))\b/i,
];

/** What was before this visit decides nothing now, and what the patient takes is no decision either. */
const before =
  /\b(ago|last (week|month|year|visit|time)|since|previous\w*|prior|used to|in the past|had been|before|years?|(takes|taking|is on|was on|has been on|currently))\b/i;

/** Sections in which the sentence of a told visit may stand that decides. */
const told = new Set(['other', 'history', 'reason', 'exam', 'procedure', 'results']);

/** Sentences outside of assessment and plan by which the clinician decides, for a visit that is told as a story. */
export const decidedElsewhere = (statements: readonly Statement[]): readonly Statement[] =>
  statements.filter(
    ({ section, text }) => told.has(section) && !before.test(text) && decides.some((one) => one.test(text)),
  );
