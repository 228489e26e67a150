import type { Visit } from '../../note/visit.ts';
import { evaluateVisit, type Reading, type SuggestedEvaluation } from '../evaluate-visit.ts';
import { ownChanges, prescriptionDecisions, separateWords } from '../own-management.ts';
import { suggestionOf } from '../visit-suggestion.ts';
import { codesOfKind } from './codes-of-kind.ts';
import { type KindSign, type NoVisitKind, reasons } from './encounter-kind.ts';
import { isNothingBesides } from './evaluate-with-procedures.ts';
import { readNoVisit } from './read-no-visit.ts';
import { rejecting, withModifier } from './with-modifier.ts';

/** Kinds beside which a problem that the note calls separate, or a treatment that it changes, is a visit of its own. */
const modifierBeside: Partial<Record<NoVisitKind, string>> = {
  infusion: '25',
  anticoagulation: '25',
  'post-operative': '24',
  procedure: '25',
  injection: '25',
  immunization: '25',
};
const confidence = { separate: 0.7 };

/** What makes a visit of it all the same: the note's own words, or where the sign is soft, a change of treatment. */
const visitBeside = ({ kind, isFirm }: KindSign, { statements }: Reading): string | undefined => {
  if (isFirm) return undefined;
  if (separateWords(statements).length > 0) return 'a problem that the note calls separate';
  return kind !== 'post-operative' && ownChanges(statements).length > 0
    ? 'a treatment was changed besides'
    : undefined;
};

/** Weighed as if it were a visit, kept off the claim with the reason; what is reported instead stands in its place. */
const insteadOfVisit = (sign: KindSign, reading: Reading, visit: Visit): SuggestedEvaluation => {
  const { rule, question } = reasons[sign.kind];
  const told = codesOfKind(sign, reading, reading.done);
  const isClear = sign.kind === 'procedure' && isNothingBesides(reading, visit);
  return {
    ...rejecting(evaluateVisit(reading, visit), rule, isClear ? undefined : question),
    suggestions: told
      .filter(({ code }) => !reading.done.some((one) => one.code === code))
      .flatMap((one) => suggestionOf({ ...one, rules: [rule, ...one.rules] }, visit.dateOfService)),
  };
};

/** Services that are the whole of their encounter unless a practitioner decides on treatment beside them. */
const wholeEncounters: readonly (readonly [NoVisitKind, RegExp])[] = [
  ['psychotherapy', /^(90791|9083[247]|9084[67]|90853)$/],
  ['therapy', /^(971[1-6]\d|9716[1-8]|97530|97535|92507|92526|9894[0-3])$/],
  ['nutrition', /^(9780[2-4]|G010[89])$/],
];

/** What was done tells the kind where the note changes no treatment: psychotherapy alone, exercises, a diet. */
const servedAlone = ({ done, statements }: Reading): KindSign | undefined => {
  if (prescriptionDecisions(statements).length > 0) return undefined;
  for (const [kind, codes] of wholeEncounters) {
    const service = done.find(({ code }) => codes.test(code));
    if (service) return { kind, isFirm: true, evidence: service.evidence.slice(0, 1) };
  }
  return undefined;
};

export type OtherEncounter = { readonly sign: KindSign; readonly evaluation: SuggestedEvaluation };

/** What is reported for an encounter that is no office visit; undefined where it is one. */
export const evaluateNoVisit = (reading: Reading, visit: Visit): OtherEncounter | undefined => {
  const sign = readNoVisit(reading.frame, reading.statements) ?? servedAlone(reading);
  if (!sign) return undefined;
  const beside = visitBeside(sign, reading);
  if (beside === undefined) return { sign, evaluation: insteadOfVisit(sign, reading, visit) };
  const modifier = modifierBeside[sign.kind];
  const evaluation = evaluateVisit(reading, visit);
  const { rule, question } = reasons[sign.kind];
  if (modifier === undefined) return { sign, evaluation };
  const stated = withModifier(
    evaluation,
    modifier,
    `modifier ${modifier}: ${beside}, though it is ${rule}`,
    confidence.separate,
  );
  return { sign, evaluation: { ...stated, questions: [...stated.questions, question] } };
};
