import { FilingException } from '../../domain/appeals/filing-exception.ts';
import type { PreparationForm } from '../../domain/appeals/preparation.ts';
import { type Fields, fieldsOf, fileIn, isTooLarge, type SentBody } from './read-upload.ts';

/** What a form that prepares a packet asks for; undefined of any other form, and of one whose file is too large. */
export const readPacketForm = async (sent: SentBody): Promise<PreparationForm | 'too-large' | undefined> => {
  if (isTooLarge(sent)) return /^multipart\//i.test(sent.contentType) ? 'too-large' : undefined;
  const fields = await fieldsOf(sent);
  const step = fields?.get('packet-step');
  if (!fields || (step !== 'save' && step !== 'make')) return undefined;
  const file = fileIn(fields, 'file');
  const letter = fields.get('letter');
  return {
    step,
    letter: typeof letter === 'string' ? letter : '',
    remove: removed(fields),
    withNote: fields.get('withNote') !== null,
    exception: FilingException.safeParse(fields.get('exception')).data,
    file: file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
  };
};

const removed = (fields: Fields): readonly string[] =>
  fields.getAll('remove').filter((one): one is string => typeof one === 'string');
