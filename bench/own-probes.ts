import { parseArgs } from 'node:util';
import { codeBookOn } from '../codesets/code-book.ts';
import { flatten } from '../functions/coding/flatten-suggestions.ts';
import { suggestCodes } from '../functions/coding/suggest-codes.ts';
import { useOfficialCodeSets } from './official-code-sets.ts';
import { type Half, halves, type Probe, readHarmless, readProbes } from './read-probes.ts';

useOfficialCodeSets();

const dateOfService = '2026-03-02';
type Flat = ReturnType<typeof flatten>;
type Judged = { readonly kind: string; readonly told: string; readonly faults: readonly string[] };

const namesSide = (code: string): boolean =>
  /\b(right|left)\b/i.test(codeBookOn(dateOfService).diagnoses.entry(code)?.description ?? '');

/** Codes of visits to an office, elsewhere, by telephone, and preventive ones: none may come where noEm stands. */
const visitCode = /^99(20[2-5]|21[1-5]|2[4-8]\d|3[0-57-9]\d|44[1-3])/;

const faultsOfDiagnoses = ({ must, mustNot, any, only, noSide }: Probe, { dx }: Flat): readonly string[] => {
  const came = (codes: readonly string[]) => codes.some((code) => dx.includes(code));
  const complete = must.length === 0 || (any ? must.some(came) : must.every(came));
  return [
    ...(complete ? [] : ['missing']),
    ...(mustNot.some((code) => dx.includes(code)) ? ['forbidden'] : []),
    ...(only && dx.some((code) => !must.flat().includes(code)) ? ['extra'] : []),
    ...(noSide && dx.some(namesSide) ? ['side that nobody wrote'] : []),
  ];
};

const faultsOfServices = (probe: Probe, { em, procedures }: Flat): readonly string[] => {
  const billed = [...(em ? [em] : []), ...procedures];
  const came = (codes: readonly string[]) => codes.some((code) => billed.includes(code));
  return [
    ...(probe.em !== undefined && !billed.includes(probe.em) ? [`level ${em ?? 'none'}`] : []),
    ...(probe.noEm && billed.some((code) => visitCode.test(code)) ? ['visit that is none'] : []),
    ...((probe.procedures ?? []).every(came) ? [] : ['service missing']),
    ...(came(probe.notProcedures ?? []) ? ['service forbidden'] : []),
  ];
};

const shown = (note: string, { dx, em, procedures }: Flat): string =>
  `${JSON.stringify(note)} -> ${[...dx, em ?? 'no visit', ...procedures].join(' ')}`;

const judgeProbe = (probe: Probe): Judged => {
  const { id, kind, note, age, patient } = probe;
  const ageInYears = Number.parseInt(age, 10);
  const flat = flatten(id, suggestCodes(note, { dateOfService, ageInYears, patientType: patient }));
  const faults = [...faultsOfDiagnoses(probe, flat), ...faultsOfServices(probe, flat)];
  return { kind, told: `${id} ${shown(note, flat)}`, faults };
};

/** The sentence is the third line of an assessment of one problem, and that problem is all that may be coded. */
const judgeHarmless = (sentence: string): Judged => {
  const note = `CC: follow up\nASSESSMENT AND PLAN:\n1. Hypertension, at goal.\nContinue lisinopril 10 mg.\n${sentence}\n`;
  const flat = flatten(sentence, suggestCodes(note, { dateOfService, patientType: 'established' }));
  const faults = [
    ...(flat.dx.includes('I10') ? [] : ['missing']),
    ...(flat.dx.some((code) => code !== 'I10') ? ['invented'] : []),
    ...(flat.procedures.length === 0 ? [] : ['service invented']),
  ];
  return { kind: 'harmless', told: shown(sentence, flat), faults };
};

const judgeHalf = (half: Half): readonly Judged[] => [
  ...readProbes(half).map(judgeProbe),
  ...readHarmless(half).map(judgeHarmless),
];

const rateOf = (judged: readonly Judged[]): string => {
  const right = judged.filter(({ faults }) => faults.length === 0).length;
  return `${right} of ${judged.length} (${(right / judged.length).toFixed(3)})`;
};

const printHalf = (half: Half, tellsFaults: boolean): void => {
  const judged = judgeHalf(half);
  console.log(`${half} half`);
  for (const [kind, ofKind] of Map.groupBy(judged, ({ kind }) => kind)) {
    console.log(`  ${kind}: ${rateOf(ofKind ?? [])}`);
  }
  console.log(`  probes in all: ${rateOf(judged.filter(({ kind }) => kind !== 'harmless'))}`);
  if (!tellsFaults) return;
  for (const { kind, told, faults } of judged) {
    if (faults.length > 0) console.error(`${kind}: ${faults.join(', ')}: ${told}`);
  }
};

const { values } = parseArgs({ options: { faults: { type: 'boolean' } } });
for (const half of halves) printHalf(half, values.faults === true && half === 'tuning');
