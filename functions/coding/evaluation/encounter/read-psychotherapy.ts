import type { NoteLine } from '../../note/read-frame.ts';
import { readMinutes } from '../read-minutes.ts';
import type { Told } from '../visit-suggestion.ts';

/** Minutes from which each code applies (midpoint rule of CPT); below sixteen nothing is reported. */
const byMinutes = [
  { from: 53, alone: '90837', beside: '90838' },
  { from: 38, alone: '90834', beside: '90836' },
  { from: 16, alone: '90832', beside: '90833' },
] as const;

const therapy =
  /\b(psycho-?therapy|individual therapy|therapy (session|time)|supportive (and [\w-]+ )?therapy|cognitive([- ]behaviou?ral)? therapy|cbt(-i)?|dbt|emdr|interpersonal therapy)\b/i;
const session = /\b(session|start|began|end(ed)?|time|duration|minutes?|min|length)\b/i;
const group = /\bgroup (psycho)?therapy\b|\bgroup session\b/i;
const family = /\b(family|couples?|marital|conjoint) (psycho)?(therapy|session|counsell?ing)\b/i;
const intake =
  /\b(diagnostic (evaluation|interview|assessment)|(biopsychosocial|clinical|psychosocial|psychotherapy|therapy) (intake|assessment)|intake (assessment|evaluation|session))\b/i;
const withoutPatient = /\b(without|not) (the )?(patient|client|pt)( present)?\b|\bpatient not present\b/i;

const wholeLine = ({ start, text }: NoteLine) => {
  const quote = text.trim();
  const from = start + text.indexOf(quote);
  return { start: from, end: from + quote.length, quote };
};

const told = (code: string, line: NoteLine, rule: string): readonly Told[] => [
  { code, confidence: 0.85, evidence: [wholeLine(line)], rules: [rule] },
];

const otherForms = (lines: readonly NoteLine[]): readonly Told[] => {
  const top = lines.slice(0, 8);
  const [inGroup, withFamily, first] = [group, family, intake].map((form) =>
    top.find(({ text }) => form.test(text)),
  );
  if (inGroup) return told('90853', inGroup, 'psychotherapy of a group');
  if (withFamily) {
    const isAbsent = lines.some(({ text }) => withoutPatient.test(text));
    return told(isAbsent ? '90846' : '90847', withFamily, 'psychotherapy of a family');
  }
  return first ? told('90791', first, 'first evaluation without medical services') : [];
};

/** Where psychotherapy stands beside a visit, only minutes that are said to be of psychotherapy count. */
const isTimed = (mode: 'alone' | 'beside', { text }: NoteLine): boolean =>
  therapy.test(text) || (mode === 'alone' && session.test(text));

/** Psychotherapy by the minutes that the note states, alone or beside a visit with medical work. */
export const readPsychotherapy = (lines: readonly NoteLine[], mode: 'alone' | 'beside'): readonly Told[] => {
  const others = mode === 'alone' ? otherForms(lines) : [];
  if (others.length > 0) return others;
  for (const line of lines) {
    const minutes = isTimed(mode, line) ? readMinutes(line.text.slice(0, 400)) : undefined;
    const row = minutes === undefined ? undefined : byMinutes.find(({ from }) => minutes >= from);
    if (row) return told(row[mode], line, `${minutes} minutes of psychotherapy meet ${row.from}`);
  }
  return [];
};
