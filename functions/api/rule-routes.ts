import { z } from 'zod';
import { programActor } from '../domain/actor.ts';
import { checkJson } from '../domain/check-input.ts';
import { checkRules } from '../domain/rules/check-rules.ts';
import { badRequest, json } from '../runtime/http-handler.ts';
import { type Respond, unnamedCaller } from './practice-request.ts';

/** Every version of the practice's rules, the one in force first. */
export const listRules: Respond = async ({ practiceId }, records) =>
  json(200, { versions: await records.rules.versions(practiceId) });

const RulesRequest = z.strictObject({
  rules: z.unknown(),
  note: z.string().max(300).default(''),
  version: z.int().min(0).optional().describe('that the rules were made of'),
});

/** Enters rules as the next version, in the name of the caller: in force from then on. */
export const putRules: Respond = async ({ practiceId, body, principal }, records) => {
  const asked = checkJson(RulesRequest, body);
  if (!asked.success) return badRequest(asked.findings);
  if (!principal) return unnamedCaller();
  const { rules: written, note, version: madeOf } = asked.data;
  const by = programActor(principal, practiceId);
  const put = await records.rules.put(practiceId, { written, note, by, madeOf });
  return put.success ? json(200, put.data) : badRequest(put.findings);
};

const TrialRequest = z.strictObject({ rules: z.unknown(), past: z.int().min(1).max(500).default(100) });

/** What rules would do to the last visits, beside those in force; nothing is written. */
export const tryRules: Respond = async ({ practiceId, body }, records) => {
  const asked = checkJson(TrialRequest, body);
  if (!asked.success) return badRequest(asked.findings);
  const checked = checkRules(asked.data.rules);
  if (!checked.success) return badRequest(checked.findings);
  const { rules, notes } = checked.data;
  return json(200, { trial: await records.rules.tryOn(practiceId, rules, asked.data.past), notes });
};
