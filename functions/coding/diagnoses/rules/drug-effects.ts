import type { DrugColumn } from '../../../../codesets/code-book.ts';
import { isWithin } from '../../../../codesets/code-notation.ts';
import type { EvidenceSpan } from '../../../domain/coding.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import { type DrugLink, drugCodeOf, drugLinksIn } from './drug-link.ts';
import {
  assessed,
  type BookNote,
  behind,
  beside,
  changing,
  entryOn,
  type GuidelineRule,
  recoded,
  statementsOf,
} from './ruling.ts';

/** Conditions that have a code of their own where a drug causes them (index: "due to", "drug-induced"). */
const drugInduced: readonly (readonly [string, string])[] = [
  ['K59.00', 'K59.03'],
  ['K59.09', 'K59.03'],
  ['E03.9', 'E03.2'],
  ['G62.9', 'G62.0'],
  ['R21', 'L27.0'],
  ['R19.7', 'K52.1'],
  ['R50.9', 'R50.2'],
  ['D69.6', 'D69.59'],
  ['D70.9', 'D70.2'],
  ['G25.2', 'G25.1'],
  ['R25.1', 'G25.1'],
  ['G72.9', 'G72.0'],
  ['M81.0', 'M81.8'],
  ['I95.1', 'I95.2'],
  ['I95.9', 'I95.2'],
  ['E66.9', 'E66.1'],
  ['G44.89', 'G44.40'],
  ['L50.9', 'L50.0'],
];

const isChemotherapy = (drug: string): boolean =>
  /\bchemo|plat(in|inum)$|taxel$|rubicin$|\b(folfox|folfiri|gemcitabine|capecitabine|vincristine|pemetrexed)\b/i.test(
    drug,
  );

const inducedCode = (code: string, drug: string): string => {
  if (isChemotherapy(drug)) {
    if (isWithin(code, ['D64.9', 'D51.', 'D53.9'])) return 'D64.81';
    if (code === 'D70.9') return 'D70.1';
  }
  return drugInduced.find(([plain]) => plain === code)?.[1] ?? code;
};

/** Codes that no drug is held responsible for, or that say the drug already. */
const mayBeEffect = ({ entry }: DiagnosisCandidate): boolean =>
  !isWithin(entry.code, ['T', 'Z', 'V', 'W', 'X', 'Y', 'S', 'O', 'C', 'F1']) ||
  entry.code.startsWith('T78.3');

/** What stands between two places of a statement, whichever comes first. */
const between = (statement: Statement, one: EvidenceSpan, other: EvidenceSpan): string =>
  statement.text.slice(
    Math.min(one.end, other.end) - statement.start,
    Math.max(one.start, other.start) - statement.start,
  );

const isGeneric = ({ drug }: DrugLink): boolean => /^(drug|medication|medicine)s?$/i.test(drug);

/** The drug that the sentence naming the diagnosis holds responsible for it, with no other diagnosis between. */
const causeOf = (
  one: DiagnosisCandidate,
  found: readonly DiagnosisCandidate[],
  note: BookNote,
): DrugLink | undefined => {
  const own = isWithin(one.entry.code, ['E09']) ? note.statements : statementsOf(one, note).slice(0, 1);
  for (const statement of own) {
    if (own.length > 1 && !/\bdiabet/i.test(statement.text)) continue;
    const named = one.evidence.find(({ start }) => start >= statement.start) ?? one.evidence[0];
    const links = drugLinksIn(statement, note);
    // "Drug-induced ... due to atorvastatin": what has a name is meant.
    const namedFirst = [...links.filter((link) => !isGeneric(link)), ...links.filter(isGeneric)];
    for (const link of namedFirst) {
      const parted = found.some(
        (other) =>
          other !== one &&
          other.evidence.some(
            ({ start }) =>
              named !== undefined &&
              start > Math.min(named.end, link.evidence.end) &&
              start < Math.max(named.start, link.evidence.start),
          ),
      );
      if (named && !parted && !/[.;]/.test(between(statement, named, link.evidence))) return link;
    }
  }
  return undefined;
};

/** Guideline I.C.19.e.5.a: the nature of the adverse effect first, then the drug. */
const adverseEffects = changing((found, note) =>
  found.filter(mayBeEffect).reduce<readonly DiagnosisCandidate[]>((codes, one) => {
    const cause = causeOf(one, found, note);
    const code = cause && drugCodeOf(cause.drug, 'adverse-effect', note);
    if (!cause || !code) return codes;
    const rule = 'I.C.19.e.5.a: adverse effect of a drug, which follows what it caused';
    const effect = recoded(one, inducedCode(one.entry.code, cause.drug), rule, note);
    const changed = codes.map((other) => (other === one ? effect : other));
    const anemiaOfTreatment = effect.entry.code === 'D64.81';
    const drug = beside(effect, { code, evidence: [cause.evidence], rule }, note);
    // I.C.2.c.2: anemia due to chemotherapy, the neoplasm, and then the drug.
    const last = anemiaOfTreatment ? changed.findLast(({ entry }) => entry.code.startsWith('C')) : undefined;
    return behind(changed, last ?? effect, drug);
  }, found),
);

const overdose =
  /\b(?:overdos\w*(?: (?:of|on|with))?|poison\w*(?: (?:by|from|with|due to))?|ingest(?:ion|ed)(?: of)?|took too (?:many|much)|swallowed|double dose of)\s+((?:(?:a|an|his|her|the|some|several|many|\d+|handful of|bottle of|tablets of|pills of|extra|[a-z]+'s)\s+){0,4})([a-z][\w-]+)/i;
const onPurpose = /\b(intentional\w*|suicid\w*|self[- ]harm|on purpose|deliberate\w*)\b/i;
const byAssault = /\b(assault|poisoned by another)\b/i;
const undetermined = /\b(undetermined|unclear intent)\b/i;
const notDone =
  /\b(no|not|denies|denied|risk|avoid|prevent\w*|naloxone|narcan|in case of|history of|prior|previous|past|unintentional)\b[^.;]{0,40}$/i;

const intentOf = (text: string): DrugColumn => {
  if (/\b(un|not )intentional/i.test(text)) return 'accidental';
  if (onPurpose.test(text)) return 'self-harm';
  if (byAssault.test(text)) return 'assault';
  return undetermined.test(text) ? 'undetermined' : 'accidental';
};

type Poisoning = { readonly code: string; readonly evidence: EvidenceSpan; readonly item: number };

const poisoningIn = (statement: Statement, note: BookNote): Poisoning | undefined => {
  const found = overdose.exec(statement.text);
  const drug = found?.[2];
  if (!found || !drug || notDone.test(statement.text.slice(0, found.index))) return undefined;
  const code = drugCodeOf(drug, intentOf(statement.text), note);
  const start = statement.start + found.index;
  const evidence = { start, end: start + found[0].length, quote: found[0] };
  return code ? { code, evidence, item: statement.item } : undefined;
};

/** Guideline I.C.19.e.5.b: the poisoning first, then what it caused. */
const poisonings = changing((found, note) => {
  const poisoned = assessed(note)
    .filter(({ section }) => section === 'assessment')
    .flatMap((statement) => poisoningIn(statement, note) ?? []);
  const [first] = poisoned;
  const entry = first && entryOn(note, first.code);
  if (!first || !entry || found.some((one) => one.entry.code === entry.code)) return found;
  const rules = ['I.C.19.e.5.b: poisoning, sequenced first'];
  return [{ entry, confidence: 0.9, evidence: [first.evidence], rules, item: first.item }, ...found];
});

const notTaken =
  /\b(?:ran out of|out of|stopped taking(?! (?:his |her |their |the )?(?:nsaids?|naproxen|ibuprofen|aspirin))|quit taking|not taking|hasn'?t been taking|has not been taking|does not take|doesn'?t take|forgets?(?: to take)?|forgetting(?: to take)?|miss(?:es|ed|ing)(?: doses of)?|skip(?:s|ped|ping)(?: doses of)?|(?:non-?adheren\w+|non-?complian\w+) with|taking less|taking half(?: (?:of|the dose of))?|rationing|underdosing of|self-discontinued)\s+(?:(?:his|her|their|the|some|several|evening|morning|pm|am|doses|dose|of)\s+){0,4}([a-z][\w-]+)/i;
const forCost = /\b(afford|cost|expensive|insurance|financial\w*|co-?pay|money|price)\b/i;
const byForgetting = /\bforg[eo]t\w*\b/i;
const byAge = /\b(dementia|memory loss|confus\w+|poor (?:eye)?sight)\b/i;
const pumpFailed = /\bpump (failure|malfunction|breakdown)\b/i;
/** The clinician stops a drug: an order, not what the patient does. */
const ordered = /^\W*(?:\d+[.)]\s*)?(?:plan:?\s*)?(?:stop|hold|d\/c|discontinue|taper|continue|start)\b/i;

/** Z91.1-: why less was taken than prescribed (guideline I.C.19.e.5.c). */
const reasonCode = (text: string): string => {
  if (forCost.test(text)) return 'Z91.120';
  if (byForgetting.test(text)) return byAge.test(text) ? 'Z91.130' : 'Z91.138';
  return /\b(ran out|out of)\b/i.test(text) ? 'Z91.148' : 'Z91.128';
};

const rule = 'I.C.19.e.5.c: underdosing, which never stands first';

const underdosingIn = (
  one: DiagnosisCandidate,
  statement: Statement,
  note: BookNote,
): readonly DiagnosisCandidate[] => {
  const found = notTaken.exec(statement.text);
  const drug = found?.[1];
  if (!found || !drug || ordered.test(statement.text.slice(found.index)) || isNegated(statement, found))
    return [];
  const code = drugCodeOf(drug, 'underdosing', note);
  if (!code) return [];
  const start = statement.start + found.index;
  const evidence = [{ start, end: start + found[0].length, quote: found[0] }];
  const codes = pumpFailed.test(statement.text) ? [code] : [code, reasonCode(statement.text)];
  return codes.flatMap((each) => beside(one, { code: each, evidence, rule }, note));
};

const isNegated = ({ text }: Statement, found: RegExpExecArray): boolean =>
  /\b(no|not|never|denies|without|if|avoid|do not|don't|should)\s+(\w+\s+){0,2}$/i.test(
    text.slice(0, found.index),
  );

/** Underdosing is told below the problem that it makes worse. */
const underdosing = changing((found, note) =>
  found.reduce<readonly DiagnosisCandidate[]>((codes, one) => {
    if (isWithin(one.entry.code, ['Z', 'T36', 'T37', 'T38', 'T39', 'T4', 'T50'])) return codes;
    const additions = statementsOf(one, note).flatMap((statement) => underdosingIn(one, statement, note));
    return additions.length > 0 ? behind(codes, one, additions) : codes;
  }, found),
);

/** Adverse effects, poisoning and underdosing (guideline I.C.19.e). */
export const drugRules: readonly GuidelineRule[] = [adverseEffects, poisonings, underdosing];
