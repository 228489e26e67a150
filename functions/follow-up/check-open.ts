import { type Loose, withoutNextStep } from '../domain/follow-up/next-step.ts';
import type { OpenRecords } from '../domain/follow-up/open-records.ts';

export type CheckOpenEffects = {
  readonly listPractices: () => Promise<readonly { readonly practiceId: string }[]>;
  readonly openRecords: (practiceId: string) => Promise<OpenRecords>;
  /** Lets what is between two steps go on, before it is looked at again. */
  readonly pause: () => Promise<void>;
  readonly now: () => Date;
};

export type LooseOf = Loose & { readonly practiceId: string };

const nameOf = ({ kind, id }: Loose): string => `${kind}/${id}`;

/**
 * What is open in any practice and has no next step. Records change while they are read, so that only what is found twice
 * counts; where the first look finds nothing, there is no second one.
 */
export const checkOpen = async (effects: CheckOpenEffects): Promise<LooseOf[]> => {
  const first = await lookOnce(effects);
  if (first.length === 0) return [];
  await effects.pause();
  const before = new Set(first.map(nameOf));
  return (await lookOnce(effects)).filter((one) => before.has(nameOf(one)));
};

const lookOnce = async ({ listPractices, openRecords, now }: CheckOpenEffects): Promise<LooseOf[]> => {
  const found: LooseOf[] = [];
  for (const { practiceId } of await listPractices()) {
    const loose = withoutNextStep(await openRecords(practiceId), now());
    found.push(...loose.map((one) => ({ ...one, practiceId })));
  }
  return found;
};

export type ReportOpenEffects = CheckOpenEffects & {
  /** Sets the bell of a wait again; it rings at once where its time has passed. */
  readonly setWaitBell: (waitId: string) => Promise<void>;
  /** The same of an open task. */
  readonly setTaskBell: (taskId: string) => Promise<void>;
  readonly told: (loose: LooseOf) => void;
  readonly counted: (withoutNextStep: number) => void;
};

/** The daily proof that nothing sits: names what has no next step, counts it, and sets bells again that are missing. */
export const reportOpen = async (
  effects: ReportOpenEffects,
): Promise<{ readonly withoutNextStep: number }> => {
  const loose = await checkOpen(effects);
  for (const one of loose) {
    effects.told(one);
    if (one.waitId) await effects.setWaitBell(one.waitId);
    if (one.kind === 'task') await effects.setTaskBell(one.id);
  }
  effects.counted(loose.length);
  return { withoutNextStep: loose.length };
};
