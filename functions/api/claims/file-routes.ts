import { z } from 'zod';
import type { Claim } from '../../domain/claim.ts';
import { called } from '../../domain/field.ts';
import { PartnerFile, TransactionName } from '../../domain/partner-file.ts';
import { badRequest, type HttpResponse, json } from '../../runtime/http-handler.ts';
import { ownClaim } from '../claim-routes.ts';
import type { PracticeRecords } from '../practice-records.ts';
import { notFound, type PracticeRoute, type Respond } from '../practice-request.ts';

/** A file between us and a trading partner: what was found in one that several practices share is not shown. */
export const ShownFile = called(
  'PartnerFile',
  PartnerFile.pick({ partnerId: true, direction: true, transaction: true, at: true }).extend({
    fileId: z.string().describe('by which its text is got'),
    transactions: z.array(TransactionName).describe('all that it holds'),
    fileName: z.string().describe('a name for it on a disk'),
  }),
);
export type ShownFile = z.infer<typeof ShownFile>;

/** A file as it is shown. */
export const shownFile = (file: PartnerFile, { files }: Pick<PracticeRecords, 'files'>): ShownFile => {
  const { partnerId, direction, transaction, transactions = [transaction], at, fileId } = file;
  const ending = transaction === 'appeal' ? 'txt' : 'x12';
  const fileName = `${transaction}-${fileId}.${ending}`;
  return { fileId: files.nameOf(file), partnerId, direction, transaction, transactions, at, fileName };
};

/** An answer of the API has room for 6 MB, and characters that JSON escapes take more than one. */
const mostCharacters = 4_000_000;

/** The text of a file, as far as it is the practice's own. */
export const answerText = async (
  file: PartnerFile,
  practiceId: string,
  records: PracticeRecords,
): Promise<HttpResponse> => {
  const own = await records.files.read(file, practiceId);
  if (!own) return notFound();
  if (own.text.length > mostCharacters) return badRequest([tooLarge]);
  return json(200, { file: shownFile(file, records), text: own.text, leftOut: own.leftOut });
};

const tooLarge = {
  code: 'too-large',
  path: 'fileId',
  detail: 'The file has more than 4 MB: take it from the exchange bucket',
};

/** What a file is answered with. */
export const FileText = called(
  'FileText',
  z.object({
    file: ShownFile,
    text: z
      .string()
      .describe('X12 as it went or came, byte for byte; counts of envelopes are those of what is in it'),
    leftOut: z.int().min(0).describe('sets of the file that speak of others'),
  }),
);

const listFiles: Respond = async (request, records) => {
  const claim = await ownClaim(request, records);
  if (!claim) return notFound();
  const files = await records.files.ofClaim(claim);
  return json(200, { files: files.map((file) => shownFile(file, records)) });
};

const fileOf = async (
  claim: Claim,
  name: string,
  { files }: PracticeRecords,
): Promise<PartnerFile | undefined> =>
  (await files.ofClaim(claim)).find((file) => files.nameOf(file) === name);

const getFile: Respond = async (request, records) => {
  const claim = await ownClaim(request, records);
  const file = claim && (await fileOf(claim, request.path.fileId ?? '', records));
  return file ? answerText(file, request.practiceId, records) : notFound();
};

/** The files that a claim went out in, and those that answered it. */
export const claimFileRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/claims/{claimId}/files',
    summary:
      'The files that a claim went out in and was answered by: 837P, 999, 277CA, 270, 271, 276, 277, 835',
    permission: 'read',
    audit: { of: ['claim'], why: 'payment' },
    answer: { status: 200, body: z.object({ files: z.array(ShownFile) }) },
    handler: listFiles,
  },
  {
    method: 'GET',
    path: '/claims/{claimId}/files/{fileId}',
    summary: 'The X12 of such a file, as far as it speaks of the practice',
    permission: 'read',
    audit: { of: ['claim'], why: 'payment' },
    answer: { status: 200, body: FileText },
    handler: getFile,
  },
];
