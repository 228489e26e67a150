import { imaging, type RadiographSite } from '../../../codesets/clinical-terms/procedures.ts';
import { indexTerms, keepMostSpecific, matchTerms, type TermMatch } from './match-terms.ts';
import { oncePerStatement } from './once-per-statement.ts';
import type { Statement } from './read-statements.ts';

const siteIndex = indexTerms(imaging.radiographs.map((site) => [site, site.terms] as const));

/** The body parts that a statement names. */
export const sitesIn = oncePerStatement((statement): readonly TermMatch<RadiographSite>[] =>
  keepMostSpecific(matchTerms(statement, siteIndex)),
);

/** The one body part that the reason for the visit or its assessment is about, for "x-rays were taken today". */
export const visitSite = (statements: readonly Statement[]): readonly TermMatch<RadiographSite>[] => {
  for (const section of ['reason', 'assessment'] as const) {
    const sites = statements.filter((one) => one.section === section).flatMap(sitesIn);
    if (new Set(sites.map(({ meaning }) => meaning)).size === 1) return sites.slice(0, 1);
  }
  return [];
};
