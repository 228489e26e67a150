/** Services of CPT that are paid by the minute: 00100 to 01999. */
export const isAnesthesia = (procedure: string): boolean =>
  /^\d{5}$/.test(procedure) && procedure >= '00100' && procedure <= '01999';
