import { patientControlNumber } from '../../functions/domain/ids.ts';
import { type Reconciled, reconcile } from '../../functions/reconcile/reconcile.ts';

/** What was under way when the state was written may have come some time before. */
const marginMs = 10 * 60_000;

/**
 * Brings the records of the local cloud into line with what lies in its buckets since an instant; all of it without one.
 * The adapters read their configuration when they are loaded: once the environment tells it.
 */
export const reconcileLocal = async (savedAt?: Date): Promise<Reconciled> => {
  const { reconcileEffects } = await import('../../functions/adapters/reconcile/reconcile-effects.ts');
  return reconcile(new Date(savedAt ? savedAt.getTime() - marginMs : 0), reconcileEffects);
};

const named = (names: readonly string[]): string => (names.length > 0 ? `: ${names.join(', ')}` : '');

/** What a run that was killed lost, and what is done about it, in words. */
export const lossInWords = (savedAt: Date | undefined, found: Reconciled): string[] => {
  const { told, files, sent, notSent, missing, held, strange } = found;
  const claims = [...new Set(missing.map((one) => patientControlNumber(one.claimId, one.submissionNumber)))];
  return [
    savedAt
      ? `The run before was killed. Its records are those of ${savedAt.toLocaleTimeString()}; what was decided, entered or answered later is lost, and is asked again.`
      : 'The run before was killed before its records were written. They are lost; members, rules, fees and whatever else was entered have to be entered again.',
    'What came in and went out since lies in the buckets and is taken from there:',
    `  ${files.length} files to payers of which the records did not know${named(files.map((key) => key.split('/').at(-1) ?? key))}`,
    `  ${sent.length} claims that had been sent${named(sent)}`,
    ...(notSent.length > 0 ? [`  ${notSent.length} claims that go out after all${named(notSent)}`] : []),
    `  ${claims.length} claims sent of which no record is left; their visits are worked again, and nothing is sent twice${named(claims)}`,
    `  ${told.Documents} documents of visits, ${told.BankStatements} bank statements, ${told.PartnerFiles} answers and ${told.PaymentParts} parts of payments are handed on again`,
    ...(held.length > 0 ? [`  ${held.length} answers wait for those claims`] : []),
    ...(strange.length > 0 ? [`  not ours, and left alone${named(strange)}`] : []),
  ];
};
