import type { Report, Step } from './rules.ts';

/** EQ05 and EB14 count the diagnoses of the loop's HI from 1 (005010X279A1). */
export const checkDiagnosisPointers = (
  pointers: readonly number[] = [],
  diagnoses: readonly unknown[] = [],
  at: { readonly steps: readonly Step[]; readonly element: number; readonly report: Report },
): void => {
  pointers.forEach((pointer, index) => {
    if (pointer >= 1 && pointer <= diagnoses.length) return;
    const { report, ...place } = at;
    const detail = 'There is no diagnosis of this number';
    report({ code: 'IK403-7', level: 4, detail, ...place, component: index + 1 });
  });
};
