const mostWords = 500;

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The words as the note has them, whatever their case and the breaks between them; undefined when it has them not. */
export const findWords = (note: string, words: string): string | undefined => {
  const trimmed = words.trim();
  if (trimmed === '' || trimmed.length > mostWords) return undefined;
  const pattern = trimmed.split(/\s+/).map(escaped).join('\\s+');
  return new RegExp(pattern, 'iu').exec(note)?.[0];
};
