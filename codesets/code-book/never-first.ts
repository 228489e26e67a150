import { isInRange } from '../code-range.ts';
import type { DiagnosisEdition } from '../diagnosis-edition.ts';
import type { TabularNote } from '../tabular-notes.ts';

/**
 * Why a code never stands first: a manifestation follows its cause and a sequela what it left behind (guidelines I.A.13
 * and I.B.10), an external cause and the agent of an infection follow what they caused (I.C.20, B95 to B97).
 */
export type NeverFirst = 'manifestation' | 'external-cause' | 'sequela' | 'infectious-agent';

/** "Not elsewhere classified" says something else and has other words. */
const classifiedElsewhere = /\bclassified elsewhere\b/i;

/** What the code and its own description tell (guideline I.A.13: the title says that it is a manifestation). */
export const neverFirstByTitle = (code: string, description: string): NeverFirst | undefined => {
  if (/^[V-Y]/.test(code)) return 'external-cause';
  if (/\bas the cause of diseases classified elsewhere\b/i.test(description)) return 'infectious-agent';
  if (classifiedElsewhere.test(description)) return 'manifestation';
  return /\bsequela( of fracture)?$/i.test(description) ? 'sequela' : undefined;
};

/** The "code first" notes that are nearest to a code: its own, or those of the first place above it that has any. */
const nearestCodeFirst = (set: DiagnosisEdition, code: string): readonly TabularNote[] => {
  const notes = set.notes.forCode(code, 'code-first');
  return notes.filter(({ owner }) => owner === notes[0]?.owner);
};

const mayBeAbsent = /\bif (applicable|known|present)\b|\bany\b|\bassociated (influenza|AIDS)\b/i;

const isBelowManifestations = (set: DiagnosisEdition, code: string): boolean => {
  for (let above = set.find(code)?.parent; above !== undefined; above = set.find(above)?.parent) {
    if (classifiedElsewhere.test(set.find(above)?.description ?? '')) return true;
  }
  return false;
};

const isInBrackets = ({ index }: DiagnosisEdition, code: string): boolean =>
  index.manifestations.some((range) => isInRange(code, range));

/**
 * What the Tabular List and the index tell. A "code first" note alone makes no manifestation: heart failure and
 * chronic kidney disease have one and may stand first (guideline I.A.17). It does where the heading above is of
 * manifestations, or where the index has the code in brackets, always to be sequenced second (guideline I.A.13).
 */
export const neverFirstByNotes = (set: DiagnosisEdition, code: string): NeverFirst | undefined => {
  const notes = nearestCodeFirst(set, code);
  if (notes.length === 0) return undefined;
  if (notes.every(({ text }) => /^condition resulting from \(sequela\)/i.test(text))) return 'sequela';
  if (notes.some(({ text }) => mayBeAbsent.test(text))) return undefined;
  return isBelowManifestations(set, code) || isInBrackets(set, code) ? 'manifestation' : undefined;
};
