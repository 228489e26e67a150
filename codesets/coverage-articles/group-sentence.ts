import { withoutProcedureGroups } from './procedure-scope.ts';

/** What one sentence about a group says of how it counts. */
export type Said =
  | { readonly kind: 'label'; readonly role: Role; readonly about?: string }
  | { readonly kind: 'never-alone'; readonly about?: string }
  | { readonly kind: 'alone' }
  | {
      readonly kind: 'needs';
      readonly all: readonly (readonly string[])[];
      readonly of: 'procedure' | 'group';
      readonly ordered: boolean;
      readonly unlessModifier?: string;
      /** The group that needs the other one, which may need nothing. */
      readonly oneWay?: string;
    }
  /** A condition that was not understood, and the groups that it names. */
  | { readonly kind: 'unread'; readonly groups: readonly string[] }
  | { readonly kind: 'nothing' };

export type Role = 'primary' | 'secondary';

const nothing: Said = { kind: 'nothing' };

const label =
  /^(?:\W*group\s+\d+\W*)?(?:list(?: of)? |the )*(?:ICD-?10(?:-CM)?\s+)?(primary|secondary)(?:\s+(?:ICD-?10(?:-CM)?\s+)?(?:diagnos\w*|dx|codes?)(?:\s+codes?)?(?:\s+list)?)?\s*(?:$|[-:(].*$|\W+$|(?:for|first|second)\b.*$)/i;
const labelAtEnd = /\b(primary|secondary)\s+diagnos\w*(?:\s+codes?)?\s*:?\s*$/i;

const roleOf = (text: string | undefined): Role =>
  /primary|principal/i.test(text ?? '') ? 'primary' : 'secondary';

/** A condition on the claim; sentences without such words tell what a group is, or admonish. */
const condition =
  /\b(?:requir\w*|must|needs?|needed|shall|refer to|see|accompan\w*|in addition|along with|together|conjunction|combin\w*|pair(?:ed|s)?|coupled|(?<!medically |and )necessary|each of|followed by|both|dual|unless|without|provided that|two|mandatory|(?:has|have) to|add|supporting|sufficient|only (?:if|when|with|as|for)|with (?:an? |the )?(?:[\w-]+ )?modifiers?)\b/i;
const roleWord =
  /\b(?:primary|secondary|additional|second)\s+(?:ICD|diagnos\w*|dx|codes?|condition)|\b(?:as|considered|is|are) (?:an? |the )?(?:primary|secondary)\b/i;
const admonition =
  /reasonable and (?:medically )?necessary|(?:highest|greatest) (?:level|degree) of specificity|does not (?:assure|guarantee)|not (?:a )?guarantee|documentation|medical record|provider'?s responsibility|effective for dates? of service/i;

/** A role without a word for what has it, and diagnoses that are not to stand by themselves. */
const bareRole =
  /\b(?:primary|secondary)\b(?=\s*(?:$|[).:;,]|(?:list|reason|and|or)\b))|\b(?:principal|first-listed|supplementary|sole|only) (?:diagnos\w*|codes?)/i;

/** What was changed of the lists says nothing of how they count. */
const history = /\b(?:added|deleted|removed|moved|revised|updated|effective)\b/i;

/** Another group that is said to go with this one. */
const company = /\bwith\b[^.;]*\bgroup\s+\d/i;
const isCondition = (sentence: string): boolean =>
  condition.test(sentence) || roleWord.test(sentence) || company.test(sentence);

const standsAlone =
  /\bstand[- ]?alone\b|\bmay be (?:billed|reported|used) (?:alone|by (?:itself|themselves)|as (?:the |a )?(?:only|sole) diagnosis)\b|\balone (?:is|are) (?:sufficient|covered|enough)\b/i;
const alone = /\bstand[- ]?alone\b|\b(?:alone|by (?:itself|themselves)|(?:only|sole) diagnosis)\b/i;
const negation = /\b(?:not|cannot|never|no|den(?:y|ied|ial)|reject\w*|insufficient|non-?covered)\b/i;
const needsNothing =
  /\b(?:do(?:es)?|is|are) not (?:\w+ )?(?:requir\w*|need\w*)\b|\bno (?:[\w-]+ ){1,4}(?:is |are )?(?:required|needed)\b/i;
/** What must not go together is no need, and no reader of lists can weigh it. */
const keptApart = /\b(?:not|never|cannot)\b[^.;]{0,40}\b(?:with|together|along|conjunction|combination)\b/i;

const isKeptApart = (sentence: string): boolean =>
  keptApart.test(sentence) && !/\bunless\b|\bwithout\b/i.test(sentence);

const numbers =
  /\bgroups?\s+(\d+(?:(?:\s*(?:,|and|or|&|\/)\s*)+(?:(?:a|an) (?:code|diagnosis) from )?(?:groups?\s+)?\d+)*)/gi;

/** "Groups 2 or 3" is one need with two ways to meet it, "groups 2 and 3" are two. */
const alternativesIn = (list: string): string[][] => {
  const groups = list.match(/\d+/g) ?? [];
  return /\bor\b|\//i.test(list) ? [groups] : groups.map((group) => [group]);
};

/** The needs that a sentence names in their order, with the place of the first. */
const needsIn = (sentence: string) => {
  const mentions = [...sentence.matchAll(numbers)];
  const all: string[][] = [];
  for (const [at, mention] of mentions.entries()) {
    const previous = mentions[at - 1];
    const between = previous ? sentence.slice(previous.index + previous[0].length, mention.index) : '';
    const needs = alternativesIn(mention[1] ?? '');
    if (previous && /^[^.;]*\bor\b/i.test(between) && !/\band\b/i.test(between))
      all.at(-1)?.push(...needs.flat());
    else all.push(...needs);
  }
  return { all: distinct(all), at: mentions[0]?.index ?? -1 };
};

const distinct = (all: readonly string[][]): string[][] =>
  all.filter((one, at) => all.findIndex((other) => other.join() === one.join()) === at);

/** What is in brackets explains, unless it names groups or codes. */
const withoutAsides = (sentence: string): string =>
  sentence.replace(
    /\((?!\s*(?:primary|principal|secondary)\b)(?![^)]*(?:group\s+\d|\d{4}[0-9A-Z]))[^)]*\)/gi,
    ' ',
  );

const isOfProcedures = (before: string): boolean =>
  /\b(?:CPT|HCPCS|procedures?|services?|claims?)\b|(?<![\w.])(?:\d{4}[0-9AFMTU]|[A-V]\d{4})(?![\w.])/.test(
    before,
  ) && !/\b(?:these|following|ICD|diagnos\w*)\b[^.;]*$/i.test(before);

const modifierThatLifts = (sentence: string): string | undefined =>
  /\bwithout (?:an? |the |any )?(?:class findings? )?["']?([A-Z][0-9A-Z]?)["']? modifiers?\b/.exec(
    sentence,
  )?.[1] ?? /\bwithout (?:the )?modifiers? ([A-Z][0-9A-Z])\b/.exec(sentence)?.[1];

const readReference = (sentence: string, self: string | undefined): Said | undefined => {
  const [, group, role] =
    /\b(?:refer to|see) (?:the )?(?:ICD\S* )?(?:codes? (?:in|from) )?group\s+(\d+)\b[^.;]{0,60}?\b(primary|secondary)\b/i.exec(
      sentence,
    ) ?? [];
  if (!group || self === undefined || group === self) return undefined;
  const all = roleOf(role) === 'secondary' ? [[self], [group]] : [[group], [self]];
  return { kind: 'needs', all, of: 'group', ordered: true };
};

const readNeeds = (sentence: string, self: string | undefined): Said | undefined => {
  const { all, at } = needsIn(sentence);
  if (
    all.length === 0 ||
    !isCondition(sentence) ||
    (all.length < 2 && at < sentence.search(alone)) ||
    isKeptApart(sentence)
  )
    return undefined;
  const cue =
    [condition, roleWord, company].map((one) => sentence.search(one)).find((place) => place >= 0) ?? -1;
  const ofProcedures = isOfProcedures(sentence.slice(0, Math.max(cue, 0)));
  const namesSubject = at >= 0 && at < cue;
  const needsSelf = self !== undefined && (all.length === 1 || (!ofProcedures && !namesSubject));
  const hasSelf = self !== undefined && all.some((one) => one.includes(self));
  const whole = needsSelf && !hasSelf ? [[self], ...all] : all;
  if (whole.length < 2) return undefined;
  const unlessModifier = modifierThatLifts(sentence);
  const of = ofProcedures && all.length > 1 ? 'procedure' : 'group';
  const ordered = /\b(?:primary|secondary)\b/i.test(sentence);
  const isOneWay =
    needsSelf && !hasSelf && !ofProcedures && all.length === 1 && !/\bsecondary\b/i.test(sentence);
  return {
    ...{ kind: 'needs', all: whole, of, ordered },
    ...(unlessModifier && { unlessModifier }),
    ...(isOneWay && { oneWay: self }),
  };
};

/** What a sentence says of one group: its own, or the only other one that it names. */
const readRole = (sentence: string, self: string | undefined): Said | undefined => {
  const { all, at } = needsIn(sentence);
  const [named, ...others] = all.flat();
  const isOfOther =
    others.length === 0 &&
    named !== undefined &&
    named !== self &&
    at <= sentence.search(/\b(?:not|cannot|never|as|is|are|den)\b/i);
  const about = isOfOther ? { about: named } : {};
  if (alone.test(sentence)) {
    if (negation.test(sentence)) return { kind: 'never-alone', ...about };
    return standsAlone.test(sentence) ? { kind: 'alone' } : undefined;
  }
  if (/\b(?:not|never|cannot)\b[^.;]*\bas (?:an? |the )?(?:primary|first|principal)\b/i.test(sentence))
    return { kind: 'never-alone', ...about };
  if (/primary\b.*\bsecondary|secondary\b.*\bprimary/i.test(sentence)) return undefined;
  const own = /\b(?:as|are|is) (?:an? |the |only (?:as )?|list of )*(primary|secondary)\b/i.exec(
    sentence,
  )?.[1];
  const isAboutCodes = /\b(?:these|following|listed|below|this group|group\s+\d+)\b/i.test(sentence);
  return own && isAboutCodes ? { kind: 'label', role: roleOf(own), ...about } : undefined;
};

/** Some articles number their groups as the Romans did. */
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
const withNumbers = (sentence: string): string =>
  sentence.replace(/\b(groups?\s+)([IVX]+)\b/gi, (whole: string, group: string, roman: string) => {
    const place = romans.indexOf(roman);
    return place < 0 ? whole : `${group}${place + 1}`;
  });

const subject = /\b(?:diagnos\w*|ICD|dx|codes?|groups?|conditions?|claims?|modifiers?|billed|reported)\b/i;

/** Reads a sentence of a group's paragraph; `self` is the group, or undefined for paragraphs about procedures. */
export const readSentence = (written: string, self: string | undefined): Said => {
  const sentence = withoutAsides(withoutProcedureGroups(withNumbers(written)));
  const labelled = label.exec(sentence) ?? (sentence.length < 80 ? labelAtEnd.exec(sentence) : null);
  const groups = needsIn(sentence).all.flat();
  const namesOthers = groups.some((group) => group !== self?.replace('*', ''));
  if (labelled && !namesOthers && !/\brequir|\bmust\b/i.test(sentence))
    return { kind: 'label', role: roleOf(labelled[1]) };
  if (needsNothing.test(sentence) && !/\bunless\b/i.test(sentence)) return { kind: 'alone' };
  const said = readReference(sentence, self) ?? readNeeds(sentence, self) ?? readRole(sentence, self);
  if (said) return said;
  if (admonition.test(sentence)) return nothing;
  // Whatever is said of other groups may be how they count together.
  const isOfOthers = namesOthers && !history.test(sentence);
  const isUnread =
    (isCondition(sentence) && subject.test(sentence)) ||
    [alone, bareRole].some((one) => one.test(sentence)) ||
    isOfOthers;
  return isUnread ? { kind: 'unread', groups } : nothing;
};
