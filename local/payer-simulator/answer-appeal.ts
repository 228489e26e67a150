import type { Finding } from '../../functions/edi/findings.ts';
import type { Answers, Office, ReceivedFile } from './answer.ts';
import { decide } from './decide.ts';
import { decisionAt, findClaim } from './ledger.ts';
import { remit } from './remit.ts';
import { reversalOf } from './remittance-claim.ts';

/** What a letter says about the claim that it is for; the rest of it is for a person to read. */
export type AppealHead = {
  patientControlNumber?: string | undefined;
  payerControlNumber?: string | undefined;
};

const lineValue = (text: string, label: string): string | undefined =>
  new RegExp(`^${label}:[ \\t]*(\\S+)[ \\t]*$`, 'im').exec(text)?.[1];

/** Reads the head of an appeal letter; undefined when the text is not one. */
export const readAppealHead = (text: string): AppealHead | undefined =>
  /^\uFEFF?\s*Appeal\s*$/im.test(text.split('\n')[0] ?? '')
    ? {
        patientControlNumber: lineValue(text, 'Patient control number'),
        payerControlNumber: lineValue(text, 'Payer claim control number'),
      }
    : undefined;

const finding = (detail: string): Answers => {
  const findings: Finding[] = [{ code: 'appeal', path: 'letter', detail }];
  return { answers: [], findings };
};

/**
 * Hears an appeal. When the payer changes its mind it takes the decision back and pays in one 835; when it
 * upholds it there is nothing to send, since an 835 tells of payments and not of opinions.
 */
export const answerAppeal = (file: ReceivedFile, office: Office): Answers => {
  const head = readAppealHead(file.text);
  const onFile = head && findClaim(office.ledger, head);
  const payer = onFile && office.payers.get(onFile.payerId);
  const former = onFile && decisionAt(onFile, file.receivedAt);
  if (!head) return finding('The letter does not begin with the line "Appeal"');
  if (!onFile || !payer) return finding('The letter names no claim that the payer has');
  if (!former) return finding('The claim of the letter is not decided yet');
  const decision = decide(payer, onFile, { appealed: true });
  if (decision.paid === former.decision.paid) return finding('The payer upholds its decision');
  const decisions = [reversalOf(former.decision), decision];
  return {
    answers: remit(file, [{ onFile, decisions, afterDays: payer.answerDays.appeal }], office),
    findings: [],
  };
};
