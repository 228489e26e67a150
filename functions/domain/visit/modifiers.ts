/** Eyelids, fingers, toes, coronary arteries and sides: where on the body a service was done (HCPCS Level II). */
export const anatomicModifiers: readonly string[] = [
  ...['LT', 'RT', 'E1', 'E2', 'E3', 'E4', 'FA', 'F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9'],
  ...['TA', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'LC', 'LD', 'RC', 'LM', 'RI'],
];

/** In which way a service is distinct from another: 59, or one of those that say more. */
export const distinctModifiers: readonly string[] = ['59', 'XE', 'XS', 'XP', 'XU'];

/** How much of a service was done, and which part of it: 22, 52 to 56, 73, 74; 26 and TC. */
export const extentModifiers: readonly string[] = [
  '22',
  '52',
  '53',
  '54',
  '55',
  '56',
  '73',
  '74',
  '26',
  'TC',
];

/** In which state a patient was under anesthesia. */
export const physicalStatusModifiers: readonly string[] = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'];

/** That a service was one of its own beside others: what the note has to bear out, or a payer takes the money back. */
export const separateModifiers: readonly string[] = [
  ...['24', '25', '27', '57', '58', '76', '77', '78', '79', '91'],
  ...distinctModifiers,
];
