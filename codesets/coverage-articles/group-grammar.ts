import type { CodeGroup, CoveredGroup, NoncoveredGroup, Requirement } from './coverage-fields.ts';
import { type Role, readSentence, type Said } from './group-sentence.ts';
import { sentencesOf } from './paragraph-text.ts';
import { type ArticleProcedures, type NamedProcedures, proceduresIn, scopeOf } from './procedure-scope.ts';

/** A group as the tables have it, with its paragraph still to be read. */
export type WrittenGroup = Pick<CodeGroup, 'group' | 'codes' | 'ranges'> & {
  readonly paragraph: string;
  /** What the codes with an asterisk are told of: they are a group of their own, "2*". */
  readonly ofAsterisk?: true;
};

type ReadSentence = { readonly said: Said; readonly procedures: NamedProcedures };
type ReadGroup = {
  readonly written: WrittenGroup;
  readonly sentences: readonly ReadSentence[];
  readonly scope: string[] | undefined;
  readonly role: Role | undefined;
};

const baseOf = (group: string): string => group.replace('*', '');

const readAll = (
  paragraph: string,
  self: string | undefined,
  procedures: ArticleProcedures,
): ReadSentence[] =>
  sentencesOf(paragraph).map((sentence) => ({
    said: readSentence(sentence, self),
    procedures: proceduresIn(sentence, procedures),
  }));

/** Of two labels the last one counts: what stands before it may speak of both. */
const roleIn = (sentences: readonly ReadSentence[]): Role | undefined =>
  sentences
    .flatMap(({ said }) => (said.kind === 'label' && said.about === undefined ? [said.role] : []))
    .at(-1);

/** What the paragraphs of other groups say of a group that has no label of its own. */
const withRolesOfOthers = (groups: readonly ReadGroup[]): readonly ReadGroup[] => {
  const said = groups.flatMap(({ sentences }) => sentences);
  return groups.map((one) => {
    const others = said.filter((other) => 'about' in other.said && other.said.about === one.written.group);
    const role = others.flatMap((other) => (other.said.kind === 'label' ? [other.said.role] : [])).at(-1);
    return { ...one, sentences: [...one.sentences, ...others.map(withoutAbout)], role: one.role ?? role };
  });
};

const withoutAbout = ({ said, procedures }: ReadSentence): ReadSentence =>
  said.kind === 'never-alone' ? { said: { kind: 'never-alone' }, procedures } : { said, procedures };

const readGroup = (written: WrittenGroup, procedures: ArticleProcedures): ReadGroup => {
  const sentences = readAll(written.paragraph, written.group, procedures);
  // A need may be of some procedures only; the group is then of those that the other sentences name.
  const own = sentences.filter(({ said }) => said.kind !== 'needs').map((one) => one.procedures);
  const scope =
    scopeOf(own, procedures) ??
    scopeOf(
      sentences.map((one) => one.procedures),
      procedures,
    );
  return { written, sentences, scope, role: roleIn(sentences) };
};

const overlap = (one: readonly string[] | undefined, other: readonly string[] | undefined): boolean =>
  !one || !other || one.some((procedure) => other.includes(procedure));

const isMember = (group: string, { all }: Pick<Requirement, 'all'>): boolean =>
  all.some((ways) => ways.includes(group));

/** The needs that sentences say in so many words. */
const statedBy = (
  { sentences, scope }: Pick<ReadGroup, 'sentences' | 'scope'>,
  procedures: ArticleProcedures,
) =>
  sentences.flatMap(({ said, procedures: named }): Requirement[] => {
    if (said.kind !== 'needs') return [];
    const { of, ordered, unlessModifier, oneWay } = said;
    const within = scopeOf([named], procedures) ?? scope;
    return [
      {
        ...(within && { scope: within }),
        ...{ of, ordered, all: said.all.map((ways) => [...ways]) },
        ...(unlessModifier && { unlessModifier }),
        ...(oneWay && { oneWay }),
      },
    ];
  });

/** The secondary groups that belong to a primary one: those that follow it before the next, else all. */
const partnersOf = (primary: ReadGroup, groups: readonly ReadGroup[]): readonly ReadGroup[] => {
  const place = groups.indexOf(primary);
  const next = groups.findIndex(({ role }, at) => at > place && role === 'primary');
  const isPartner = ({ role, scope }: ReadGroup): boolean =>
    role === 'secondary' && overlap(scope, primary.scope);
  const following = groups.slice(place + 1, next < 0 ? undefined : next).filter(isPartner);
  return following.length > 0 ? following : groups.filter(isPartner);
};

/** The needs that labels make: a primary diagnosis wants a secondary one, and the other way round. */
const labelled = (groups: readonly ReadGroup[], stated: readonly Requirement[]): Requirement[] =>
  groups.flatMap((primary): Requirement[] => {
    const { group } = primary.written;
    if (primary.role !== 'primary' || stated.some((one) => isMember(group, one))) return [];
    const partners = partnersOf(primary, groups).map(({ written }) => written.group);
    if (partners.length === 0) return [];
    const scope = primary.scope && { scope: primary.scope };
    return [{ ...scope, of: 'group', all: [[group], partners], ordered: true }];
  });

/** Codes with an asterisk count as their group does, too. */
const withAsterisks = (requirements: readonly Requirement[], groups: readonly ReadGroup[]): Requirement[] => {
  const starred = groups.map(({ written }) => written.group).filter((group) => group.endsWith('*'));
  return requirements.map((requirement) => ({
    ...requirement,
    all: requirement.all.map((ways) => [
      ...new Set([...ways, ...starred.filter((group) => ways.includes(baseOf(group)))]),
    ]),
  }));
};

/** What of the sentences was understood, of a group and of those that name it. */
type Understood = {
  readonly needs: readonly Requirement[];
  /** Groups of which some condition was not understood. */
  readonly doubted: ReadonlySet<string>;
};

const coveredOf = (
  read: ReadGroup,
  all: readonly ReadGroup[],
  { needs, doubted }: Understood,
): CoveredGroup => {
  const { written, sentences, role } = read;
  const { group, codes, ranges, ofAsterisk } = written;
  const has = (kind: Said['kind']): boolean =>
    sentences.some(({ said }) => said.kind === kind && !('about' in said));
  const isNeeded = needs.some((one) => isMember(group, one));
  const scope = read.scope ?? all.find((one) => one.written.group === baseOf(group))?.scope;
  const isRead = has('needs') || has('alone') || has('never-alone') || role !== undefined;
  return {
    ...{ group, codes, ranges },
    ...(scope && { scope }),
    alone: has('alone') && !has('needs'),
    neverAlone: !isNeeded && (role === 'secondary' || has('never-alone')),
    unsure: doubted.has(group) || (role === 'primary' && !isNeeded) || (ofAsterisk === true && !isRead),
  };
};

/** A condition on diagnoses, among those on modifiers and records that paragraphs of procedures are full of. */
const ofDiagnoses = /\b(?:primary|secondary|dual|two|both|additional)\b[^.;]*\b(?:diagnos|ICD)/i;

/** The groups of which a condition was not understood: their own, those that it names, or all for their procedures. */
const doubtedIn = (
  groups: readonly ReadGroup[],
  stated: readonly Requirement[],
  ofProcedures: ReadonlyMap<string, string>,
): ReadonlySet<string> => {
  const isHere = (group: string): boolean => groups.some(({ written }) => written.group === group);
  const unread = groups.flatMap(({ written, sentences }) =>
    sentences.flatMap(({ said }) => (said.kind === 'unread' ? [written.group, ...said.groups] : [])),
  );
  const ofAll = [...ofProcedures.values()]
    .flatMap(sentencesOf)
    .some((sentence) => ofDiagnoses.test(sentence) && readSentence(sentence, undefined).kind === 'unread');
  // A need of a group that is not in the tables cannot be met by a list.
  const lost = stated.filter(({ all }) => !all.flat().every(isHere)).flatMap(({ all }) => all.flat());
  return new Set([...unread, ...lost, ...(ofAll ? groups.map(({ written }) => written.group) : [])]);
};

/** What the groups of an article cover and need, by what their paragraphs and those of its procedures say. */
export const readCoveredGroups = (
  written: readonly WrittenGroup[],
  ofProcedures: ReadonlyMap<string, string>,
  procedures: ArticleProcedures,
): { readonly covered: CoveredGroup[]; readonly requirements: Requirement[] } => {
  const groups = withRolesOfOthers(written.map((one) => readGroup(one, procedures)));
  const stated = [
    ...groups.flatMap((one) => statedBy(one, procedures)),
    ...[...ofProcedures].flatMap(([group, paragraph]) => {
      const scope = procedures.byGroup.get(group);
      const sentences = readAll(paragraph, undefined, procedures);
      return statedBy({ sentences, scope: scope && [...scope] }, procedures);
    }),
  ];
  const met = stated.filter(({ all }) =>
    all.flat().every((group) => groups.some((one) => one.written.group === group)),
  );
  const requirements = withAsterisks([...met, ...labelled(groups, met)], groups);
  const understood = { needs: requirements, doubted: doubtedIn(groups, stated, ofProcedures) };
  return { covered: groups.map((one) => coveredOf(one, groups, understood)), requirements };
};

/** What an article says is not covered, and whether only as the first or the only diagnosis. */
export const readNoncoveredGroup = (
  written: WrittenGroup,
  procedures: ArticleProcedures,
): NoncoveredGroup => {
  const { group, codes, ranges, paragraph } = written;
  const sentences = sentencesOf(paragraph);
  const scope = scopeOf(
    sentences.map((sentence) => proceduresIn(sentence.replace(/\b(?:not|never)\b/gi, ''), procedures)),
    procedures,
  );
  const text = sentences.join(' ');
  const isFirst = /\bas (?:an? |the )?(?:primary|first|principal)\b/i.test(text);
  const isAlone = /\b(?:alone|as (?:the )?(?:only|sole)|only diagnosis)\b/i.test(text);
  return {
    ...{ group, codes, ranges, unsure: false, when: isAlone ? 'alone' : isFirst ? 'first' : 'always' },
    ...(scope && { scope }),
  };
};
