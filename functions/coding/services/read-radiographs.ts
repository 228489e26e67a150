import { imaging, type RadiographSite } from '../../../codesets/clinical-terms/procedures.ts';
import { codeBookOn } from '../../../codesets/code-book.ts';
import type { ProcedureCode } from '../../../codesets/code-set.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import { indexTerms, keepMostSpecific, matchTerms, type TermMatch } from '../note/match-terms.ts';
import type { Statement } from '../note/read-statements.ts';
import { sitesIn, visitSite } from '../note/visit-site.ts';
import { wasDone } from './reading/was-done.ts';

/** Radiographs taken at the visit, by body part. `views` is undefined where the note does not count them. */
export type TakenRadiograph = {
  readonly code: ProcedureCode;
  readonly site: string;
  readonly views: number | undefined;
  readonly matches: readonly TermMatch<unknown>[];
};

const terms = imaging.modalities.find(({ name }) => name === 'x-ray')?.terms ?? [];
const filmIndex = indexTerms([['film', terms] as const]);

const numbers: Readonly<Record<string, number>> = {
  one: 1,
  single: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
};
const counted = /\b(\d|one|single|two|three|four|five|six)[- ]?(?:views?|vw?s?)\b/i;
const projections =
  /\b(ap|a\/p|pa|anteroposterior|posteroanterior|lateral|oblique|sunrise|merchant|axillary|scapular y|tunnel|mortise|open mouth|flexion|extension|frog[- ]leg)\b/gi;

const viewsIn = (text: string): number | undefined => {
  const said = counted.exec(text)?.[1]?.toLowerCase();
  if (said) return numbers[said] ?? Number(said);
  const named = new Set((text.match(projections) ?? []).map((word) => word.toLowerCase()));
  return named.size > 1 ? named.size : undefined;
};

/** Two views are the usual study of a limb, joint, spine or chest; one of abdomen and pelvis. */
const usualViews = ({ site }: RadiographSite): number => (site === 'abdomen' || site === 'pelvis' ? 1 : 2);

const codeFor = (site: RadiographSite, views: number | undefined): string | undefined =>
  site.codes.filter((code) => code.views <= (views ?? usualViews(site))).at(-1)?.code ?? site.codes[0]?.code;

const read = (
  statement: Statement,
  statements: readonly Statement[],
  dateOfService: CalendarDate,
): readonly TakenRadiograph[] => {
  const films = keepMostSpecific(matchTerms(statement, filmIndex)).filter((film) =>
    wasDone(film, 'imaging', dateOfService),
  );
  if (films.length === 0) return [];
  const named = sitesIn(statement);
  const sites = named.length > 0 ? named : visitSite(statements);
  const views = viewsIn(statement.text);
  return [...new Set(sites.map(({ meaning }) => meaning))].flatMap((site) => {
    const code = codeBookOn(dateOfService).procedures.entry(codeFor(site, views) ?? '');
    const matches = [...films.slice(0, 1), ...sites.filter(({ meaning }) => meaning === site).slice(0, 1)];
    return code ? [{ code, site: site.site, views, matches }] : [];
  });
};

/** The radiographs that the note says were taken here at this visit, each body part once. */
export const readRadiographs = (
  statements: readonly Statement[],
  dateOfService: CalendarDate,
): readonly TakenRadiograph[] => {
  const taken = statements
    .filter(({ section }) => section !== 'background')
    .flatMap((statement) => read(statement, statements, dateOfService));
  return taken.filter((one, at) => taken.findIndex(({ site }) => site === one.site) === at);
};
