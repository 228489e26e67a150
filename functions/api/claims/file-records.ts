import type { Claim } from '../../domain/claim.ts';
import type { PartnerFile } from '../../domain/partner-file.ts';

/** The practice's own part of a file, and how many sets of it are left out, for they are of others. */
export type OwnText = { readonly text: string; readonly leftOut: number };

/** What a practice reads of the files between it and its trading partners. */
export type FileRecordsOfPractice = {
  /** Every file that a claim went out in or was answered by, the oldest first. */
  readonly ofClaim: (claim: Claim) => Promise<readonly PartnerFile[]>;
  /** What a file is called in the API, and which one is meant by a name. */
  readonly nameOf: (file: Pick<PartnerFile, 'partnerId' | 'direction' | 'fileId'>) => string;
  readonly find: (name: string) => Promise<PartnerFile | undefined>;
  /** Undefined where nothing of it is the practice's own. */
  readonly read: (file: PartnerFile, practiceId: string) => Promise<OwnText | undefined>;
};
