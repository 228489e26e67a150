import { acknowledge } from '../../functions/edi/acknowledge.ts';
import type { InterchangeReport } from '../../functions/edi/envelope/interchange-report.ts';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import { implementationAcknowledgementGuide } from '../../functions/edi/x999/guide.ts';
import { type Answer, addressAnswer, dueAfter, type Office, type ReceivedFile } from './answer.ts';
import { nameClaims } from './name-claims.ts';
import type { Translation } from './translate.ts';

/** For files of which not even the payer can be read. */
const defaultDays = 0.05;

/** The TA1 for an envelope with faults, else the 999; none when there is nobody to answer. */
export const acknowledgeSyntax = (
  file: ReceivedFile,
  { report, landmarks }: Translation,
  office: Office,
  days = defaultDays,
): Answer[] => {
  const { header } = report;
  if (header === undefined) return [];
  const transaction = report.findings.length > 0 ? 'TA1' : '999';
  const dueAt = dueAfter(file, days, office);
  const { name, envelope } = addressAnswer(file, { transaction, part: 0, dueAt, header });
  const answer = acknowledge(strictly(report), envelope);
  if (answer === undefined) return [];
  const named = nameClaims(answer, report, landmarks);
  return [{ name, transaction, dueAt, body: writeInterchange(named, [implementationAcknowledgementGuide]) }];
};

/** Where others take a set for the sake of its sound claims, our payers reject it with any fault. */
const strictly = (report: InterchangeReport): InterchangeReport => ({
  ...report,
  groups: report.groups.map((group) => ({
    ...group,
    sets: group.sets.map((set) => (set.findings.length > 0 ? { ...set, faultyUnits: set.units } : set)),
  })),
});
