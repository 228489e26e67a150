/** A time of the day, 24 hours or with am and pm, alone or behind a date: "09:30"; undefined where there is none. */
export const readTime = (cell: string): string | undefined => {
  const [, hour = '', minute = '', half = ''] =
    /(?:^|[T ])(\d\d?):(\d\d)(?::\d\d(?:\.\d+)?)?\s*([ap])?/i.exec(cell) ?? [];
  if (hour === '' || Number(minute) > 59) return undefined;
  const shown = Number(hour);
  if (half === '') return shown > 23 ? undefined : `${hour.padStart(2, '0')}:${minute}`;
  if (shown < 1 || shown > 12) return undefined;
  const hours = (shown % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minute}`;
};

const firstWord = (cell: string): string =>
  cell
    .trim()
    .toLowerCase()
    .replace(/[^a-z]/g, '');

const meant = <Value extends string>(words: Readonly<Record<Value, readonly string[]>>) => {
  // Object.entries does not keep the names of its keys.
  const entries = Object.entries(words) as [Value, readonly string[]][];
  return (cell: string): Value | undefined =>
    entries.find(([, known]) => known.includes(firstWord(cell)))?.[0];
};

export const readGender = meant({
  F: ['f', 'female', 'w', 'woman', 'girl'],
  M: ['m', 'male', 'man', 'boy'],
  U: ['u', 'unknown', 'x', 'other', 'o', 'nonbinary', 'unspecified', 'undifferentiated'],
});

export const readRelationship = meant({
  self: ['self', 'insured', 'subscriber', 'patient', 'same'],
  spouse: ['spouse', 'husband', 'wife', 'partner', 'lifepartner'],
  child: ['child', 'son', 'daughter', 'dependent', 'dependentchild'],
  other: ['other', 'grandchild', 'parent', 'mother', 'father', 'employee', 'ward', 'unknown'],
});

export const readStatus = meant({
  scheduled: [
    'scheduled',
    'booked',
    'confirmed',
    'pending',
    'open',
    'unconfirmed',
    'active',
    'rescheduled',
    'proposed',
  ],
  kept: [
    'kept',
    'completed',
    'complete',
    'fulfilled',
    'arrived',
    'checkedin',
    'checkedout',
    'seen',
    'done',
    'attended',
    'inprogress',
    'closed',
  ],
  'no-show': ['noshow', 'ns', 'missed', 'didnotattend', 'dna', 'notkept', 'didnotshow'],
  cancelled: ['cancelled', 'canceled', 'cancel', 'cx', 'withdrawn', 'deleted', 'void', 'enteredinerror'],
});

/** Ten digits of a telephone number, without the country's 1. */
export const readPhone = (cell: string): string => {
  const digits = cell.replace(/(?:x|ext\.?)\s*\d+$/i, '').replace(/\D/g, '');
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
};

/** Digits of a ZIP code; spreadsheets drop the zeros with which those of New England begin. */
export const readZip = (cell: string): string => {
  const digits = cell.replace(/\D/g, '');
  if (digits.length === 3 || digits.length === 4) return digits.padStart(5, '0');
  return digits.length === 8 ? digits.padStart(9, '0') : digits;
};

const states: ReadonlyMap<string, string> = new Map(
  `alabama AL,alaska AK,arizona AZ,arkansas AR,california CA,colorado CO,connecticut CT,delaware DE,
districtofcolumbia DC,florida FL,georgia GA,hawaii HI,idaho ID,illinois IL,indiana IN,iowa IA,kansas KS,kentucky KY,
louisiana LA,maine ME,maryland MD,massachusetts MA,michigan MI,minnesota MN,mississippi MS,missouri MO,montana MT,
nebraska NE,nevada NV,newhampshire NH,newjersey NJ,newmexico NM,newyork NY,northcarolina NC,northdakota ND,ohio OH,
oklahoma OK,oregon OR,pennsylvania PA,rhodeisland RI,southcarolina SC,southdakota SD,tennessee TN,texas TX,utah UT,
vermont VT,virginia VA,washington WA,westvirginia WV,wisconsin WI,wyoming WY,puertorico PR,guam GU`
    .split(/,\s*/)
    .map((line): [string, string] => {
      const [name = '', code = ''] = line.split(' ');
      return [name, code];
    }),
);

/** The two letters of a state, written so or in full. */
export const readState = (cell: string): string => states.get(firstWord(cell)) ?? cell.trim().toUpperCase();
