import { type Candidate, type CompiledLoop, playerOf, type Successors } from '../compiled/compiled-guide.ts';
import { isControl } from '../compiled/control-segments.ts';
import { passedLimit, type Scanner } from '../text/scanner.ts';
import type { OpenLoops } from './open-loops.ts';

/**
 * The role of the segment that the scanner stands on: mostly that which it played before at this place. Undefined when
 * neither an open loop nor what they may hold knows it.
 */
export const chooseRole = (
  loops: OpenLoops,
  successors: Successors | undefined, // of the latest member
  scanner: Scanner,
): Candidate | undefined => {
  const known = successors?.get(scanner.id, scanner.qualifier);
  return known !== undefined && hasRoom(loops, known) ? known : search(loops, successors, scanner);
};

const hasRoom = (loops: OpenLoops, { up, member }: Candidate): boolean =>
  (loops.above(up).counts[member.index] as number) < member.max; // one count for each member

/** The innermost role that the segment can play; one that it cannot fill any more only when there is no other. */
const search = (
  loops: OpenLoops,
  successors: Successors | undefined,
  { id, qualifier }: Scanner,
): Candidate | undefined => {
  const roles = loops.innermost.loop.roles.get(id) ?? [];
  const playing = roles.filter((one) => playerOf(one).qualifiers?.has(qualifier) ?? true);
  const first = playing[0];
  if (first === undefined) {
    const nearest = roles.find(({ within }) => within === undefined);
    return nearest?.member.isAlone ? nearest : undefined;
  }
  successors?.keep(id, qualifier, first);
  return playing.find((one) => one.up === first.up && hasRoom(loops, one)) ?? first;
};

/**
 * Whether the segment after the innermost loop, which was read at one go, surely belongs elsewhere; what has no role
 * would belong into the loop.
 */
export const isFollowed = (loops: OpenLoops, { followers }: CompiledLoop, scanner: Scanner): boolean => {
  if (scanner.passedCount > passedLimit) return false;
  scanner.next();
  scanner.stepBack();
  const { id, qualifier } = scanner;
  if (isControl(id) || followers.get(id, qualifier) !== undefined) return true;
  const roles = loops.above(1).loop.roles.get(id) ?? [];
  return roles.some((one) => playerOf(one).qualifiers?.has(qualifier) ?? true);
};
