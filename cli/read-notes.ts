import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { extractText, proseOf } from '../functions/coding/extract-text.ts';
import { parseJson } from '../functions/domain/check-input.ts';

/** A note to code, with what its line tells about the patient; or why it cannot be read. */
export type NoteToCode =
  | {
      readonly id: string;
      readonly note: string;
      readonly ageInYears?: number;
      readonly patientType?: 'new' | 'established';
      readonly codes: readonly string[];
    }
  | { readonly id: string; readonly problem: string };

const whole = z.union([z.string(), z.number()]).transform((value) => Number.parseInt(String(value), 10));

/** A line of a JSONL file. Public evaluation sets call the text `text` or `text_en`, and the codes `icd10cm`. */
const NoteLine = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  note: z.string().optional(),
  text: z.string().optional(),
  text_en: z.string().optional(),
  age: whole.pipe(z.int().min(0).max(130)).optional().catch(undefined),
  patient: z.enum(['new', 'established']).optional().catch(undefined),
  codes: z.array(z.string()).optional(),
  icd10cm: z.array(z.string()).optional(),
});

const readLine = (line: string, place: string): NoteToCode => {
  const value = parseJson(line);
  if (!value.success) return { id: place, problem: `${place} is no JSON` };
  const parsed = NoteLine.safeParse(value.data);
  const note = parsed.data?.note ?? parsed.data?.text ?? parsed.data?.text_en;
  if (!parsed.success || note === undefined) {
    return { id: place, problem: `${place} needs "id" and "note"` };
  }
  const { id, age, patient, codes, icd10cm } = parsed.data;
  return {
    id,
    note: proseOf(note),
    codes: codes ?? icd10cm ?? [],
    ...(age !== undefined && { ageInYears: age }),
    ...(patient && { patientType: patient }),
  };
};

const inputOf = (file: string) => (file === '-' ? process.stdin : createReadStream(file));
const nameOf = (file: string): string => (file === '-' ? 'standard input' : file);

async function* readLines(file: string): AsyncGenerator<NoteToCode> {
  let number = 0;
  for await (const line of createInterface({ input: inputOf(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() !== '') yield readLine(line, `${nameOf(file)} line ${number}`);
  }
}

const readBytes = async (file: string): Promise<Uint8Array> => {
  if (file !== '-') return readFileSync(file);
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
};

const readDocument = async (file: string): Promise<NoteToCode> => {
  const extraction = extractText(await readBytes(file), { fileName: file });
  return extraction.outcome === 'extracted'
    ? { id: file, note: extraction.text, codes: [] }
    : { id: file, problem: `${nameOf(file)}: ${extraction.reason}` };
};

/** The notes of the files, one after the other; "-" is standard input. A file of lines is never held as a whole. */
export async function* readNotes(files: readonly string[], jsonl: boolean): AsyncGenerator<NoteToCode> {
  for (const file of files) {
    if (jsonl) yield* readLines(file);
    else yield await readDocument(file);
  }
}
