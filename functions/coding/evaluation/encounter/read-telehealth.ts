import type { EvidenceSpan } from '../../../domain/coding.ts';
import { findInLines, type NoteFrame } from '../../note/read-frame.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { Visit } from '../../note/visit.ts';

/** A visit at a distance, by picture and sound or by sound alone, with the words that tell it. */
export type Telehealth = { readonly modifier: '95' | '93'; readonly evidence: readonly EvidenceSpan[] };

const remote =
  /\b(telehealth|tele-?medicine|tele-?visit|tele-?psychiatry|(live |real[- ]?time |synchronous )?video[- ]?(visit|encounter|consult\w*|appointment|call|conference|session|follow[- ]?up)|virtual (visit|encounter|appointment|care|follow)|live video|audio[- ]?(and |\/|-)?[- ]?(video|visual)|via (zoom|doxy\S*|video|telehealth|facetime|teams|mychart video)|by video|over video)\b/i;
const soundOnly =
  /\b(audio[- ]?only|telephone[- ](only|visit|e\/?m|appointment|consult\w*|follow[- ]?up)|phone (visit|appointment|follow[- ]?up)|(visit|seen|encounter|conducted|evaluated|completed|done) (was )?(conducted |done |held )?(by|via|over( the)?) (tele)?phone|by (tele)?phone (due|because|as|since)|video (failed|not available|was not|could not|did not)|unable to (connect|use|establish|do) (by )?video|telephonic)\b/i;
const notThis =
  /\b(last|previous|prior|next|future|offered|prefers?|declin\w+|available|option|in \d+|schedul\w+|follow[- ]?up (by|via|in))\b/i;

/** Whether the visit itself was at a distance; a telehealth visit that is only planned or past is none. */
export const readTelehealth = (
  frame: NoteFrame,
  statements: readonly Statement[],
  { placeOfService }: Visit,
): Telehealth | undefined => {
  const early = statements.filter(({ section }) => !['background', 'plan'].includes(section)).slice(0, 12);
  const lines = [...frame.titles, ...frame.opening, ...early].filter(({ text }) => !notThis.test(text));
  const sound = findInLines(lines, soundOnly);
  if (sound) return { modifier: '93', evidence: [sound] };
  const picture = findInLines(lines, remote);
  if (picture) return { modifier: '95', evidence: [picture] };
  const isRegistered = placeOfService === '02' || placeOfService === '10';
  return isRegistered ? { modifier: '95', evidence: [] } : undefined;
};
