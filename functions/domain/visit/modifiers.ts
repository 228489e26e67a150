/** Eyelids, fingers, toes, coronary arteries and sides: where on the body a service was done (HCPCS Level II). */
export const anatomicModifiers: readonly string[] = [
  ...['LT', 'RT', 'E1', 'E2', 'E3', 'E4', 'FA', 'F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9'],
  ...['TA', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'LC', 'LD', 'RC', 'LM', 'RI'],
];

/** In which way a service is distinct from another: 59, or one of those that say more. */
export const distinctModifiers: readonly string[] = ['59', 'XE', 'XS', 'XP', 'XU'];
