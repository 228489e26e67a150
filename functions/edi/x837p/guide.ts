import type { Guide } from '../guide/declare.ts';
import { claimLoop } from './claim-loop.ts';
import { type ProfessionalClaim, type ProfessionalClaimSet, professionalClaimSetLoop } from './loops.ts';
import { professionalClaimRules } from './rules.ts';

/** 005010X222A1: claims of professionals. */
export const professionalClaimGuide: Guide<ProfessionalClaimSet, ProfessionalClaim> = {
  name: '837P',
  transaction: '837',
  functionalId: 'HC',
  version: '005010X222A1',
  hasVersionInSt: true,
  isOurs: true,
  root: professionalClaimSetLoop,
  unit: claimLoop,
  rules: professionalClaimRules,
};
