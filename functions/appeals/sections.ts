import { day, dollars } from '../domain/claim/written.ts';
import type { Adjudication, Adjustment } from '../domain/claim.ts';
import { remarksOf } from '../domain/ledger/decision.ts';
import { effectiveAdjudication } from '../domain/ledger/effective-decision.ts';
import { type AppealFacts, wordsOf } from './letter/appeal-facts.ts';
import { type FilingProof, proofOfFiling } from './letter/filing-proof.ts';
import type { Block, Section } from './packet/packet-contents.ts';

/** Reasons that nobody is asked about, so that no task has them in words; of others the task does. */
const routineWords: Readonly<Record<string, string>> = {
  '1': 'deductible',
  '2': 'coinsurance',
  '3': 'copayment',
  '45': 'above the fee schedule',
  '253': 'sequestration',
};

const adjustmentText = (facts: AppealFacts, { group, reason, amount }: Adjustment): string => {
  const words = wordsOf(`${group}-${reason}`, facts.reasons) ?? routineWords[reason];
  return `${group}-${reason} ${dollars(amount)}${words ? `: ${words}` : ''}`;
};

type Decided = Pick<Adjudication, 'adjustments' | 'remarks'>;

const saidOf = (facts: AppealFacts, { adjustments, remarks }: Decided): string =>
  [...adjustments.map((one) => adjustmentText(facts, one)), ...remarks.map((code) => `remark ${code}`)].join(
    '\n',
  );

/** What the payer decided (835): its payment, each line with what was paid and adjusted, and its remarks in words. */
export const decisionSection = (facts: AppealFacts): readonly Section[] => {
  const decided = effectiveAdjudication(facts.claim);
  if (decided === undefined) return [];
  const remarks = remarksOf(decided).flatMap((code) => {
    const words = wordsOf(code, facts.reasons);
    return words ? [{ kind: 'text' as const, text: `Remark ${code}: ${words}` }] : [];
  });
  const whole = saidOf(facts, decided);
  return [
    {
      title: `Your decision of ${day(decided.paymentDate)} (835)`,
      blocks: [
        {
          kind: 'facts',
          facts: [
            ['Payment (trace)', decided.traceNumber],
            ['Payment date', day(decided.paymentDate)],
            ['Your claim number', decided.payerControlNumber ?? 'none given'],
            ['Claim status code', decided.claimStatusCode],
            ['Charged', dollars(decided.charge)],
            ['Paid', dollars(decided.paid)],
          ],
        },
        { kind: 'subheading', text: 'Service lines' },
        { kind: 'table', table: linesTable(facts, decided) },
        ...(whole === '' ? [] : [{ kind: 'text' as const, text: `The claim as a whole:\n${whole}` }]),
        ...remarks,
      ],
    },
  ];
};

const linesTable = (facts: AppealFacts, { lines }: Adjudication) => ({
  columns: [
    { head: 'Line', share: 1 },
    { head: 'Service', share: 2 },
    { head: 'Charged', share: 2, right: true },
    { head: 'Paid', share: 2, right: true },
    { head: 'Adjustments and remarks', share: 7 },
  ],
  rows: lines.map((line) => [
    line.lineNumber === undefined ? '' : String(line.lineNumber),
    line.procedure,
    dollars(line.charge),
    dollars(line.paid),
    saidOf(facts, line),
  ]),
});

const onDay = (on: string | undefined): string => (on ? `, ${day(on)}` : ', the day is not on record');

const proofFacts = (proof: FilingProof): Block => {
  const { submission, claimNumber, sentOn, interchange, fileAccepted, claimAccepted, payerNumbers } = proof;
  const kinds = { '1': 'original', '7': 'replacement', '8': 'void' } as const;
  return {
    kind: 'facts',
    facts: [
      ['Claim number (CLM01)', claimNumber],
      ['Kind', `${kinds[submission.frequency]} (frequency code ${submission.frequency})`],
      ...(submission.originalReference
        ? [['Replaces your claim', submission.originalReference] as const]
        : []),
      ['Sent electronically', day(sentOn)],
      ['Interchange (ISA13)', interchange ?? 'not on record'],
      ['999', fileAccepted ? `accepted the file${onDay(fileAccepted.on)}` : 'none on record'],
      [
        claimAccepted ? claimAccepted.by : '277CA',
        claimAccepted ? `took the claim in${onDay(claimAccepted.on)}` : 'none on record',
      ],
      ...(payerNumbers.length > 0 ? [['Your claim number', payerNumbers.join(', ')] as const] : []),
    ],
  };
};

/** How the claim was sent, and what the payer answered to each transmission: proof of timely filing where there is some. */
export const transmissionSection = ({ claim, history, practice }: AppealFacts): readonly Section[] => {
  const proofs = proofOfFiling(claim, history, practice.timeZone);
  if (proofs.length === 0) return [];
  return [
    {
      title: 'How the claim was sent, and the answers (837P, 999, 277CA)',
      blocks: proofs.flatMap((proof): Block[] => [
        { kind: 'subheading', text: `Transmission ${proof.submission.number}` },
        proofFacts(proof),
      ]),
    },
  ];
};

/** The note as it was read in the visit's documents, to the letter. */
export const noteSection = ({ claim, note }: AppealFacts): readonly Section[] =>
  note === undefined || note.trim() === ''
    ? []
    : [{ title: `Note of the visit of ${day(claim.dateOfService)}`, blocks: [{ kind: 'note', text: note }] }];

/** A letter as its writer set it: paragraphs apart by an empty line, points of a list moved in. */
export const letterSection = (title: string, letter: string): Section => ({
  title,
  isLetter: true,
  blocks: letter
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((text) => ({ kind: 'text', text: text.trimEnd() })),
});
