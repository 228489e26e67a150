import { z } from 'zod';
import { checkJson } from '../domain/check-input.ts';
import { Finding } from '../domain/finding.ts';
import { checkClassRules, unknownReasons } from '../domain/ledger/check-class-rules.ts';
import { AdjustmentClass, ClassRule } from '../domain/ledger/class-rule.ts';
import { defaultClasses } from '../domain/ledger/default-classes.ts';
import { versionOfContent } from '../domain/practice/seen-versions.ts';
import { badRequest } from '../runtime/http-handler.ts';
import { listBytes } from './mechanics/size-limit.ts';
import { jsonAt, refusedVersion } from './mechanics/versions.ts';
import { notFound, type PracticeRoute, type Respond } from './practice-request.ts';

/** The practice's rules for adjustments, and ours, which answer after them. */
const getAdjustmentClasses: Respond = async ({ practiceId }, records) => {
  const practice = await records.findPractice(practiceId);
  return practice
    ? jsonAt(versionOfContent(practice.adjustmentClasses), {
        adjustmentClasses: practice.adjustmentClasses,
        ours: defaultClasses,
      })
    : notFound();
};

/** Required: a body that leaves the rules out erases none. */
const AdjustmentClasses = z.strictObject({ adjustmentClasses: z.array(ClassRule).max(1000) });

/**
 * Replaces the practice's rules by those of the body, for what is posted from now on; what is posted stays as it was
 * classed. Reasons that the installed list does not know are told, and taken.
 */
const putAdjustmentClasses: Respond = async ({ practiceId, body, by, seen }, records) => {
  const checked = checkJson(AdjustmentClasses, body);
  if (!checked.success) return badRequest(checked.findings);
  const { adjustmentClasses } = checked.data;
  const refused = checkClassRules(adjustmentClasses, await records.payerIds(practiceId));
  if (refused.length > 0) return badRequest(refused);
  const put = await records.settings.put(practiceId, {
    ...{ part: 'adjustmentClasses', id: '', note: '', by, seen },
    made: () => adjustmentClasses,
  });
  if (!put.success) return refusedVersion(put.findings) ?? badRequest(put.findings);
  const today = records.now().toISOString().slice(0, 10);
  return jsonAt(versionOfContent(adjustmentClasses), {
    adjustmentClasses,
    findings: unknownReasons(adjustmentClasses, records.knowsReason, today),
  });
};

/** A rule of ours: nobody of the practice gave a reason for it. */
const OurClass = z.looseObject({ reasons: z.array(z.string()), class: AdjustmentClass });

/** How the practice classes adjustments. */
export const adjustmentClassRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/adjustment-classes',
    summary: 'The practice’s rules for adjustments, and ours behind them',
    version: 'shown',
    permission: 'read',
    audit: 'no-patient-data',
    answer: {
      status: 200,
      body: z.object({ adjustmentClasses: z.array(ClassRule), ours: z.array(OurClass) }),
    },
    handler: getAdjustmentClasses,
  },
  {
    method: 'PUT',
    path: '/adjustment-classes',
    summary: 'Replaces the practice’s rules for adjustments',
    mostBytes: listBytes,
    version: 'asked',
    permission: 'administer',
    audit: 'no-patient-data',
    body: AdjustmentClasses,
    answer: {
      status: 200,
      body: z.object({ adjustmentClasses: z.array(ClassRule), findings: z.array(Finding) }),
    },
    handler: putAdjustmentClasses,
  },
];
