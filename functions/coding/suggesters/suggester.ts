import type { SuggesterName } from '../../domain/coding.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Visit } from '../note/visit.ts';
import type { CodingSuggestions } from '../suggestions.ts';

/** What a suggester makes of a note; findings say which of its codes were dropped, and why. No words of the note in them. */
export type Suggested = CodingSuggestions & { readonly findings: readonly Finding[] };

/** Whoever reads a visit's note and proposes codes for its date of service, each with the words that support it. */
export type Suggester = {
  readonly name: SuggesterName;
  readonly suggest: (note: string, visit: Visit) => Promise<Suggested>;
};

/** What the others are called where a person reads of them. */
export const suggesterNames: Readonly<Record<SuggesterName, string>> = {
  claimwright: 'Claimwright',
  'comprehend-medical': 'Amazon Comprehend Medical',
  bedrock: 'the language model',
};
