import type { DiagnosisFacts, Exclusion, NeverFirst } from '../../../codesets/code-book.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from '../edit.ts';
import { bookOf, eachDiagnosis, pathOf } from '../facts/each-diagnosis.ts';

/** The coder has to find the note: the Tabular List may be of an earlier year than the codes. */
const whereNoted = ({ owner, ofYear }: Exclusion): string =>
  `Excludes1 at ${owner}${ofYear ? `, Tabular List of FY${ofYear}` : ''}`;

const checkExcludes1 = (encounter: EncounterToScrub): readonly Objection[] => {
  const { diagnoses } = bookOf(encounter);
  return eachDiagnosis(encounter, (code, at) =>
    encounter.codes.diagnoses.slice(0, at).flatMap((earlier) => {
      const exclusion = diagnoses.exclusion(code, earlier);
      if (!exclusion) return [];
      const detail = `${code} and ${earlier} exclude each other (${whereNoted(exclusion)}); keep the one that applies, or say why they are unrelated.`;
      return [{ path: pathOf(at), detail }];
    }),
  );
};

const whatComesFirst: Readonly<Record<NeverFirst, string>> = {
  manifestation: 'the condition that it is a manifestation of',
  'external-cause': 'what it caused',
  'infectious-agent': 'the infection that it causes',
  sequela: 'the condition that it left behind',
};

/** A sequela is followed by what it left behind where that is a manifestation, which cannot lead itself (I.B.10). */
const checkFirst = (encounter: EncounterToScrub): readonly Objection[] => {
  const { diagnoses } = bookOf(encounter);
  const [first = '', second = ''] = encounter.codes.diagnoses;
  const why = diagnoses.neverFirst(first);
  if (!why || (why === 'sequela' && diagnoses.neverFirst(second) === 'manifestation')) return [];
  const detail = `${first} cannot be listed first; put before it ${whatComesFirst[why]}.`;
  return [{ path: pathOf(0), detail }];
};

/** What the code sets in use hold against the codes of one standing; the starter set, or an edition of another time, warns. */
const checkStanding =
  (...standings: readonly DiagnosisFacts['standing'][]) =>
  (encounter: EncounterToScrub): readonly Objection[] => {
    const book = bookOf(encounter);
    return eachDiagnosis(encounter, (code, at) => {
      const { standing, inForce } = book.diagnoses.find(code);
      if (!standings.includes(standing)) return [];
      return book
        .check({ kind: 'diagnosis', code })
        .map(({ detail }) => ({ path: pathOf(at), detail, ...(!inForce && { severity: 'warn' as const }) }));
    });
  };

/** Edits on the diagnoses of an encounter. */
export const diagnosisEdits: readonly Edit[] = [
  {
    code: 'diagnosis-unknown',
    desk: 'coder',
    source: 'ICD-10-CM: only codes of the set at full length are billable (guideline I.B.2)',
    check: checkStanding('unknown', 'heading'),
  },
  {
    code: 'diagnosis-not-in-force',
    desk: 'coder',
    source: 'ICD-10-CM: the edition in force on the date of service applies',
    check: checkStanding('not-in-force'),
  },
  {
    code: 'diagnosis-cannot-lead',
    desk: 'coder',
    source:
      'ICD-10-CM guidelines I.A.13 and I.C.20: manifestations, external causes and sequelae never come first',
    check: checkFirst,
  },
  {
    code: 'diagnosis-excludes1',
    desk: 'coder',
    source: 'ICD-10-CM guideline I.A.12.a (Excludes1): two conditions that are unrelated may stand together',
    severity: 'warn',
    check: checkExcludes1,
  },
  {
    code: 'diagnosis-duplicate',
    desk: 'coder',
    source: 'ICD-10-CM guideline I.B.11: each code once per encounter',
    check: (encounter) =>
      eachDiagnosis(encounter, (code, at) =>
        objectIf(
          encounter.codes.diagnoses.indexOf(code) < at,
          pathOf(at),
          `${code} is listed twice; remove one.`,
        ),
      ),
  },
];
