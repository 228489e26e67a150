import { z } from 'zod';
import { checkInput, checkJson } from '../../domain/check-input.ts';
import { called } from '../../domain/field.ts';
import { Finding } from '../../domain/finding.ts';
import { Payer } from '../../domain/payer.ts';
import { versionOfContent } from '../../domain/practice/seen-versions.ts';
import { PayerTerms } from '../../domain/practice/settings.ts';
import { badRequest, json } from '../../runtime/http-handler.ts';
import { jsonAt, refusedVersion } from '../mechanics/versions.ts';
import { notFound, type PracticeRoute, type Respond } from '../practice-request.ts';
import { Entered, enteredAs, enteredWith } from './setting-routes.ts';

/** The payers with which the practice has contracts, each with its terms. */
const listPayers: Respond = async ({ practiceId }, records) =>
  json(200, { payers: await records.listPayers(practiceId) });

const getPayer: Respond = async ({ practiceId, path }, records) => {
  const { payerId: id = '' } = path;
  const payer = (await records.listPayers(practiceId)).find(({ payerId }) => payerId === id);
  if (!payer) return notFound();
  const last = await records.settings.last(practiceId, { part: 'payer', id });
  return jsonAt(versionOfContent(payer), { payer, ...enteredAs(last, payer) });
};

const PayerBody = z.strictObject({ payer: PayerTerms, ...enteredWith });

/** Enters a payer with the contract’s terms, or replaces them; what runs goes on by the new ones from its next step. */
const putPayer: Respond = async ({ practiceId, path, body, by, seen }, records) => {
  const named = checkInput(Payer.pick({ payerId: true }), path);
  const asked = checkJson(PayerBody, body);
  if (!named.success) return badRequest(named.findings);
  if (!asked.success) return badRequest(asked.findings);
  const { note } = asked.data;
  const { payerId } = named.data;
  const payer: Payer = { payerId, ...asked.data.payer };
  const entered = { part: 'payer', id: payerId, made: () => payer, note, by, seen } as const;
  const put = await records.settings.put(practiceId, entered);
  if (!put.success) return refusedVersion(put.findings) ?? badRequest(put.findings);
  const { version, notes } = put.data;
  return jsonAt(versionOfContent(payer), { payer, ...enteredAs(version, payer), notes });
};

const ShownPayer = called('Payer', Payer);

/** Payers, with the terms of their contracts. */
export const payerRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/payers',
    summary: 'The payers with which the practice has contracts, with their terms',
    permission: 'read',
    audit: 'no-patient-data',
    answer: { status: 200, body: z.object({ payers: z.array(ShownPayer) }) },
    handler: listPayers,
  },
  {
    method: 'GET',
    path: '/payers/{payerId}',
    version: 'shown',
    summary: 'A payer with the terms of its contract',
    permission: 'read',
    audit: 'no-patient-data',
    answer: { status: 200, body: z.object({ payer: ShownPayer, entered: Entered.optional() }) },
    handler: getPayer,
  },
  {
    method: 'PUT',
    path: '/payers/{payerId}',
    version: 'asked',
    summary: 'Enters a payer with the terms of its contract, or replaces them',
    permission: 'administer',
    audit: 'no-patient-data',
    body: PayerBody,
    answer: {
      status: 200,
      body: z.object({ payer: ShownPayer, entered: Entered.optional(), notes: z.array(Finding) }),
    },
    handler: putPayer,
  },
];
