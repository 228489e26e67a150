import { codeBookOn } from '../../../codesets/code-book.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import { wholeOf } from '../note/find-phrases.ts';
import { qualifyMention } from '../note/qualify-mention.ts';
import type { Statement } from '../note/read-statements.ts';
import type { DiagnosisCandidate } from './suggest-diagnoses.ts';

const vaccine =
  /\b(vaccin(e|es|ation|ations)|immuni[sz]ations?|(flu|influenza|covid(-19)?|pneumonia|shingles|tetanus|hpv|hep ?[ab]) (shots?|boosters?)|tdap|mmr|shingrix|prevnar|gardasil)\b/i;

/** What is said of the vaccine, the surest first: who declines it gets none, and who is counselled may not either. */
const saidOfVaccine: readonly (readonly [string, RegExp])[] = [
  ['Z28.21', /\b(declin\w*|refus\w*)\b/i],
  // Counselling goes with a vaccine that is given: it is a reason of its own only without one.
  ['Z23', /\b(IM|SQ|SC|deltoid|thigh|lot|0\.\d ?m?l|administered|given (today|here|now)|given by)\b/],
  ['Z71.85', /\b(counsel\w*|hesitan\w*)\b/i],
  [
    'Z23',
    /^(?!.*\b(pharmacy|up to date|utd|due|overdue|next|recommend\w*|schedul\w*|order\w*|record|discuss\w*|last|later|ago|status|leaflet|handout|reaction|elsewhere|outside|at work)\b).*\b(given|administered|received|today|encounter|here)\b/i,
  ],
];

const ruleOf: Readonly<Record<string, string>> = {
  'Z28.21': 'I.C.21.c.3: the patient declined the vaccine',
  'Z71.85': 'I.C.21.c.10: counselled about a vaccine',
  Z23: 'I.C.21.c.2: encounter for immunization',
};

/** Vaccines that are a problem of the assessment by themselves: given, counselled about or declined. */
export const findImmunization = (
  statements: readonly Statement[],
  dateOfService: CalendarDate,
): readonly DiagnosisCandidate[] =>
  statements
    .filter(({ section, leads }) => section === 'assessment' && leads)
    .flatMap((statement): DiagnosisCandidate[] => {
      const found = vaccine.exec(statement.text);
      if (!found) return [];
      const start = statement.start + found.index;
      const span = { start, end: start + found[0].length };
      if (['negated', 'conditional'].includes(qualifyMention(statement, span))) return [];
      const code = saidOfVaccine.find(([, said]) => said.test(statement.text))?.[0];
      const entry = code && codeBookOn(dateOfService).diagnoses.entry(code);
      if (!code || !entry) return [];
      const rules = [ruleOf[code] ?? ''];
      return [{ entry, confidence: 0.9, evidence: [wholeOf(statement)], rules, item: statement.item }];
    });
