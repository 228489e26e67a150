import { z } from 'zod';
import { checkInput, checkJson } from '../../domain/check-input.ts';
import { called } from '../../domain/field.ts';
import { Finding } from '../../domain/finding.ts';
import { isSameContent } from '../../domain/patients/same-content.ts';
import { versionOfContent } from '../../domain/practice/seen-versions.ts';
import { PartVersion, PracticePart, PracticeSettings, settingsOf } from '../../domain/practice/settings.ts';
import { badRequest, json } from '../../runtime/http-handler.ts';
import { listBytes } from '../mechanics/size-limit.ts';
import { jsonAt, refusedVersion } from '../mechanics/versions.ts';
import { notFound, type PracticeRoute, type Respond } from '../practice-request.ts';

/** Why somebody enters something. */
export const enteredWith = {
  note: z.string().trim().max(300).default('').describe('why'),
};

/** Under which version something stands, and who entered it when; none of what no caller entered. */
export const Entered = called('Entered', PartVersion.pick({ version: true, by: true, at: true, note: true }));

/** What is told of a version, where it says what stands: files that are loaded replace records without one. */
export const enteredAs = (version: PartVersion | undefined, standing: unknown) => {
  if (!version || !isSameContent(version.value, standing)) return {};
  return { entered: Entered.parse(version) };
};

const settingsPart = { part: 'settings', id: '' } as const;

/** What the practice says of itself: who bills, how it sends, whose desk is whose, how it works. */
const getSettings: Respond = async ({ practiceId }, { findPractice, settings: records }) => {
  const practice = await findPractice(practiceId);
  if (!practice) return notFound();
  const settings = settingsOf(practice);
  const last = await records.last(practiceId, settingsPart);
  return jsonAt(versionOfContent(settings), { settings, ...enteredAs(last, settings) });
};

const SettingsBody = z.strictObject({ settings: PracticeSettings, ...enteredWith });

/** Enters the settings as a whole, in the name of the caller: in force from then on. */
const putSettings: Respond = async ({ practiceId, body, by, seen }, records) => {
  const asked = checkJson(SettingsBody, body);
  if (!asked.success) return badRequest(asked.findings);
  const { settings, note } = asked.data;
  const entered = { ...settingsPart, made: () => settings, note, by, seen };
  const put = await records.settings.put(practiceId, entered);
  if (!put.success) return refusedVersion(put.findings) ?? badRequest(put.findings);
  const { value, version, notes } = put.data;
  return jsonAt(versionOfContent(value), { settings: value, ...enteredAs(version, value), notes });
};

const VersionQuery = z.strictObject({
  of: PracticePart.default('settings').describe('which part of the records'),
  payerId: z.string().min(2).max(80).optional().describe('of payer: which'),
});

/** Every version of the settings, of a list, or of a payer that somebody entered, the latest first. */
const listVersions: Respond = async ({ practiceId, query }, records) => {
  const asked = checkInput(VersionQuery, query);
  if (!asked.success) return badRequest(asked.findings);
  const { of: part, payerId } = asked.data;
  if ((part === 'payer') !== (payerId !== undefined))
    return badRequest([
      {
        code: 'not-possible',
        path: 'payerId',
        detail: 'Name the payer exactly where versions of one are asked for',
      },
    ]);
  return json(200, { versions: await records.settings.versions(practiceId, { part, id: payerId ?? '' }) });
};

/** The practice itself. */
export const settingRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/settings',
    version: 'shown',
    summary: 'What the practice says of itself: billing entities, partners, desks, policies',
    permission: 'read',
    audit: 'no-patient-data',
    answer: { status: 200, body: z.object({ settings: PracticeSettings, entered: Entered.optional() }) },
    handler: getSettings,
  },
  {
    method: 'PUT',
    path: '/settings',
    version: 'asked',
    mostBytes: listBytes,
    summary: 'Replaces what the practice says of itself, beside its lists, providers and payers',
    permission: 'administer',
    audit: 'no-patient-data',
    body: SettingsBody,
    answer: {
      status: 200,
      body: z.object({ settings: PracticeSettings, entered: Entered.optional(), notes: z.array(Finding) }),
    },
    handler: putSettings,
  },
  {
    method: 'GET',
    path: '/settings/versions',
    summary: 'What was entered of the settings, a list or a payer, by whom and when',
    permission: 'read',
    audit: 'no-patient-data',
    query: VersionQuery,
    answer: { status: 200, body: z.object({ versions: z.array(PartVersion) }) },
    handler: listVersions,
  },
];
