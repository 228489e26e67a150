import type { CodeSuggestion, EvidenceSpan } from '../../domain/coding.ts';

import { kindOrSite } from './what-would-specify.ts';

/**
 * A question to the clinician as the ACDIS/AHIMA practice for compliant queries wants it: indicators quoted from the
 * note, a question that suggests no answer, options with "other" and "unable to determine", and no word of payment.
 */
export type ProviderQuery = {
  readonly about: string;
  readonly indicators: readonly string[];
  readonly question: string;
  readonly options: readonly string[];
};

type Answered = {
  readonly suggestions: readonly CodeSuggestion[];
  readonly questions: readonly { readonly text: string; readonly indicators?: readonly string[] }[];
};

const alwaysOffered = ['Other (please specify): ____', 'Unable to determine'];

const sectionNames: Readonly<Record<string, string>> = {
  reason: 'Reason for the visit',
  background: 'Past, family and social history',
  review: 'Review of systems',
  other: 'Note',
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The sentence of the note behind a code, with its section. */
export const indicatorOf = ({ section = 'other', sentence, quote }: EvidenceSpan): string =>
  `${sectionNames[section] ?? capital(section)}: "${oneLine(sentence ?? quote)}"`;

const indicatorsOf = ({ evidence }: CodeSuggestion): readonly string[] => [
  ...new Set(evidence.map(indicatorOf)),
];

/** What the note calls it: never the words of a code, which may say more. */
const nameOf = ({ evidence: [first] }: CodeSuggestion): string => oneLine(first?.quote ?? '');

/** Of what kind or site an illness is, a list of the code set cannot ask without leading. */
const isAskable = ({ specify }: CodeSuggestion): boolean =>
  specify !== undefined && specify.axis !== kindOrSite;

const specifying = (suggestion: CodeSuggestion): readonly ProviderQuery[] => {
  const { specify } = suggestion;
  if (!specify || !isAskable(suggestion)) return [];
  const name = nameOf(suggestion);
  return [
    {
      about: `${name}: ${specify.axis}`,
      indicators: indicatorsOf(suggestion),
      question: `The ${specify.axis} of "${name}" is not documented. Based on your clinical judgment, please document it.`,
      options: [...specify.options.map(capital), ...alwaysOffered],
    },
  ];
};

const status = [
  'Evaluated, monitored or treated at this visit',
  'Present, and not addressed at this visit',
  'Not present at this visit',
];

/** A condition that is written, but not so that anybody could tell what it was at this visit. */
const unsettled = (suggestion: CodeSuggestion): readonly ProviderQuery[] => {
  if (!suggestion.weak || suggestion.system !== 'ICD-10-CM') return [];
  const name = nameOf(suggestion);
  return [
    {
      about: `${name}: status at this visit`,
      indicators: indicatorsOf(suggestion),
      question: `Please clarify the status of "${name}" at this visit.`,
      options: [...status, ...alwaysOffered],
    },
  ];
};

/** A clinician is asked for diagnoses, a coder for their codes. */
const forClinician = (text: string): string =>
  text
    .replace(' is not known here: ', ' reads: ')
    .replace('Which code applies?', 'Please document the diagnosis that it stands for.')
    .replace(/\b[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})? \(([^)]*)\)/g, '"$2"');

const asWritten = ({ text, indicators = [] }: Answered['questions'][number]): ProviderQuery => ({
  about: 'documentation of the visit',
  indicators,
  question: forClinician(text),
  options: ['Please document: ____', ...alwaysOffered],
});

/**
 * The questions of a reading as text that can go to the clinician, each once: what would specify an unspecified code,
 * what a weak one was at this visit, and whatever else is open.
 */
export const providerQueries = ({ suggestions, questions }: Answered): readonly ProviderQuery[] => {
  const asked = suggestions.map((suggestion) => ({
    suggestion,
    queries: suggestion.weak ? unsettled(suggestion) : specifying(suggestion),
  }));
  const answered = new Set(
    asked.flatMap(({ suggestion: { question }, queries }) => (queries.length > 0 ? (question ?? []) : [])),
  );
  const rest = questions.filter(({ text }) => !answered.has(text));
  return [...asked.flatMap(({ queries }) => queries), ...rest.map(asWritten)];
};

/** A query as it is sent. */
export const renderQuery = ({ about, indicators, question, options }: ProviderQuery): string =>
  [
    `Query: ${about}`,
    ...(indicators.length > 0 ? ['Documented:', ...indicators.map((one) => `  ${one}`)] : []),
    question,
    ...options.map((option) => `  [ ] ${option}`),
    'Please answer by an addendum to the note, signed and dated.',
  ].join('\n');
