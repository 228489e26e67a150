import { asksForDocuments, attachmentControlNumber } from '../../domain/appeals/preparation.ts';
import type { Claim, ClaimLine } from '../../domain/claim.ts';
import type { DeliveryWay } from '../../domain/contract/appeal-level.ts';
import { disputedOf } from '../../domain/position.ts';
import type { Task } from '../../domain/task.ts';
import type { Attachment } from '../../domain/visit/service-facts.ts';

/** PWK02 by the way that documents go: what is left in a portal is electronic, what a partner takes is a file. */
const transmissions: Readonly<Record<DeliveryWay, Attachment['transmission']>> = {
  mail: 'BM',
  fax: 'FX',
  portal: 'EL',
  partner: 'FT',
};

/** As many PWK segments as a claim, and each of its lines, has room for. */
const mostAttachments = 10;

/**
 * The documents that a person sent with a correction, as the claim announces them (PWK): under the number that stands on
 * them. Undefined where none were sent.
 */
export const announcedBy = (claim: Claim, task: Task): Attachment | undefined => {
  const sent = task.outcome?.sent;
  if (sent === undefined) return undefined;
  return {
    reportType: sent.reportType ?? 'OZ',
    transmission: transmissions[sent.way],
    controlNumber: attachmentControlNumber(claim, task),
  };
};

/** Lines that the payer wants documents for, else that it disputes; undefined where they are about the claim as a whole. */
const linesConcerned = (claim: Claim): readonly number[] | undefined => {
  const disputed = disputedOf(claim);
  const asked = disputed.filter(({ reason }) => asksForDocuments(reason));
  const concerned = asked.length > 0 ? asked : disputed;
  const lines = [...new Set(concerned.flatMap(({ lineNumber }) => lineNumber ?? []))];
  const isOfClaim =
    concerned.some(({ lineNumber }) => lineNumber === undefined) ||
    lines.length === 0 ||
    lines.length >= claim.lines.length;
  return isOfClaim ? undefined : lines;
};

/** One announcement for each number; the newest have room. */
const withAnnounced = (known: readonly Attachment[] = [], one: Attachment): Attachment[] => [
  ...known.filter(({ controlNumber }) => controlNumber !== one.controlNumber).slice(1 - mostAttachments),
  one,
];

/**
 * The corrected claim with the documents that go with it: in loop 2400 of the lines that they are about, in loop 2300
 * where they are about the claim as a whole, or where a correction made other lines of those.
 */
export const withDocuments = (after: Claim, before: Claim, task: Task): Claim => {
  const announced = announcedBy(before, task);
  if (announced === undefined) return after;
  const lines = linesConcerned(before);
  const isSameLine = (number: number): boolean =>
    procedureOf(after, number) !== undefined && procedureOf(after, number) === procedureOf(before, number);
  if (lines?.every(isSameLine))
    return { ...after, lines: after.lines.map((line) => announcedOn(line, lines, announced)) };
  const { attachments, ...visit } = after.visit ?? {};
  return { ...after, visit: { ...visit, attachments: withAnnounced(attachments, announced) } };
};

const procedureOf = ({ lines }: Claim, number: number): string | undefined =>
  lines.find(({ lineNumber }) => lineNumber === number)?.procedure;

const announcedOn = (line: ClaimLine, lines: readonly number[], announced: Attachment): ClaimLine =>
  lines.includes(line.lineNumber)
    ? {
        ...line,
        facts: { ...line.facts, attachments: withAnnounced(line.facts?.attachments, announced) },
      }
    : line;
