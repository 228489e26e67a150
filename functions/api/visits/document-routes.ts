import { z } from 'zod';
import { checkInput, checkJson } from '../../domain/check-input.ts';
import type { Encounter, EncounterDocument } from '../../domain/encounter.ts';
import { called } from '../../domain/field.ts';
import type { Checked, Finding } from '../../domain/finding.ts';
import { encounterIdPattern } from '../../domain/ids.ts';
import { documentsOf } from '../../domain/visit/documents.ts';
import { badRequest, type HttpResponse, json } from '../../runtime/http-handler.ts';
import { contentTypesOf, documentEndings, documentKey } from '../document-key.ts';
import type { PracticeRecords } from '../practice-records.ts';
import { notFound, type PracticeRequest, type PracticeRoute, type Respond } from '../practice-request.ts';

/** A scanned note of many pages has some megabytes; what is read of it fits the memory of one function. */
const mostBytes = 25 * 1024 * 1024;

const Upload = z.object({
  fileName: z.string().min(1).max(255).describe('only its kind is kept: it may be a patient’s name'),
  contentType: z.string().min(3).max(100).optional().describe('@default that of the kind'),
  size: z.int().min(1).optional().describe('bytes: then exactly so many are taken, else 1 to the most'),
});
type Upload = z.infer<typeof Upload>;

/** Long enough for a slow line, short enough that a leaked form is soon worthless. */
const uploadSeconds = 900;

const objectionTo = ({ fileName, contentType, size = 1 }: Upload): readonly Finding[] => {
  const types = contentTypesOf(fileName);
  if (types.length === 0) {
    const detail = `Files of this kind are not read: send one that ends in ${documentEndings.join(', ')}`;
    return [{ code: 'document-kind', path: 'fileName', detail }];
  }
  const findings: Finding[] = [];
  if (contentType !== undefined && !types.includes(contentType.toLowerCase()))
    findings.push({
      code: 'document-type',
      path: 'contentType',
      detail: `A file of this name is sent as ${types.join(' or ')}`,
    });
  if (size > mostBytes)
    findings.push({ code: 'too-large', path: 'size', detail: `A document has ${mostBytes} bytes at most` });
  return findings;
};

const checkUpload = (body: string): Checked<Upload> => {
  const upload = checkJson(Upload, body);
  if (!upload.success) return upload;
  const findings = objectionTo(upload.data);
  return findings.length > 0 ? { success: false, findings } : upload;
};

/** A form by which the clinic may POST one document of a visit, of this type and size and no other. */
const offerUpload: Respond = async ({ practiceId, path, body }, records) => {
  const place = checkInput(z.object({ encounterId: z.string().regex(encounterIdPattern) }), path);
  const upload = checkUpload(body);
  if (!place.success) return badRequest(place.findings);
  if (!upload.success) return badRequest(upload.findings);
  const { encounterId } = place.data;
  const { fileName, size } = upload.data;
  const key = documentKey({ practiceId, encounterId }, fileName, records.newDocumentId());
  const [ours = ''] = contentTypesOf(fileName);
  const bytes = size === undefined ? ([1, mostBytes] as const) : ([size, size] as const);
  const contentType = upload.data.contentType ?? ours;
  const form = await records.documents.uploadForm({ key, contentType, bytes }, uploadSeconds);
  return json(201, { method: 'POST', ...form, key, expiresInSeconds: uploadSeconds, mostBytes: bytes[1] });
};

/** Documents are known by their content: the same sent again is the same one. */
const shownDocument = ({ key, digest, receivedAt }: EncounterDocument) => ({
  documentId: digest,
  fileName: key.split('/').at(-1) ?? '',
  contentType: contentTypesOf(key)[0] ?? 'application/octet-stream',
  receivedAt,
});

const visitOf = (
  { practiceId, path }: PracticeRequest,
  records: PracticeRecords,
): Promise<Encounter | undefined> =>
  records.findEncounter({ practiceId, encounterId: path.encounterId ?? '' });

const listDocuments: Respond = async (request, records) => {
  const visit = await visitOf(request, records);
  return visit ? json(200, { documents: documentsOf(visit).map(shownDocument) }) : notFound();
};

/** A link is followed at once: it is worthless before anybody finds it in a log. */
const downloadSeconds = 60;

/** A URL from which an object of the intake bucket may be got for a minute. */
export const answerDownload = async (
  key: string,
  as: { readonly fileName: string; readonly contentType: string },
  { documents }: PracticeRecords,
): Promise<{ readonly url: string; readonly expiresInSeconds: number }> => ({
  url: await documents.downloadUrl(key, { ...as, expiresInSeconds: downloadSeconds }),
  expiresInSeconds: downloadSeconds,
});

const getDocument: Respond = async (request, records): Promise<HttpResponse> => {
  const visit = await visitOf(request, records);
  const document = visit && documentsOf(visit).find(({ digest }) => digest === request.path.documentId);
  if (!document) return notFound();
  const shown = shownDocument(document);
  return json(200, { document: shown, ...(await answerDownload(document.key, shown, records)) });
};

const ShownDocument = called(
  'VisitDocument',
  z.object({
    documentId: z.string().describe('digest of its content'),
    fileName: z.string(),
    contentType: z.string(),
    receivedAt: z.string(),
  }),
);

/** Where something may be got, and for how long. */
export const DownloadLink = z.object({ url: z.url(), expiresInSeconds: z.int() });

/** The documents of visits. */
export const documentRoutes: readonly PracticeRoute[] = [
  {
    method: 'POST',
    path: '/encounters/{encounterId}/documents',
    repeat: 'another form is offered, and nothing is written',
    summary: 'A form by which one document of a visit may be POSTed, with the file as its last field',
    permission: 'register',
    audit: { of: ['encounter', 'document'], why: 'payment', fields: { key: 'document' } },
    body: Upload,
    answer: {
      status: 201,
      body: z.object({
        method: z.literal('POST'),
        url: z.url(),
        fields: z.record(z.string(), z.string()).describe('of the form, as they are'),
        key: z.string(),
        expiresInSeconds: z.int(),
        mostBytes: z.int(),
      }),
    },
    handler: offerUpload,
  },
  {
    method: 'GET',
    path: '/encounters/{encounterId}/documents',
    summary: 'The documents of a visit, in the order in which they came',
    permission: 'read',
    audit: { of: ['encounter'], why: 'payment' },
    answer: { status: 200, body: z.object({ documents: z.array(ShownDocument) }) },
    handler: listDocuments,
  },
  {
    method: 'GET',
    path: '/encounters/{encounterId}/documents/{documentId}',
    summary: 'A URL from which a document may be got for a minute',
    permission: 'read',
    audit: { of: ['encounter'], why: 'payment' },
    answer: { status: 200, body: DownloadLink.extend({ document: ShownDocument }) },
    handler: getDocument,
  },
];
