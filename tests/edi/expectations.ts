import { expect } from 'vitest';
import type { Checked } from '../../functions/edi/findings.ts';

/** The data of a reading that must succeed without any finding. */
export const cleanData = <T>(checked: Checked<T>): T => {
  expect(checked.findings ?? []).toEqual([]);
  return dataOf(checked);
};

export const dataOf = <T>(checked: Checked<T>): T => {
  if (!checked.success)
    throw new Error(`not readable: ${checked.findings.map(({ code, path }) => `${code} ${path}`)}`);
  return checked.data;
};

export const codesOf = (checked: Checked<unknown>): string[] =>
  (checked.findings ?? []).map(({ code }) => code);

export const pathsOf = (checked: Checked<unknown>): string[] =>
  (checked.findings ?? []).map(({ path }) => path);
