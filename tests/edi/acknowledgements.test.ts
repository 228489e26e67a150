import { describe, expect, it } from 'vitest';
import { cents } from '../../functions/edi/money.ts';
import { readTa1 } from '../../functions/edi/ta1/read-ta1.ts';
import { writeTa1 } from '../../functions/edi/ta1/write-ta1.ts';
import { read277ca } from '../../functions/edi/x277ca/read-277ca.ts';
import { write277ca } from '../../functions/edi/x277ca/write-277ca.ts';
import { read999 } from '../../functions/edi/x999/read-999.ts';
import { write999 } from '../../functions/edi/x999/write-999.ts';
import { claimAcknowledgementFile, implementationAcknowledgement } from './answers.ts';
import { cleanData, codesOf, dataOf, pathsOf } from './expectations.ts';
import { header } from './interchange-headers.ts';

describe('a 999', () => {
  const file = { envelope: header(), acknowledgements: [implementationAcknowledgement()] };

  it('is read as it was meant and written again byte for byte', () => {
    const text = write999(file);
    expect(cleanData(read999(text))).toEqual(file);
    expect(write999(cleanData(read999(text)))).toBe(text);
  });

  it('acknowledges several groups in several sets', () => {
    const both = {
      ...file,
      acknowledgements: [implementationAcknowledgement(), implementationAcknowledgement()],
    };
    expect(cleanData(read999(write999(both))).acknowledgements).toHaveLength(2);
  });

  it('keeps the verdict of each set apart', () => {
    const [group] = cleanData(read999(write999(file))).acknowledgements;
    expect(group?.transactionSets.map(({ controlNumber, status }) => `${controlNumber} ${status}`)).toEqual([
      '0001 A',
      '0002 R',
    ]);
  });

  it('is left out with a finding when a set has no verdict', () => {
    const result = read999(write999(file).replace('IK5*A~\n', ''));
    expect(dataOf(result).acknowledgements).toEqual([]);
    expect(pathsOf(result)).toContain('ST[1]/IK5');
  });
});

describe('a TA1', () => {
  const file = {
    envelope: header(),
    acknowledgements: [
      { controlNumber: 4711, interchangeCreatedAt: '2026-03-02T09:30:00.000Z', code: 'R', note: '001' },
    ],
  };

  it('is read as it was meant and written again byte for byte', () => {
    const text = writeTa1(file);
    expect(text).toContain('TA1*000004711*260302*0930*R*001~');
    expect(cleanData(readTa1(text))).toEqual(file);
    expect(writeTa1(cleanData(readTa1(text)))).toBe(text);
  });

  it('is missed in a file of something else', () => {
    expect(codesOf(readTa1(write999({ envelope: header(), acknowledgements: [] })))).toEqual(['TA105-024']);
  });

  it('is left out with a finding when its time is no time', () => {
    const result = readTa1(writeTa1(file).replace('260302*0930*R', '260302*2460*R'));
    expect(dataOf(result).acknowledgements).toEqual([]);
    expect(codesOf(result)).toEqual(['IK403-8']);
  });
});

describe('a 277CA', () => {
  it('is read as it was meant and written again byte for byte', () => {
    const file = claimAcknowledgementFile();
    const text = write277ca(file);
    expect(cleanData(read277ca(text))).toEqual(file);
    expect(write277ca(cleanData(read277ca(text)))).toBe(text);
  });

  it('answers claim by claim, also for several claims of one patient', () => {
    const { claims } = cleanData(read277ca(write277ca(claimAcknowledgementFile())));
    expect(
      claims.map((claim) => [claim.patientControlNumber, claim.statuses[0]?.codes[0]?.category]),
    ).toEqual([
      ['C0000000000A1-1', 'A2'],
      ['C0000000000A2-1', 'A7'],
      ['C0000000000B1-1', 'A3'],
    ]);
  });

  it('has the reason of a rejection with the entity that it concerns', () => {
    const [, rejected] = cleanData(read277ca(write277ca(claimAcknowledgementFile()))).claims;
    expect(rejected?.statuses[0]).toMatchObject({
      codes: [
        { category: 'A7', status: '562', entity: '85' },
        { category: 'A7', status: '21' },
      ],
      action: 'U',
      charge: cents(8000),
      message: 'NPI OF THE BILLING PROVIDER',
    });
  });

  it('loses only the claim that is broken', () => {
    const text = write277ca(claimAcknowledgementFile()).replace('STC*A2:20*20260303', 'STC*A2:20*20260399');
    const result = read277ca(text);
    expect(dataOf(result).claims.map((claim) => claim.patientControlNumber)).toEqual([
      'C0000000000A2-1',
      'C0000000000B1-1',
    ]);
    expect(pathsOf(result)).toEqual(['ST[1]/TRN[1]/STC02']);
  });
});
