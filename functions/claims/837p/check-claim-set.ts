import type { Finding } from '../../domain/finding.ts';
import { checking } from '../../edi/parse.ts';
import { readSets } from '../../edi/sets.ts';
import { professionalClaimGuide } from '../../edi/x837p/guide.ts';

/** What is wrong with an 837P of ours, found by reading it as its payer will. */
export const check837p = (text: string): Finding[] => [
  ...(readSets(text, professionalClaimGuide, checking()).findings ?? []),
];
