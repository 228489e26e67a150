import { z } from 'zod';
import { checkJson } from '../domain/check-input.ts';
import { checkEnrolments, ProviderEnrolment } from '../domain/contract/enrolment.ts';
import { called } from '../domain/field.ts';
import type { Finding } from '../domain/finding.ts';
import { Location, repeatedLocations } from '../domain/practice/location.ts';
import { versionOfContent } from '../domain/practice/seen-versions.ts';
import { Charge, contradictingCharges, type Practice, type PracticeListName } from '../domain/practice.ts';
import { badRequest } from '../runtime/http-handler.ts';
import { listBytes } from './mechanics/size-limit.ts';
import { jsonAt, refusedVersion } from './mechanics/versions.ts';
import type { PracticeRecords } from './practice-records.ts';
import { notFound, type PracticeRoute, type Respond } from './practice-request.ts';

/** The lists that are shown alone, with nothing of ours beside them. */
type PracticeList = Exclude<PracticeListName, 'adjustmentClasses'>;

/** More than any practice has; DynamoDB holds 400 KB of all that is said of one. */
const mostEntries = 5000;

type ListRules<Entry> = {
  readonly name: PracticeList;
  /** What the description of the API calls it. */
  readonly id: string;
  readonly path: `/${string}`;
  /** What the list is, for people. */
  readonly what: string;
  readonly entry: z.ZodType<Entry>;
  /** What is wrong with a list whose entries are right. */
  readonly objections: (
    list: readonly Entry[],
    practice: Practice,
    records: PracticeRecords,
  ) => readonly Finding[] | Promise<readonly Finding[]>;
};

/** Shows a list, and replaces it by that of the body: a body without it erases none. */
const routesOf = <Entry>({ name, id, path, what, entry, objections }: ListRules<Entry>): PracticeRoute[] => {
  const Body = called(id, z.strictObject({ [name]: z.array(entry).max(mostEntries) }));
  const show: Respond = async ({ practiceId }, records) => {
    const practice = await records.findPractice(practiceId);
    return practice ? jsonAt(versionOfContent(practice[name]), { [name]: practice[name] }) : notFound();
  };
  const replace: Respond = async ({ practiceId, body, by, seen }, records) => {
    const checked = checkJson(Body, body);
    if (!checked.success) return badRequest(checked.findings);
    const practice = await records.findPractice(practiceId);
    if (!practice) return notFound();
    const list = checked.data[name] ?? [];
    const refused = await objections(list, practice, records);
    if (refused.length > 0) return badRequest(refused);
    const put = await records.settings.put(practiceId, {
      ...{ part: name, id: '', note: '', by, seen },
      made: () => list,
    });
    if (!put.success) return refusedVersion(put.findings) ?? badRequest(put.findings);
    return jsonAt(versionOfContent(list), { [name]: list });
  };
  const answer = { status: 200, body: Body };
  const audit = 'no-patient-data';
  return [
    {
      ...({ method: 'GET', path, summary: `Shows ${what}` } as const),
      ...({ permission: 'read', audit, version: 'shown', answer, handler: show } as const),
    },
    {
      ...({ method: 'PUT', path, summary: `Replaces ${what}`, mostBytes: listBytes } as const),
      ...({ permission: 'administer', audit, version: 'asked' } as const),
      ...({ body: Body, answer, handler: replace } as const),
    },
  ];
};

/** The practice’s prices, the enrolments of its providers with payers, and its places. */
export const practiceListRoutes: readonly PracticeRoute[] = [
  ...routesOf({
    name: 'chargeMaster',
    id: 'ChargeMaster',
    path: '/charge-master',
    what: 'the prices',
    entry: Charge,
    objections: (charges) => contradictingCharges(charges),
  }),
  ...routesOf({
    name: 'enrolments',
    id: 'Enrolments',
    path: '/enrolments',
    what: 'the enrolments of providers with payers',
    entry: ProviderEnrolment,
    objections: async (list, { practiceId, providers }, { payerIds }) =>
      checkEnrolments(list, { providers, payerIds: await payerIds(practiceId) }),
  }),
  ...routesOf({
    name: 'locations',
    id: 'Locations',
    path: '/locations',
    what: 'the places',
    entry: Location,
    objections: (list) => repeatedLocations(list),
  }),
];
