import { matchesOf } from '../words/matches-of.ts';
import type { NoteLine } from './headings/find-headings.ts';

/** A part of a line with what its box says; `undefined` where none stands before it. */
export type BoxedPart = NoteLine & { readonly ticked: boolean | undefined };

const box = /\[[ _]{0,3}\]|\[[xX✓✔*+-]\]|\( {1,3}\)|\([xX✓✔]\)|[☐☑☒□■✓✔✗]/gu;
const ticks = /[xX✓✔☑☒■*+]/u;

const isTicked = (sign: string): boolean => ticks.test(sign);

/** "[x] No", "☐ Yes": the answer that was ticked is a no, or the one that was not is a yes. */
const saysNo = ({ text, ticked }: BoxedPart): boolean =>
  ticked === true
    ? /^\W*(no|n|none|absent|negative|denies|denied)\b/i.test(text)
    : /^\W*(yes|y|present|positive)\b\W*$/i.test(text);

const answeredNo =
  /^[^:]{2,50}:\s*(no|none|neg(ative)?|n|absent|not present|never|denie[sd]|0)\s*[.,;]?\s*$/i;

/** "Diabetes: no", "Fever: N": the answer of a template. */
export const answersNo = (sentence: string): boolean => answeredNo.test(sentence);

const partsBetween = (
  line: NoteLine,
  cuts: readonly RegExpExecArray[],
  boxesFollow: boolean,
): readonly BoxedPart[] => {
  const parts: BoxedPart[] = [];
  const add = (from: number, to: number, ticked: boolean | undefined): void => {
    const text = line.text.slice(from, to);
    if (text.trim() !== '') parts.push({ start: line.start + from, text, ticked });
  };
  let from = 0;
  let before: boolean | undefined;
  for (const found of cuts) {
    const ticked = isTicked(found[0]);
    add(from, found.index, boxesFollow ? ticked : before);
    from = found.index + found[0].length;
    before = ticked;
  }
  add(from, line.text.length, boxesFollow ? undefined : before);
  return parts;
};

/**
 * The parts of a line that has boxes to tick, or the line itself. What was not ticked, and the question that a ticked
 * "no" answers, was not found.
 */
export const readBoxes = (line: NoteLine): readonly BoxedPart[] => {
  const cuts = matchesOf(line.text, box);
  if (cuts.length === 0) return [{ ...line, ticked: undefined }];
  const boxesFollow = /(\]|\)|[☐☑☒□■])\s*$/u.test(line.text) && !/^\s*(\[|\(|[☐☑☒□■✓✔])/u.test(line.text);
  const parts = partsBetween(line, cuts, boxesFollow);
  return parts.some(saysNo) ? parts.map((part) => ({ ...part, ticked: false })) : parts;
};
