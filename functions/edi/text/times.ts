const time = /^([01]\d|2[0-3])[0-5]\d([0-5]\d\d{0,2})?$/;

/** Whether a text is a time of day as X12 has it: HHMM, HHMMSS, and two more digits for parts of a second. */
export const isTime = (text: string): boolean => time.test(text);
