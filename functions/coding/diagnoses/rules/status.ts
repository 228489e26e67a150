import statusPhrases from '../../../../codesets/clinical-terms/status-phrases.json' with { type: 'json' };
import type { EvidenceSpan } from '../../../domain/coding.ts';
import type { Statement } from '../../note/read-statements.ts';
import { Letters } from '../../words/may-say.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import {
  assessed,
  atTheEnd,
  type BookNote,
  beside,
  changing,
  entryOn,
  type GuidelineRule,
  isOfKin,
  saidIn,
  statementsOf,
} from './ruling.ts';

const patterns = statusPhrases.map(({ code, words }) => ({
  code,
  pattern: new RegExp(`\\b(?:${words})(?!\\w)`, 'i'),
}));

const denied =
  /\b(no|not|denies|without|never|declines?|refus\w+|consider\w*|discuss\w*|planned|plan for|candidate for|scheduled|awaiting|needs?|refer\w*)\b[^.;]{0,30}$/i;

const sideIn = (text: string): string | undefined =>
  /\b(right|left|bilateral|both|R|L)\b/.exec(text)?.[1]?.toLowerCase();
const sideDigits: Readonly<Record<string, string>> = {
  right: '1',
  r: '1',
  left: '2',
  l: '2',
  bilateral: '3',
  both: '3',
};

const statusIn = (statement: Statement): readonly { code: string; evidence: EvidenceSpan }[] => {
  const letters = new Letters([statement.text]);
  return patterns.flatMap(({ code, pattern }) => {
    const found = letters.mayHave(pattern) ? pattern.exec(statement.text) : null;
    if (!found || denied.test(statement.text.slice(0, found.index))) return [];
    const start = statement.start + found.index;
    const side = sideDigits[sideIn(found[0]) ?? sideIn(statement.text) ?? ''] ?? '9';
    const evidence = { start, end: start + found[0].length, quote: found[0] };
    return [{ code: code.replace('?', side), evidence }];
  });
};

/** Status of a patient that the assessment names: what was lost, put in or is depended on (guideline I.C.21.c.3). */
const named = changing((found, note) => {
  const places = assessed(note).filter((one) => one.section === 'assessment' && one.leads && !isOfKin(one));
  const added = places.flatMap((statement) =>
    statusIn(statement).flatMap(({ code, evidence }): DiagnosisCandidate[] => {
      const entry = entryOn(note, code);
      const rules = ['I.C.21.c.3: status named in the assessment'];
      return entry ? [{ entry, confidence: 0.9, evidence: [evidence], rules, item: statement.item }] : [];
    }),
  );
  return atTheEnd(found, added);
});

const longTerm: readonly (readonly [string, RegExp])[] = [
  ['Z79.891', /\b(long[- ]term|chronic) (opioids?|opiates?|narcotics?)( therapy| use| analgesic\w*)?\b/gi],
  [
    'Z79.52',
    /\b(long[- ]term|chronic) (oral |systemic )?(prednisone|prednisolone|steroids?|glucocorticoids?|corticosteroids?)\b|\bsteroid[- ]dependent\b/gi,
  ],
  ['Z79.631', /\b(on|continue|continues|taking)\s+(\w+ )?methotrexate\b|\bmethotrexate (weekly|for|\d+)/gi],
  ['Z79.82', /\blong[- ]term aspirin\b/gi],
  ['Z79.01', /\b(long[- ]term|chronic) anticoagula\w+/gi],
];

/** Guideline I.C.21.c.3: drugs that the assessment says are taken for long. */
const longTermDrugs = changing((found, note) => {
  const added = found.flatMap((one) =>
    one.entry.code.startsWith('Z')
      ? []
      : longTerm.flatMap(([code, pattern]) => {
          const evidence = saidIn(statementsOf(one, note), pattern);
          return evidence
            ? beside(one, { code, evidence: [evidence], rule: 'I.C.21.c.3: long-term use of a drug' }, note)
            : [];
        }),
  );
  return atTheEnd(found, added);
});

const pump =
  /\b(on|uses?|using|via|with|continue)\s+(an? |her |his |the )?(insulin|tandem|omnipod|medtronic) pump\b|\binsulin pump\b/gi;

const pastPump =
  /\b(used to|previously|formerly|in the past|no longer|discontinued|considering|interested in)\b/i;

const insulinPump = changing((found, note: BookNote) => {
  const diabetes = found.find(({ entry }) => /^E(08|09|10|11|13)/.test(entry.code));
  // A complication of the pump says that there is one (guideline I.C.21.c.3).
  if (found.some(({ entry }) => entry.code.startsWith('T85.6'))) return found;
  const evidence =
    diabetes &&
    saidIn(
      note.statements.filter(({ text }) => !pastPump.test(text)),
      pump,
    );
  return diabetes && evidence
    ? atTheEnd(
        found,
        beside(
          diabetes,
          { code: 'Z96.41', evidence: [evidence], rule: 'I.C.21.c.3: presence of an insulin pump' },
          note,
        ),
      )
    : found;
});

const pancreas = changing((found, note) => {
  const one = found.find(({ entry }) => entry.code.startsWith('E13'));
  const evidence = one && saidIn(statementsOf(one, note), /\bpost[- ]?pancreatectomy\b/gi);
  if (!one || !evidence) return found;
  const rule = 'I.C.4.a.6.b.i: diabetes after pancreatectomy';
  return atTheEnd(
    found,
    ['E89.1', 'Z90.410'].flatMap((code) => beside(one, { code, evidence: [evidence], rule }, note)),
  );
});

export const statusRules: readonly GuidelineRule[] = [named, insulinPump, pancreas, longTermDrugs];
