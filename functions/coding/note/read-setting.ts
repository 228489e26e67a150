import type { Statement } from './read-statements.ts';

/** What an office note is made of. */
const visitSections = new Set(['reason', 'assessment', 'plan']);

const months = '(day|week|wk|month|mo|year|yr)s?';
const count = '(\\d{1,2}([-–]\\d{1,2})?|a|one|two|three|four|six|eight|ten|twelve|few|couple of)';

/** What a clinician writes about a visit and nobody in a published case; each kind of words counts once. */
const ofVisit: readonly RegExp[] = [
  // The clinician in person.
  /\b(I|I'll|I've) (also |not |then |have |had |would |will |did |do |am |again |briefly |personally )*(saw|see|seen|think|thought|consider\w*|believe|feel|felt|told|tell|inject|injected|prescrib\w+|rais\w+|add\w*|review\w*|spent|recommend\w*|explain\w*|discuss\w*|advis\w+|counsel\w*|refer\w*|start\w*|stopp?\w*|continu\w+|order\w*|ask\w*|suggest\w*|examined|reassured|plan|put|gave|send|sent|encourag\w+|increas\w+|decreas\w+|refill\w*|went|did|excised|removed|treated|talk\w*|went|wrote|leave)\b/,
  // When the patient comes back.
  new RegExp(
    `\\b(rtc|rtn|f/u|follow[- ]?up|recheck|return(ing|s)?|come back|back|see (her|him|them|you|me|us|the patient)( again| back)?|seen again|next visit|review(ed)?)\\b[^.;]{0,30}\\b(in|within|after)? ?(about |another )?${count} ?${months}\\b`,
    'i',
  ),
  /\b(rtc|return (precautions|prn|as needed)|follow[- ]?up (prn|as needed)|call (if|with|us|me|or)|(ed|er|return|come back|recheck|seen?|be seen) (in person )?if|sooner (if|w\/)|(he|she|they)('ll| will) (return|call|come|follow|continue|let))\b/i,
  // The visit itself.
  /\b(here (today|for|with|w\/|to)|(came|comes|coming) in\b|(presents|seen|returns|comes) today|(video|telehealth|telemedicine|office|clinic|home|sick|walk-?in|urgent|follow-?up|wellness|medication) visit|house call|today('s)? (visit|the)|(comes|came|returns|is seen|was seen|seen|sees me|presents) (today )?(for|about|because of|on the advice of|on account of|with) (an? |the |(his|her|their) )?([\w-]+ )?([\w-]+ )?(check(-?up)?|follow[- ]?up|re-?check|visit|consultation|opinion|evaluation|advice of)\b|this visit|established patient|new patient|est(ab)? pt|new pt|returns (for|with|to)|in (our|my|the) office)\b/i,
  // What is given from now on, with its dose, and the next time.
  /\bagain in \w+ (days|weeks|months)|\bin \w+ (days|weeks|months) again\b|\b(started|increased|decreased|raised|lowered|changed|continue[sd]?|continuing) (on |to |with )?[a-z]+(mab|pril|sartan|olol|statin|ine|ide|ole|cin|xaban|zole|one|ate|in)\b/i,
  // What is still to come, and what the visit is billed as.
  /\b(will (have|undergo|return|start|see|be seen)|is to (have|return|see)|(pre|post)-?op\w* (visit|check|exam\w*|history)|history and physical, pre|\bglobal (period|package)|no charge|cpt|g0\d{3}|9\d{4})\b/i,
  // The clinician's own reading.
  /\b(read|done|performed|interpreted|reviewed|removed|placed) by (me|myself|us)\b/i,
  // A letter.
  /^\W{0,20}dear \p{L}|thank you (again |very much |so much )?(for|kindly)|\b(sincerely|kind regards|best wishes|best regards|yours|warm regards)\s*,|your (kind )?(referral|patient|letter)\b/imu,
  // Orders in short.
  /\b(cont(inue)?|start|stop|incr(ease)?|decr(ease)?|refill|hold|taper|d\/c|rx|restart|begin|add) [a-z]{4,}/i,
  /\b(prescription|sent to (the|her|his|their) pharmacy|dispensed|samples? given)\b/i,
  /\b(bid|tid|qid|qhs|qam|qpm|q\d+h|prn|po|otc)\b|\bx ?\d+ ?(d|days|wk|weeks)\b/i,
  /\b\d{1,3} ?(yo|y\/o|y\.o\.)\b|\b\d{2}[MF]\b|\b(w\/|c\/o|s\/p|h\/o|pt|hx|r\/o)(?=\s|$)/i,
];

/** What tells a case to readers who will not see the patient. */
const ofReport: readonly RegExp[] = [
  /\b(we|authors) (report|present|describe|studied|observed|performed|decided|considered|found)\b|\bcase (report|presentation|of an?)\b|\bclinical case\b|\bour (patient|case|service|department|hospital|consultation|center|unit)\b/i,
  /\bwas (admitted|discharged|hospitali[sz]ed|transferred|operated|performed|carried out|decided)\b|\bunderwent\b|\bwere (performed|observed|carried out|requested)\b/i,
  /\b(emergency (department|room|service)|intensive care|postoperative (course|period)|during (his|her|the) (admission|hospital|stay)|histopatholog\w+|immunohistochem\w+|months? later|days? later|anatomopathological)\b/i,
];

/** What a visit may have as well, but a case never lacks: how it opens, and that it is told of somebody. */
const asCase: readonly RegExp[] = [
  /^\W*(an?|this( is an?)?|the (case|patient)( is| was)?( of)?( an?)?)? ?((fe)?male |patient,? |woman |man |boy |girl |newborn )*(of )?\d{1,3}([- ]year|[- ]month|[- ]week|[- ]day| years| months)/i,
  /\b(consulted (for|due|because|with|in|at|the|our|his|her)|presented (to|with|at)|was (referred|diagnosed|studied|evaluated|treated|started|found|seen)|(he|she|patient) was)\b/i,
];

/** Cues of a visit by which a text without any of its headings is one, and what each cue of a report outweighs. */
const leastCues = 2;
const weightOfReport = 2;
/** Cases are told by "we" or by nobody, so the first cue, a clinician who says "I", is enough alone. */
const weightOfFirst = 2;
/** Nobody publishes a case of so few letters: one cue is enough there. */
const shortText = 1000;
/** A word or two tell of nothing. */
const leastWords = 8;

const countOf = (text: string, cues: readonly RegExp[]): number =>
  cues.filter((cue) => cue.test(text)).length;

/** Letters from which on a text is weighed: a beginning this long tells what it is. */
const readLetters = 12_000;

/**
 * Whether a text tells of a visit to an office or of a case. Headings of a visit decide; a text without them is a visit
 * where the clinician speaks of what is done and when the patient returns, and a report where it is told as a case. What
 * is told of a registered patient of the practice is a visit unless more tells of a report.
 */
export const settingOf = (
  statements: readonly Statement[],
  { isRegistered = false }: { isRegistered?: boolean } = {},
): 'visit' | 'report' => {
  if (statements.some(({ section }) => visitSections.has(section))) return 'visit';
  let text = '';
  for (const statement of statements) {
    text += `${statement.text}\n`;
    if (text.length > readLetters) break;
  }
  const [inPerson, ...others] = ofVisit;
  const told = (inPerson?.test(text) ? weightOfFirst : 0) + countOf(text, others);
  const cuesOfReport = countOf(text, ofReport);
  const isCase = cuesOfReport + countOf(text, asCase) > 0;
  if (!isCase && text.split(/\s+/).length > leastWords) return 'visit';
  const cues = told - (isRegistered ? 1 : weightOfReport) * cuesOfReport;
  const least = text.length < shortText ? 1 : leastCues;
  return cues >= (isRegistered ? 0 : least) ? 'visit' : 'report';
};
