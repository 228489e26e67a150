import type { Acknowledgement } from '../domain/claim.ts';
import type { PartnerFile } from '../domain/partner-file.ts';
import type { TaskDraft } from '../domain/task-draft.ts';

/** Whoever reads so many numbers knows which claims are meant; the file has them all. */
const numbersNamed = 20;

const numbersIn = (claims: readonly string[]): string => {
  const more = claims.length - numbersNamed;
  return `${claims.slice(0, numbersNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

/** The biller's work when claims were refused together, and nothing that was said names one of them: one task for all. */
export const describeHeldBatch = (
  { fileId }: PartnerFile,
  claims: readonly string[],
  { source, reasons }: Acknowledgement,
): TaskDraft => ({
  kind: 'refused-batch',
  owner: 'biller',
  title: `${claims.length} claims were refused together (${source})`,
  reasons: [...reasons, { code: 'claims', text: numbersIn(claims) }],
  advice: `They went out in file ${fileId}. What the reasons name concerns all of them, such as who sends or who bills: mend that, or ask the partner, and send them again. None of them has reached adjudication, and no filing clock stopped.`,
  actions: ['send-again', 'work-each'],
});
