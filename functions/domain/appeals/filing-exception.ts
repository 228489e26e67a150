import { z } from 'zod';

/** Why Original Medicare extends its time for filing a claim (42 CFR 424.44(b), from memory). */
export const FilingException = z.enum([
  'administrative-error',
  'retroactive-entitlement',
  'medicaid-recoupment',
  'retroactive-disenrollment',
]);
export type FilingException = z.infer<typeof FilingException>;

/** What each exception is, as it is chosen and as the request says it. */
export const exceptionWords: Readonly<
  Record<FilingException, { readonly short: string; readonly said: string }>
> = {
  'administrative-error': {
    short: 'Medicare or its contractor erred',
    said: 'an error or misrepresentation of the Department, its contractor or agent kept the claim from being filed in time (42 CFR 424.44(b)(1))',
  },
  'retroactive-entitlement': {
    short: 'Medicare entitlement came retroactively',
    said: 'the patient was entitled to Medicare retroactively, to before the date of service (42 CFR 424.44(b)(2))',
  },
  'medicaid-recoupment': {
    short: 'Entitlement came retroactively, and Medicaid took its payment back',
    said: 'the patient was entitled to Medicare retroactively, and the State Medicaid agency took back what it had paid (42 CFR 424.44(b)(3))',
  },
  'retroactive-disenrollment': {
    short: 'The patient left a Medicare Advantage plan retroactively',
    said: 'the patient was disenrolled from a Medicare Advantage plan or PACE organization retroactively, and it took back what it had paid (42 CFR 424.44(b)(4))',
  },
};

/** The reason by which a task says that an exception may be asked for. */
export const exceptionRule = '42 CFR 424.44(b)';

/** Whether a task offers to ask for an exception to the time for filing. */
export const mayAskException = ({
  reasons,
  actions,
}: {
  readonly reasons: readonly { readonly code: string }[];
  readonly actions: readonly string[];
}): boolean => actions.includes('keep-waiting') && reasons.some(({ code }) => code === exceptionRule);
