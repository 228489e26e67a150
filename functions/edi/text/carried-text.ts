import { standardDelimiters } from './delimiters.ts';

const delimiters = Object.values(standardDelimiters).join('');

/** The characters that files of ours cannot carry in a value, for a person: they part elements from one another. */
export const uncarriedSigns: readonly string[] = [...delimiters];

const escaped = delimiters.replace(/[\\^\]-]/g, '\\$&');

/** Text without delimiters and control characters; of any alphabet. */
export const withoutDelimiters = new RegExp(`^[^\\u0000-\\u001f\\u007f${escaped}]*$`);

/** Printable ASCII without delimiters: what numbers and ids are sent as, as they are. */
export const plainCharacters = new RegExp(`^(?:(?![${escaped}])[ -~])*$`);
