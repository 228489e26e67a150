import { z } from 'zod';
import { DecidingActor } from '../actor.ts';
import { Desk } from '../practice.ts';

/** block: no claim is made · warn: none until it is mended or somebody says why it is right · info: told, stops nothing. */
export const Severity = z.enum(['block', 'warn', 'info']);
export type Severity = z.infer<typeof Severity>;

/** Who can mend a finding: a desk of the practice, or the clinic that registered the visit. */
export const MendingDesk = z.enum(['clinic', ...Desk.options]);
export type MendingDesk = z.infer<typeof MendingDesk>;

/**
 * What an edit has against a visit: what (code, which begins with the family of the edit), where, a sentence with what
 * to do, the rule behind it, and who can mend it. It carries no PHI.
 */
export const EditFinding = z
  .object({
    code: z.string(),
    path: z.string(),
    detail: z.string(),
    source: z.string().default(''),
    severity: Severity.default('block'),
    desk: MendingDesk.default('coder'),
    about: z
      .string()
      .optional()
      .describe('what it is about, where its words change with time: an answer to it holds for that'),
    namesOtherVisit: z.literal(true).optional().describe('so that no mail has its words'),
  })
  .readonly();
export type EditFinding = z.infer<typeof EditFinding>;

/** A warning that somebody answered: the visit is right as it is, and why. It counts for the same warning alone. */
export const EditOverride = z.object({
  code: z.string(),
  detail: z.string(),
  about: z.string().optional(),
  reason: z.string(),
  by: DecidingActor,
  at: z.string(),
});
export type EditOverride = z.infer<typeof EditOverride>;

/** Whether a finding keeps the claim from being made. */
export const stopsClaim = ({ severity }: EditFinding): boolean => severity !== 'info';

/** Whether somebody may answer what stops a claim, because all of it is warnings. */
export const mayOverride = (findings: readonly EditFinding[]): boolean => {
  const stopping = findings.filter(stopsClaim);
  return stopping.length > 0 && stopping.every(({ severity }) => severity === 'warn');
};

/** Whether a finding was answered before: in these words, or about the same where its words change. */
export const isOverridden = (finding: EditFinding, overrides: readonly EditOverride[]): boolean =>
  finding.severity === 'warn' &&
  overrides.some((one) => one.code === finding.code && holdsFor(one) === holdsFor(finding));

const holdsFor = ({ about, detail }: Pick<EditOverride, 'about' | 'detail'>): string => about ?? detail;
