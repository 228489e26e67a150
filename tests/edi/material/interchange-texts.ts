/** An ISA of 106 characters; each test changes the one thing it is about. */
export const isaText = (
  changes: {
    date?: string;
    time?: string;
    repetition?: string;
    controlNumber?: string;
    usage?: string;
    component?: string;
    terminator?: string;
    element?: string;
  } = {},
): string => {
  const {
    date = '260302',
    time = '0930',
    repetition = '^',
    controlNumber = '000000007',
    usage = 'T',
  } = changes;
  const { component = ':', terminator = '~', element = '*' } = changes;
  const ids = ['ZZ', 'NORTHWIND'.padEnd(15), 'ZZ', 'LAKESIDE'.padEnd(15)];
  const rest = [date, time, repetition, '00501', controlNumber, '0', usage, component];
  return ['ISA', '00', ' '.repeat(10), '00', ' '.repeat(10), ...ids, ...rest].join(element) + terminator;
};

/** A remittance without claims, the shortest set that is valid. */
export const shortSet = (controlNumber = '0001'): string[] => [
  `ST*835*${controlNumber}`,
  'BPR*H*0*C*NON************20260310',
  'TRN*1*CK1*1512345678',
  'N1*PR*NORTHWIND',
  'N3*1 MAIN ST',
  'N4*OMAHA*NE*68102',
  'PER*BL*EDI DESK*TE*4025550100',
  'N1*PE*LAKESIDE*XX*1234567893',
  `SE*9*${controlNumber}`,
];

export const groupText = (sets: string[][] = [shortSet()], controlNumber = '7'): string[] => [
  `GS*HP*NORTHWIND*LAKESIDE*20260310*0930*${controlNumber}*X*005010X221A1`,
  ...sets.flat(),
  `GE*${sets.length}*${controlNumber}`,
];

/** Segments as an interchange whose trailer counts the groups. */
export const interchangeText = (segments: string[] = groupText(), isa = isaText()): string => {
  const groups = segments.filter((segment) => segment.startsWith('GS*')).length;
  return isa + [...segments, `IEA*${groups}*000000007`].map((segment) => `${segment}~`).join('');
};
