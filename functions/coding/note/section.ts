import type { Aside, SectionKind } from './headings/section-names.ts';

/**
 * A part of the note; `aside` tells that it says nothing of what was found today, and why. A `label` is one line under
 * a problem ("Labs: BMP"), and what `resumes` behind it belongs to the same problem.
 */
export type Section = {
  readonly kind: SectionKind;
  readonly start: number;
  readonly end: number;
  readonly aside?: Aside;
  readonly place?: 'label' | 'resumes';
};

/** The part up to a place, or nothing where it would be empty. */
export const closeAt = (current: Omit<Section, 'end'>, end: number): readonly Section[] =>
  end > current.start ? [{ ...current, end }] : [];

/** Whether a part says what the clinician finds and does. */
export const isJudging = (kind: SectionKind): boolean => kind === 'assessment' || kind === 'plan';
