import { mayTell } from '../../note/letters-of.ts';
import type { Statement } from '../../note/read-statements.ts';

/** What opens a list of things done, where the note gives it no heading of its own: "Office tx: albuterol neb". */
const label =
  /^[-*•>#\d.)\s]*(office (tx|treatment|procedures?|meds?)|in[- ](office|clinic|house)( \w+)?|procedures?( note| performed| done| today| in detail| description)?|treatments?( today| given| rendered| provided| performed)?|(treatment )?interventions?( today| provided| performed)?|tx( today| given| rendered)?|(done|performed|given|administered|completed|provided)( today| in (office|clinic|house)| here)?|today in (the )?(office|clinic)|injections?( given| today)?|(immunizations?|vaccin\w+|imms?|shots)( (given|administered|today))+|meds? (given|administered)( today| in (office|clinic))?|nursing|nurse visit|services( rendered| provided)?( today)?|poc( tests?| labs?| testing)?|point[- ]of[- ]care( tests?| testing| labs?)?|in[- ]office (labs?|tests?|testing|screening)|screenings? (today|completed|done))\s*(\([^)]*\)\s*)?[:\-–—]/i;
const otherHeading = /^\s*(?:[-*•>#]+\s*)?[A-Z][A-Za-z/&' -]{0,34}(\([^)]*\))?:/;

/** Sentences after a label that still belong to it where nothing else ends it. */
const reach = 14;

/** What only who has just done a thing writes behind it: "Digital block; nail avulsion. Tolerated." */
const wasDone =
  /^\W*((pt |patient )?(well )?tolerated\b(?! (by )?(po|diet|oral))|no (immediate )?(complications?|comps?)\b|without (complications?|difficulty)\b|(good )?hemostasis\b|ebl\b|good result)/i;
/** Statements before it that it tells of. */
const reachBack = 3;
const judging: ReadonlySet<Statement['section']> = new Set(['plan', 'assessment', 'exam', 'results']);

const withTold = (statements: readonly Statement[]): readonly Statement[] => {
  if (!mayTell(statements, wasDone)) return statements;
  const done = new Set<number>();
  statements.forEach(({ text, section }, at) => {
    if (!wasDone.test(text) || !judging.has(section)) return;
    for (let before = at - 1; before >= Math.max(0, at - reachBack); before -= 1) {
      if (statements[before]?.section !== section) break;
      done.add(before);
    }
  });
  return statements.map((one, at) => (done.has(at) ? { ...one, section: 'procedure' as const } : one));
};

/**
 * Statements that stand under a label of things done are of the section of procedures, whatever section the note's
 * headings put them in.
 */
export const labelProcedures = (statements: readonly Statement[]): readonly Statement[] => {
  const told = withTold(statements);
  if (!mayTell(statements, label)) return told;
  let left = 0;
  let section: Statement['section'] | undefined;
  return told.map((statement) => {
    if (label.test(statement.text)) {
      left = reach;
      ({ section } = statement);
    } else if (otherHeading.test(statement.text) || statement.section !== section) left = 0;
    else left -= 1;
    return left > 0 && statement.section !== 'review' ? { ...statement, section: 'procedure' } : statement;
  });
};
