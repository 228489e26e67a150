import type { EntriesIn } from '../../domain/audit/find-entries.ts';
import type { Encounter } from '../../domain/encounter.ts';
import type { PartnerFile } from '../../domain/partner-file.ts';

/** What tells who saw a patient's records, and where they went. */
export type TrailRecordsOfPractice = {
  readonly entriesIn: EntriesIn;
  readonly encountersOfPatient: (practiceId: string, patientId: string) => Promise<readonly Encounter[]>;
  /** The inquiries (270, 276) that were sent to a partner about a claim. */
  readonly inquiriesAboutClaim: (partnerId: string, claimId: string) => Promise<readonly PartnerFile[]>;
};
