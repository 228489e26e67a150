import { parseCount } from './elements.ts';
import type { Finding } from './findings.ts';
import { elementOf, isSegmentId, type Segment } from './segments.ts';

/** One ST to SE, with its place in the file. */
export type TransactionSet = {
  transaction: string; // ST01
  controlNumber: string; // ST02
  version: string; // GS08
  segments: Segment[]; // between ST and SE
};

type Progress = {
  sets: TransactionSet[];
  findings: Finding[];
  group?: { gs: Segment; sets: number } | undefined;
  set?: TransactionSet | undefined;
  groups: number;
};

/** Reads GS to GE and ST to SE, checking counts and control numbers: AK905, IK502 and IK304 codes. */
export const readGroups = (segments: readonly Segment[]): Pick<Progress, 'sets' | 'findings'> => {
  const progress: Progress = { sets: [], findings: [], groups: 0 };
  for (const segment of segments) step(progress, segment);
  closeSet(progress, undefined);
  closeGroup(progress, undefined);
  const iea = segments.at(-1);
  if (iea?.id === 'IEA' && parseCount(elementOf(iea, 1)) !== progress.groups) {
    progress.findings.push(fault('TA105-021', 'IEA01', 'The number of groups is not what the trailer says'));
  }
  return progress;
};

const fault = (code: string, path: string, detail: string): Finding => ({ code, path, detail });

const step = (progress: Progress, segment: Segment): void => {
  if (segment.id === 'GS') openGroup(progress, segment);
  else if (segment.id === 'ST') openSet(progress, segment);
  else if (segment.id === 'SE') closeSet(progress, segment);
  else if (segment.id === 'GE') closeGroup(progress, segment);
  else if (segment.id !== 'IEA') addSegment(progress, segment);
};

const openGroup = (progress: Progress, gs: Segment): void => {
  closeSet(progress, undefined);
  closeGroup(progress, undefined);
  progress.groups += 1;
  progress.group = { gs, sets: 0 };
};

const openSet = (progress: Progress, st: Segment): void => {
  closeSet(progress, undefined);
  const transaction = elementOf(st, 1);
  const controlNumber = elementOf(st, 2);
  const path = `ST[${progress.sets.length + 1}]`;
  if (transaction === undefined) progress.findings.push(fault('IK502-6', path, 'ST01 is missing'));
  if (controlNumber === undefined) progress.findings.push(fault('IK502-7', path, 'ST02 is missing'));
  progress.set = {
    transaction: transaction ?? '',
    controlNumber: controlNumber ?? '',
    version: elementOf(progress.group?.gs, 8) ?? elementOf(st, 3) ?? '',
    segments: [],
  };
  progress.sets.push(progress.set);
  if (progress.group !== undefined) progress.group.sets += 1;
};

const addSegment = (progress: Progress, segment: Segment): void => {
  if (progress.set === undefined) return;
  progress.set.segments.push(segment);
  if (isSegmentId(segment.id)) return;
  const path = `ST[${progress.sets.length}]`;
  progress.findings.push(
    fault('IK304-1', path, `Segment ${segment.position} of the file has no valid segment id`),
  );
};

/** Ends the open set, if any, at its SE; without one the set is incomplete. */
const closeSet = (progress: Progress, se: Segment | undefined): void => {
  const { set } = progress;
  if (set === undefined) return;
  const path = `ST[${progress.sets.length}]`;
  if (se === undefined) progress.findings.push(fault('IK502-2', path, 'The set has no SE'));
  else {
    if (elementOf(se, 2) !== set.controlNumber) {
      progress.findings.push(fault('IK502-3', path, 'ST02 and SE02 differ'));
    }
    if (parseCount(elementOf(se, 1)) !== set.segments.length + 2) {
      progress.findings.push(fault('IK502-4', path, 'The number of segments is not what SE01 says'));
    }
  }
  progress.set = undefined;
};

const closeGroup = (progress: Progress, ge: Segment | undefined): void => {
  const { group } = progress;
  if (group === undefined) return;
  const path = `GS[${progress.groups}]`;
  if (ge === undefined) progress.findings.push(fault('AK905-3', path, 'The group has no GE'));
  else {
    if (elementOf(ge, 2) !== elementOf(group.gs, 6)) {
      progress.findings.push(fault('AK905-4', path, 'GS06 and GE02 differ'));
    }
    if (parseCount(elementOf(ge, 1)) !== group.sets) {
      progress.findings.push(fault('AK905-5', path, 'The number of sets is not what GE01 says'));
    }
  }
  progress.group = undefined;
};
