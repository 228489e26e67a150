import { acknowledge } from '../../functions/edi/acknowledge.ts';
import { InterchangeReader } from '../../functions/edi/envelope/interchange-reader.ts';
import type { InterchangeReport } from '../../functions/edi/envelope/interchange-report.ts';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { checking } from '../../functions/edi/parse.ts';
import { feed } from './input.ts';
import { Unreadable } from './unreadable.ts';

/** Prints the 999 of each interchange, or its TA1 where the envelope is wrong, numbered from `controlNumber` on. */
export const answer = async (file: string, controlNumber: number): Promise<void> => {
  const createdAt = new Date().toISOString();
  const reports: InterchangeReport[] = [];
  const handler = { unit: () => {}, end: (_: unknown, report: InterchangeReport) => reports.push(report) };
  await feed(file, new InterchangeReader(allGuides, handler, checking()));
  if (reports.every(({ header }) => header === undefined)) {
    const unreadable = new Unreadable(file);
    for (const report of reports) unreadable.report(report);
    unreadable.tell();
  }
  let next = controlNumber;
  for (const report of reports) {
    const interchange = acknowledge(report, { controlNumber: next, createdAt });
    if (interchange === undefined) continue;
    next += 1;
    process.stdout.write(writeInterchange(interchange, allGuides));
  }
  if (next === controlNumber)
    console.error('There is nothing to answer: acknowledgements are not acknowledged');
};
