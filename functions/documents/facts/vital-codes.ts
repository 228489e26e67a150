/** LOINC of what is measured at most visits (the vital signs of C-CDA R2.1 and of US Core). */
const vitals = new Set(
  `8867-4 9279-1 8480-6 8462-4 85354-9 8310-5 8331-1 8302-2 8306-3 29463-7 3141-9 39156-5 59408-5 2708-6 8287-5 9843-4
  59576-9 77606-2 8289-1 72514-3 38208-5 8478-0 3140-1 8277-6 3150-6 3151-8`.split(/\s+/),
);

/** A measure is a vital sign or a result. */
export const measureOf = (loinc: string | undefined): 'vital' | 'result' =>
  vitals.has(loinc ?? '') ? 'vital' : 'result';
