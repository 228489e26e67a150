import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programActor } from '../../functions/domain/actor.ts';
import type { ImportKind, ImportReport } from '../../functions/domain/patients/import-report.ts';
import { importRecords } from '../../functions/patients/import-records.ts';
import { patientRecords } from '../factories/patient-records.ts';

const actor = programActor('arn:aws:iam::111122223333:user/nightly', 'maple-street');

const world = () => {
  const records = patientRecords();
  const run = (
    kind: ImportKind,
    csv: string | Uint8Array,
    { apply = true, on = '2026-11-30' }: { apply?: boolean; on?: string } = {},
  ): Promise<ImportReport> =>
    importRecords(
      { practiceId: 'maple-street', kind, content: typeof csv === 'string' ? Buffer.from(csv) : csv, apply },
      { told: { on, by: 'person', actor, source: 'API' }, now: new Date('2026-11-30T12:00:00Z') },
      records.effects,
    );
  const find = (patientId: string) => records.find({ practiceId: 'maple-street', patientId });
  return { ...records, run, find };
};

const outcomes = ({ lines }: ImportReport) => lines.map(({ line, outcome }) => `${line} ${outcome}`);
const reasons = ({ lines }: ImportReport) =>
  lines.flatMap(({ line, reasons: found }) => found.map(({ code, path }) => `${line} ${code} ${path}`));

const small = `Patient ID,Last Name,First Name,DOB
P1,Okafor,Miriam,4/9/1961
P2,Brandt,Tobias,1980-01-31
`;

describe('a table of patients', () => {
  it('is previewed line by line, and nothing is written', async () => {
    const { run, find, writes } = world();
    const report = await run('patients', small, { apply: false });
    expect(report).toMatchObject({ applied: false, counts: { added: 2, refused: 0 } });
    expect([writes(), find('P1')]).toEqual([0, undefined]);
  });

  it('imports what the preview said; again it changes nothing', async () => {
    const { run, find, writes } = world();
    const preview = await run('patients', small, { apply: false });
    const first = await run('patients', small);
    expect(first.lines).toEqual(preview.lines);
    expect(find('P1')?.record.demographics).toEqual({
      lastName: 'Okafor',
      firstName: 'Miriam',
      dateOfBirth: '1961-04-09',
    });
    const before = writes();
    expect(outcomes(await run('patients', small))).toEqual(['2 unchanged', '3 unchanged']);
    expect(writes()).toBe(before);
  });

  it('reads headings of other systems, names in one column, states and ZIP codes as spreadsheets leave them', async () => {
    const { run, find } = world();
    const table = [
      'Exported by Some System;;;;;;;;;;;;',
      'Chart #;Patient Name;Birth Date;Sex;Street;City;ST;Zip Code;Cell Phone;Primary Insurance;Policy #;Effective Date;Shoe Size',
      '77;"O\'Neil, Siobhán Mary";19840229;female;"1 Elm St, Apt 4";Salem;Oregon;2139;+1 (503) 555-0100;northwind health;NW-1;1/1/2026;38',
    ].join('\r\n');
    const report = await run('patients', table);
    expect([outcomes(report), report.ignored]).toEqual([['3 added'], ['Shoe Size']]);
    expect(find('77')).toMatchObject({
      record: {
        demographics: {
          lastName: "O'Neil",
          firstName: 'Siobhán',
          middleName: 'Mary',
          dateOfBirth: '1984-02-29',
          gender: 'F',
          address: { line1: '1 Elm St, Apt 4', city: 'Salem', state: 'OR', postalCode: '02139' },
          phone: '5035550100',
        },
      },
      coverages: [{ stated: true, from: '2026-01-01', coverage: { payerId: 'northwind', memberId: 'NW-1' } }],
    });
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFFmrn,last,first,dob\nP1,Núñez,Zoë,1/2/99\n`)],
    ['UTF-16', Buffer.from(`\uFEFFmrn,last,first,dob\nP1,Núñez,Zoë,1/2/99\n`, 'utf16le')],
    ['the code page of Windows', Buffer.from('mrn,last,first,dob\nP1,Núñez,Zoë,1/2/99\n', 'latin1')],
  ])('is read in %s', async (_, content) => {
    const { run, find } = world();
    await run('patients', content);
    expect(find('P1')?.record.demographics).toMatchObject({
      lastName: 'Núñez',
      firstName: 'Zoë',
      dateOfBirth: '1999-01-02',
    });
  });

  it('refuses lines with their reason, takes the others, and quotes nobody', async () => {
    const { run, find } = world();
    const table = `mrn,last,first,dob,sex,address,city,state,zip,payer,member id,relationship
P1,Qzx1,Ann,31/31/1990,F,,,,,,,
P 2,Qzx2,Ann,1/1/1990,F,,,,,,,
P3,Qzx3,Ann,1/1/1990,maybe,,,,,,,
P4,Qzx4,Ann,1/1/1990,F,1 Elm,Salem,Oregano,97301,,,
P5,Qzx5,Ann,1/1/1990,F,,,,,Qzx Health,1,
P6,Qzx6,Ann,1/1/1990,F,,,,,northwind,A12,child
P7,Qzx7,"Ann,1/1/1990,F,,,,,,,
P8,Qzx8,Ann
P9,Qzx9,"An ""Annie"" Lee",1/1/1990,F,,,,,,,
`;
    const report = await run('patients', table);
    expect(reasons(report)).toEqual([
      '2 invalid_format dateOfBirth',
      '3 cell patientId',
      '4 cell gender',
      '5 invalid_format address.state',
      '6 cell payerId',
      '7 cell relationship',
      '8 row line 8',
      '9 row line 9',
    ]);
    expect(report.counts).toMatchObject({ added: 1, refused: 8 });
    expect(find('P9')?.record.demographics.firstName).toBe('An "Annie" Lee');
    expect(JSON.stringify(report)).not.toMatch(/Qzx|Oregano/);
  });

  it('takes a line once that is there twice, and none of two that contradict one another', async () => {
    const { run, find } = world();
    const table = `${small}P1,Okafor,Miriam,4/9/1961\nP2,Brandt,Tobias,1980-02-28\n`;
    const report = await run('patients', table);
    expect(outcomes(report)).toEqual(['2 added', '3 refused', '4 duplicate', '5 refused']);
    expect(reasons(report)).toEqual(['3 contradicts-line ', '4 same-as-line ', '5 contradicts-line ']);
    expect(find('P2')).toBeUndefined();
  });

  it('overwrites nobody, and names who is likely the same person', async () => {
    const { run, find } = world();
    await run('patients', small);
    const report = await run(
      'patients',
      'mrn,last,first,dob\nP1,Somebody,Else,1990-01-01\nP9,Brandt,Tobias,1980-01-31\n',
    );
    expect(reasons(report)).toEqual(['2 other-person patient.patientId']);
    expect(report.lines[1]).toMatchObject({
      outcome: 'added',
      duplicates: [{ patientId: 'P2', otherId: 'P9', score: 0.8 }],
    });
    expect(find('P1')?.record.demographics.lastName).toBe('Okafor');
  });

  it('is refused as a whole without the columns that it needs', async () => {
    const report = await world().run('patients', 'name,age\nOkafor,44\n');
    expect(report.findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'no-column patientId',
      'no-column dateOfBirth',
    ]);
  });

  it('leaves fields alone that an older table has otherwise, in whatever order tables come', async () => {
    const tables = fc.uniqueArray(
      fc.record({
        day: fc.integer({ min: 10, max: 28 }),
        city: fc.constantFrom('Salem', 'Eugene'),
        phone: fc.boolean(),
      }),
      { minLength: 2, maxLength: 5, selector: ({ day }) => day },
    );
    await fc.assert(
      fc.asyncProperty(tables, async (list) => {
        const states = [];
        for (const order of [list, list.toReversed()]) {
          const { run, find } = world();
          for (const { day, city, phone } of [...order, ...order])
            await run(
              'patients',
              `mrn,last,first,dob,address,city,state,zip,phone\nP1,Okafor,Miriam,4/9/1961,1 Elm,${city},OR,97301,${phone ? `50355501${day}` : ''}\n`,
              { on: `2026-11-${day}` },
            );
          states.push(find('P1')?.record.demographics);
        }
        expect(states[1]).toEqual(states[0]);
      }),
      { numRuns: 40 },
    );
  });

  it('never fails, whatever it holds', async () => {
    const pieces = fc.constantFrom(
      ',',
      ';',
      '"',
      '\n',
      '\r\n',
      '\t',
      'mrn',
      'dob',
      'last',
      'first',
      'P1',
      '1/1/1990',
      'é',
      '',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 60 }), async (parts) => {
        const report = await world().run('patients', parts.join(''), { apply: false });
        expect(report.lines.length).toBe(Object.values(report.counts).reduce((sum, count) => sum + count, 0));
      }),
    );
  });
});

describe('a table of appointments', () => {
  const table = `Appt ID,MRN,Start Time,Provider NPI,Location,Status,Reason
A1,P1,11/02/2026 2:30 PM,1234567893,main,Checked-Out,cough
A2,P1,2026-11-03,,main,No Show,
A3,P7,2026-11-04,12,main,Maybe,
`;

  it('is imported with times, words for the status, and patients who are not known yet', async () => {
    const { run, appointments } = world();
    await run('patients', small);
    const report = await run('appointments', table);
    expect([outcomes(report), report.ignored]).toEqual([['2 added', '3 added', '4 refused'], ['Reason']]);
    expect(reasons(report)).toEqual(['4 invalid_format providerNpi', '4 invalid_value status']);
    expect([...appointments.values()]).toMatchObject([
      { appointmentId: 'A1', date: '2026-11-02', time: '14:30', status: 'kept', providerNpi: '1234567893' },
      { appointmentId: 'A2', date: '2026-11-03', status: 'no-show' },
    ]);
    expect(outcomes(await run('appointments', table))).toEqual(['2 unchanged', '3 unchanged', '4 refused']);
    expect(reasons(await run('appointments', 'appt id,mrn,date\nA9,P7,1/2/2026\n'))).toEqual([
      '2 unknown-patient patientId',
    ]);
  });
});

it('a table leaves alone what it has no column for', async () => {
  const { run, appointments, authorizations } = world();
  await run('patients', small);
  await run('appointments', 'appt id,mrn,date,time,status\nA1,P1,1/2/2026,9:05 am,kept\n');
  await run('appointments', 'appt id,mrn,date\nA1,P1,1/3/2026\n');
  expect([...appointments.values()]).toMatchObject([{ date: '2026-01-03', time: '09:05', status: 'kept' }]);
  const dates = 'P1,northwind,PA-1,1/1/2026';
  await run('authorizations', `mrn,payer,auth,from,to,units,cpt\n${dates},2/1/2026,8,97110\n`);
  await run('authorizations', `mrn,payer,auth,from,to\n${dates},3/1/2026\n`);
  expect([...authorizations.values()]).toMatchObject([
    { to: '2026-03-01', limit: { of: 'units', quantity: 8 }, services: [{ from: '97110' }] },
  ]);
});

describe('a table of authorizations', () => {
  const table = `MRN,Insurance,Auth #,CPT Codes,Visits,Start,End
P1,Northwind Health,PA-77,"97110 - 97150, 97161",12,1/1/2026,6/30/2026
P7,northwind,PA-1,97110,3,1/1/2026,6/30/2026
P1,northwind,PA-2,97110,none,6/30/2026,1/1/2026
`;

  it('is imported for patients who are known', async () => {
    const { run, authorizations } = world();
    await run('patients', small);
    const report = await run('authorizations', table);
    expect(outcomes(report)).toEqual(['2 added', '3 refused', '4 refused']);
    expect([...authorizations.values()]).toMatchObject([
      {
        patientId: 'P1',
        payerId: 'northwind',
        services: [{ from: '97110', to: '97150' }, { from: '97161' }],
        limit: { of: 'visits', quantity: 12 },
        to: '2026-06-30',
      },
    ]);
    expect(outcomes(await run('authorizations', table))).toEqual(['2 unchanged', '3 refused', '4 refused']);
  });
});
