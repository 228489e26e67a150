import type { CompiledMember } from '../compiled/compiled-guide.ts';
import { segmentOf, shapeOf, storeOf } from '../compiled/loop-functions.ts';
import type { Scanner } from '../text/scanner.ts';
import type { FormKeeping } from './form-keeping.ts';
import type { Frame } from './frame.ts';

/**
 * Reads the segment of a member, the latest of its loop, into the loop's object. True: it could not be read, and is left
 * out, since the loop is as good without it.
 */
export const readSegment = (
  frame: Frame,
  member: CompiledMember,
  scanner: Scanner,
  forms: FormKeeping,
): boolean => {
  if (member.membership === 'inline') {
    segmentOf(member).readInto(scanner, frame.value);
    return finishInline(frame, member, scanner, forms);
  }
  const value = segmentOf(member).read(scanner);
  if (isLeftOut(member, scanner)) return leaveOut(frame, member, scanner, forms);
  if (value === undefined) scanner.altered = true;
  else storeOf(member)(frame.value, value);
  if (scanner.altered) forms.keepText(frame);
  return false;
};

const isLeftOut = (member: CompiledMember, scanner: Scanner): boolean =>
  scanner.isBroken && !member.isBearing;

/** Keeps the segment as text alone. One more of what is situational may come in its place. */
const leaveOut = (frame: Frame, member: CompiledMember, scanner: Scanner, forms: FormKeeping): true => {
  scanner.isBroken = false;
  forms.setAside(frame);
  if (member.usage === 'S') (frame.counts[member.index] as number) -= 1; // one for each member
  return true;
};

/** The fields of an inline segment are in the loop's object already. */
const finishInline = (
  frame: Frame,
  member: CompiledMember,
  scanner: Scanner,
  forms: FormKeeping,
): boolean => {
  if (isLeftOut(member, scanner)) {
    segmentOf(member).clear(frame.value);
    return leaveOut(frame, member, scanner, forms);
  }
  if ((scanner.altered || scanner.count === 0) && saysNothing(frame, member)) forms.setAside(frame);
  else if (scanner.altered) forms.keepText(frame);
  return false;
};

/** Nothing that its fields take: the object does not show that such a segment was there. */
const saysNothing = ({ value }: Frame, member: CompiledMember): boolean =>
  member.usage !== 'R' && !segmentOf(member).isIn(value);

/** Makes the object of a loop from the segment that opens it. True: that segment is left out. */
export const readOpener = (frame: Frame, scanner: Scanner, forms: FormKeeping): boolean => {
  const { loop } = frame;
  frame.counts.fill(0);
  frame.value = shapeOf(loop).open(scanner);
  const first = loop.members[0];
  if (first === undefined) return false;
  frame.counts[0] = 1;
  return first.membership === 'inline'
    ? finishInline(frame, first, scanner, forms)
    : readSegment(frame, first, scanner, forms);
};
