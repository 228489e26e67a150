import type { Checked, Finding } from '../finding.ts';
import type { PatientChange, PatientEvent, PatientFile, PatientRecord } from './patient-record.ts';

/** Two records as they stand: the named ones themselves, not those that stand for them. */
export type PatientPair = { readonly from: PatientFile; readonly into: PatientFile };

/** Decides a change of both; the same records again where there is nothing to change. */
export type DecidePair = (pair: PatientPair) => Checked<readonly PatientChange[]>;

/** Applies a decision to two records in one transaction; undefined where either is missing. */
export type ChangePair = (
  practiceId: string,
  ids: { readonly from: string; readonly into: string },
  decide: DecidePair,
) => Promise<Checked<readonly PatientChange[]> | undefined>;

/** Who says so, and why. */
export type Said = Pick<PatientEvent, 'actor' | 'source'>;

const refused = (code: string, path: string, detail: string): Checked<never> => ({
  success: false,
  findings: [{ code, path, detail } satisfies Finding],
});

const unchanged: Checked<readonly PatientChange[]> = { success: true, data: [] };

const withRecord = (file: PatientFile, change: Partial<PatientRecord>): PatientFile => ({
  ...file,
  record: { ...file.record, ...change },
});

const idOf = ({ record }: PatientFile): string => record.patientId;

/**
 * Makes one record stand for two: whoever asks for the merged one is shown the other. Nothing is moved, so that it can
 * be undone. Asked for again, it changes nothing.
 */
export const mergePatients =
  (said: Said): DecidePair =>
  ({ from, into }) => {
    if (idOf(from) === idOf(into)) return refused('same-record', 'into', 'This is the record itself');
    if (from.record.mergedInto === idOf(into)) return unchanged;
    if (from.record.mergedInto !== undefined)
      return refused('merged', 'patientId', 'It is merged into another record: undo that first');
    if (into.record.mergedInto !== undefined)
      return refused('merged', 'into', 'That record is merged itself: name the one that stands for it');
    const change = (field: string, after: string) => ({
      ...said,
      type: 'merged' as const,
      changes: [{ field, after }],
    });
    const absorbed = [...into.record.absorbed, idOf(from), ...from.record.absorbed];
    const distinctFrom = into.record.distinctFrom.filter((id) => id !== idOf(from));
    return {
      success: true,
      data: [
        { file: withRecord(from, { mergedInto: idOf(into) }), event: change('mergedInto', idOf(into)) },
        { file: withRecord(into, { absorbed, distinctFrom }), event: change('absorbed', idOf(from)) },
      ],
    };
  };

/** Takes a merge back: both stand for themselves again, with what was theirs; what came since stays with the survivor. */
export const unmergePatients =
  (said: Said): DecidePair =>
  ({ from, into }) => {
    if (from.record.mergedInto !== idOf(into))
      return from.record.mergedInto === undefined
        ? unchanged
        : refused('merged', 'from', 'It is merged into another record');
    if (into.record.mergedInto !== undefined)
      return refused('merged', 'patientId', 'The record is merged itself since: undo that first');
    const gone = new Set([idOf(from), ...from.record.absorbed]);
    const { mergedInto: _undone, ...record } = from.record;
    const change = (field: string, before: string) => ({
      ...said,
      type: 'unmerged' as const,
      changes: [{ field, before }],
    });
    return {
      success: true,
      data: [
        { file: { ...from, record }, event: change('mergedInto', idOf(into)) },
        {
          file: withRecord(into, { absorbed: into.record.absorbed.filter((id) => !gone.has(id)) }),
          event: change('absorbed', idOf(from)),
        },
      ],
    };
  };

/** Notes that two records are two people, so that nobody is asked again. */
export const tellApart =
  (said: Said): DecidePair =>
  ({ from, into }) => {
    if (idOf(from) === idOf(into)) return refused('same-record', 'into', 'This is the record itself');
    if (from.record.mergedInto === idOf(into) || into.record.mergedInto === idOf(from))
      return refused('merged', 'into', 'The two are merged: undo that first');
    const changes = [apart(from, idOf(into), said), apart(into, idOf(from), said)].flatMap(
      (change) => change ?? [],
    );
    return { success: true, data: changes };
  };

const apart = (file: PatientFile, other: string, said: Said): PatientChange | undefined => {
  const { distinctFrom } = file.record;
  if (distinctFrom.includes(other)) return undefined;
  return {
    file: withRecord(file, { distinctFrom: [...distinctFrom, other] }),
    event: { ...said, type: 'told-apart', changes: [{ field: 'distinctFrom', after: other }] },
  };
};
