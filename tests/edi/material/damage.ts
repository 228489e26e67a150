import fc from 'fast-check';

const piece = fc.constantFrom(
  '',
  '*',
  ':',
  '^',
  '~',
  '**',
  '0',
  '-',
  ' ',
  '9'.repeat(40),
  '99999999999999999999.00',
  '.0000001',
  'é',
  '\n',
  '\u0000',
  '*IEA*',
  'HL*1**20*1~',
  'SE*1*1~',
  'ST*835*1~',
  'TA1*1*1*1~',
  'GS*HP~',
  'ISA*00',
);

/** Cuts, copies and inserts anywhere in a text. */
export const damaged = (text: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({
        at: fc.nat(text.length),
        drop: fc.nat(60),
        put: piece,
        from: fc.nat(text.length),
        copy: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((changes) =>
      changes.reduce(
        (one, { at, drop, put, from, copy }) =>
          one.slice(0, at) + put + (copy ? one.slice(from, from + drop) : '') + one.slice(at + drop),
        text,
      ),
    );

/** The same, with an ISA that stays whole, so that the damage reaches the loops. */
export const damagedWithin = (text: string): fc.Arbitrary<string> =>
  damaged(text.slice(107)).map((body) => text.slice(0, 107) + body);

/** Segments lost, doubled and swapped. */
export const shuffled = (text: string): fc.Arbitrary<string> => {
  const [isa = '', ...segments] = text.split('\n');
  const place = fc.nat(segments.length - 1);
  return fc
    .array(fc.tuple(fc.constantFrom('drop', 'double', 'swap'), place, place), { minLength: 1, maxLength: 8 })
    .map((changes) => {
      const list = [...segments];
      for (const [change, one, other] of changes) {
        const [first = '', second = ''] = [list[one], list[other]];
        if (change === 'drop') list.splice(one, 1);
        else if (change === 'double') list.splice(other, 0, first);
        else [list[one], list[other]] = [second, first];
      }
      return [isa, ...list].join('\n');
    });
};

/** Elements lost, doubled, or exchanged for what another segment has there. */
export const garbled = (text: string): fc.Arbitrary<string> => {
  const elements = text.slice(107).split('*');
  const place = fc.nat(elements.length - 1);
  return fc
    .array(
      fc.tuple(
        place,
        fc.oneof(
          piece,
          place.map((one) => elements[one] ?? ''),
        ),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((changes) => {
      const list = [...elements];
      for (const [at, value] of changes) list[at] = value;
      return text.slice(0, 107) + list.join('*');
    });
};
