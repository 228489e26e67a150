import { codeBookOn } from '../../../codesets/code-book.ts';
import type { ProcedureCode } from '../../../codesets/code-set.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import { indexTerms, matchTerms, type TermMatch } from '../note/match-terms.ts';
import type { Statement } from '../note/read-statements.ts';
import { sitesIn, visitSite } from '../note/visit-site.ts';
import { wasDone } from './was-done.ts';

/** Joints by the size that their injection is reported by. */
const codeBySite: Readonly<Record<string, string>> = {
  knee: '20610',
  shoulder: '20610',
  hip: '20610',
  elbow: '20605',
  wrist: '20605',
  ankle: '20605',
  'acromioclavicular joints': '20605',
  finger: '20600',
  toe: '20600',
};

const injectionIndex = indexTerms([
  [
    'injection',
    [
      'steroid injection',
      'corticosteroid injection',
      'cortisone injection',
      'joint injection',
      'intra articular injection',
      'kenalog injection',
      'depo medrol injection',
      'injected kenalog',
      'injected depo medrol',
      'injected joint',
      'hyaluronic acid injection',
      'gel injection',
      'arthrocentesis',
      'joint aspiration',
    ],
  ] as const,
]);

export type JointInjection = {
  readonly code: ProcedureCode;
  readonly matches: readonly TermMatch<unknown>[];
};

/**
 * An injection that the note calls by its drug only: the joint is the one of the sentence, or else the one that
 * the visit is about. Undefined where no injection was done or the joint stays open.
 */
export const readJointInjection = (
  statements: readonly Statement[],
  dateOfService: CalendarDate,
): JointInjection | undefined => {
  for (const statement of statements) {
    if (!['procedure', 'plan', 'assessment'].includes(statement.section)) continue;
    const injection = matchTerms(statement, injectionIndex).find((match) => wasDone(match, 'procedure'));
    if (!injection) continue;
    const named = sitesIn(statement);
    const [site] = named.length > 0 ? named : visitSite(statements);
    const code = site && codeBookOn(dateOfService).procedures.entry(codeBySite[site.meaning.site] ?? '');
    if (code) return { code, matches: [injection, site] };
  }
  return undefined;
};
