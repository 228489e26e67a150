import { type Interchange, readInterchange } from '../../functions/edi/envelope.ts';
import { identifyTransaction, type TransactionKind } from '../../functions/edi/identify-transaction.ts';
import { UnwritableValue } from '../../functions/edi/write-segments.ts';
import { acknowledgeSyntax, faultsOf, rejectInterchange } from './acknowledge-syntax.ts';
import type { Answer, Answers, Office, ReceivedFile } from './answer.ts';
import { answerAppeal } from './answer-appeal.ts';
import { answerClaims } from './answer-claims.ts';
import { answerEligibility } from './answer-eligibility.ts';
import { answerStatus } from './answer-status.ts';

type Reader = (file: ReceivedFile, interchange: Interchange, office: Office) => Answer[];

const readers: Partial<Record<TransactionKind, Reader>> = {
  '837P': answerClaims,
  '270': answerEligibility,
  '276': answerStatus,
};

/** TA1 and 999 for a file of which not even the payer can be read. */
const syntaxDays = 0.05;

/**
 * All answers to one file, with the instants at which they are due, and what the payers know from now on in the
 * ledger. The same files in the same order always give the same answers.
 */
export const answerFile = (file: ReceivedFile, office: Office): Answers => {
  try {
    return file.name.startsWith('appeal-') ? answerAppeal(file, office) : answerInterchange(file, office);
  } catch (error) {
    if (!(error instanceof UnwritableValue)) throw error;
    const detail = 'An answer would repeat a value that cannot stand in a file';
    return { answers: [], findings: [{ code: 'unwritable', path: error.element, detail }] };
  }
};

const answerInterchange = (file: ReceivedFile, office: Office): Answers => {
  const interchange = readInterchange(file.text);
  if (!interchange.success) return { answers: [], findings: interchange.findings };
  const { data, findings = [] } = interchange;
  const envelopeFault = findings.find(({ code }) => code.startsWith('TA105-'));
  if (envelopeFault) {
    const note = envelopeFault.code.slice('TA105-'.length);
    return {
      answers: [rejectInterchange(file, { interchange: data, note, days: syntaxDays }, office)],
      findings,
    };
  }
  const read = readers[identifyTransaction(file.text)?.kind ?? 'TA1'] ?? rejectKind;
  return { answers: read(file, data, office), findings };
};

/** IK502 1: the transaction set is not supported. */
const rejectKind: Reader = (file, interchange, office) => {
  const unsupported = [{ code: 'IK502-1', path: 'GS', detail: 'This transaction is not received here' }];
  const faults = interchange.sets.map((_, index) => faultsOf(unsupported, index + 1));
  return [acknowledgeSyntax(file, { interchange, faults, days: syntaxDays }, office)];
};
