/** The five signs by which a message is cut; its header names them. */
export type Delimiters = {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escaping: string;
  readonly subcomponent: string;
};

const delimitersOf = (header: string): Delimiters => {
  const field = header[3] ?? '|';
  const [component = '^', repetition = '~', escaping = '\\', subcomponent = '&'] =
    header.slice(4).split(field)[0] ?? '';
  return { field, component, repetition, escaping, subcomponent };
};

const hexOf = (digits: string): string => {
  const bytes = Buffer.from(digits, 'hex');
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? bytes.toString('latin1') : text;
};

/** Commands of formatted text (2.7.6): those that end a line, and those that leave space. */
const formatted = (command: string): string => {
  const [, name, number = ''] = /^\.(\w\w)\s*([+-]?\d*)/.exec(command) ?? [];
  if (name === 'br' || name === 'ce') return '\n';
  if (name === 'sp') return '\n'.repeat(Math.min(5, Math.max(1, Number(number) || 1)));
  if (name === 'sk') return ' '.repeat(Math.min(40, Math.max(1, Number(number) || 1)));
  return '';
};

/** What stands for the signs that cut, for line ends and for bytes; highlighting is left out. */
const unescapeOne = (
  code: string,
  { field, component, repetition, escaping, subcomponent }: Delimiters,
): string | undefined => {
  const signs: Readonly<Record<string, string>> = {
    F: field,
    S: component,
    T: subcomponent,
    R: repetition,
    E: escaping,
    P: '',
  };
  if (signs[code] !== undefined) return signs[code];
  if (/^X(?:[0-9a-f]{2})+$/i.test(code)) return hexOf(code.slice(1));
  if (/^\.\w\w/.test(code)) return formatted(code);
  return /^(?:H|N|[CM][0-9a-f]{4,6}|Z\w*)$/i.test(code) ? '' : undefined;
};

export const unescaped = (text: string, delimiters: Delimiters): string => {
  const { escaping } = delimiters;
  if (escaping === '' || !text.includes(escaping)) return text;
  const parts = text.split(escaping);
  let out = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 1) {
    const code = parts[at] ?? '';
    const sign = at + 1 < parts.length && code.length <= 200 ? unescapeOne(code, delimiters) : undefined;
    if (sign === undefined) out += escaping + code;
    else {
      out += sign + (parts[at + 1] ?? '');
      at += 1;
    }
  }
  return out;
};

/** "" tells to delete what was there: here it is nothing. */
const present = (text: string | undefined): string | undefined =>
  text === undefined || text === '""' || text.trim() === '' ? undefined : text.trim();

/** One segment of a message; fields, components and subcomponents count from 1, as in the standard. */
export class Segment {
  readonly id: string;
  /** "OBX[2]": which one of its name it is in the message, where there are several. */
  readonly place: string;
  readonly delimiters: Delimiters;
  readonly #fields: readonly string[];
  /** Cut once: fields are asked for part by part. */
  readonly #cut = new Map<number, readonly string[]>();

  constructor(line: string, place: string, delimiters: Delimiters) {
    this.id = line.slice(0, 3);
    this.place = place;
    this.delimiters = delimiters;
    const fields = line.split(delimiters.field);
    this.#fields = this.id === 'MSH' ? ['MSH', delimiters.field, ...fields.slice(1)] : fields;
  }

  get count(): number {
    return this.#fields.length - 1;
  }

  raw(field: number): string {
    return this.#fields[field] ?? '';
  }

  repetitions(field: number): readonly string[] {
    const known = this.#cut.get(field);
    if (known) return known;
    const cut = this.raw(field) === '' ? [] : this.raw(field).split(this.delimiters.repetition);
    this.#cut.set(field, cut);
    return cut;
  }

  /** A component of a field's repetition, or the first subcomponent of it. */
  at(field: number, component = 1, repetition = 0, subcomponent = 1): string | undefined {
    const part = this.repetitions(field)[repetition]?.split(this.delimiters.component)[component - 1];
    return present(
      part && unescaped(part.split(this.delimiters.subcomponent)[subcomponent - 1] ?? '', this.delimiters),
    );
  }

  /** All that a field says, its parts one behind the other. */
  words(field: number): string | undefined {
    const { component, subcomponent } = this.delimiters;
    const parts = this.repetitions(field).map((one) =>
      one
        .split(component)
        .flatMap((part) => part.split(subcomponent))
        .map((part) => unescaped(part, this.delimiters).trim())
        .filter((part) => part !== '' && part !== '""')
        .join(' '),
    );
    return present(parts.filter((part) => part !== '').join('; '));
  }

  source(field: number, component?: number): string {
    return `${this.place}-${field}${component === undefined ? '' : `.${component}`}`;
  }
}

export type Message = { readonly segments: readonly Segment[]; readonly isHeaded: boolean };

const isSegment = (line: string, { field }: Delimiters): boolean =>
  /^[A-Z][A-Z0-9]{2}$/.test(line.slice(0, 3)) && (line.length === 3 || line[3] === field);

/** Lines that are no segment belong to the one before: senders leave line ends in their texts. */
const joined = (lines: readonly string[], delimiters: Delimiters): readonly string[] => {
  const segments: string[] = [];
  for (const line of lines) {
    if (isSegment(line, delimiters) || segments.length === 0) segments.push(line);
    else segments.push(`${segments.pop()}${delimiters.escaping}.br${delimiters.escaping}${line}`);
  }
  return segments;
};

const placesIn = (lines: readonly string[]): readonly string[] => {
  const counts = Map.groupBy(lines, (line) => line.slice(0, 3));
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const id = line.slice(0, 3);
    const number = (seen.get(id) ?? 0) + 1;
    seen.set(id, number);
    return (counts.get(id)?.length ?? 0) > 1 ? `${id}[${number}]` : id;
  });
};

/** Cuts one message, which begins with its header. */
export const cutMessage = (lines: readonly string[], prefix: string): Message => {
  const delimiters = delimitersOf(lines[0] ?? '');
  const all = joined(
    lines.map((line) => line.trimStart()),
    delimiters,
  );
  const places = placesIn(all);
  return {
    isHeaded: /^MSH([^\w\s])(?:(?!\1)[^\w\s]){2,5}(?:\1|$)/.test(lines[0] ?? ''),
    segments: all.map((line, at) => new Segment(line, `${prefix}${places[at]}`, delimiters)),
  };
};
