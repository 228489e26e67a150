import type { Finding } from '../../domain/finding.ts';

/** A text that is read from its beginning, with a memory of what is wrong in it and where. Nothing of it is quoted. */
export class JsonSource {
  at = 0;
  readonly findings: Finding[] = [];
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get next(): string {
    return this.text.charAt(this.at);
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Whether the text goes on with this; passes over it if it does. */
  took(expected: string): boolean {
    if (!this.text.startsWith(expected, this.at)) return false;
    this.at += expected.length;
    return true;
  }

  /** Passes over all that fits from here, and returns it. */
  takeAll(pattern: RegExp): string {
    const sticky = new RegExp(pattern, 'y');
    sticky.lastIndex = this.at;
    const [found = ''] = sticky.exec(this.text) ?? [];
    this.at += found.length;
    return found;
  }

  /** White space, and comments, which JSON does not have. */
  passSpace(): void {
    for (;;) {
      this.takeAll(/[ \t\r\n]*/);
      const start = this.at;
      if (this.takeAll(/\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/) === '') return;
      this.fault('comment', 'JSON has no comments: take it out', { at: start });
    }
  }

  fault(
    code: string,
    detail: string,
    { at = this.at, path = '' }: { readonly at?: number; readonly path?: string } = {},
  ): void {
    const { line, column } = placeOf(this.text, at);
    const place = `line ${line}, column ${column}`;
    const told =
      code === 'not-json' ? `The file is not JSON: it breaks at ${place}. ${detail}` : `${detail} (${place})`;
    this.findings.push({ code, path, detail: told });
  }
}

/** Where a character stands, as editors count: from 1. */
export const placeOf = (text: string, at: number): { readonly line: number; readonly column: number } => {
  const lines = text.slice(0, at).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
};
