import type { CalendarDate } from '../../functions/domain/calendar.ts';
import { type CoverageEdition, coverageEditions } from '../coverage-articles/coverage-edition.ts';
import type { CoverageArticle } from '../coverage-articles/coverage-fields.ts';
import {
  type CoverageQuestion,
  type Judgement,
  judgeByArticle,
  type Want,
} from '../coverage-articles/judge-coverage.ts';
import { coversDate } from '../edition.ts';
import type { OfEdition } from './ncci-book.ts';

/** A line of a claim, and the state in which the service was given. */
export type CoverageAsked = CoverageQuestion & { readonly state: string };

/** What Medicare's coverage articles say of a line on the date. */
export type CoverageAnswer = OfEdition & {
  readonly outcome: 'covered' | 'not-covered' | 'needs-secondary' | 'not-governed' | 'unknown-date';
  /** A condition was not understood, articles differ, or an article reaches a part of the state only. */
  readonly unsure: boolean;
  /** The article that decides, and the LCDs that it belongs to. */
  readonly policy?: string;
  readonly lcds: readonly string[];
  /** What is missing, where a diagnosis needs another one. */
  readonly wants: readonly Want[];
};

/** Medical necessity by the articles of Medicare's contractors, on a date of service. */
export interface CoverageBook {
  readonly isInstalled: boolean;
  /** Undefined where nothing is installed. */
  readonly judge: (asked: CoverageAsked) => CoverageAnswer | undefined;
}

type Found = { readonly article: CoverageArticle; readonly judgement: Judgement | undefined };

/** What is known of an article on a date: the version of the day, no policy, or a version that is not here. */
const versionOn = (
  versions: readonly CoverageArticle[],
  date: CalendarDate,
): CoverageArticle | 'unknown' | 'none' => {
  const inForce = versions
    .filter((one) => coversDate(one, date) && !(one.after === 'unknown' && one.validTo === one.validFrom))
    .toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1));
  if (inForce[0]) return inForce[0];
  const isBetween = versions.some(({ validFrom }) => validFrom > date);
  const last = versions.toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0];
  return isBetween || last?.after === 'unknown' ? 'unknown' : 'none';
};

/** What each article of the state says; of a version that is not here nothing is judged. */
const findingsOf = (
  { articlesOn }: CoverageEdition,
  asked: CoverageAsked,
  date: CalendarDate,
): readonly Found[] => {
  const own = articlesOn(asked.procedure).filter(({ states }) => states.includes(asked.state));
  return [...Map.groupBy(own, ({ article }) => article).values()].flatMap((versions): Found[] => {
    const version = versionOn(versions, date);
    if (version === 'none') return [];
    const [any] = versions;
    if (version === 'unknown') return any ? [{ article: any, judgement: undefined }] : [];
    return [{ article: version, judgement: judgeByArticle(version, asked) }];
  });
};

/** The heaviest first: what denies, what is missing, what nobody knows. */
const weight = { 'not-covered': 0, 'needs-secondary': 1, unknown: 2, covered: 3, 'not-governed': 4 } as const;

const weightOf = ({ judgement }: Found): number => weight[judgement?.outcome ?? 'unknown'];

/** An answer stands where all articles agree with it; one that covers what another one does not makes it unsure. */
const answerOf = (edition: CoverageEdition, asked: CoverageAsked, date: CalendarDate): CoverageAnswer => {
  const found = findingsOf(edition, asked, date).toSorted((one, other) => weightOf(one) - weightOf(other));
  const ofEdition = { edition: edition.edition, inForce: date <= edition.knownTo };
  const [first] = found;
  if (!first) return { ...ofEdition, outcome: 'not-governed', unsure: false, lcds: [], wants: [] };
  const { article, judgement } = first;
  const isDenied = judgement?.outcome === 'not-covered' || judgement?.outcome === 'needs-secondary';
  const differs = isDenied && found.some((one) => one.judgement?.outcome === 'covered');
  return {
    ...ofEdition,
    outcome: judgement?.outcome ?? 'unknown-date',
    unsure: differs || judgement?.unsure === true || article.partStates.includes(asked.state),
    policy: article.article,
    lcds: article.lcds,
    wants: judgement?.outcome === 'needs-secondary' ? judgement.wants : [],
  };
};

/** The newest download answers; one from nearer the date where that has lost the version of the day. */
export const coverageBook = (date: CalendarDate): CoverageBook => ({
  get isInstalled() {
    return coverageEditions().length > 0;
  },
  judge: (asked) => {
    const editions = coverageEditions();
    let answer: CoverageAnswer | undefined;
    for (const edition of editions) {
      const own = answerOf(edition, asked, date);
      if (own.outcome !== 'unknown-date') return answer && !own.inForce ? answer : own;
      answer ??= own;
    }
    return answer;
  },
});
