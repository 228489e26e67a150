const within =
  (...ranges: readonly (readonly [string, string])[]) =>
  (procedure: string): boolean =>
    /^\d{5}$/.test(procedure) && ranges.some(([first, last]) => first <= procedure && procedure <= last);

const isEvaluationOfCpt = within(['99202', '99499']);
const isVisitOfCpt = within(
  ...([
    ['99202', '99239'],
    ['99242', '99255'],
    ['99281', '99285'],
    ['99304', '99316'],
    ['99341', '99350'],
    ['99381', '99397'],
  ] as const),
);

/** Visits that are no E/M of CPT by their number: of Medicare, and of those who care for eyes. */
const otherVisits = new Set(['G0402', 'G0438', 'G0439', '92002', '92004', '92012', '92014']);

/** Codes of evaluation and management: 99202–99499, and the visits that modifier 25 goes with as well. */
export const isEvaluation = (procedure: string): boolean =>
  isEvaluationOfCpt(procedure) || otherVisits.has(procedure);

/** Those of them that are a visit, face to face or by video. */
export const isVisit = (procedure: string): boolean => isVisitOfCpt(procedure) || otherVisits.has(procedure);

/** Visits in an office or another outpatient place. */
export const isOfficeVisit = within(['99202', '99215']);

/** Visits that are for patients whom nobody of the practice saw within three years. */
export const isNewPatientVisit = (procedure: string): boolean =>
  within(['99202', '99205'], ['99341', '99345'], ['99381', '99387'])(procedure) ||
  ['92002', '92004'].includes(procedure);

/** Visits that are for patients whom the practice knows. */
export const isEstablishedVisit = (procedure: string): boolean =>
  within(['99211', '99215'], ['99347', '99350'], ['99391', '99397'])(procedure) ||
  ['92012', '92014'].includes(procedure);

/** Check-ups: of CPT by age. */
export const isPreventiveVisit = within(['99381', '99397']);

/** Laboratory and pathology of CPT. */
export const isLaboratory = within(['80047', '89398']);

/** Radiology of CPT. */
export const isImaging = within(['70010', '79999']);

/** Surgery of CPT, in its wide sense. */
export const isSurgery = within(['10004', '69990']);

/** Vaccines, and giving them. */
export const isImmunization = within(['90460', '90474'], ['90476', '90759']);

/** Drugs of HCPCS that are given otherwise than by mouth. */
export const isDrug = (procedure: string): boolean => /^J\d{4}$/.test(procedure);

/** Equipment, supplies, orthotics and prosthetics, and what is fed by tube. */
export const isEquipment = (procedure: string): boolean => /^(A[4-8]|B[4-9]|E[01]|K0|L\d)/.test(procedure);

const alwaysTherapy = new Set([
  ...['92507', '92508', '92521', '92522', '92523', '92524', '92526', '92607', '92608', '92609', '96125'],
  ...['97012', '97016', '97018', '97022', '97024', '97026', '97028', '97032', '97033', '97034', '97035'],
  ...['97036', '97039', '97110', '97112', '97113', '97116', '97124', '97139', '97140', '97150', '97161'],
  ...['97162', '97163', '97164', '97165', '97166', '97167', '97168', '97530', '97533', '97535', '97537'],
  ...['97542', '97750', '97755', '97760', '97761', '97763', '97799', 'G0283'],
]);

/** What Medicare takes for therapy whoever gives it. */
export const isTherapy = (procedure: string): boolean => alwaysTherapy.has(procedure);

const isEncounterOfCpt = within(
  ...([
    ['90785', '90899'],
    ['96105', '96171'],
    ['97802', '97804'],
    ['97810', '97814'],
    ['98925', '98943'],
    ['99291', '99292'],
    ['99460', '99480'],
    ['99495', '99498'],
  ] as const),
);

/** What is drawn from a patient, whom no physician has to see for it. */
const isCollection = within(['36400', '36416']);

/**
 * Services that a physician gives to a patient face to face: after one of them nobody is new for three years. Not what is
 * read, tested, supplied, injected by staff or said in writing.
 */
export const isFaceToFace = (procedure: string): boolean =>
  isVisit(procedure) ||
  isEncounterOfCpt(procedure) ||
  isTherapy(procedure) ||
  procedure === '99024' ||
  (isSurgery(procedure) && !isCollection(procedure));
