import type { EvidenceSpan } from '../../domain/coding.ts';
import { wholeOf } from '../note/find-phrases.ts';
import type { Statement } from '../note/read-statements.ts';
import { duration, minutesOf, readMinutes } from './read-minutes.ts';

/** Total minutes of the practitioner on the date of the encounter, with the sentence that states them. */
export type TotalTime = { readonly minutes: number; readonly evidence: EvidenceSpan };

const length = `(?<![\\d.])(?<length>${duration})`;
const about = '(?:approximately |about |over |at least |more than |around |roughly |~ ?|> ?)?';
const visitNoun = '(?:visit|encounter|appointment|appt|consultation|consult|session|office visit)';

/** What states the total time by itself, whatever else the sentence says. */
const totals = [
  new RegExp(`\\btotal\\b[^.]{0,30}?\\b(?:time|duration|minutes)\\b[^.=]{0,240}?${length}`, 'i'),
  new RegExp(`\\btotal(?: of)?[: ]+${about}${length}`, 'i'),
  new RegExp(
    `${length}[^.]{0,60}\\b(?:total(?: time)?|in total|on the (?:date|day) of (?:the |this )?(?:encounter|service|visit)|on the same day)\\b`,
    'i',
  ),
  // The wording of before 2021: more than half of the visit was counseling; the length of the visit is stated.
  new RegExp(`(?:>|more than|greater than|over)\\s*(?:50 ?%|half)[^.]{0,40}?${length}[- ]${visitNoun}`, 'i'),
  new RegExp(`${length}[^.]{0,50}(?:>|more than|greater than|over)\\s*(?:50 ?%|half)`, 'i'),
];

const sum = new RegExp(`=\\s*${length}`, 'i');

/** What states time that was spent, which is total time unless it was spent on something else. */
const spent = [
  new RegExp(`\\bspent\\s+(?:a total of )?${about}${length}`, 'i'),
  new RegExp(`${length}(?: (?:were|was))? (?:spent|of time)\\b`, 'i'),
  new RegExp(`\\btime (?:spent|today)[^.\\d]{0,50}${length}`, 'i'),
  new RegExp(
    `\\b(?:visit|encounter|provider|physician|face[- ]to[- ]face) (?:time|length|duration)[^.\\d]{0,20}${length}`,
    'i',
  ),
];

/** Time that is no total time: of counseling, of a procedure or a service that is reported by itself, of others. */
const ofSomethingElse =
  /\b(smoking|tobacco|cessation|quit\w*|stopping|procedure|injection|infusion|advance care|acp|goals of care|psychotherapy|therapy|counsel\w*|staff|nurse|nursing|ma|medical assistant|care manager|physical therapy|exercis\w+|walk\w*|ice|icing|reading|screening|yesterday|ccm|care management|alcohol|depression|behavioral|obesity)\b/i;
/** What is said not to be counted is no reason against the rest. */
const excluded =
  /\b(exclud\w+|exclusive of|not includ\w+|does not include|separate from|apart from|in addition to|other than|independent of)\b[^.]*/gi;
const otherDay = /\b(last|previous|prior|next|yesterday|tomorrow)\b/i;

/** Minutes within the total that are reported by a code of their own. */
const reportedApart = new RegExp(
  `\\b(?:includ\\w+|of which|of that)\\b[^.]{0,40}?${length}[^.]{0,40}\\b(?:smoking|tobacco|cessation|advance care|acp|psychotherapy|procedure|injection|ecg|ekg|interpretation)\\b`,
  'i',
);

const component =
  /\b(chart|record|prep\w*|review\w*|face[- ]to[- ]face|with (the )?patient|exam\w*|history|document\w*|notes?|order\w*|coordinat\w*|calls?)\b/i;
const eachLength = new RegExp(`(?<![\\d.])${duration}`, 'gi');

const lengthIn = (text: string, patterns: readonly RegExp[]): number | undefined => {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.groups?.length;
    if (found !== undefined) return minutesOf(found);
  }
  return undefined;
};

/** "10 min chart review, 25 min face to face, 8 min documentation": parts of one total. */
const sumOfParts = (text: string): number | undefined => {
  const parts = text.match(eachLength) ?? [];
  return parts.length > 1 && component.test(text)
    ? parts.reduce((all, part) => all + minutesOf(part), 0)
    : undefined;
};

const total = (text: string): number | undefined => {
  const stated = lengthIn(text, [sum]) ?? lengthIn(text, totals);
  if (stated === undefined) return undefined;
  const apart = lengthIn(text, [reportedApart]) ?? 0;
  return stated - apart > 0 ? stated - apart : undefined;
};

const statesTotal =
  /\btotal\b|\b(date|day) of (the |this )?(encounter|service|visit)\b|same day|50 ?%|\bhalf\b/i;

const minutesIn = ({ section, text }: Statement): number | undefined => {
  const counted = text.replace(excluded, ' ').replace(reportedApart, ' ');
  const others = ofSomethingElse.test(counted);
  if (
    statesTotal.test(text) &&
    !(others && !/\btotal (visit |encounter )?time\b|50 ?%|\bhalf\b/i.test(text))
  ) {
    const stated = total(text);
    if (stated !== undefined) return stated;
  }
  if (others || otherDay.test(counted)) return undefined;
  const plainly = lengthIn(counted, spent);
  if (plainly !== undefined) return sumOfParts(counted) ?? plainly;
  return section === 'time' ? (sumOfParts(counted) ?? readMinutes(counted)) : undefined;
};

/** Nobody works on one visit for longer; a larger number is no time of one. */
const longestVisit = 300;

/**
 * The total time that the note states as such. Time of counseling or of a procedure alone is not total time
 * (AMA's guideline since 2021) and yields undefined; minutes within it that have a code of their own are taken off.
 */
export const readTotalTime = (statements: readonly Statement[]): TotalTime | undefined => {
  for (const statement of statements) {
    if (!/min|hour|hr|:\d\d/i.test(statement.text)) continue;
    const minutes = minutesIn(statement);
    if (minutes === undefined || minutes < 1 || minutes > longestVisit) continue;
    return { minutes, evidence: wholeOf(statement) };
  }
  return undefined;
};
