import { type CalendarDate, daysBetween } from '../../../domain/calendar.ts';
import type { EvidenceSpan } from '../../../domain/coding.ts';
import { anyTells, mayTell } from '../../note/letters-of.ts';
import type { Statement } from '../../note/read-statements.ts';
import { type BookNote, isOfKin } from './ruling.ts';

/** How far a pregnancy is: completed weeks, and the words that tell it. */
export type Gestation = { readonly weeks: number; readonly evidence: EvidenceSpan };

const aboutPregnancy =
  /\b(pregnan\w*|prenatal|antenatal|gestation\w*|gravid\w*|primigravid\w*|multigravid\w*|g\d+ ?p\d+|ob visit|obstetric\w*|intrauterine|iup|trimester|fetal|fetus|preeclampsia|hyperemesis|placenta\w*|abortion|miscarriage|twins?)\b/i;
const notNow =
  /\b(not (currently )?pregnan\w*|postpartum|after delivery|s\/p (delivery|c-?section)|pregnancy test (is |was )?negative|negative pregnancy test|denies pregnancy|prior pregnanc\w+|previous pregnanc\w+|no pregnancy|trying to (conceive|get pregnant)|could be pregnant|if pregnant)\b/i;

/** "12w2d", "28 weeks", "34+3", "at 16 wks", "31 4/7 weeks"; a duration ("for 6 weeks", "in 4 weeks") is none. */
const weeksWritten =
  /(?<!\b(?:in|for|every|x|last|past|next|within|after|over|return|rtc|f\/u|postpartum|about|than)\s)\b(\d{1,2})(?:\s*(?:w|wks?|weeks?)[\s,]*(?:(?:and\s+)?[0-6]\s*(?:d|days?))?|\+[0-6]|\s+[0-6]\/7\s*(?:w|wks?|weeks?)?)(?![\w/])(?!\s*(?:ago|old|later|post|out|after|history|follow|from now|of (?:therapy|treatment|nausea|pain|cough)))/gi;

const fewestWeeks = 4;
const mostWeeks = 42;

const writtenIn = (statement: Statement): Gestation | undefined => {
  for (const found of statement.text.matchAll(weeksWritten)) {
    const weeks = Number(found[1]);
    if (weeks < fewestWeeks || weeks > mostWeeks) continue;
    const start = statement.start + found.index;
    return { weeks, evidence: { start, end: start + found[0].length, quote: found[0] } };
  }
  return undefined;
};

const dated =
  /\b(lmp|last menstrual period|edd|edc|due date|estimated date of (?:delivery|confinement))\b[^\d.;]{0,25}(\d{1,2})\/(\d{1,2})(?:\/(\d{2,4}))?/i;

const termDays = 280;
const daysOfWeek = 7;

/** The date as written; without a year the due date is the next one of that day, a last period the last one. */
const dateWritten = (
  [, , month = '', day = '', year]: RegExpExecArray,
  isDue: boolean,
  dateOfService: CalendarDate,
): CalendarDate => {
  const on = (some: number): CalendarDate => `${some}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year) return on(year.length === 2 ? 2000 + Number(year) : Number(year));
  const sameYear = Number(dateOfService.slice(0, 4));
  if (isDue) return on(sameYear) >= dateOfService ? on(sameYear) : on(sameYear + 1);
  return on(sameYear) <= dateOfService ? on(sameYear) : on(sameYear - 1);
};

const datedIn = (statement: Statement, dateOfService: CalendarDate): Gestation | undefined => {
  const found = dated.exec(statement.text);
  if (!found) return undefined;
  const isDue = /^(edd|edc|due|est)/i.test(found[1] ?? '');
  const away = daysBetween(dateOfService, dateWritten(found, isDue, dateOfService));
  const weeks = Math.floor((isDue ? termDays - away : -away) / daysOfWeek);
  // A day that no calendar has gives no number, and that is within no bounds.
  if (!(weeks >= fewestWeeks && weeks <= mostWeeks)) return undefined;
  const start = statement.start + found.index;
  return { weeks, evidence: { start, end: start + found[0].length, quote: found[0] } };
};

const isAbout = (statement: Statement): boolean =>
  aboutPregnancy.test(statement.text) && !notNow.test(statement.text) && !isOfKin(statement);

/** Words for a pregnancy of today; a count of pregnancies ("G3P3") is one only beside its weeks. */
const ofToday =
  /\b(pregnant|pregnancy|prenatal|antenatal|ob visit|rob|intrauterine pregnancy|iup|trimester|hyperemesis|preeclampsia|gestational (age|diabetes|hypertension))\b/i;
const counted = /\b(g\d+ ?p\d+|primigravid\w*|multigravid\w*)\b/i;
const planned =
  /\b(no|not|never|neg|negative|denies|plan(s|ning|ned)?|prevent\w*|avoid|wish\w*|desires?|want\w*|future|before|prior|previous|last|past|during|since|if|test|upt)\b[^.;]{0,30}\b(pregnan\w+)|\bpregnan\w+ (test|plan\w*|prevention|counsel\w*|risk|category)\b/i;

/** Beyond this age a pregnancy that a note mentions is an earlier one. */
const oldestMother = 55;

/** Whether the note tells of a pregnancy of today. */
export const tellsPregnancy = ({ statements, ageInYears = 0 }: BookNote): boolean =>
  ageInYears <= oldestMother &&
  mayTell(statements, aboutPregnancy) &&
  statements.some(
    (one) =>
      one.section !== 'background' &&
      isAbout(one) &&
      ((ofToday.test(one.text) && !planned.test(one.text)) ||
        (counted.test(one.text) && writtenIn(one) !== undefined)),
  ) &&
  !anyTells(statements, /\b(postpartum|not pregnant)\b/i);

const withDays = /\b(\d{1,2})w[0-6]d?\b/i;

/** "34w3d" is said of nothing but a pregnancy, and of today rather than of a scan at 20 weeks. */
const shortIn = ({ start, text }: Statement): Gestation | undefined => {
  const found = withDays.exec(text);
  const weeks = Number(found?.[1]);
  if (!found || weeks < fewestWeeks || weeks > mostWeeks) return undefined;
  const at = start + found.index;
  return { weeks, evidence: { start: at, end: at + found[0].length, quote: found[0] } };
};

const firstOf = (
  statements: readonly Statement[],
  read: (statement: Statement) => Gestation | undefined,
): Gestation | undefined => {
  for (const statement of statements) {
    const found = read(statement);
    if (found) return found;
  }
  return undefined;
};

/** The completed weeks: as weeks and days, else in a sentence about the pregnancy, else by its dates. */
export const readGestation = ({ statements, dateOfService }: BookNote): Gestation | undefined => {
  const about = statements.filter(isAbout);
  const assessed = about.filter(({ section }) => section === 'assessment');
  return (
    firstOf(assessed, shortIn) ??
    firstOf(statements, shortIn) ??
    firstOf(assessed, writtenIn) ??
    firstOf(about, writtenIn) ??
    firstOf(statements, (statement) => datedIn(statement, dateOfService))
  );
};

/** The trimester by weeks, as chapter 15 counts them: less than 14, less than 28. */
export const trimesterOf = ({ weeks }: Gestation): 1 | 2 | 3 => (weeks < 14 ? 1 : weeks < 28 ? 2 : 3);
