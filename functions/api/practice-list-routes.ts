import { z } from 'zod';
import { checkJson } from '../domain/check-input.ts';
import { checkEnrolments, ProviderEnrolment } from '../domain/contract/enrolment.ts';
import type { Finding } from '../domain/finding.ts';
import { Location, repeatedLocations } from '../domain/practice/location.ts';
import { Charge, contradictingCharges, type Practice } from '../domain/practice.ts';
import { badRequest, json } from '../runtime/http-handler.ts';
import type { PracticeRecords } from './practice-records.ts';
import { notFound, type Respond } from './practice-request.ts';

/** The lists of a practice that are edited as a whole, each by itself. */
export type PracticeList = 'chargeMaster' | 'enrolments' | 'locations';

type ListRules<Entry> = {
  readonly name: PracticeList;
  readonly entry: z.ZodType<Entry>;
  /** What is wrong with a list whose entries are right. */
  readonly objections: (
    list: readonly Entry[],
    practice: Practice,
    records: PracticeRecords,
  ) => readonly Finding[] | Promise<readonly Finding[]>;
};

/** Shows a list, and replaces it by that of the body: a body without it erases none. */
const routesOf = <Entry>({ name, entry, objections }: ListRules<Entry>) => {
  const Body = z.strictObject({ [name]: z.array(entry) });
  const show: Respond = async ({ practiceId }, records) => {
    const practice = await records.findPractice(practiceId);
    return practice ? json(200, { [name]: practice[name] }) : notFound();
  };
  const replace: Respond = async ({ practiceId, body }, records) => {
    const checked = checkJson(Body, body);
    if (!checked.success) return badRequest(checked.findings);
    const practice = await records.findPractice(practiceId);
    if (!practice) return notFound();
    const list = checked.data[name] ?? [];
    const refused = await objections(list, practice, records);
    if (refused.length > 0) return badRequest(refused);
    await records.savePracticeList(practiceId, name, list);
    return json(200, { [name]: list });
  };
  return { show, replace };
};

/** The practice's prices. */
export const chargeMaster = routesOf({
  name: 'chargeMaster',
  entry: Charge,
  objections: (charges) => contradictingCharges(charges),
});

/** Enrolments of its providers with payers. */
export const enrolments = routesOf({
  name: 'enrolments',
  entry: ProviderEnrolment,
  objections: async (list, { practiceId, providers }, { payerIds }) =>
    checkEnrolments(list, { providers, payerIds: await payerIds(practiceId) }),
});

/** Its places. */
export const locations = routesOf({
  name: 'locations',
  entry: Location,
  objections: (list) => repeatedLocations(list),
});
