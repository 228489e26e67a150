import { z } from 'zod';
import { checkJson } from '../domain/check-input.ts';
import { Finding } from '../domain/finding.ts';
import { madeOfVersion, notNamed } from '../domain/practice/seen-versions.ts';
import { checkRules } from '../domain/rules/check-rules.ts';
import { RuleSet } from '../domain/rules/practice-rule.ts';
import { badRequest, json } from '../runtime/http-handler.ts';
import { pageOf } from './mechanics/list-page.ts';
import { listBytes } from './mechanics/size-limit.ts';
import { jsonAt, refusedVersion, versionsAnswer } from './mechanics/versions.ts';
import type { PracticeRoute, Respond, RespondWithPage } from './practice-request.ts';

/** Every version of the practice's rules, the one in force first. */
const listRules: RespondWithPage = async ({ practiceId, page }, { lists }) =>
  versionsAnswer(page, await lists.ruleSets(practiceId, {}, page.asked));

const RulesRequest = z.strictObject({
  rules: z.array(z.unknown()).describe('the rules, of the form of those that GET shows'),
  note: z.string().max(300).default(''),
});

/** Enters rules as the next version, in the name of the caller: in force from then on. */
const putRules: Respond = async ({ practiceId, body, by, seen }, records) => {
  const asked = checkJson(RulesRequest, body);
  if (!asked.success) return badRequest(asked.findings);
  if (seen.length === 0) return refusedVersion([notNamed]) ?? badRequest([notNamed]);
  const { rules: written, note } = asked.data;
  const put = await records.rules.put(practiceId, { written, note, by, madeOf: madeOfVersion(seen) });
  return put.success
    ? jsonAt(put.data.ruleSet.version, put.data)
    : (refusedVersion(put.findings) ?? badRequest(put.findings));
};

const TrialRequest = z.strictObject({
  rules: z.array(z.unknown()).describe('the rules, of the form of those that GET shows'),
  past: z.int().min(1).max(500).default(100),
});

/** What rules would do to the last visits, beside those in force; nothing is written. */
const tryRules: Respond = async ({ practiceId, body }, records) => {
  const asked = checkJson(TrialRequest, body);
  if (!asked.success) return badRequest(asked.findings);
  const checked = checkRules(asked.data.rules);
  if (!checked.success) return badRequest(checked.findings);
  const { rules, notes } = checked.data;
  return json(200, { trial: await records.rules.tryOn(practiceId, rules, asked.data.past), notes });
};

/** The practice’s own rules for its claims. */
export const ruleRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/rules',
    summary: 'Every version of the rules',
    list: 'the one in force first',
    version: 'shown',
    permission: 'read',
    audit: 'no-patient-data',
    answer: { status: 200, body: pageOf(RuleSet) },
    handler: listRules,
  },
  {
    method: 'PUT',
    path: '/rules',
    summary: 'Enters rules as the next version',
    mostBytes: listBytes,
    version: 'asked',
    permission: 'administer',
    audit: 'no-patient-data',
    body: RulesRequest,
    answer: { status: 200, body: z.object({ ruleSet: RuleSet, notes: z.array(Finding) }) },
    handler: putRules,
  },
  {
    method: 'POST',
    path: '/rules/trial',
    summary: 'Shows what rules would do to the last visits',
    mostBytes: listBytes,
    repeat: 'nothing is written',
    permission: 'read',
    audit: { of: ['encounter'], why: 'operations', fields: { name: 'encounter' } },
    body: TrialRequest,
    answer: { status: 200, body: z.object({ trial: z.looseObject({}), notes: z.array(Finding) }) },
    handler: tryRules,
  },
];
