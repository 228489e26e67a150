import { Command, InvalidArgumentError } from 'commander';
import { answer } from './x12/ack.ts';
import { check } from './x12/check.ts';
import { endWithPipe } from './x12/output.ts';
import { readAsDocument, readAsLines } from './x12/read.ts';
import { show } from './x12/show.ts';

const file = ['<file>', 'an X12 file, or - for the standard input'] as const;

const controlNumber = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A control number has one to nine digits.');
  return Number(text);
};

/** `x12`: files of the codec's transactions, read one claim after the other, so that their size does not matter. */
export const x12Command = (): Command => {
  const x12 = new Command('x12')
    .description(
      'read, check, acknowledge and show X12 files (837P, 835, 270, 271, 276, 277, 277CA, 999, TA1)',
    )
    .hook('preAction', endWithPipe);
  x12
    .command('read')
    .description('print a file as JSON; amounts are whole cents')
    .argument(...file)
    .option('--lines', 'one object a line for each claim, inquiry or answer, with the loops around it')
    .action((name: string, { lines }: { lines?: boolean }) =>
      lines ? readAsLines(name) : readAsDocument(name),
    );
  x12
    .command('check')
    .description('print what is wrong with files (levels 1 to 4, and NPIs); exit code 1 when anything is')
    .argument('<file...>', file[1])
    .option('--codes', 'look codes up in the installed code sets of their date too (level 5)')
    .option('--json', 'one finding a line, none where nothing is wrong')
    .action(check);
  x12
    .command('ack')
    .description('print the answer to a file: a 999, or a TA1 when its envelope is wrong')
    .argument(...file)
    .option('--control-number <number>', 'ISA13 of the answer', controlNumber, 1)
    .action((name: string, { controlNumber: number }: { controlNumber: number }) => answer(name, number));
  x12
    .command('show')
    .description('print a file for people: indented loops with names')
    .argument(...file)
    .action(show);
  return x12;
};
