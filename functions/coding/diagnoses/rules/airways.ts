import { isWithin } from '../../../../codesets/code-notation.ts';
import { thatTell } from '../../note/letters-of.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import {
  type BookNote,
  behind,
  beside,
  changing,
  entryOn,
  type GuidelineRule,
  recoded,
  saidIn,
  statementsOf,
} from './ruling.ts';

const severities: readonly (readonly [RegExp, string])[] = [
  [/\bsevere,? persistent\b|\bpersistent,? severe\b/gi, 'J45.5'],
  [/\bmoderate,? persistent\b|\bpersistent,? moderate\b/gi, 'J45.4'],
  [/\bmild,? persistent\b|\bpersistent,? mild\b/gi, 'J45.3'],
  [/\bmild,? intermittent\b|\bintermittent,? mild\b/gi, 'J45.2'],
];

const exacerbated = /\bexacerbat\w+|\bflare\b|\basthma attack\b/gi;
const statusAsthmaticus = /\bstatus asthmaticus\b/gi;

const courseOf = (one: DiagnosisCandidate, note: BookNote): '0' | '1' | '2' => {
  const own = statementsOf(one, note);
  if (saidIn(own, statusAsthmaticus)) return '2';
  return saidIn(own, exacerbated) ? '1' : '0';
};

/** The severity of asthma from wherever the note tells it, and the exacerbation of today from its own problem (I.C.10.a). */
const asthma = changing((found, note) => {
  const about = thatTell(note.statements, /\basthma\b/i);
  const code = (one: DiagnosisCandidate): string => {
    const severity = severities.find(
      ([pattern]) => saidIn(statementsOf(one, note), pattern) ?? saidIn(about, pattern),
    );
    const course = courseOf(one, note);
    if (severity) return severity[1] + course;
    return /^J45\.9/.test(one.entry.code) && course !== '0' ? `J45.90${course}` : one.entry.code;
  };
  const coded = found.map((one) =>
    /^J45\.([2345][01]|90[19])$/.test(one.entry.code)
      ? recoded(one, code(one), 'I.C.10.a: severity and exacerbation as documented', note)
      : one,
  );
  return coded.filter((one, at) => coded.findIndex(({ entry }) => entry.code === one.entry.code) === at);
});

const lowerInfections = ['J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18', 'J20', 'J21', 'J22'];

/** Guideline I.C.10.a: an infection of the lower airways in COPD is J44.0 with the infection, beside an exacerbation. */
const obstruction = changing((found, note) => {
  const disease = found.find(({ entry }) => isWithin(entry.code, ['J44.0', 'J44.1', 'J44.9']));
  if (!disease) return found;
  const infection = found.find(({ entry }) => isWithin(entry.code, lowerInfections));
  const said = infection
    ? undefined
    : saidIn(statementsOf(disease, note).slice(0, 1), /\b(acute )?bronchitis\b/gi);
  const bronchitis =
    disease.entry.code === 'J44.0' && said && /acute/i.test(said.quote) ? entryOn(note, 'J20.9') : undefined;
  const rule = 'J44.0: COPD with an infection of the lower airways, which is coded also';
  if (bronchitis && said)
    return behind(found, disease, beside(disease, { code: 'J20.9', evidence: [said], rule }, note));
  if (!infection || disease.entry.code === 'J44.0') return found;
  const [withInfection] = beside(
    disease,
    { code: 'J44.0', evidence: [...disease.evidence, ...infection.evidence], rule },
    note,
  );
  if (!withInfection) return found;
  const exacerbation = disease.entry.code === 'J44.1' ? [disease] : [];
  const at = Math.min(found.indexOf(disease), found.indexOf(infection));
  const rest = (part: readonly DiagnosisCandidate[]) =>
    part.filter((one) => one !== disease && one !== infection);
  // "Code also" leaves it to the visit which of the two it was for: the one that the note assesses first.
  const isForInfection = infection.item < disease.item;
  const both = isForInfection
    ? [infection, withInfection, ...exacerbation]
    : [withInfection, infection, ...exacerbation];
  return [...rest(found.slice(0, at)), ...both, ...rest(found.slice(at))];
});

/** Acute and chronic forms of one condition are both coded, the acute one first (guideline I.B.8). */
const acuteOnChronic = changing((found, note) =>
  found.flatMap((one) => {
    if (
      !/^J32\./.test(one.entry.code) ||
      !saidIn(statementsOf(one, note).slice(0, 1), /\bacute (on|and) chronic\b/gi)
    )
      return [one];
    const acute =
      { '0': 'J01.00', '1': 'J01.10', '2': 'J01.20', '3': 'J01.30', '4': 'J01.40' }[
        one.entry.code.charAt(4)
      ] ?? 'J01.90';
    return [...beside(one, { code: acute, evidence: [], rule: 'I.B.8: the acute form first' }, note), one];
  }),
);

/** Asthma, COPD and infections of the airways (guidelines I.C.10 and I.B.8). */
export const airwayRules: readonly GuidelineRule[] = [asthma, obstruction, acuteOnChronic];
