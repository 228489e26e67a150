import { encountersOfPatient } from '../encounter-store.ts';
import { inquiriesAboutClaim } from '../partner-file-store.ts';
import { writeAudit } from './audit-writer.ts';
import { entriesIn } from './entry-store.ts';

/** What is written of who saw whose records, and what tells where they went. */
export const auditEffects = {
  audit: writeAudit,
  trail: { entriesIn, encountersOfPatient, inquiriesAboutClaim },
};
