/** Who pays, as far as a rule of counting or a modifier depends on it. */
export type Payer = 'medicare' | 'other';

const medicare = /\bmedicare\b|\bpart b\b/i;
const otherPayer =
  /\b(insurance|payer|payor|coverage|plan)\s{0,9}(is|:|-)?\s{0,9}(through |with )?(blue cross|bcbs|aetna|cigna|united|uhc|humana|anthem|commercial|medicaid|tricare|kaiser|self[- ]pay|workers)/i;
const notMedicare =
  /\bmedicare (advantage )?(eligible|age|next year|application|enrol\w+ pending)|not (on|yet) medicare/i;

/** The payer that the note itself names; undefined when it names none: the registration knows better. */
export const readPayer = (text: string): Payer | undefined => {
  if (otherPayer.test(text)) return 'other';
  return medicare.test(text) && !notMedicare.test(text) ? 'medicare' : undefined;
};
