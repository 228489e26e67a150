import { codeBookOn, type DiagnosisEntry } from '../../../codesets/code-book.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import type { EvidenceSpan } from '../../domain/coding.ts';
import { type CoderMemory, isRemembered, leastShareKept, shareKept } from '../memory/coder-memory.ts';
import { spanOf } from '../note/find-phrases.ts';
import type { SectionKind } from '../note/read-sections.ts';
import type { Statement } from '../note/read-statements.ts';
import type { ConditionMention } from './find-conditions.ts';
import { hasUnexplainedWords } from './find-unexplained.ts';
import { type MeantMention, readMeaning } from './read-meaning.ts';
import { inTellingOrder, isPlacelessInTelling, toldOnly } from './rules/telling.ts';
import { signsInstead } from './signs-instead.ts';
import {
  calledCloser,
  disprovenCodes,
  howTold,
  isFirmGround,
  isNamedAlone,
  isToldOfToday,
  isTreated,
  lateralityOf,
  retractedCodes,
  standsBelow,
  weakConfidence,
  withoutIntroduction,
} from './weigh-ground.ts';

/** A diagnosis that the note supports, before the rules that weigh several against each other. */
export type DiagnosisCandidate = {
  readonly entry: DiagnosisEntry;
  readonly confidence: number;
  readonly evidence: readonly EvidenceSpan[];
  readonly rules: readonly string[];
  readonly question?: string;
  readonly item: number;
  /** The dictionary's words that led to the code: what a coder's decision about it is remembered under. */
  readonly term?: string;
  /** Of a report: the share of its notes in which coders keep the code. */
  readonly share?: number;
};

/** How far a section is trusted to say what the visit was for. The assessment states it; the rest only hints. */
const sources: readonly {
  readonly sections: readonly SectionKind[];
  readonly confidence: number;
  readonly rule: string;
}[] = [
  { sections: ['assessment'], confidence: 0.95, rule: 'named in the assessment' },
  { sections: ['plan'], confidence: 0.7, rule: 'named in the plan only; the note has no usable assessment' },
  {
    sections: ['reason', 'history', 'procedure'],
    confidence: 0.4,
    rule: 'named by the patient only; no clinician assessed it',
  },
  { sections: ['other'], confidence: 0.4, rule: 'named in a line of its own; no part of the note assesses' },
];

const namedAloneSource: (typeof sources)[number] = {
  sections: ['exam', 'results'],
  confidence: 0.6,
  rule: 'named in a sentence of its own; the note has no usable assessment',
};

const toldSource: (typeof sources)[number] = {
  sections: ['reason', 'history', 'exam', 'results', 'plan', 'procedure'],
  confidence: 0.6,
  rule: toldOnly,
};

const workedUpSource: (typeof sources)[number] = {
  sections: ['plan'],
  confidence: 0.7,
  rule: 'worked up by the plan',
};

/** Below the first line of an assessed problem the clinician reasons, so a code found there is less sure. */
const reasoningConfidence = 0.85;

/** The line that names the problem holds words that the code does not account for. */
const unexplainedConfidence = 0.75;
export const mayBeMoreSpecific = 'the note may be more specific than the code';

/** Whether a mention stands where the clinician assesses or plans. */
export const isInPlan = ({ statement }: Pick<ConditionMention, 'statement'>): boolean =>
  statement.section === 'assessment' || statement.section === 'plan';

/** "An echocardiogram for further evaluation of the murmur": a finding that is worked up is a problem of the visit. */
const workUp = /\b(evaluation|work-?up|investigation) of (the |this |his |her |their |any )?(\w+ )?$/i;

const isWorkedUp = ({ statement, start }: ConditionMention): boolean =>
  isInPlan({ statement }) && workUp.test(statement.text.slice(0, start - statement.start));

const isNamed = (mention: ConditionMention, entry: DiagnosisEntry, all: Mentions): boolean =>
  mention.statement.leads ||
  mention.statement.section === 'history' ||
  isTreated(mention) ||
  isWorkedUp(mention) ||
  standsBelow(entry, {
    isNamed: all.namedItems.has(mention.statement.item),
    isRefused: all.refusedItems.has(mention.statement.item),
  });

const mostSupport = 3;

const supportOf = (mention: ConditionMention, { byCode }: Mentions): readonly EvidenceSpan[] =>
  (byCode.get(mention.code) ?? [])
    .slice(0, mostSupport + 1)
    .filter((other) => other !== mention)
    .slice(0, mostSupport)
    .map(spanOf);

/** The mentions that count, by code and by statement: looked up, never searched. */
type Mentions = {
  readonly byCode: ReadonlyMap<string, readonly MeantMention[]>;
  readonly byStatement: ReadonlyMap<Statement, readonly MeantMention[]>;
  /** Items of the note whose first line names a condition. */
  readonly namedItems: ReadonlySet<number>;
  /** Items whose first line names conditions that the note does not mean. */
  readonly refusedItems: ReadonlySet<number>;
  /** Codes that the assessment or plan both states and disproves. */
  readonly disproven: ReadonlySet<string>;
};

/** What a coder has to be asked before such a mention is a code. */
const doubtAbout = (mention: MeantMention, entry: DiagnosisEntry, all: Mentions): string | undefined => {
  if (all.disproven.has(mention.code)) {
    return `The note both states and excludes it (${entry.description}): which holds?`;
  }
  return isFirmGround(mention, entry)
    ? undefined
    : `Only the history mentions it (${entry.description}): was it assessed at this visit?`;
};

type Reading = {
  readonly all: Mentions;
  readonly source: (typeof sources)[number];
  readonly dateOfService: CalendarDate;
  readonly memory: CoderMemory | undefined;
};

/** What coders decided about the term and code before; how far it moves the confidence, `confidence/` weighs. */
const remembered = ({ term, code }: ConditionMention, memory: CoderMemory | undefined): readonly string[] =>
  memory && isRemembered(memory, term, code)
    ? [`coders of this practice keep it in ${Math.round(shareKept(memory, term, code) * 100)} % of notes`]
    : [];

/** A code that coders strike by whatever term the note has for it is not made. */
const isStruck = ({ code }: ConditionMention, { byCode }: Mentions, memory: CoderMemory | undefined) =>
  memory !== undefined &&
  (byCode.get(code) ?? []).every(({ term }) => shareKept(memory, term, code) < leastShareKept);

const candidateOf = (
  mention: MeantMention,
  { all, source, dateOfService, memory }: Reading,
): DiagnosisCandidate[] => {
  const entry = codeBookOn(dateOfService).diagnoses.entry(mention.code);
  if (!entry || !isNamed(mention, entry, all) || isStruck(mention, all, memory)) return [];
  const laterality = lateralityOf(mention, entry);
  const doubt = doubtAbout(mention, entry, all);
  const unexplained = hasUnexplainedWords(mention, all.byStatement.get(mention.statement) ?? []);
  const confidence = Math.min(
    source.confidence,
    laterality.ceiling,
    doubt === undefined ? 1 : weakConfidence,
    mention.statement.leads ? 1 : reasoningConfidence,
    unexplained ? unexplainedConfidence : 1,
  );
  const rules = [
    source.rule,
    ...laterality.rules,
    ...(mention.because ? [mention.because] : []),
    ...(unexplained ? [mayBeMoreSpecific] : []),
    ...remembered(mention, memory),
  ];
  const found = {
    entry,
    confidence,
    evidence: [spanOf(mention), ...supportOf(mention, all)],
    rules,
    item: mention.statement.item,
    term: mention.term,
  };
  const question = doubt ?? laterality.question;
  return [question === undefined ? found : { ...found, question }];
};

/** Of several mentions of a code the surest one stands; where they are equally sure, the first. */
const onePerCode = (candidates: readonly DiagnosisCandidate[]): readonly DiagnosisCandidate[] => {
  const best = new Map<string, DiagnosisCandidate>();
  for (const one of candidates) {
    const known = best.get(one.entry.code);
    if (!known || one.confidence > known.confidence) best.set(one.entry.code, one);
  }
  return candidates.filter((one) => best.get(one.entry.code) === one);
};

/** History of what the note also treats is no history: "colon cancer, resected" beside "on adjuvant chemotherapy". */
const withoutActiveHistory = (meant: readonly MeantMention[]): readonly MeantMention[] => {
  const active = new Set(
    meant.filter((one) => !one.insteadOf && isInPlan(one)).map(({ code }) => code.slice(0, 3)),
  );
  return meant.filter(({ insteadOf }) => !insteadOf || !active.has(insteadOf.slice(0, 3)));
};

const mentionsThatCount = (
  mentions: readonly ConditionMention[],
  dateOfService: CalendarDate,
): Mentions & { readonly meant: readonly MeantMention[] } => {
  const retracted = retractedCodes(mentions);
  const { diagnoses } = codeBookOn(dateOfService);
  const read = withoutActiveHistory(
    mentions.flatMap((mention) =>
      retracted.has(mention.code) ? [] : (readMeaning(mention, dateOfService).meant ?? []),
    ),
  );
  const meant = read.map((mention) => {
    const code = isInPlan(mention) ? calledCloser(mention, read, diagnoses.entry) : undefined;
    return code ? { ...mention, code, because: 'I.B.2: called more closely elsewhere in the note' } : mention;
  });
  const itemsLedBy = (some: readonly ConditionMention[]): ReadonlySet<number> =>
    new Set(some.filter(({ statement }) => statement.leads).map(({ statement }) => statement.item));
  return {
    meant,
    byCode: Map.groupBy(meant, ({ code }) => code),
    byStatement: Map.groupBy(meant, ({ statement }) => statement),
    namedItems: itemsLedBy(meant),
    refusedItems: itemsLedBy(mentions),
    disproven: disprovenCodes(mentions),
  };
};

/** What a note without an assessment names behind the examination, in sentences that say nothing else. */
const namedAlone = (
  all: Mentions & { readonly meant: readonly MeantMention[] },
  dateOfService: CalendarDate,
  memory: CoderMemory | undefined,
): readonly DiagnosisCandidate[] =>
  all.meant
    .filter((mention) => isNamedAlone(mention, codeBookOn(dateOfService).diagnoses.entry(mention.code)))
    .flatMap((mention) =>
      candidateOf(
        { ...mention, statement: { ...mention.statement, leads: true } },
        { all, source: namedAloneSource, dateOfService, memory },
      ),
    );

/** What a note without headings tells of as there today, beside what it was seen to assess. */
const toldOfToday = (
  all: Mentions & { readonly meant: readonly MeantMention[] },
  dateOfService: CalendarDate,
  memory: CoderMemory | undefined,
): readonly DiagnosisCandidate[] =>
  all.meant
    .filter(
      (mention) =>
        !mention.insteadOf && isToldOfToday(mention, codeBookOn(dateOfService).diagnoses.entry(mention.code)),
    )
    .flatMap((mention) =>
      candidateOf(
        { ...mention, statement: { ...mention.statement, leads: true, section: 'plan' } },
        { all, source: toldSource, dateOfService, memory },
      ).map((one) => ({ ...one, rules: [...one.rules, ...howTold(mention)] })),
    );

/**
 * The conditions that the note means, in its own order, from the most trusted section that names any. What it negates,
 * doubts (guideline IV.H), tells of the past, of others or of what may happen is left out; of what is only suspected
 * the sign stands that brought the patient.
 */
export const suggestDiagnoses = (
  mentions: readonly ConditionMention[],
  dateOfService: CalendarDate,
  memory?: CoderMemory,
): readonly DiagnosisCandidate[] => {
  const all = mentionsThatCount(mentions, dateOfService);
  const meant = all.meant.filter((mention) => !isPlacelessInTelling(mention));
  const alone = namedAlone(all, dateOfService, memory);
  const told = toldOfToday(all, dateOfService, memory);
  for (const source of sources) {
    const from = meant.filter(({ statement }) => source.sections.includes(statement.section));
    const signs = source === sources[0] ? signsInstead(mentions, meant, dateOfService) : [];
    const named = [
      ...withoutIntroduction(from).flatMap((mention) =>
        candidateOf(mention, { all, source, dateOfService, memory }),
      ),
      ...signs,
      ...(source.sections.includes('plan') ? alone : []),
    ];
    if (named.length === 0) continue;
    const workedUp = meant
      .filter((mention) => mention.statement.section === 'plan' && isWorkedUp(mention))
      .flatMap((mention) => candidateOf(mention, { all, source: workedUpSource, dateOfService, memory }));
    return inTellingOrder(onePerCode([...named, ...workedUp, ...told]));
  }
  return inTellingOrder(onePerCode(told));
};
