import type { CompiledMember } from '../compiled/compiled-guide.ts';
import { segmentOf, shapeOf, storeOf } from '../compiled/loop-functions.ts';
import type { Scanner } from '../text/scanner.ts';
import type { FormKeeping } from './form-keeping.ts';
import type { Frame } from './frame.ts';

/** Reads the segment of a member, the latest of its loop, into the loop's object. */
export const readSegment = (
  frame: Frame,
  member: CompiledMember,
  scanner: Scanner,
  forms: FormKeeping,
): void => {
  if (member.membership === 'inline') {
    segmentOf(member).readInto(scanner, frame.value);
    if ((scanner.altered || scanner.count === 0) && saysNothing(frame, member)) {
      forms.setAside(frame);
      return;
    }
  } else {
    const value = segmentOf(member).read(scanner);
    if (value === undefined) scanner.altered = true;
    else storeOf(member)(frame.value, value);
  }
  if (scanner.altered) forms.keepText(frame);
};

/** Nothing that its fields take: the object does not show that such a segment was there. */
const saysNothing = ({ value }: Frame, member: CompiledMember): boolean =>
  member.usage !== 'R' && !segmentOf(member).isIn(value);

/** Makes the object of a loop from the segment that opens it. */
export const readOpener = (frame: Frame, scanner: Scanner, forms: FormKeeping): void => {
  const { loop } = frame;
  frame.counts.fill(0);
  frame.value = shapeOf(loop).open(scanner);
  const first = loop.members[0];
  if (first === undefined) return;
  frame.counts[0] = 1;
  if (first.membership !== 'inline') readSegment(frame, first, scanner, forms);
  else if (scanner.altered) forms.keepText(frame);
};
