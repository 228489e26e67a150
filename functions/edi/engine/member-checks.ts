import { fitsOf } from '../compiled/compile-fit.ts';
import type { CompiledMember } from '../compiled/compiled-guide.ts';
import { type SegmentCheck, segmentCheckOf } from '../compiled/segment-check.ts';
import type { Scanner } from '../text/scanner.ts';

/** What a member's segment is held to, kept with the member. */
export const memberCheckOf = (member: CompiledMember): SegmentCheck => {
  member.check ??= segmentCheckOf(member.guide);
  return member.check;
};

/** Whether the segment that the scanner stands on fits the member's guide at a glance (see `Fit`). */
export const memberFits = (member: CompiledMember, scanner: Scanner): boolean => {
  member.fits ??= fitsOf(member.guide);
  return member.fits(scanner);
};
