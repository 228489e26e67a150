import type { ProcedureCode } from '../../../../codesets/code-set.ts';
import type { CalendarDate } from '../../../domain/calendar.ts';
import { matchesOf } from '../../words/matches-of.ts';
import { type Clause, clauseOf, type ServiceMention } from './clause.ts';
import { tellsOtherDay } from './date-of-words.ts';

const performed =
  /\b(performed|performing|underwent|done|obtained|administered|gave|given|inj(ect(ed)?)?|i ?& ?d|bx|banded|cauterized|interrogat\w+|pulled|snipped|infused|pushed|instilled|aspirated|completed|conducted|applied|dispensed|fitted|repaired|closed|removed|drained|debrided|pared|trimmed|acquired|inserted|placed|sutured|stapled|frozen|froze|treated|irrigated|flushed|lavaged|excised|destroyed|incised|lanced|evacuated|cauterized|curetted|shaved|snipped|biopsied|splinted|casted|wrapped|taped|strapped|taken|took|tolerated|collected|drawn|scored|nebulized|screened|avulsed|scoped|scraped|passed|divided|clipped|probed|dilated|instilled|interrogated|programmed|reprogrammed|replaced|exchanged|swabbed|unroofed|expressed|adjusted|manipulated|mobilized|extracted|(i|we|which i) did)\b|\bx\s?\d+\b(?![\d.]*\s*(cm|mm|d|days?|wks?|weeks?|mos?|months?|yrs?|years?|h|hrs?|hours?|more|per)\b)/i;
const here =
  /\b(in[- ]?(office|house|clinic)|in (the|our|my|this) (office|clinic|exam room|procedure room)|office[- ]based|(at|in) (the )?bedside|point[- ]of[- ]care|poc|poct|here|ours|(office|clinic|in-house) (spirometry|ecg|ekg|x-?rays?|films|radiographs?|ultrasound|labs?|ua|urinalysis|testing|test|audiogram|tympanometry|echo\w*|dipstick)|images? (were )?(saved|stored|archived)|w\/ images|by me)\b/i;
const today =
  /\b(today('?s)?|tod\.|this (visit|morning|afternoon|encounter|session)|at this visit|on today's visit|same[- ]day|during (the|this|today's) (visit|encounter|session))\b/i;
/** "Here for a flu shot", "presents today for": why the patient came says nothing of what was done. */
const cameFor =
  /\b(here|presents?|presenting|comes?( in)?|came( in)?|returns?|seen|scheduled|in)( \w+)?( today)? (for|to|with|requesting|wanting)\b[^,;]*/gi;

const elsewhere =
  /\b(outside|elsewhere|urgent care|emergency (room|department|dept)?|hospital(ized|ization)?|osh|last (visit|time|week|month|year|appointment|\w+day|spring|summer|fall|winter)|previous(ly)?|prior(?! to)|earlier this (week|month|year)|(hours?|days?|weeks?|wks?|months?|mos?|years?|yrs?) (ago|prior|before|earlier)|\d+ ?(d|w|wk|mo|y|yr)s? ago|yesterday|(his|her|their) (pcp|primary|own|orthop\w+|cardiolog\w+|oncolog\w+|dentist)|primary care|referring|(at|from) (the |a |his |her |their )?(\w+ )?(pharmacy|cvs|walgreens|walmart|school|work|dentist|health department|lab|imaging center)|(at|from) home|home (covid|pregnancy|test|bp|glucose|health|sleep)|by (home health|(an?|the|his|her|their)? ?(outside|other|another|pcp|ortho\w*|cardiolog\w+|surgeon|specialist|pharmacist|school|ems))|another (provider|doctor|physician|group|clinic|office|facility)|recent(ly)?|history of|h\/o|hx of|(?<!\w)s\/p|status[- ]post|old records|copied|mailed|brought in|up[- ]to[- ]date|utd|already (had|got|received|has)|has had|had (a|an|her|his|their|the)? ?(\w+ )?(shot|injection|vaccine)s? (in|at|last)|(good|some|partial|no|little|temporary|excellent|complete|great|significant|lasting) (relief|benefit|response) (for|from|after|with|until|x)|relief (for|lasting|lasted)|wore off|(helped|lasted) (for|a|about|\d))\b/i;
/** Short names of other places, told from words by their capitals: "seen in the ED". */
const elsewhereShort = /\b(ED|ER|OSH|UC|SNF)\b/;

const intentionWords =
  "will|would|going to|plan(?:s|ned|ning)?(?![:\\w])|schedul\\w+|pending|send|sent (?:out|to)|next (?!to)|defer\\w*|await\\w*|recommend\\w*|advis\\w+|suggest\\w*|consider\\w*|after (?:prior )?authorization|prior auth\\w*|should|needs?|need(?:s|ed)? to|wants?|want(?:s|ed)? to|likes? to|let's|offer\\w*|discuss\\w*|options? (?:include|are|of)|proceed with|due for|candidate for|interested in|hold off|refer\\w*|order\\w*|request\\w*|arrang\\w+|rx|prescri\\w+|return for|rtc for|f/u for|follow[- ]?up for|if|unless|obtain|get|start|begin|continue|repeat in|may|might|could|can|agree\\w* to|opts? for|elects?|prefers?|wishes|coordinat\\w+|encourag\\w+|eligible for|awaits?|instruct\\w*|return to clinic for|authoriz\\w+ for";
const intended = new RegExp(`\\b(?:${intentionWords})\\b`, 'gi');
const intendedAfter =
  /^[^;]{0,60}?\b(schedul\w+|recommend\w*|ordered|requested|offered|discussed|planned|pending|deferred|next (visit|appointment|week|month|time|year)|tomorrow|(at|after) (the )?(pre|post)[- ]?op\w*|in (\d+|a|one|two|three|four|six|a few|several)(-\d+| to \d+)? ?(days?|d|weeks?|wks?|w|months?|mos?|mo)\b|if (no|not|symptoms?|pain|needed|fails?|worse\w*|persist\w*|desired)|considered|advised|overdue|is due|are due|at (the )?pharmacy|to be (done|scheduled|performed|given)|sent out|prior auth\w*|at (her|his|their) convenience|later|when (he|she|they|it)|eligible|needed|warranted|indicated|for home|prn|as needed)\b/i;

const refusedBefore =
  /\b(no(?! (complication|issue|problem|difficult|bleed|reaction|adverse|evidence)\w*)|not|never|without|denie[sd]|declin\w+|refus\w+|defer\w+|held|holding|hold|cancel\w*|instead of|rather than|in lieu of|avoid\w*|didn't|unable to|could not|cannot|contraindicated|omitted|skipped|nor|against)\b((?!\b(but|after|following|then|so|because|until)\b)[^;]){0,45}$/i;
const refusedAfter =
  /^\W*(?:(?!performed|done|given|completed)[\w/]+\W+){0,5}?(not (yet )?(been )?(done|performed|given|needed|indicated|obtained|available|required|necessary|today|received|warranted|medically)|declin\w+|refus\w+|deferred|held\b|cancel+ed|aborted|withheld|unavailable|contraindicated|deferred|unsuccessful)\b/i;

/** What stands in brackets tells of other days: "8.6 % (7.4 % six months ago)". */
const withoutAsides = (text: string): string =>
  text.replace(/\([^()]*\)/g, (aside) => (here.test(aside) || today.test(aside) ? aside : ' '));

const withoutPurpose = (text: string): string => text.replace(cameFor, ' ');

const isElsewhere = (text: string): boolean => elsewhere.test(text) || elsewhereShort.test(text);

/** An intention before the mention holds until something was done: "recommended and performed". */
const wasIntendedBefore = ({ before, own, ownBefore, said, ownAfter }: Clause): boolean => {
  const isToldDone = performed.test(said + ownAfter) || performed.test(ownBefore);
  const scope = isToldDone ? ownBefore : before;
  const cue = matchesOf(scope, intended).at(-1);
  const planned = /\bplanned\b\s*$/.test(ownBefore.trimEnd()) || /\bplanned {3,}/.test(own);
  if (planned) return true;
  return (
    cue !== undefined &&
    !performed.test(scope.slice(cue.index + cue[0].length)) &&
    !(isToldDone && /,/.test(scope.slice(cue.index)))
  );
};

const wasIntendedAfter = ({ after, ownAfter, said }: Clause): boolean => {
  const found = intendedAfter.exec(ownAfter);
  if (!found) return false;
  const told = said + ownAfter.slice(0, found[0].length);
  return !performed.test(told) && !performed.test(ownAfter.slice(found[0].length)) && after !== '';
};

/** "Counseled 4 minutes, declines NRT": what is declined is the aid and not the talk. */
const ofAid =
  /,\s*(but )?declin\w+ (nrt|patch\w*|gum|lozenges?|meds?|medications?|varenicline|chantix|bupropion|pharmacotherapy|treatment|rx|referral)\b/i;

const isRefused = ({ ownBefore, ownAfter, after }: Clause): boolean =>
  refusedBefore.test(ownBefore) ||
  refusedAfter.test(after.slice(0, 70).replace(ofAid, ' ')) ||
  /^\W{0,2}no\W*$/i.test(ownAfter);

/** "Screening MRI of the breast": what a list denies, it denies to its end unless something was done. */
const isInDeniedList = ({ before, own }: Clause): boolean =>
  /\b(no(?! (complic|issue|problem|diffic|bleed))|without(?! (difficult|complic|incident|issue|problem|event|bleeding))|den(y|ies|ied)|declin\w+|refus\w+|defer\w+)\b[^.;:]{0,60},[^.;:]{0,60}$/i.test(
    before,
  ) &&
  !performed.test(own) &&
  !/\b(but|then|given|done|performed)\b[^,]*$/i.test(before);

const namesOtherDay = ({ own, after, before }: Clause, dateOfService: CalendarDate): boolean =>
  tellsOtherDay(withoutAsides(own), dateOfService) ||
  (/^\W{0,3}\d{1,2}\/\d{1,2}(\/\d{2,4})?\b/.test(after) &&
    tellsOtherDay(`on ${after.slice(0, 14).trim().replace(/^\W+/, '')}`, dateOfService)) ||
  tellsOtherDay(
    before.replace(/^.*\b(labs?|results?|studies)\b\W*(?=\d{1,2}\/)/i, 'on ').slice(0, 16),
    dateOfService,
  );

/** What was refused or only intended, wherever the sentence places the rest. */
export const isUndone = (mention: ServiceMention): boolean => {
  const clause = clauseOf(mention);
  return isRefused(clause) || isInDeniedList(clause) || wasIntendedBefore(clause) || wasIntendedAfter(clause);
};

/** What the note itself places on another day, at another place, in the future or in nobody's hands. */
export const isRuledOut = (mention: ServiceMention, dateOfService: CalendarDate): boolean => {
  const clause = clauseOf(mention);
  return (
    isRefused(clause) ||
    isInDeniedList(clause) ||
    wasIntendedBefore(clause) ||
    wasIntendedAfter(clause) ||
    isElsewhere(withoutAsides(clause.own)) ||
    namesOtherDay(clause, dateOfService)
  );
};

const takenToday =
  /\b(perform(ed)?|done|did|got|obtained|completed|acquired|taken|took|made|repeated|ran|run)\b[^.]{0,30}\b(today|this visit|this morning|this afternoon)\b|\b(today|this visit|this morning)('s)?,?\b[^.]{0,40}\b(perform(ed)?|obtained|completed|acquired|taken|shows?|showed|showing|demonstrates?|reveals?|normal|negative)\b|\btoday's\b/i;

/** Films that were looked at in the office need not have been taken there. */
const isOnlyReviewed = (text: string): boolean => /\breview(ed|ing)?\b/i.test(text) && !performed.test(text);

const mine =
  /\b(read|interpreted|interpretation) (by|per) (me|myself)|\bmy (own )?(read|interpretation|reading)|\bi (have )?(personally )?(read|interpret\w*)\b/i;

/** Studies are often read again later, so only a place or a day says that they were done at this visit. */
const studyWasDone = ({ statement }: ServiceMention): boolean => {
  const text = withoutPurpose(withoutAsides(statement.text));
  if (isElsewhere(text) || isOnlyReviewed(text)) return false;
  return here.test(text) || takenToday.test(text);
};

/** A list that ends in "ordered" or "sent", and one that begins with what was only drawn, has no results. */
const isOnlyOrdered = ({ before, after }: Clause): boolean =>
  /^(?:\s{0,3},\s{0,3}[\w/. -]{1,28}){0,9},?\s{0,3}(?:(?:and|&)\s{1,3}[\w/. -]{1,28})?\s{0,3}\b(ordered|pending|sent|requested|declined|deferred|recommended|due|drawn|collected)\b/i.test(
    after,
  ) || /\b(drawn|collected|sent|ordered|obtained for|orders?:|labs?:)\b[^;]{0,120}$/i.test(before);

const ownResult =
  /^[^,;]{0,48}?(\d|\b(positive|negative|pos|neg|normal|abnormal|nl|wnl|trace|detected|reactive|nonreactive|elevated|high|low|clean|unremarkable)\b|\+)/i;
const resultBefore = /\b(positive|negative|pos|neg|normal|elevated)\b\W{0,3}$|\+\W?$/i;

const hasOwnResult = ({ before, after }: Clause): boolean =>
  ownResult.test(after) || resultBefore.test(before);

/** A result of the same day comes from the office's own laboratory. */
const hasResultToday = ({ statement }: ServiceMention, clause: Clause): boolean => {
  const text = withoutAsides(statement.text);
  return (
    (today.test(text) || here.test(text)) &&
    hasOwnResult(clause) &&
    !isOnlyOrdered(clause) &&
    !isElsewhere(text)
  );
};

/** Measurements of the office that the results call done; imaging is too often brought along for that. */
const wasMeasured = ({ statement: { section, text } }: ServiceMention): boolean =>
  (section === 'results' || section === 'procedure' || section === 'exam') &&
  (/\b(done|performed|completed|administered|scored)\b/i.test(text) || section === 'procedure') &&
  !isElsewhere(withoutAsides(text));

/** A measurement of today is the office's own; in a plan the day may be that of an order. */
const isOfToday = ({ statement: { text, section } }: ServiceMention): boolean =>
  today.test(withoutPurpose(text)) &&
  section !== 'plan' &&
  !isOnlyReviewed(text) &&
  !isElsewhere(withoutAsides(text));

const supplied =
  /\b(dispensed|fitted|fit|applied|provided|given|placed|issued|supplied|put (him|her|them|back|in|into))\b/i;

/** Staff of the office, the arm and the lot are named by who gave the shot. */
const byStaff =
  /\bby (me|myself|ma|rn|lpn|np|nurse|nursing|medical assistant|staff|our (nurse|ma|staff))\b|\blot\b|\b(deltoid|glut(eal|eus|e)|vastus|ventrogluteal)\b/i;

/** What only who does a thing writes of it: instruments, anesthetics, the dressing of a wound. */
const technical =
  /\b(curette|scalpel|(#\s?)?1[015] blade|forceps|scissors|dermablade|lidocaine|xylocaine|marcaine|prepped|sterile|\d+ ?-?(g|ga|gauge)\b( \w+)? needle|hemostasis|time[- ]?out|consent(ed)?( was)? (obtained|signed)|after (informed |verbal |written )?consent|betadine|chlorhexidine|alcohol prep|aluminum chloride|drysol|cautery|nylon|prolene|vicryl|specimen|freeze[- ]thaw|ebl|complications?|im|sq|subq|iv|sq\.? ?cm|cm2)\b/i;

/** Sections that tell of what led to the visit: there only a word of today or of this place counts. */
const ofBefore: readonly string[] = ['history', 'reason', 'background', 'review'];

const procedureWasDone = ({ statement }: ServiceMention, { own, said, ownAfter }: Clause): boolean => {
  const text = withoutPurpose(clauseOf({ statement, start: statement.start, end: statement.start }).after);
  const isOfVisit = today.test(text) || here.test(withoutPurpose(own)) || byStaff.test(text);
  if (ofBefore.includes(statement.section)) return isOfVisit && performed.test(text);
  if (/\breceived\b/i.test(text) && isOfVisit) return true;
  if (performed.test(text) || technical.test(text)) return true;
  return statement.section === 'procedure' || isOfVisit || performed.test(said + ownAfter);
};

/**
 * Only what was done here and today is billed; an order, a referral or another place's work is not. A procedure
 * is believed when the note describes it as performed, a study only when it names this visit or the office.
 */
export const wasDone = (
  mention: ServiceMention,
  kind: ProcedureCode['kind'],
  dateOfService: CalendarDate,
): boolean => {
  if (isRuledOut(mention, dateOfService)) return false;
  const clause = clauseOf(mention);
  if (kind === 'imaging') return studyWasDone(mention);
  if ((kind === 'laboratory' || kind === 'monitoring') && hasResultToday(mention, clause)) return true;
  if (kind === 'laboratory' && isOnlyOrdered(clause)) return false;
  if (kind === 'monitoring' && isOfToday(mention)) return true;
  if (kind === 'monitoring' || kind === 'laboratory') {
    return (
      studyWasDone(mention) ||
      wasMeasured(mention) ||
      (kind === 'monitoring' && mine.test(mention.statement.text))
    );
  }
  if (kind === 'supply') return supplied.test(clause.own) && !ofBefore.includes(mention.statement.section);
  return procedureWasDone(mention, clause);
};
