import type { Readable } from 'node:stream';

/** Whether a line ends within a quoted cell, when it begins within one or not. */
const isOpenAfter = (line: string, isOpen: boolean): boolean => {
  let open = isOpen;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) open = !open;
  return open;
};

/** Cuts a stream of CSV into its rows as they are written; a cell in quotes may hold line feeds. */
export async function* readRows(bytes: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let row = '';
  let isOpen = false;
  // A stream of bytes, of which Node's types say that it may hold anything.
  for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      row = isOpen ? `${row}\n${line}` : line;
      isOpen = isOpenAfter(line, isOpen);
      if (!isOpen) yield row;
    }
  }
  const last = rest + decoder.decode();
  if (isOpen) yield `${row}\n${last}`;
  else if (last !== '') yield last;
}
