import { readFile, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { Command } from 'commander';
import { findHeadings } from '../../functions/coding/note/headings/find-headings.ts';
import { unread } from '../../functions/documents/draft.ts';
import { readDocument } from '../../functions/documents/read-document.ts';
import type { DocumentReading, HeadingsIn } from '../../functions/documents/reading.ts';
import { inWords, mostFileBytes } from '../../functions/domain/objects/size-limits.ts';
import { exitCodes } from '../failure.ts';
import { nameOf, standardInput } from '../x12/input.ts';
import { endWithPipe, Output } from '../x12/output.ts';
import { renderReading } from './render-reading.ts';

/** Headings that coding knows, and lines of capitals that stand alone. */
const headingsIn: HeadingsIn = (text) =>
  findHeadings(text).filter(({ name, style }) => name !== undefined || (style.isAlone && style.isUpper));

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist. Check the path',
  EISDIR: 'is a folder. Name the files in it, such as folder/*',
  EACCES: 'may not be read by this user. Change its permissions',
};

/** A file that cannot be opened says why, as a document that cannot be read does. */
const unopened = (error: unknown): DocumentReading => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return unread('not-opened', `The file ${reasons[code] ?? `cannot be opened (${code})`}.`);
};

/** Whatever is larger than is read is not even loaded. */
const bytesOf = async (file: string): Promise<Uint8Array | DocumentReading> => {
  try {
    if (file === standardInput) return await buffer(process.stdin);
    const { size } = await stat(file);
    if (size > mostFileBytes)
      return unread(
        'too-large',
        `The file has ${inWords(size)}, and up to ${inWords(mostFileBytes)} are read. Send it in parts.`,
      );
    return await readFile(file);
  } catch (error) {
    return unopened(error);
  }
};

const readingOf = async (file: string): Promise<DocumentReading> => {
  const bytes = await bytesOf(file);
  return bytes instanceof Uint8Array ? readDocument(bytes, { headingsIn }) : bytes;
};

const lineOf = (file: string, { kind, text, sections, facts, problems }: DocumentReading): string =>
  JSON.stringify({ file, kind, text, sections, facts, problems });

/** 2 when a file cannot be opened, else 1 when something of one is not read; it stays what a file before made it. */
const noteExit = ({ problems }: DocumentReading): void => {
  const isUnopened = problems.some(({ code }) => code === 'not-opened');
  if (isUnopened) process.exitCode = exitCodes.misuse;
  else if (problems.length > 0) process.exitCode ??= 1;
};

const tell = (file: string, { problems }: DocumentReading): void => {
  for (const { path, detail } of problems)
    console.error(`${nameOf(file)}: ${path === '' ? '' : `${path}: `}${detail}`);
};

/** `extract`: what documents say, without records. */
export const extractCommand = (): Command =>
  new Command('extract')
    .description(
      'print the text of documents with sections, facts and their places; exit code 1 when something is not read',
    )
    .argument(
      '<files...>',
      'PDF, DOCX, RTF, HTML, text, C-CDA, FHIR or HL7 v2, whatever their names; - for the standard input',
    )
    .option('--json', 'one JSON object in a line for each file')
    .action(async (files: readonly string[], { json }: { json?: true }) => {
      const output = new Output();
      endWithPipe();
      for (const file of files) {
        const reading = await readingOf(file);
        output.print(json ? `${lineOf(file, reading)}\n` : renderReading(nameOf(file), reading));
        await output.flush();
        if (!json) tell(file, reading);
        noteExit(reading);
      }
    });
