import { EarlierService } from '../../../functions/domain/history/earlier-service.ts';
import { samples } from '../../factories/sample-visits.ts';

const npi = samples[0]?.registration.renderingProviderNpi ?? '';

/** A visit of 2 March 2026 by the family physician of the first sample, billed to its payer, with what is changed of it. */
export const anEarlierService = (change: Partial<EarlierService> = {}): EarlierService =>
  EarlierService.parse({
    date: '2026-03-02',
    procedure: '99213',
    renderingProviderNpi: npi,
    taxonomy: '207Q00000X',
    group: '990041207',
    payerId: samples[0]?.registration.coverages[0]?.payerId,
    visit: 'E-EARLIER',
    claimId: 'C2345CDFHJ',
    status: 'submitted',
    ...change,
  });
