import { readSectionName } from '../headings/read-section-name.ts';
import type { SectionKind } from '../headings/section-names.ts';
import type { Statement } from '../read-statements.ts';
import { namesOnly, orders, verbs } from './names-only.ts';

/** What a sentence does in a visit that is told without headings. */
type Role = Extract<
  SectionKind,
  'reason' | 'history' | 'background' | 'exam' | 'results' | 'procedure' | 'assessment' | 'plan'
>;

const who = String.raw`(?:he|she|they|the patient|patient|pt|(?:mr|mrs|ms|miss|dr)\.? [\p{L}'’-]{1,40}(?: [\p{Lu}][\p{L}'’-]{1,40}){0,2}|[\p{Lu}][\p{L}’'-]{1,40})`;

/** The clinician judges: in so many words, by pointing at what was told, or by saying how a condition stands. */
const judges: readonly RegExp[] = [
  /\b(my|our|the|overall|working|final|clinical|main|primary|secondary)( (clinical|overall|working|final|present|current|second|other)){0,4} (impression|assessment|diagnos[ei]s|dx|opinion|feeling|sense|conclusion)( (today|here|now|at this point|at this time))? (is|are|remains?|was|would be|include[sd]?)\b/i,
  /^\W*(impression|assessment|assessed|diagnos[ei]s|dx|imp|ax|in (short|summary|sum|brief|conclusion|essence)|to (sum up|summari[sz]e|conclude)|summary|bottom line|taken together|all in all|overall)\b/i,
  /\b(I|we) (also |now |still |do |would |strongly |am |are )*(think|thought|believe|feel|felt|suspect|conclude|consider|agree|diagnos\w+|call|label|interpret|regard|take (this|it|that|these|(his|her|their|the) \p{L}+) (for|to be|as)|(see|find) no (reason|sign|evidence)|explained that|told (him|her|them|the \w+) that (he|she|they|this|it) ha(s|ve))\b/iu,
  /\b(so|therefore|thus|hence|which means( that)?|meaning( that)?) (he|she|this|it) (now )?(has|is)\b/i,
  /\b(this|these|it|which|that|findings?|picture|presentation|exam(ination)?|symptoms|story|history|pattern|(his|her|their) \p{L}+)( (and \p{L}+|all))? (is|are|was|remains?|represents?|looks? like|fits?( with)?|points? to|amounts? to|goes with|go with|(is|are|seems?|appears?)( most| clinically| entirely)? (consistent|compatible|in keeping|typical|characteristic)|(is|are) (most )?(likely|probably)|(is|are) due to|(is|are) (caused|explained) by|confirms?|meets? (the )?criteria)\b.{0,12}\b(a|an|the|with|of|for|due|from|remains|likely|probably|by|recurrent|chronic|acute|mild|moderate|severe|early|simple|classic|typical|uncomplicated)\b/iu,
  /\b(first|second|third|fourth|other|another|main|chief|next|additional|separate) (problem|issue|diagnosis|concern|condition)s? (is|are|was|today|remains?)\b/i,
  /\b(is|are|remains?|seems?|appears?|continues? to be|looks?) (now |well |very |quite |still |currently |reasonably |much |more |less |poorly |adequately |not |clinically |fairly )*(controlled|uncontrolled|stable|unstable|at goal|above goal|below goal|to goal|on target|treated|improv(ed|ing)|worse(ning)?|progressing|in remission|quiescent|compensated|decompensated|flaring|active|healing|resolving|symptomatic|asymptomatic|permanent|persistent|paroxysmal|longstanding|at (his|her|their) baseline|under (good |fair |poor )?control|doing well|well compensated)\b/i,
  /\bfrom (the|a|an) (point of view|standpoint|perspective)|\b(is|are) well from\b/i,
  /\b(the|his|her|their|that) (\p{L}+ ){1,6}(is|are|was|were) (most |quite |very )?(likely|probably|due to|caused by|explained by|consistent with|a (fair|good|likely|probable|sufficient) (explanation|cause|reason))\b/iu,
  /^\W*(so|thus|hence|therefore),? (?!(he|she|they|we|I|far|the patient|it|that|when|if)\b)\p{L}/iu,
  /\b(he|she|patient|who) (therefore |clearly |now |probably |likely )*(meets|fulfil\w*|satisfies) (the )?\p{L}* ?criteria\b/iu,
];

/** After the examination a paragraph that begins like this says what it came to: "Mr. Ames has advanced arthritis". */
const names =
  /^\W*(?:He|She|They|(?:The )?[Pp]atient|Pt|(?:Mr|Mrs|Ms|Miss|Dr)\.? [\p{L}'’-]+|\p{Lu}[\p{L}’'-]+) (now |clearly |still |also )?has (?!had\b|been\b|no\b|not\b|never\b|come\b)/u;

/** "This is seasonal rhinitis from tree pollen": behind the examination it points at all that was told. */
const pointsAt =
  /^\W*(this|these|it|all (of )?(this|it)) (clearly |now |still |again )?(is|are|represents?) (?!not\b|no\b|a good|done|time|the (first|second|last|next)|for\b|to be\b|due\b|her\b|his\b|their\b)/i;

/** "He has obstructive sleep apnea from enlarged tonsils": behind the examination the clinician says what the patient has. */
const namesIllness =
  /^\W*(He|She|They|(The )?[Pp]atient|Pt) (now |clearly |still |also |therefore |thus )?(has|have) (?!had\b|been\b|no\b|not\b|never\b|come\b|agreed\b|a (follow|return|visit|prescription|refill|good|normal|full)|(his|her|their|my|our) )/;

/** What a sentence of the conclusion is about: "As to the coronary disease, …", "For the hot flashes, venlafaxine". */
const takesUp =
  /^\W*(for|as (to|for|regards)|regarding|concerning|with (regard|respect) to|in regard to|in terms of|about|on the subject of|turning to) (the|his|her|their|this|these|that)?\b/i;

/** What is done about it, in the person of the clinician, as an order or as what the patient will do. */
const plans: readonly RegExp[] = [
  /\b(I|we|I'?ve|I'?ll|we'?ll)( (have|had|will|would|also|then|am|are|going|again|can|should|to|and|did|shall|now|just|both|plan|intend|agreed|decided))* (start\w*|began|prescrib\w+|order\w*|recommend\w*|advis\w+|refer\w*|increas\w+|decreas\w+|rais\w+|lower\w*|add\w*|stop\w*|continu\w+|keep|kept|refill\w*|renew\w*|schedul\w+|arrang\w+|counsel\w*|discuss\w*|talk\w*|plan\w*|told|ask\w*|put|gave|give|sent|send|suggest\w*|encourag\w+|reassur\w+|switch\w*|chang\w+|taper\w*|hold|held|repeat\w*|check|request\w*|offer\w*|leave|left|see (him|her|them|you)|have (him|her|them) (back|return|come)|speak|explain\w*|went (over|through)|review\w* (the )?(options|risks|plan)|wrote|write|made|book\w*|set)\b/i,
  new RegExp(
    `\\b${who} (will|'ll|is to|was (told|advised|asked|started|given|prescribed|counseled|counselled|referred|instructed|encouraged|reassured|put)|should|can|may|agrees?|agreed|prefers?|preferred|knows?|understands?|declin\\w+|would like)\\b`,
    'iu',
  ),
  ...orders,
  /\b(drops|ointment|cream|gel|patch(es)?|tablets?|capsules?|puffs?|spray|lotion|shampoo|syrup)\b[^.]{0,30}\b(every|once|twice|three times|four times|daily|nightly|at (night|bedtime)|hourly)\b/i,
  /\b(return|back|recheck|follow[- ]?up|come back|seen again|rtc)\b[^.]{0,20}\b(in|prn|as needed|\d+) ?(\d|a|one|two|three|four|six|week|month|day)?/i,
  /\b(was|were|is|are|has been|have been) (prescribed|ordered|started|recommended|advised|referred|arranged|scheduled|requested|refilled|increased|decreased|stopped|continued|sent)\b/i,
];

const examines =
  /\b(on (physical |general |today's )?exam(ination)?|exam(ination)?( today)?( shows?| reveals?|:| is| was)|physical exam|vitals?|bp|blood pressure|the pressure|pulse|temp(erature)?|afebrile|weight|bmi|auscultat\w+|palpat\w+|tender(ness)?|range of motion|rom|lungs?|heart (is|was|sounds|regular)|abdomen|abd|neck (is|was|supple|veins)|murmur|edema|erythematous|crepitus|effusion|reflexes|strength|sensation|gait|well[- ](developed|appearing|looking|groomed)|in no (acute )?distress|nad|alert|tearful|mood|affect|neat(ly)?|restless|cooperative|well groomed|eye contact|thought process|insight|looks? (well|tired|unwell|comfortable)|speaks? (in )?full sentences|visual acuity|va|slit lamp|cornea|fundus|tympanic|tms?|pharynx|throat|nares|conj(unctiva\w*)?|spo2|o2 sat|skin is|rash (is|over)|wound (is|measures)|moves? freely|(is|was|were) (unremarkable|normal|clear|intact|soft|regular|symmetric|sound))\b/i;
const results =
  /\b(labs?|laboratory|x-?rays?|radiographs?|films?|views?|mri|ct|ultrasound|echo\w*|ecg|ekg|electrocardiogram|a1c|hemoglobin|creatinine|tsh|ldl|cbc|bmp|urinalysis|urine dip|dipstick|culture|biops\w+|pathology|spirometry|dexa?|pft|colonoscopy|endoscopy)\b[^.]{0,60}(\b(shows?|showed|demonstrate[sd]?|reveal(s|ed)?|was|were|is|are|of|today|reviewed|normal|negative|positive|taken)\b|\d)/i;
const did =
  /\b(I|we)( (then|also|have|carefully))* (inject|excis|aspirat|remov|debrid|drain|biops|clos(ed|e)|sutur|froze|cauteri|cryo|burn|perform|did (a|an|the)|carried out|appl(ied|y)|pared?|irrigat|cut|shav|went on to)\w*|\bwas (injected|excised|aspirated|debrided|drained|biopsied|sutured|cleansed|prepped|numbed|an[ae]sthetized)\b|\bafter (informed |verbal |written )?consent\b/i;
const background =
  /\b(past (medical|surgical)|(medical|surgical|family|social) history|pmh|psh|fhx?|mother|father|brother|sister|uncle|aunt|cousin|grand(mother|father|parents)|allerg(y|ic|ies) to|nkda|(former|current|never) smoker|(he|she|they) (never )?(smokes?|drinks?|lives?|works?|takes?|uses?)|lives (with|alone)|medications (include|are)|on no medications|takes no)\b/i;
const came =
  /\b(here|came|comes|coming|presents?|presenting|returns?|seen|saw|asked me to see|referred|visits?)\b[^.]{0,60}\b(for|with|about|because|to (discuss|establish|have|get)|regarding|on account of|concerning)\b/i;

/** What only an examination begins with. */
const beginsExam =
  /^\W*(on (physical |general |today's |my )?exam|exam(ination)?\b|physical( exam)?\b|vitals?\b|bp\b|blood pressure|(he|she) (is|was|looks?|appears?) (a |an )?(well|alert|pleasant|comfortable|tired|thin|obese|pale|ill|not ill|unwell|anxious|in no|afebrile|unshaven|neatly))/i;
const firmest = 2;

const examinesFirmly = ({ text }: Statement): boolean =>
  (beginsExam.test(text) && examines.test(text)) ||
  (text.match(new RegExp(examines.source, 'gi'))?.length ?? 0) > firmest;

const isGreeting =
  /^\W*(dear|sincerely|yours|kind regards|best (wishes|regards)|with (best|kind)|warm|thank you|thanks|re:|cc:|see you|(it (is|was) (a|my) |I (have |had )+(the|a) )(great |real |distinct )?(pleasure|honou?r|privilege))\b/i;
const tellsNegative =
  /\b(denies|has (had )?no|had no|there (is|was|were|are) no|no (history|evidence|signs?) of)\b/i;

const is = (text: string, cues: readonly RegExp[]): boolean => cues.some((cue) => cue.test(text));

/** How far a telling has come: what stands before the examination is told by the patient, however it is put. */
type Course = {
  readonly before: Role;
  readonly examined: boolean;
  readonly untilExam: boolean;
  readonly isLate: boolean;
  /** Nobody tells of an examination: then each judgement is one. */
  readonly isTalk: boolean;
};

/** A story of the past judges nothing, whatever opens it: "In brief, he was in hospital with pancreatitis." */
const tellsPast = /\b(was|were|had)\b/i;

const saysOutright = (text: string): boolean =>
  !tellsPast.test(text) && (is(text, judges.slice(0, 2)) || (judges[3]?.test(text) ?? false));

const judgesHere = ({ text }: Statement, { examined, untilExam }: Course): boolean =>
  is(text, judges) &&
  (examined || !background.test(text)) &&
  !tellsNegative.test(text) &&
  (!untilExam || saysOutright(text));

/** By its own words, and what was told before: once the patient was examined, the clinician judges and plans. */
const roleOf = (statement: Statement, at: number, course: Course): Role => {
  const { text, leads } = statement;
  const { before, examined, untilExam, isLate, isTalk } = course;
  if (isGreeting.test(text)) return before === 'reason' ? 'history' : before;
  if (judgesHere(statement, course)) {
    return examined ||
      isTalk ||
      saysOutright(text) ||
      /\b((my|our|I|we|today)\b|diagnos|impression|assessment)/i.test(text)
      ? 'assessment'
      : 'history';
  }
  if (examined && leads && names.test(text) && !examines.test(text)) return 'assessment';
  if (examined && pointsAt.test(text)) return 'assessment';
  if (examined && namesIllness.test(text) && !examines.test(text) && !tellsNegative.test(text))
    return 'assessment';
  if (examined && takesUp.test(text)) return 'assessment';
  if (isLate && namesOnly(statement) && !did.test(text) && !examines.test(text) && !is(text, plans))
    return 'assessment';
  if (did.test(text)) return 'procedure';
  if (results.test(text) && !is(text, plans.slice(0, 3))) return 'results';
  if (examined && is(text, plans)) return 'plan';
  if (is(text, plans.slice(0, 1)) && /\btoday\b/i.test(text)) return 'plan';
  if (examines.test(text)) return 'exam';
  if (background.test(text)) return 'background';
  if (at < 4 && came.test(text)) return 'reason';
  if (untilExam) return 'history';
  if (before === 'assessment' || before === 'plan') return tellsNegative.test(text) ? 'history' : before;
  return before === 'exam' || before === 'results' ? before : 'history';
};

const hasStarted = (role: Role): boolean =>
  role === 'exam' || role === 'results' || role === 'procedure' || role === 'assessment';

type Told = { readonly statement: Statement; readonly role: Role };

/** "OPINION." and "EXAMINATION." in a text that runs on: what is dictated behind such a word stands below it. */
const spokenHeading = ({ text, words }: Statement): Role | undefined => {
  const kind =
    words.length <= longestSpoken ? readSectionName(text.replace(/[.;!]\s*$/, ''))?.kind : undefined;
  return kind === undefined || kind === 'review' || kind === 'time' || kind === 'other' ? undefined : kind;
};
const longestSpoken = 4;

/** Behind a judgement each sentence that orders nothing judges, too: "Her fibrillation is permanent." */
const withWhatFollows = (told: readonly Told[]): readonly Told[] => {
  const first = told.findIndex(({ role }) => role === 'assessment');
  return told.map((one, at) =>
    at > first && first >= 0 && one.role === 'plan' && !is(one.statement.text, plans)
      ? { ...one, role: 'assessment' }
      : one,
  );
};

/** In a text of whole sentences one without a verb is no shorthand: behind the half of it, it names what was found. */
const leastSentences = 0.7;

const isOfSentences = (statements: readonly Statement[]): boolean =>
  statements.length > 4 &&
  statements.filter(({ text }) => verbs.test(text) || did.test(text)).length >=
    leastSentences * statements.length;

const rolesOf = (statements: readonly Statement[]): readonly Told[] => {
  const isProse = isOfSentences(statements);
  const isTalk = !statements.some(({ text }) => examines.test(text));
  const exam = statements.findIndex(examinesFirmly);
  let before: Role = 'reason';
  let examined = false;
  const told = statements.map((statement, at) => {
    const spoken = spokenHeading(statement);
    const isLate = isProse && (examined || at * 2 > statements.length);
    const course = { before, examined: examined && at >= exam, untilExam: at < exam, isLate, isTalk };
    const role = spoken ?? roleOf(statement, at, course);
    examined ||= hasStarted(role);
    before = role;
    return { statement, role };
  });
  return withWhatFollows(told);
};

const isName = (one: Told | undefined): one is Told =>
  one !== undefined && namesOnly(one.statement) && !is(one.statement.text, plans);

/** A letter or a dictation may end with the names of what was found: "Healed ulcer; hammertoe, right second." */
const withLastName = (told: readonly Told[]): readonly Told[] => {
  if (!isName(told.at(-1))) return told;
  let first = told.length - 1;
  while (isName(told[first - 1]) && /;\s*$/.test(told[first - 1]?.statement.text ?? '')) first -= 1;
  return told.map((one, at) => (at >= first ? { ...one, role: 'assessment' } : one));
};

/** The names right before the first order are what it is for: "L clear. Bacterial conjunctivitis R. Polytrim qid." */
const withNames = (told: readonly Told[]): readonly Told[] => {
  if (told.some(({ role }) => role === 'assessment')) return told;
  if (isName(told.at(-1))) return withLastName(told);
  const ordered = ({ role, statement }: Told): boolean => role === 'plan' || is(statement.text, plans);
  const isBehindName = (at: number): boolean => {
    const before = told[at - 1]?.statement;
    return before !== undefined && namesOnly(before) && !is(before.text, plans);
  };
  const behind = told.findIndex((one, at) => ordered(one) && isBehindName(at));
  const first = behind < 0 ? told.findIndex(ordered) : behind;
  const named = new Set<number>();
  const [line] = [told[first]?.statement.item];
  for (let at = first - 1; at >= 0; at -= 1) {
    const one = told[at];
    if (!one || !namesOnly(one.statement)) break;
    if (named.size > 0 && one.statement.item !== line) break;
    named.add(at);
  }
  if (named.size === 0) return withLastName(told);
  return told.map((one, at) => {
    if (named.has(at)) return { ...one, role: 'assessment' };
    return at >= first && first >= 0 && named.size > 0 && is(one.statement.text, plans)
      ? { ...one, role: 'plan' }
      : one;
  });
};

/** Each judgement opens an item of its own, to which the plan behind it belongs. */
const itemised = (told: readonly Told[], from: number): readonly Statement[] => {
  let item = from;
  return told.map(({ statement, role }, at) => {
    const opens =
      role === 'assessment' || told[at - 1]?.role !== role || (statement.leads && role !== 'plan');
    const isNext = opens && !(role === 'plan' && told[at - 1]?.role === 'assessment');
    if (isNext) item += 1;
    return {
      ...statement,
      section: role,
      item,
      inferred: true as const,
      leads: role === 'assessment' || (isNext && statement.leads),
    };
  });
};

const isOpen = ({ section, aside }: Statement): boolean =>
  aside === undefined && (section === 'other' || section === 'history');

const isOfToday = ({ aside }: Statement): boolean => aside === undefined;

/** "PE today: tender. I think this is costochondritis. Naproxen 500 bid.": a label in prose heads its own sentence only. */
const isToldWithin = ({ text, section, aside, leads }: Statement): boolean =>
  aside === undefined &&
  !leads &&
  (section === 'exam' || section === 'results' || section === 'review') &&
  (is(text, judges.slice(0, 3)) || is(text, plans.slice(0, 5)));

const labelled: ReadonlySet<SectionKind> = new Set(['exam', 'results', 'review', 'background']);

/** A paragraph behind the one that a label opened: "Laboratory: normal." heads no more than its own. */
const laterParagraphs = (statements: readonly Statement[]): ReadonlySet<Statement> => {
  const later = new Set<Statement>();
  let [section, item]: [SectionKind, number] = ['other', -1];
  for (const one of statements) {
    if (one.section !== section) [section, item] = [one.section, one.item];
    if (labelled.has(section) && one.item !== item && isSentence.test(one.text)) later.add(one);
  }
  return later;
};
const isSentence = /^\W*\p{Lu}[\p{L}'’]*( [^ ]+){4,}\./u;

/**
 * Finds what a visit that has no heading for it assesses and plans, by what each sentence does: "My impression is …",
 * "Hypertension is controlled", "I raised sertraline". A note with an assessment of its own is left as it is.
 */
export const readProse = (statements: readonly Statement[]): readonly Statement[] => {
  if (statements.some(({ section, aside }) => section === 'assessment' && aside === undefined))
    return statements;
  const hasPlan = statements.some((one) => one.section === 'plan' && isOfToday(one));
  const later = hasPlan ? new Set() : laterParagraphs(statements);
  const paragraphs = new Set(statements.filter((one) => later.has(one)).map(({ item }) => item));
  const isRead = (one: Statement): boolean =>
    isOpen(one) || (!hasPlan && (isToldWithin(one) || paragraphs.has(one.item)));
  const open = statements.filter(isRead);
  const told = withNames(rolesOf(open));
  const kept = hasPlan
    ? told.map((one) => (one.role === 'assessment' ? one : { ...one, role: 'history' as const }))
    : told;
  const highest = statements.at(-1)?.item ?? 0;
  const read = new Map(itemised(kept, highest).map((one) => [one.start, one]));
  return statements.map((one) => (isRead(one) ? (read.get(one.start) ?? one) : one));
};
