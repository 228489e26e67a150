import type { Statement } from './read-statements.ts';
import type { PatientType } from './visit.ts';

const seenBefore =
  /\b(established patient|follow[- ]?up|(since|at|from) (his|her|their|the|our) (last|previous) visit|since i (last )?saw|last saw (me|him|her|the patient)|known to (me|us|our)|returns?( to (the )?(clinic|office))?|last (visit|seen)|recheck|annual (exam|visit|physical))\b/i;
const firstTime =
  /\b(new patient|establish(es|ing)? care|here to establish|initial (visit|consultation|evaluation)|new to (me|us|our|this|the) (practice|clinic|office)?|(was|is|been) referred (to (me|us|our|the) |by |from )|(seen|here) in consultation|at the request of|consultation (for|at|requested))\b/i;

/**
 * Whether the note itself tells a new or an established patient (three-year rule of the AMA); undefined when it
 * tells neither or both. The registration knows better where it is there.
 */
export const readPatientType = (statements: readonly Statement[]): PatientType | undefined => {
  const told = statements.filter(({ section }) =>
    ['reason', 'history', 'other', 'assessment'].includes(section),
  );
  const isNew = told.some(({ text }) => firstTime.test(text));
  const isKnown = told.some(({ text }) => seenBefore.test(text));
  if (isNew === isKnown) return undefined;
  return isNew ? 'new' : 'established';
};
