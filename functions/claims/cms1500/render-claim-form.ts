import type { ClaimContext } from '../../domain/claim.ts';
import { currentSubmission } from '../submit-claim.ts';
import { toClaimPages } from './claim-pages.ts';
import { renderPages } from './render-pages.ts';

/** The form of a claim as its last transmission was sent, with a plain preview around it, as a PDF. */
export const renderClaimForm = ({ claim, practice, payer }: ClaimContext): Promise<Uint8Array> => {
  const { pages } = toClaimPages(claim, currentSubmission(claim), { practice, payer });
  return renderPages(pages, {
    ...{ preprinted: false, offset: { x: 0, y: 0 }, title: 'CMS-1500' },
    createdAt: new Date(claim.createdAt),
  });
};
