import { z } from 'zod';
import { checkInput, checkJson } from '../../domain/check-input.ts';
import { Npi, Provider } from '../../domain/party.ts';
import { versionOfContent } from '../../domain/practice/seen-versions.ts';
import { badRequest, json } from '../../runtime/http-handler.ts';
import { jsonAt, refusedVersion } from '../mechanics/versions.ts';
import { notFound, type PracticeRoute, type Respond } from '../practice-request.ts';
import { Entered, enteredWith } from './setting-routes.ts';

/** Everybody who gives services in the practice’s name. */
const listProviders: Respond = async ({ practiceId }, { findPractice }) => {
  const practice = await findPractice(practiceId);
  return practice ? json(200, { providers: practice.providers }) : notFound();
};

const getProvider: Respond = async ({ practiceId, path }, { findPractice }) => {
  const provider = (await findPractice(practiceId))?.providers.find(({ npi }) => npi === path.npi);
  return provider ? jsonAt(versionOfContent(provider), { provider }) : notFound();
};

const ProviderBody = z.strictObject({ provider: Provider.omit({ npi: true }).strict(), ...enteredWith });

/** In the place of the one with its number, else behind the others. */
const withProvider =
  (provider: Provider) =>
  (standing: unknown): readonly Provider[] => {
    const providers = z.array(Provider).parse(standing);
    const at = providers.findIndex(({ npi }) => npi === provider.npi);
    return at < 0 ? [...providers, provider] : providers.with(at, provider);
  };

/** Enters a provider, or what is known of one now. */
const putProvider: Respond = async ({ practiceId, path, body, by, seen }, records) => {
  const named = checkInput(z.object({ npi: Npi }), path);
  const asked = checkJson(ProviderBody, body);
  if (!named.success) return badRequest(named.findings);
  if (!asked.success) return badRequest(asked.findings);
  const { note } = asked.data;
  const provider: Provider = { ...asked.data.provider, npi: named.data.npi };
  const put = await records.settings.put(practiceId, {
    ...{ part: 'providers', id: '', note, by, seen },
    made: withProvider(provider),
    pieceOf: (part) =>
      z
        .array(Provider)
        .parse(part)
        .find(({ npi }) => npi === provider.npi),
  });
  if (!put.success) return refusedVersion(put.findings) ?? badRequest(put.findings);
  const { version } = put.data;
  return jsonAt(versionOfContent(provider), {
    provider,
    ...(version && { entered: Entered.parse(version) }),
  });
};

/** Who gives services. */
export const providerRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/providers',
    summary: 'Everybody who gives services in the practice’s name',
    permission: 'read',
    audit: 'no-patient-data',
    answer: { status: 200, body: z.object({ providers: z.array(Provider) }) },
    handler: listProviders,
  },
  {
    method: 'GET',
    path: '/providers/{npi}',
    version: 'shown',
    summary: 'A provider',
    permission: 'read',
    audit: 'no-patient-data',
    answer: { status: 200, body: z.object({ provider: Provider }) },
    handler: getProvider,
  },
  {
    method: 'PUT',
    path: '/providers/{npi}',
    version: 'asked',
    summary: 'Enters a provider, or replaces what is known of one',
    permission: 'administer',
    audit: 'no-patient-data',
    body: ProviderBody,
    answer: { status: 200, body: z.object({ provider: Provider, entered: Entered.optional() }) },
    handler: putProvider,
  },
];
