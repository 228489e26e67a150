import { contextCodeFor } from '../../../codesets/clinical-terms/context-codes.ts';
import { codeBookOn } from '../../../codesets/code-book.ts';
import { isWithin } from '../../../codesets/code-notation.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import type { Qualification } from '../note/qualify-mention.ts';
import type { ConditionMention } from './find-conditions.ts';

/** A mention that counts for the visit, under the code that its context asks for, with the rule that says so. */
export type MeantMention = ConditionMention & {
  readonly because?: string;
  /** The code of the condition itself, where another stands in its place. */
  readonly insteadOf?: string;
};

/** What a mention means for the claim: a diagnosis, or the rule that keeps it off. */
export type Meaning =
  | { readonly meant: MeantMention }
  | { readonly meant?: undefined; readonly refused: string };

/** Why a mention in such a context is no diagnosis of the visit. */
const rulesAgainst: Readonly<Record<Exclude<Qualification, 'affirmed'>, string>> = {
  negated: 'negated by the note',
  retracted: 'taken back by the note as an error',
  uncertain: 'IV.H: uncertain diagnoses are not coded for outpatients',
  historical: 'IV.J: of the past, not treated now',
  dated: 'IV.J: of the past by its date, not treated now',
  treated: 'I.C.2.m: its treatment is over, and there is no history code for it here',
  resolved: 'IV.J: resolved, not treated now',
  family: 'of the family or of another person, not of the patient',
  conditional: 'named as what may happen or is to be prevented, not as present',
  counselled: 'named in counselling or as a side effect warned of, not as present',
  feared: 'feared or asked about, not diagnosed',
  screened: 'screened for, not diagnosed (I.C.21.c.5)',
  immunized: 'vaccinated against, not present (I.C.21.c.2)',
  exposed: 'the patient was exposed to it and does not have it (I.C.21.c.1)',
  named: 'part of the name of a test, a service or a place',
  deferred: 'IV.J: not addressed at this visit or managed elsewhere',
};

const contextsOfPast: ReadonlySet<Qualification> = new Set(['historical', 'dated', 'treated', 'resolved']);

/** Codes that say themselves what the context says: history and status, screening, contact, family history. */
const codesOfContext: readonly (readonly [ReadonlySet<Qualification>, RegExp])[] = [
  [contextsOfPast, /^(Z8[0-7]|Z9[0-9]|Z79|I25\.2|I69)/],
  [new Set<Qualification>(['family']), /^Z8[0-4]/],
  [new Set<Qualification>(['screened']), /^Z1[1-3]/],
  [new Set<Qualification>(['exposed']), /^(Z20|Z77)/],
  [new Set<Qualification>(['conditional']), /^Z91\.81/],
  [new Set<Qualification>(['immunized']), /^(Z23|Z28|Z71\.85)/],
];

const saysItself = ({ qualification, code }: ConditionMention): boolean =>
  codesOfContext.some(([contexts, codes]) => contexts.has(qualification) && codes.test(code));

const malignant = ['C', 'D03', 'D05', 'D06', 'D07'];
/** Solid tumours are history once treated (I.C.2.m); of leukemia, lymphoma and myeloma the code says "in remission". */
const ofBlood = ['C81', 'C82', 'C83', 'C84', 'C85', 'C86', 'C88', 'C9'];

const underTreatment =
  /\b(on|continu\w*|cont|start\w*|receiving|undergoing|current\w*|active|adjuvant|during|cycle|due for|next|begin\w*|managed with|takes|taking|controlled|uncontrolled|stable|at goal|well|refill\w*|increas\w*|decreas\w*|worse\w*|flare)\b/i;
const tumourTherapy =
  /\b(on|receiving|undergoing|current(ly)?|cycle|continu\w*|cont)\b.{0,30}\b(chemo\w*|radiation|\w+mab|\w+nib|tamoxifen|letrozole|anastrozole|exemestane|leuprolide|lupron|immunotherapy|hormon\w*|endocrine therapy|adjuvant)\b|\bmetasta\w+|\bactive\b/i;

type InContext = Pick<ConditionMention, 'qualification' | 'code' | 'statement'>;

const isTreatedTumour = ({ qualification, code, statement }: InContext): boolean =>
  isWithin(code, malignant) &&
  !isWithin(code, ofBlood) &&
  (qualification === 'treated' || qualification === 'historical') &&
  !tumourTherapy.test(statement.text);

/** A chronic illness does not end: "hypertension 2015" and "history of asthma, on albuterol" have it today. */
const isStillThere = (mention: InContext, date: CalendarDate): boolean => {
  const { qualification, code, statement } = mention;
  if (qualification === 'dated' && statement.text.includes(date.slice(0, 4))) return true;
  const event = contextCodeFor(code, 'past')?.event === true;
  if (qualification === 'treated') return !event && !isTreatedTumour(mention);
  const chronic =
    codeBookOn(date).diagnoses.entry(code)?.kind === 'chronic' && !event && !code.startsWith('O');
  if (isWithin(code, malignant)) return qualification === 'dated' || tumourTherapy.test(statement.text);
  if (qualification === 'dated') return chronic;
  return qualification === 'historical' && chronic && statement.leads && underTreatment.test(statement.text);
};

const doubt =
  /\b(possibl\w*|probabl\w*|suspect\w*|suspici\w*|likely|r\/o|rule out|concern\w*|vs|versus|may|could)\b|\?/i;

/** "Suspected pneumonia, cough and fever": the doubt is about the illness, the signs are there (IV.H). */
const isSignBesideDoubt = (mention: InContext & { start: number }, date: CalendarDate): boolean => {
  if (mention.qualification !== 'uncertain') return false;
  if (codeBookOn(date).diagnoses.entry(mention.code)?.kind !== 'symptom') return false;
  const before = mention.statement.text.slice(0, mention.start - mention.statement.start);
  const own = /(?:,|\b(?:with|given|causing|because of|based on)\b)([^,]*)$/i.exec(before)?.[1];
  return own !== undefined && !doubt.test(own);
};

/** Who is taught how to stop a habit has it. */
const isHabit = ({ qualification, code, statement }: InContext): boolean =>
  qualification === 'counselled' &&
  isWithin(code, ['F17', 'Z72.0']) &&
  /\b(cessation|quit\w*|stop\w*|cut(ting)? (down|back))\b/i.test(statement.text);

/** "Residual aphasia from a stroke in 2022", "foot drop since surgery in 2019": the date is that of the cause. */
const fromDated =
  /^[^.;,]{0,30}\b(from|after|since|due to|following|secondary to|caused by|resulting from)\b[^.;,]*\b(19|20)\d\d\b/i;

/** A sign that the assessment names with its cause is there today, however long ago the cause was. */
const isSignOfDatedCause = (mention: InContext & { end: number }, date: CalendarDate): boolean =>
  mention.qualification === 'dated' &&
  mention.statement.leads &&
  codeBookOn(date).diagnoses.entry(mention.code)?.kind === 'symptom' &&
  fromDated.test(mention.statement.text.slice(mention.end - mention.statement.start));

const whenOf = (qualification: Qualification): 'past' | 'exposed' | 'screened' | 'family' | undefined => {
  if (contextsOfPast.has(qualification)) return 'past';
  return qualification === 'exposed' || qualification === 'screened' || qualification === 'family'
    ? qualification
    : undefined;
};

const rulesFor = {
  past: 'I.C.21.c.4: past and no longer treated, reported as history',
  exposed: 'I.C.21.c.1: contact with it, without the illness',
  screened: 'I.C.21.c.5: screening for it, without the illness',
  family: 'I.C.21.c.4: of the family, reported as family history',
} as const;

/** Of the family only where the history itself is what the visit is about. */
const namesFamilyHistory = /^\W*(strong |positive |significant )*(family (medical )?(history|hx)|fhx?)\b/i;

/** The code that the context asks for in the place of the condition's own, on the line that names the problem. */
const inContext = (mention: ConditionMention, date: CalendarDate): MeantMention | undefined => {
  const when = whenOf(mention.qualification);
  if (!when || !mention.statement.leads) return undefined;
  if (when === 'family' && !namesFamilyHistory.test(mention.statement.text)) return undefined;
  const code = contextCodeFor(mention.code, when)?.code;
  if (!code || !codeBookOn(date).diagnoses.entry(code)) return undefined;
  return { ...mention, code, because: rulesFor[when], insteadOf: mention.code };
};

/**
 * What the words around a mention make of it for the claim of this visit (guidelines IV.H, IV.J, I.C.21.c): itself, the
 * history, contact or screening code in its place, or nothing for a reason.
 */
export const readMeaning = (mention: ConditionMention, dateOfService: CalendarDate): Meaning => {
  const { qualification } = mention;
  if (qualification === 'affirmed') return { meant: mention };
  const past = contextsOfPast.has(qualification);
  const isStated = mention.statement.leads || !(past || qualification === 'conditional');
  if (saysItself(mention) && isStated) return { meant: mention };
  if (past && isStillThere(mention, dateOfService)) return { meant: mention };
  if (isSignOfDatedCause(mention, dateOfService)) return { meant: mention };
  if (isHabit(mention) || isSignBesideDoubt(mention, dateOfService)) return { meant: mention };
  const other = inContext(mention, dateOfService);
  return other ? { meant: other } : { refused: rulesAgainst[qualification] };
};
