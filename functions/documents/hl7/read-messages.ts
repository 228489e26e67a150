import { Draft } from '../draft.ts';
import type { DocumentReading, ReadInner } from '../reading.ts';
import { clinicalSegments } from './clinical-segments.ts';
import { cutMessage, type Message, type Segment, unescaped } from './message.ts';
import { registrationSegments } from './registration-segments.ts';
import { headOfResult, takeResult } from './results.ts';

const takers = { ...registrationSegments, ...clinicalSegments };

/** Segments that only carry the message, or say nothing that a visit needs. */
const silent = new Set(
  'MSH EVN PD1 NK1 ROL OBR ORC SPM TQ1 TQ2 SFT MSA ERR FHS BHS BTS FTS RGS AIG AIL AIP AIS IN2 IN3 ACC UB1 UB2 MRG RXR PRD CTD ZDS'.split(
    ' ',
  ),
);

/** What stands around a message on the wire (MLLP), or around several in a file, is no part of it. */
const withoutFrames = (text: string): string => text.replaceAll('\u000b', '\r').replaceAll('\u001c', '\r');

/** Lines by messages: each begins with its header. */
const messagesIn = (text: string): readonly (readonly string[])[] => {
  const messages: string[][] = [];
  for (const line of withoutFrames(text).split(/\r\n|\r|\n/)) {
    if (line.trim() === '') continue;
    if (/^\s*MSH[^\w\s]/.test(line)) messages.push([line.trimStart()]);
    else if (!/^(FHS|BHS|BTS|FTS)[^\w\s]/.test(line)) messages.at(-1)?.push(line);
  }
  return messages;
};

const sectionNames: Readonly<Record<string, string>> = {
  ...{ PID: 'Patient', PV1: 'Visit', PV2: 'Visit', IN1: 'Insurance', GT1: 'Guarantor', DG1: 'Diagnoses' },
  ...{ AL1: 'Allergies', IAM: 'Allergies', FT1: 'Charges', PR1: 'Procedures', PRB: 'Problems', RXA: 'Given' },
  ...{ RXE: 'Medications', RXO: 'Medications', RXD: 'Medications', SCH: 'Appointment', TXA: 'Document' },
};

/** Numbers of a person are facts of their own, and those of social security nobody needs. */
const unsaid: Readonly<Record<string, readonly number[]>> = { PID: [1, 2, 3, 4, 19, 20], GT1: [1, 2, 12] };

/** All that a segment says, for people: its fields one behind the other. */
const wordsIn = (segment: Segment): string => {
  const fields = Array.from({ length: segment.count }, (_, at) => at + 1);
  return fields
    .filter((field) => !unsaid[segment.id]?.includes(field))
    .map((field) => segment.words(field))
    .filter((words) => words)
    .join(' | ');
};

const commentOf = (segment: Segment): string =>
  segment
    .repetitions(3)
    .map((one) => unescaped(one, segment.delimiters))
    .join('\n');

/** Reads a message segment by segment; those of one kind that follow one another are a section. */
class MessageReader {
  readonly #draft: Draft;
  readonly #inner: ReadInner;
  #order: Segment | undefined;
  #section: { name: string; start: number } | undefined;

  constructor(draft: Draft, inner: ReadInner) {
    this.#draft = draft;
    this.#inner = inner;
  }

  async read({ segments }: Message): Promise<void> {
    for (const segment of segments) await this.#take(segment);
    this.#close();
  }

  async #take(segment: Segment): Promise<void> {
    takers[segment.id]?.(this.#draft, segment);
    if (segment.id === 'OBR') this.#order = segment;
    if (segment.id === 'OBX') {
      this.#open(headOfResult(segment, this.#order));
      await takeResult(this.#draft, segment, this.#inner);
    } else if (segment.id === 'NTE') this.#note(segment);
    else if (!silent.has(segment.id)) {
      this.#open(sectionNames[segment.id] ?? segment.id);
      this.#draft.line(wordsIn(segment), segment.place);
    }
  }

  /** A note belongs to what stands before it. */
  #note(segment: Segment): void {
    if (this.#section === undefined) this.#open('Notes');
    this.#draft.line(commentOf(segment), segment.source(3));
  }

  #open(name: string): void {
    if (this.#section?.name === name) return;
    this.#close();
    this.#draft.line('');
    this.#section = { name, start: this.#draft.length };
    this.#draft.line(`${name}:`);
  }

  #close(): void {
    if (this.#section) this.#draft.mark({ ...this.#section, end: this.#draft.length });
    this.#section = undefined;
  }
}

/** On the wire a message ends with a sign of its own. */
const isCutOff = (text: string): boolean => text.slice(0, 20).includes('\u000b') && !text.includes('\u001c');

const isMiscounted = (text: string, count: number): boolean => {
  const told = /(?:^|[\r\n])BTS[^\w\s](\d+)/.exec(text)?.[1];
  return told !== undefined && Number(told) !== count;
};

const tellFrame = (draft: Draft, text: string, count: number): void => {
  if (isCutOff(text))
    draft.problem(
      'cut-off',
      '',
      'The message ends before its end is marked; what stands before is read. Ask the sender for it again.',
    );
  if (isMiscounted(text, count))
    draft.problem(
      'cut-off',
      'BTS-1',
      'The file tells of another number of messages than are in it. Ask the sender for it again.',
    );
  if (count === 0)
    draft.problem('no-message', '', 'The file has no message (MSH). Ask the sender for it again.');
};

/** Messages of HL7 v2 (ADT, MDM, ORU, DFT, SIU, VXU): what they say as text, and their fields as facts. */
export const readMessages = async (text: string, inner: ReadInner): Promise<DocumentReading> => {
  const draft = new Draft();
  const messages = messagesIn(text);
  tellFrame(draft, text, messages.length);
  for (const [at, lines] of messages.entries()) {
    const message = cutMessage(lines, messages.length > 1 ? `message ${at + 1} ` : '');
    const header = message.segments[0];
    if (!message.isHeaded)
      draft.problem(
        'bad-header',
        'MSH-2',
        'The header does not name the signs by which the message is cut (MSH-1, MSH-2). Ask the sender for it again.',
      );
    draft.fact('message.type', header?.words(9)?.replace(' ', '^'), `${header?.place}-9`);
    await new MessageReader(draft, inner).read(message);
  }
  return draft.done('hl7v2');
};
