import { textAt, wholeNumberAt } from '../text/element-values.ts';
import type { Scanner } from '../text/scanner.ts';
import type { Frame } from './frame.ts';
import type { SetFindings } from './set-findings.ts';

/**
 * Reads the HL that opens a level, the `count`th of the set: HL01 counts the levels and HL02 names the one above. The
 * writer counts them anew.
 */
export const readLevel = (frame: Frame, count: number, scanner: Scanner, findings: SetFindings): void => {
  const above = frame.hierarchyId;
  findings.stand('HL', frame.loop.guide.id);
  const id = wholeNumberAt(scanner, 1);
  if (id !== count)
    findings.add('IK403-7', 4, 'HL01 does not count the levels of the set from 1', findings.here(1));
  const parent = wholeNumberAt(scanner, 2) ?? 0;
  if (parent !== above) findings.add('IK403-7', 4, 'HL02 is not the level around this one', findings.here(2));
  frame.hierarchyId = id ?? count;
  frame.levelText = scanner.source();
  frame.levelCode = textAt(scanner, 4);
  frame.isOtherLevel = textAt(scanner, 3) !== frame.loop.guide.level;
};

/**
 * Holds the HL04 of a level that is complete to the levels below it; some guides and some files leave it out. True
 * when we would write the same.
 */
export const checkLevelCode = (frame: Frame, findings: SetFindings): boolean => {
  const { loop, counts, levelCode, position } = frame;
  const hasBelow = loop.members.some(
    ({ loop: inner, index }) => inner?.guide.level !== undefined && counts[index] !== 0,
  );
  const [right, wrong] = hasBelow ? ['1', '0'] : ['0', '1'];
  if (levelCode === wrong) {
    const place = findings.placeAt('HL', { loop: loop.guide.id, position, element: 4 });
    findings.add('IK403-7', 4, 'HL04 does not tell whether levels stand below', place);
  }
  return !frame.isOtherLevel && levelCode === (loop.guide.isLeaf ? undefined : right);
};
