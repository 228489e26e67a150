import type { VisitFamily } from '../../../../codesets/clinical-terms/visits.ts';
import { findInLines, type NoteFrame } from '../../note/read-frame.ts';
import type { Visit } from '../../note/visit.ts';

/** The family of codes that place and note allow, or the question for the coder where none can be told. */
export type Place =
  | { readonly family: VisitFamily | 'office'; readonly question?: string }
  | { readonly family: undefined; readonly question: string };

/** Offices, clinics and telehealth (POS 02, 10): where 99202 to 99215 are reported. */
const officePlaces = new Set(['02', '10', '11', '15', '17', '18', '19', '20', '22', '49', '50', '71', '72']);
const placesOf: Readonly<Record<string, VisitFamily>> = {
  '12': 'home',
  '13': 'home',
  '14': 'home',
  '21': 'hospital',
  '31': 'nursing-facility',
  '32': 'nursing-facility',
  '33': 'home',
  '55': 'home',
};

const named: readonly (readonly [VisitFamily, RegExp])[] = [
  [
    'nursing-facility',
    /\b(nursing (home|facility)|skilled nursing|snf|nh|nf|long[- ]term care|ltc)( facility)?[ ,:-]*(visit|note|rounds?|progress|follow|admission|h ?& ?p|monthly|regulatory|acute|initial|subsequent|60[- ]day|30[- ]day)\b|\b(seen|visited|rounded on) (at|in) (the |his |her )?(nursing (home|facility)|snf|skilled nursing)|\b(resident|patient) of (the )?[\w ]{0,30}(nursing (home|facility|center)|skilled nursing|care center|manor|health (and|&) rehab\w*)\b|\b(in|at) the (nursing (home|facility)|snf|facility)\b|\bresident (is|was|with|seen|has|remains|reports?|denies|resting)\b|\bfacility rounds\b|\b(rounded|rounds|seen|visit(ed)?)\b[^.;]{0,12}\b(at|on)\b[^.;]{0,30}\b(snf|nursing (home|facility|center)|manor|care center|health (and|&) rehab\w*)\b|\brehab(ilitation)? (center|unit|facility)[ ,:-]*(progress|note|visit|rounds?|daily)\b/i,
  ],
  [
    'home',
    /\b(home|house)[- ]?(visit|call)s?\b|\bvisit(ed)?\b[^;]{0,40}\bat (his |her |their |the patient['’]s )?home\b|\bhomebound\b|\b(can ?not|can no longer|has not|hasn['’]t|unable to) (leave|left) (his|her|their|the) (house|home|bed|apartment)\b|^\W*(memory care|assisted living|alf)\b|\bhome[- ]based (primary|medical) care\b|\b(assisted living|domiciliary|group home|rest home)( facility)?[ ,:-]*(visit|note|rounds?)\b|\b(seen|visited|examined) (at|in) (his|her|their|the) (own )?(home|residence|apartment|house|assisted living)\b/i,
  ],
  [
    'hospital',
    /\b(inpatient|hospital(ist)?|observation)( unit| status)? (progress|daily|rounding|follow[- ]?up|admission|initial|consult\w*) (note|visit|h ?& ?p)?\b|\bhospital day ?#?\d|\b(placed|admitted) (in|to|under) observation\b/i,
  ],
];
const emergency =
  /\b(emergency (department|room)|ed|er) (provider |physician )?(note|visit note|course|record)\b|^\W*emergency (department|room)\b\W*($|[.:])/i;
const document =
  /\b(discharge summary|operative (report|note)|op note|admission (history|h ?& ?p)|hospital course|inpatient (progress|consult)\w*|emergency department (note|visit note)|anesthesia record)\b/i;
const isRemote = /\b(tele\w+|video|virtual|audio)\b/i;
const isPast = /\b(after|recent\w*|discharged|from|follow[- ]?up|post|since|refer\w*)\b/i;

const familyTold = ({ titles, opening }: NoteFrame): VisitFamily | undefined => {
  const lines = [...titles, ...opening.slice(0, 3)];
  return named.find(([, pattern]) =>
    lines.some(({ text }) => {
      const found = pattern.exec(text);
      return found !== null && !isRemote.test(text) && !isPast.test(text.slice(0, found.index));
    }),
  )?.[0];
};

const stay = 'This looks like a document of a hospital stay, which is no office visit.';

/**
 * Where the visit took place, by the registration and else by the note. An emergency department, and a place at which
 * the practice reports no visit by level, are left to a coder; so is a note that contradicts the registration.
 */
export const readPlace = (frame: NoteFrame, { placeOfService: place }: Visit): Place => {
  const told = familyTold(frame);
  if (place !== undefined && !officePlaces.has(place)) {
    const family = placesOf[place];
    return family
      ? { family }
      : { family: undefined, question: `Visits at place of service ${place} need a coder.` };
  }
  if (findInLines([...frame.titles, ...frame.opening.slice(0, 3)], document)) {
    return { family: undefined, question: stay };
  }
  if (findInLines(frame.titles, emergency)) {
    return {
      family: undefined,
      question: 'This looks like a note of an emergency department: is it the practice’s?',
    };
  }
  if (told === undefined) return { family: 'office' };
  if (place === undefined || (place === '22' && told === 'hospital')) return { family: told };
  return {
    family: undefined,
    question: `The note tells of a visit elsewhere (${told.replace('-', ' ')}), the registration of place ${place}: which is right?`,
  };
};
