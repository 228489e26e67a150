import type { ClaimContext, Submission } from '../../domain/claim.ts';
import type { RenderFile } from '../../domain/partner-file.ts';
import { interchangeHeader } from '../../domain/practice/partner-enrolment.ts';
import { writeSets } from '../../edi/sets.ts';
import { professionalClaimGuide } from '../../edi/x837p/guide.ts';
import { toProfessionalClaimSet } from './claim-set.ts';

/** How the 837P of one transmission of a claim is rendered; throws UnwritableValue where X12 cannot carry a value. */
export const rendering837p =
  ({ claim, practice, payer }: ClaimContext, submission: Submission): RenderFile =>
  (controlNumber, createdAt) => {
    const envelope = interchangeHeader(practice, payer, controlNumber, createdAt);
    const set = toProfessionalClaimSet(claim, submission, { practice, payer }, envelope);
    return writeSets(envelope, professionalClaimGuide, [set]);
  };
