import type { EvidenceSpan } from '../../../domain/coding.ts';
import { wholeOf } from '../../note/find-phrases.ts';
import type { NoteFrame } from '../../note/read-frame.ts';
import type { Statement } from '../../note/read-statements.ts';
import { readMinutes } from '../read-minutes.ts';
import type { Told } from '../visit-suggestion.ts';
import type { NoVisit } from './encounter-kind.ts';

type Note = { readonly frame: NoteFrame; readonly statements: readonly Statement[] };

const linesOf = ({ frame, statements }: Note) => [...frame.titles, ...frame.opening, ...statements];

const firstEvidence = (note: Note, pattern: RegExp): EvidenceSpan | undefined => {
  for (const { start, text } of linesOf(note)) {
    const found = pattern.exec(text);
    if (found)
      return { start: start + found.index, end: start + found.index + found[0].length, quote: found[0] };
  }
  return undefined;
};

const supervised =
  /\b(ordered by|supervis\w+|incident[- ]to|(dr\.?|md|np|pa|provider|physician) (\w+ )?(in|on|was in|present in|available in)[- ](the )?(office|site|suite|clinic)|(standing |written )?orders? (from|of|by|per)|per (order|dr\.?|protocol)|as (ordered|directed) by|(reviewed|discussed) with (dr|the (doctor|physician|provider)))\b/i;
const assessedByNurse =
  /\b(blood pressure|bp|weight|wound|dressing|assess\w*|educat\w*|instruct\w*|review\w*|check\w*|teach\w*)\b/i;

/** The lowest office visit needs an order and a practitioner in the office; an injection or a vaccine is its own code. */
const ofNurse = (note: Note, done: readonly { readonly code: string }[]): readonly Told[] => {
  const order = firstEvidence(note, supervised);
  const work = firstEvidence(note, assessedByNurse);
  const isGiven = done.some(({ code }) =>
    /^(96372|9047[1-4]|9046[01]|90480|G00(08|09|10)|J|93793)/.test(code),
  );
  if (!order || !work || isGiven) return [];
  const rules = ['nursing staff saw an established patient on the order of a practitioner in the office'];
  return [{ code: '99211', confidence: 0.6, evidence: [order, work], rules }];
};

const inr = /\b(inr|pt\/inr|protime)\b[^.]{0,20}\d/i;
const dosing = /\b(warfarin|coumadin|dose|mg|continue|recheck|same)\b/i;

const ofAnticoagulation = (note: Note): readonly Told[] => {
  const value = firstEvidence(note, inr);
  const dose = firstEvidence(note, dosing);
  if (!value || !dose) return [];
  const rules = ['a new INR was read and the dose of warfarin told'];
  return [{ code: '93793', confidence: 0.6, evidence: [value], rules }];
};

const least = { month: 20, further: 20 };

const ofCareManagement = (note: Note): readonly Told[] => {
  const statement = note.statements.find(({ text }) => readMinutes(text) !== undefined);
  const minutes = statement && readMinutes(statement.text);
  if (!statement || minutes === undefined || minutes < least.month) return [];
  const evidence = [wholeOf(statement)];
  const further = Math.min(2, Math.floor((minutes - least.month) / least.further));
  const rules = [`${minutes} minutes of the month meet ${least.month}`];
  return [
    { code: '99490', confidence: 0.6, evidence, rules },
    ...(further > 0 ? [{ code: '99439', confidence: 0.6, evidence, rules, units: further }] : []),
  ];
};

/** What is reported instead of an office visit, as far as the note documents it and no service does by itself. */
export const codesOfKind = (
  { kind, evidence }: NoVisit,
  note: Note,
  done: readonly { readonly code: string }[],
): readonly Told[] => {
  if (kind === 'post-operative') {
    return [{ code: '99024', confidence: 0.8, evidence, rules: ['the visit is paid with the operation'] }];
  }
  if (kind === 'nurse') return ofNurse(note, done);
  if (kind === 'anticoagulation') return ofAnticoagulation(note);
  return kind === 'care-management' ? ofCareManagement(note) : [];
};
