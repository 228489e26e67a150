import type { Statement } from '../note/read-statements.ts';
import { findMedications, type MedicationMention } from './find-medications.ts';

/** A medicine with what was decided about it at the visit. */
export type MedicationDecision = MedicationMention & { readonly decision: 'changed' | 'continued' };

/** Words and signs of a plan by which a medicine is begun, stopped or given otherwise, verbs or none. */
const changing =
  /\b(re-?start\w*|start\w*|strt|begin\w*|began|initiat\w+|increas\w+|incr|inc|decreas\w+|decr|dec|reduc\w+|up-?titrat\w+|down-?titrat\w+|titrat\w+|switch\w*|chang(e|ed|ing)|convert\w*|replac\w+|swap\w*|transition\w*|rotat\w+|add(ed|ing)?|stop(ped|ping)?|discontinu\w+|d\/?c('?d|ed)?|hold(ing)?|held|taper\w*|wean\w*|trial(ed)?|try|resum\w+|prescri\w+|rx('?d|ed)?|e-?(prescribed|scribed?|rx)|order\w*|sen[dt]|called in|put (her|him|them|pt|patient)? ?(back )?on|advanc\w+|bump\w*|doubl\w+|halv\w+|cut|lower\w*|rais\w+|go (up|down)|step (up|down)|up to|down to|back to|adjust\w*|samples?|new|gave|give|given|load(ed|ing)?|bridg\w+|course of|burst|booster)\b|[↑↓→⬆⬇➔]|->|=>|-->|>>|\+\+/i;
const continuing =
  /\b(cont('?d|inu\w*)?|c\/w|refill\w*|refil|rf|renew\w*|re-?order\w*|keep|maintain\w*|maint|remain\w*|stay\w*|same|unchanged|no (med(ication)? )?changes?|use|using|take|taking|tak(en|es)|treat\w*|provid\w+|recommend\w*|place[sd]?|want|dose|ok to|tolerat\w+|well[- ](controlled|managed) (on|with)|controlled (on|with)|stable on|at goal on|doing well on|managed with)\b|\bon board\b/i;
const dosed =
  /\b\d+(\.\d+)?\s?(mg|mcg|g|units?|u|puffs?|milligrams?|micrograms?|tabs?|tablets?|caps?|drops|gtts?|ml|meq|%|iu)\b|\b(qd|qday|daily|bid|tid|qid|qhs|q\d+h|prn|weekly|nightly|hs|po|x ?\d+ ?(d|days?|wks?|weeks?))\b/i;
const notDecided =
  /\b(declin\w+|defer\w*|hold off|holding off|allerg\w+|would prefer not|consider(ed|ing)?|might|may (need|have to|want|require|add|try|start)|could|in the future|next (visit|time|step)|later|at that time|was (on|given|started)(?=[^.;]{0,60}\b(ago|last|previous\w*|before|since|at the|in (19|20)\d\d|in (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|by (her|his|the|another|an?)|elsewhere)\b)|not (indicated|needed|necessary|started|prescribed)|no (need|indication|role) for|discuss(ed|ing)? (the )?(option|possib|starting|adding|glp)|thinking about|wait(ing)? (on|to)|if (no|not|needed|worse|persists?))\b/i;
/** A medicine that somebody else looks after is not managed here. */
const ofOthers =
  /\b(with|by|per|through|from|via|under) (the |his |her |their |an? |outside )?(pcp|primary|family doctor|psychiatr\w+|cardiolog\w+|rheum\w*|endocrin\w+|nephrolog\w+|neurolog\w+|oncolog\w+|pain (clinic|management)|specialist|prescriber|ob|gyn\w*|dermatolog\w+|pulmonolog\w+|gi|other (doctor|provider|clinic))\b|\b(pcp|cardiology|psychiatry|endocrinology|rheumatology|nephrology|oncology|neurology) (manages?|managing|follows?|prescribes?|adjusts?|is (managing|tapering|prescribing)|tapering)\b|\bmanaged elsewhere\b/i;

const clauseOf = ({ statement, start }: MedicationMention): string => {
  const before = statement.text.slice(0, start - statement.start);
  const from = Math.max(...[';', ', but ', ', and '].map((mark) => before.lastIndexOf(mark)), 0);
  const after = statement.text.slice(start - statement.start);
  return before.slice(from) + (after.split(/;|, (?:but|and) /)[0] ?? '');
};

/** A steroid or anesthetic that is injected belongs to the procedure, whose risk is paid with it. */
const isInjectedHere = (mention: MedicationMention): boolean =>
  mention.class === 'local anesthetic' ||
  (mention.class === 'corticosteroid' &&
    /\b(inject(ed|ing|ions?)?|infiltrat\w+)\b/i.test(mention.statement.text));

const decisionOf = (text: string): MedicationDecision['decision'] | undefined => {
  if (changing.test(text)) return 'changed';
  return continuing.test(text) || dosed.test(text) ? 'continued' : undefined;
};

/** Words of a plan's line that is nothing but its medicines. */
const bareWords = 6;

/** "P: amoxicillin-clavulanate.": a medicine that stands alone in a plan is ordered, verb or none. */
const isBare = ({ section, words, text }: Statement): boolean =>
  section === 'plan' && words.length <= bareWords && !/\b(no|not|avoid|hold|if|or|vs|none)\b|\?/i.test(text);

/** What a statement of the plan decides about the medicines that it names. */
export const readMedicationDecisions = (statement: Statement): readonly MedicationDecision[] => {
  const medications = findMedications(statement);
  if (medications.length === 0) return [];
  const decision = decisionOf(statement.text) ?? (isBare(statement) ? 'continued' : undefined);
  if (decision === undefined) return [];
  return medications
    .filter((mention) => !isInjectedHere(mention))
    .filter((mention) => {
      const clause = clauseOf(mention);
      return !notDecided.test(clause) && !ofOthers.test(clause);
    })
    .map((mention) => ({ ...mention, decision: decisionOf(clauseOf(mention)) ?? decision }));
};
