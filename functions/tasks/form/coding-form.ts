import type { CodedService, CodeSuggestion, EncounterCodes } from '../../domain/coding.ts';
import type { Encounter } from '../../domain/encounter.ts';
import { readRows, rowLimit } from './form-rows.ts';
import { blankServiceRow, type ServiceRow, serviceRow } from './service-row.ts';

/** What the form says about a suggestion: a decision ("accept", "reject", or none yet), and where and how it is billed. */
export type SuggestedFields = {
  readonly decision: string;
  /** The number by which the services point at a diagnosis, and its place among the diagnoses. */
  readonly place: string;
  readonly modifiers: string;
  readonly units: string;
  readonly pointers: string;
};

/** A code that the coder adds, and the words of the note behind it. */
export type AddedDiagnosis = { readonly code: string; readonly place: string; readonly words: string };
export type AddedService = ServiceRow & { readonly words: string };

/** The coder's decisions as they stand in the form, suggestions by their code. */
export type CodingForm = {
  readonly suggested: Readonly<Record<string, SuggestedFields>>;
  readonly addedDiagnoses: readonly AddedDiagnosis[];
  readonly addedServices: readonly AddedService[];
};

export const emptyCodingForm: CodingForm = { suggested: {}, addedDiagnoses: [], addedServices: [] };

export const noFields: SuggestedFields = { decision: '', place: '', modifiers: '', units: '', pointers: '' };
export const blankDiagnosis: AddedDiagnosis = { code: '', place: '', words: '' };
export const blankService: AddedService = { ...blankServiceRow, words: '' };

export const isDiagnosis = ({ system }: CodeSuggestion): boolean => system === 'ICD-10-CM';

/** What a form starts from: the codes that stand or are proposed, and from which confidence the practice accepts any. */
type Start = { readonly codes: EncounterCodes | undefined; readonly acceptsFrom?: number | undefined };

/**
 * A coder who looks at a visit again starts from the codes that stand; a suggestion that is doubtful, or less sure than
 * the practice accepts, is nobody's default.
 */
const decisionOn = (
  { code, confidence, source, status }: CodeSuggestion,
  {
    codes,
    wasReviewed,
    acceptsFrom = 0,
  }: Omit<Start, 'codes'> & {
    readonly codes: readonly string[] | undefined;
    readonly wasReviewed: boolean;
  },
) => {
  const isKept = codes?.includes(code) ?? source === undefined;
  if (wasReviewed) return isKept ? 'accept' : 'reject';
  return isKept && status !== 'needs-query' && confidence >= acceptsFrom ? 'accept' : '';
};

const suggestedDiagnoses = ({ suggestions, codes: reviewed }: Encounter, { codes, acceptsFrom }: Start) => {
  const stated = codes?.diagnoses ?? [];
  const own = suggestions.filter(isDiagnosis);
  let next = stated.length;
  return own.map((suggestion): [string, SuggestedFields] => {
    const at = stated.indexOf(suggestion.code);
    const place = String(at < 0 ? ++next : at + 1);
    const wasReviewed = reviewed !== undefined;
    const decision = decisionOn(suggestion, { codes: codes?.diagnoses, wasReviewed, acceptsFrom });
    return [suggestion.code, { ...noFields, decision, place }];
  });
};

const suggestedService = (suggestion: CodeSuggestion, standing: CodedService | undefined): ServiceRow =>
  serviceRow(
    standing ?? {
      procedure: suggestion.code,
      modifiers: suggestion.modifiers,
      units: suggestion.units,
      diagnosisPointers: [1],
    },
  );

const suggestedServices = ({ suggestions, codes: reviewed }: Encounter, { codes, acceptsFrom }: Start) =>
  suggestions
    .filter((suggestion) => !isDiagnosis(suggestion))
    .map((suggestion): [string, SuggestedFields] => {
      const standing = codes?.services.find(({ procedure }) => procedure === suggestion.code);
      const { procedure: _known, ...row } = suggestedService(suggestion, standing);
      const stated = codes?.services.map(({ procedure }) => procedure);
      const wasReviewed = reviewed !== undefined;
      const decision = decisionOn(suggestion, { codes: stated, wasReviewed, acceptsFrom });
      return [suggestion.code, { ...noFields, ...row, decision }];
    });

/** The form as it is first shown: what stands or is proposed, beside what else was suggested. */
export const prefillCoding = (encounter: Encounter, start: Start): CodingForm => {
  const { codes } = start;
  const suggested = new Set(encounter.suggestions.map(({ code }) => code));
  const services = codes?.services ?? [];
  const isOwn = ({ procedure }: CodedService, at: number) =>
    !suggested.has(procedure) || services.findIndex((other) => other.procedure === procedure) !== at;
  return {
    suggested: Object.fromEntries([
      ...suggestedDiagnoses(encounter, start),
      ...suggestedServices(encounter, start),
    ]),
    addedDiagnoses: (codes?.diagnoses ?? []).flatMap((code, at) =>
      suggested.has(code) ? [] : [{ code, place: String(at + 1), words: '' }],
    ),
    addedServices: services.filter(isOwn).map((service) => ({ ...serviceRow(service), words: '' })),
  };
};

const suggestedFieldNames = ['decision', 'place', 'modifiers', 'units', 'pointers'] as const;
const suggestedName = /^(decision|place|modifiers|units|pointers)-(.{1,20})$/;

/** The names of the fields of added rows, one value a row. */
export const addedDiagnosisNames = {
  code: 'add-diagnosis',
  place: 'add-place',
  words: 'add-diagnosis-words',
} as const satisfies Record<keyof AddedDiagnosis, string>;
export const addedServiceNames = {
  procedure: 'add-procedure',
  modifiers: 'add-modifiers',
  units: 'add-units',
  pointers: 'add-pointers',
  words: 'add-procedure-words',
} as const satisfies Record<keyof AddedService, string>;

/** Reads what browsers send of the coder's form; what is absent is empty. */
export const readCoding = (fields: URLSearchParams): CodingForm => {
  const codes = [...fields.keys()]
    .flatMap((name) => suggestedName.exec(name)?.[2] ?? [])
    .slice(0, 4 * rowLimit);
  const suggested = codes.map((code) => {
    const values = suggestedFieldNames.map((name) => [name, fields.get(`${name}-${code}`) ?? '']);
    return [code, { ...noFields, ...Object.fromEntries(values) }];
  });
  return {
    suggested: Object.fromEntries(suggested),
    addedDiagnoses: readRows(fields, addedDiagnosisNames, blankDiagnosis),
    addedServices: readRows(fields, addedServiceNames, blankService),
  };
};
