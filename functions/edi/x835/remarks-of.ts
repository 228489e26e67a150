import type { RemittanceClaim, RemittanceLine } from './loops.ts';

/** The remark codes of a claim: five places of MOA (outpatient) and five of MIA (inpatient). */
export const remarksOfClaim = ({ outpatient, inpatient }: RemittanceClaim): string[] =>
  [...(outpatient?.remarks ?? []), inpatient?.remark, ...(inpatient?.remarks ?? [])].filter(
    (remark) => remark !== undefined,
  );

/** The remark codes of a line (LQ*HE); reject codes of pharmacies (RX) are of another list. */
export const remarksOfLine = ({ remarks = [] }: RemittanceLine): string[] =>
  remarks.filter(({ list }) => list === 'HE').map(({ code }) => code);
