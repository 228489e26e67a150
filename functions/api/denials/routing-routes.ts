import { z } from 'zod';
import { daysRunForward } from '../../domain/calendar/days-asked.ts';
import { dateIn } from '../../domain/calendar/time-zone.ts';
import { addDays, CalendarDate } from '../../domain/calendar.ts';
import { checkInput, checkJson } from '../../domain/check-input.ts';
import { checkRouting } from '../../domain/denials/check-routing.ts';
import { denialDefinitions } from '../../domain/denials/denial-figures.ts';
import { houseEdition, houseRules } from '../../domain/denials/house-routing.ts';
import { Route, RoutingCondition, RoutingSet } from '../../domain/denials/routing-rule.ts';
import { Finding } from '../../domain/finding.ts';
import { madeOfVersion, notNamed } from '../../domain/practice/seen-versions.ts';
import { badRequest, json } from '../../runtime/http-handler.ts';
import { pageOf } from '../mechanics/list-page.ts';
import { listBytes } from '../mechanics/size-limit.ts';
import { jsonAt, refusedVersion, versionsAnswer } from '../mechanics/versions.ts';
import { notFound, type PracticeRoute, type Respond, type RespondWithPage } from '../practice-request.ts';

/** Every version of the practice's table, the one in force first, and the house's, which is asked after it. */
const listRouting: RespondWithPage = async ({ practiceId, page }, { lists }) =>
  versionsAnswer(page, await lists.routingSets(practiceId, {}, page.asked), {
    house: { edition: houseEdition, rules: houseRules },
  });

const RoutingRequest = z.strictObject({
  rules: z.array(z.unknown()).describe('the rules, of the form of those that GET shows'),
  note: z.string().max(300).default(''),
});

/** Enters a table as the next version, in the name of the caller: in force from then on. */
const putRouting: Respond = async ({ practiceId, body, by, seen }, { denials }) => {
  const asked = checkJson(RoutingRequest, body);
  if (!asked.success) return badRequest(asked.findings);
  if (seen.length === 0) return refusedVersion([notNamed]) ?? badRequest([notNamed]);
  const { rules: written, note } = asked.data;
  const put = await denials.put(practiceId, { written, note, by, madeOf: madeOfVersion(seen) });
  return put.success
    ? jsonAt(put.data.routingSet.version, put.data)
    : (refusedVersion(put.findings) ?? badRequest(put.findings));
};

const TrialRequest = z.strictObject({
  rules: z.array(z.unknown()).describe('the rules, of the form of those that GET shows'),
  past: z.int().min(1).max(500).default(100),
});

/** What a table would do to the last denials, beside the one in force; nothing is written. */
const tryRouting: Respond = async ({ practiceId, body }, { denials, now }) => {
  const asked = checkJson(TrialRequest, body);
  if (!asked.success) return badRequest(asked.findings);
  const today = now().toISOString().slice(0, 10);
  const checked = checkRouting(asked.data.rules, { ...(await denials.known(practiceId)), today });
  if (!checked.success) return badRequest(checked.findings);
  const { rules, notes } = checked.data;
  return json(200, { trial: await denials.tryOn(practiceId, rules, asked.data.past), notes });
};

const Span = z
  .strictObject({ from: CalendarDate.optional(), to: CalendarDate.optional() })
  .refine(...daysRunForward);

/** Without dates the quarter that ends today. */
const span = 90;

/** The numbers on denials that payers first stated in a span of days, with what each means. */
const getDenialFigures: Respond = async ({ practiceId, query }, records) => {
  const asked = checkInput(Span, query);
  if (!asked.success) return badRequest(asked.findings);
  const practice = await records.findPractice(practiceId);
  if (!practice) return notFound();
  const to = asked.data.to ?? dateIn(practice.timeZone, records.now());
  const from = asked.data.from ?? addDays(to, -span);
  const figures = await records.denials.figures(practiceId, { from, to });
  return json(200, { ...figures, definitions: denialDefinitions });
};

const ShownHouseRule = z.looseObject({
  ruleId: z.string(),
  when: RoutingCondition,
  // biome-ignore lint/suspicious/noThenProperty: an object with words is nothing that can be awaited
  then: Route,
});

/** Where denials go, and the numbers on them. */
export const denialRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/routing',
    summary: 'Every version of the table of where denials go, and the house’s behind it',
    list: 'the one in force first',
    version: 'shown',
    permission: 'read',
    audit: 'no-patient-data',
    answer: {
      status: 200,
      body: pageOf(RoutingSet, {
        house: z.object({ edition: z.string(), rules: z.array(ShownHouseRule) }),
      }),
    },
    handler: listRouting,
  },
  {
    method: 'PUT',
    path: '/routing',
    summary: 'Enters a table of where denials go as the next version',
    mostBytes: listBytes,
    version: 'asked',
    permission: 'administer',
    audit: 'no-patient-data',
    body: RoutingRequest,
    answer: { status: 200, body: z.object({ routingSet: RoutingSet, notes: z.array(Finding) }) },
    handler: putRouting,
  },
  {
    method: 'POST',
    path: '/routing/trial',
    summary: 'Shows what a table would do to the last denials',
    mostBytes: listBytes,
    repeat: 'nothing is written',
    permission: 'read',
    audit: { of: ['claim'], why: 'operations' },
    body: TrialRequest,
    answer: { status: 200, body: z.object({ trial: z.looseObject({}), notes: z.array(Finding) }) },
    handler: tryRouting,
  },
  {
    method: 'GET',
    path: '/reports/denials',
    summary: 'The numbers on denials that payers first stated in some days',
    permission: 'read',
    audit: 'no-patient-data',
    query: Span,
    answer: { status: 200, body: z.looseObject({}) },
    handler: getDenialFigures,
  },
];
