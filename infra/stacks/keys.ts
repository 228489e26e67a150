/** Where things lie in the two buckets, as IAM and EventBridge write patterns: `*` stands for any text, slashes too. */
export const keys = {
  /** Intake: what a clinic sends, `encounter.json` and documents. */
  documents: 'practices/*/encounters/*',
  /** Intake: registrations of visits alone. */
  registrations: 'practices/*/encounters/*/encounter.json',
  /** Intake: all that lies in a practice's folder, in its place or not. */
  practiceFiles: 'practices/*',
  /** Intake: statements of a practice's bank. */
  statements: 'practices/*/deposits/*',
  /** Intake: the texts that we read in documents. */
  texts: 'extracted/*',
  /** Intake: packets for payers, and the files that go into them. */
  packets: 'appeals/*',
  /** Code sets: what is published. */
  editions: 'editions/*',
  /** Exchange: our files for a partner, which its connector takes. */
  outbound: 'partners/*/outbound/*',
  /** Exchange: a partner's files for us, which nobody but its connector writes. */
  inbound: 'partners/*/inbound/*',
  /** Exchange: a mark for each control number that was spent. */
  numbers: 'numbers/*',
  /** Exchange: parts of payments, from their division until they are posted. */
  paymentParts: 'payments/*',
} as const;
