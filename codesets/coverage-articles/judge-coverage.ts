import type { CodeGroup, CoverageArticle, CoveredGroup, Requirement } from './coverage-fields.ts';

/** A line of a claim as a coverage article looks at it; diagnoses in the order of its pointers. */
export type CoverageQuestion = {
  readonly procedure: string;
  readonly modifiers: readonly string[];
  readonly diagnoses: readonly string[];
};

/** A diagnosis that is missing beside what is there, with the groups that have it. */
export type Want = {
  readonly role: 'primary' | 'secondary';
  readonly groups: readonly string[];
  readonly codes: readonly string[];
};

export type Judgement =
  | { readonly outcome: 'covered' | 'not-covered' | 'not-governed'; readonly unsure: boolean }
  | { readonly outcome: 'needs-secondary'; readonly unsure: boolean; readonly wants: readonly Want[] };

const counts = ({ scope }: { readonly scope?: readonly string[] | undefined }, procedure: string): boolean =>
  scope === undefined || scope.includes(procedure);

/** The codes of groups, which are up to thousands, as they are looked up. */
const listed = new WeakMap<CodeGroup['codes'], ReadonlySet<string>>();

const listOf = (codes: CodeGroup['codes']): ReadonlySet<string> => {
  const list = listed.get(codes) ?? new Set(codes);
  listed.set(codes, list);
  return list;
};

const has = ({ codes, ranges }: CodeGroup, diagnosis: string): boolean =>
  listOf(codes).has(diagnosis) || ranges.some(([first, last]) => first < diagnosis && diagnosis < last);

const isEmpty = ({ codes, ranges }: CodeGroup): boolean => codes.length === 0 && ranges.length === 0;

/** The diagnoses of a line that the article does not exclude for its procedure. */
const notExcluded = (
  { noncovered }: CoverageArticle,
  { procedure, diagnoses }: CoverageQuestion,
): readonly string[] => {
  const groups = noncovered.filter((one) => counts(one, procedure));
  const excluding = (diagnosis: string): readonly (typeof groups)[number][] =>
    groups.filter((group) => has(group, diagnosis));
  const isOnly = diagnoses.every((one) => excluding(one).length > 0);
  return diagnoses.filter((diagnosis, at) =>
    excluding(diagnosis).every(({ when }) => (when === 'first' && at > 0) || (when === 'alone' && !isOnly)),
  );
};

const lifted = ({ unlessModifier }: Requirement, { modifiers }: CoverageQuestion): boolean =>
  unlessModifier !== undefined && modifiers.some((modifier) => modifier.startsWith(unlessModifier));

/** How far the diagnoses meet a requirement: which of its needs they meet, and at which place of the line first. */
const meet = (requirement: Requirement, groups: readonly CoveredGroup[], diagnoses: readonly string[]) => {
  const needs = requirement.all.map((ways) => {
    const own = groups.filter(({ group }) => ways.includes(group));
    const at = diagnoses.findIndex((diagnosis) => own.some((group) => has(group, diagnosis)));
    return { ways, own, at };
  });
  const met = needs.filter(({ at }) => at >= 0);
  const [first = -1, ...rest] = needs.map(({ at }) => at);
  const inOrder = !requirement.ordered || rest.every((at) => at >= first);
  // One diagnosis that is in both lists meets one need only.
  const isEnough = met.length === needs.length && canBeTold(needs, diagnoses);
  const wants = needs.flatMap(({ ways, own, at }, place): Want[] =>
    at >= 0 && !(met.length === needs.length && place > 0)
      ? []
      : [
          {
            role: place === 0 ? 'primary' : 'secondary',
            groups: ways,
            codes: own.flatMap(({ codes, ranges }) => [...codes, ...ranges.map((ends) => ends.join('-'))]),
          },
        ],
  );
  const { oneWay } = requirement;
  // Only the group that asks for the other one is known to need it.
  const isOther = oneWay !== undefined && !met.some(({ ways }) => ways.includes(oneWay));
  return {
    isEnough,
    isBegun: met.length > 0,
    isOther,
    inOrder,
    wants,
    isSure: needs.every(({ own }) => own.every(({ unsure }) => !unsure)),
  };
};

/** Whether the needs can be met by a diagnosis each. */
const canBeTold = (
  needs: readonly { readonly own: readonly CoveredGroup[] }[],
  diagnoses: readonly string[],
  taken: readonly number[] = [],
): boolean => {
  const [need, ...rest] = needs;
  if (!need) return true;
  return diagnoses.some(
    (diagnosis, at) =>
      !taken.includes(at) &&
      need.own.some((group) => has(group, diagnosis)) &&
      canBeTold(rest, diagnoses, [...taken, at]),
  );
};

const judgeNeeds = (
  requirements: readonly Requirement[],
  groups: readonly CoveredGroup[],
  diagnoses: readonly string[],
): Judgement | undefined => {
  const answers = requirements.map((one) => meet(one, groups, diagnoses));
  const enough = answers.filter(({ isEnough }) => isEnough);
  if (enough.length > 0)
    return { outcome: 'covered', unsure: !enough.some(({ inOrder, isSure }) => inOrder && isSure) };
  const [begun] = answers
    .filter(({ isBegun }) => isBegun)
    .toSorted((one, other) => Number(one.isOther) - Number(other.isOther));
  return begun && { outcome: 'needs-secondary', unsure: begun.isOther, wants: begun.wants };
};

/** The groups that say something of a diagnosis: those that name the procedure rather than those for all. */
const groupsOf = (diagnosis: string, groups: readonly CoveredGroup[]): readonly CoveredGroup[] => {
  const listing = groups.filter((group) => has(group, diagnosis));
  const own = listing.filter(({ scope }) => scope !== undefined);
  return own.length > 0 ? own : listing;
};

const judgeAlone = (
  groups: readonly CoveredGroup[],
  needing: ReadonlySet<string>,
  diagnoses: readonly string[],
): Judgement | undefined => {
  const alone = diagnoses.flatMap((diagnosis, at) => {
    const own = groupsOf(diagnosis, groups);
    return own
      .filter(({ group }) => !needing.has(group))
      .map((group) => ({
        ...group,
        at,
        isSure: !group.unsure && !group.neverAlone,
        isOnly: own.every((one) => one === group),
      }));
  });
  if (alone.some(({ isSure }) => isSure)) return { outcome: 'covered', unsure: false };
  const doubtful = alone.filter(({ isOnly }) => isOnly);
  if (doubtful.some(({ neverAlone, at }) => !neverAlone || at > 0))
    return { outcome: 'covered', unsure: true };
  if (doubtful.length === 0) return undefined;
  return { outcome: 'needs-secondary', unsure: false, wants: [{ role: 'primary', groups: [], codes: [] }] };
};

const judgeWithoutList = (asked: CoverageQuestion, left: readonly string[]): Judgement => ({
  outcome: left.length === 0 && asked.diagnoses.length > 0 ? 'not-covered' : 'not-governed',
  unsure: left.length < asked.diagnoses.length && left.length > 0,
});

/** A group that is part of a combination for other procedures stands alone for those only that it names itself. */
const groupsFor = (
  { covered, requirements }: CoverageArticle,
  procedure: string,
): readonly CoveredGroup[] => {
  const elsewhere = new Set(
    requirements.filter((one) => !counts(one, procedure)).flatMap(({ all }) => all.flat()),
  );
  return covered
    .filter((one) => counts(one, procedure) && !isEmpty(one))
    .map((one) => (one.scope === undefined && elsewhere.has(one.group) ? { ...one, unsure: true } : one));
};

/**
 * What one article says of a line. Groups are no set: a diagnosis of a group that needs another one covers nothing by
 * itself. Where a paragraph was not understood its group stands alone, and the answer is unsure.
 */
export const judgeByArticle = (article: CoverageArticle, asked: CoverageQuestion): Judgement => {
  const { procedure } = asked;
  const left = notExcluded(article, asked);
  const groups = groupsFor(article, procedure);
  const inScope = article.requirements.filter((one) => counts(one, procedure));
  const needs = inScope.filter((one) => !lifted(one, asked));
  const strict = needs.filter(({ of }) => of === 'procedure');
  if (strict.length > 0) return judgeNeeds(strict, article.covered, left) ?? denied;
  if (groups.length === 0 && needs.length === 0) return judgeWithoutList(asked, left);
  const byItself = groups.filter(({ alone }) => alone).map(({ group }) => group);
  const needing = new Set(
    needs.flatMap(({ all }) => all.flat()).filter((group) => !byItself.includes(group)),
  );
  const alone = judgeAlone(groups, needing, left);
  if (alone?.outcome === 'covered' && !alone.unsure)
    return { ...alone, unsure: inScope.length > needs.length };
  return judgeNeeds(needs, article.covered, left) ?? alone ?? denied;
};

const denied: Judgement = { outcome: 'not-covered', unsure: false };
