import type { Visit } from '../note/visit.ts';
import type { OtherSuggestions } from './combine-suggestions.ts';
import type { Suggested, Suggester } from './suggester.ts';

/** What is told of the others besides their suggestions. Errors of theirs may quote the note: whoever logs strips them. */
export type AskingEffects = {
  readonly failed: (name: Suggester['name'], error: unknown) => void;
  readonly answered: (name: Suggester['name'], suggested: Suggested) => void;
};

/** Asks all at once. One that fails is left out: coding goes on with our own rules, which need nobody. */
export const askSuggesters = async (
  suggesters: readonly Suggester[],
  { note, visit }: { readonly note: string; readonly visit: Visit },
  { failed, answered }: AskingEffects,
): Promise<readonly OtherSuggestions[]> => {
  const answers = await Promise.allSettled(suggesters.map(({ suggest }) => suggest(note, visit)));
  return suggesters.flatMap(({ name }, at): OtherSuggestions[] => {
    const answer = answers[at];
    if (answer?.status !== 'fulfilled') {
      failed(name, answer?.reason);
      return [];
    }
    answered(name, answer.value);
    return [{ name, suggested: answer.value }];
  });
};
