import { describe, expect, it } from 'vitest';
import { read837p } from '../../functions/edi/x837p/read-837p.ts';
import { write837p } from '../../functions/edi/x837p/write-837p.ts';
import { cleanData, codesOf, dataOf, pathsOf } from './expectations.ts';
import {
  claimFile,
  dependentClaim,
  fullClaim,
  professionalClaim,
  secondaryClaim,
  serviceLine,
} from './professional-claims.ts';

const everyKind = [professionalClaim(), dependentClaim(), secondaryClaim(), fullClaim()];

describe('an 837P', () => {
  it.each(everyKind.map((claim) => [claim.patientControlNumber + claim.frequency, claim] as const))(
    'of claim %s is read as it was meant',
    (_, claim) => {
      const file = claimFile([claim]);
      expect(cleanData(read837p(write837p(file)))).toEqual(file);
    },
  );

  it('is written again byte for byte', () => {
    const text = write837p(claimFile(everyKind));
    expect(write837p(cleanData(read837p(text)))).toBe(text);
  });

  it('has one billing level for all claims of a provider and a patient level only for dependents', () => {
    const levels = write837p(claimFile([professionalClaim(), dependentClaim()])).match(/^HL.*$/gm);
    expect(levels).toEqual(['HL*1**20*1~', 'HL*2*1*22*0~', 'HL*3*1*22*1~', 'HL*4*3*23*0~']);
  });

  it('leaves the dots of diagnoses out on the wire and puts them back', () => {
    const text = write837p(claimFile([professionalClaim({ diagnoses: ['S52.521A', 'I10', 'Z79.4'] })]));
    expect(text).toContain('HI*ABK:S52521A*ABF:I10*ABF:Z794~');
    expect(cleanData(read837p(text)).claims[0]?.diagnoses).toEqual(['S52.521A', 'I10', 'Z79.4']);
  });

  it('fills in the usual signatures, assignment and release', () => {
    const { providerSignature, assignment, benefitsAssigned, releaseOfInformation, ...claim } =
      professionalClaim();
    expect(write837p(claimFile([claim]))).toContain('CLM*C0000000000A1-1*150***11:B:1*Y*A*Y*Y~');
    expect([providerSignature, assignment, benefitsAssigned, releaseOfInformation]).toEqual([
      'Y',
      'A',
      'Y',
      'Y',
    ]);
  });

  it('names the self relationship only when the subscriber is the patient', () => {
    expect(write837p(claimFile([professionalClaim()]))).toContain('SBR*P*18*G-77******CI~');
    expect(write837p(claimFile([dependentClaim()]))).toContain('SBR*P********CI~');
  });

  it('keeps accents in names', () => {
    const file = claimFile([professionalClaim({ payer: { name: 'MÜNCHEN KRANKENKASSE', id: 'MKK' } })]);
    expect(cleanData(read837p(write837p(file))).claims[0]?.payer.name).toBe('MÜNCHEN KRANKENKASSE');
  });

  it('is not written when a value holds a delimiter, and the error does not repeat the value', () => {
    const claim = professionalClaim({ payer: { name: 'NORTH*WIND', id: 'NWH01' } });
    expect(() => write837p(claimFile([claim]))).toThrow(
      expect.objectContaining({
        name: 'UnwritableValue',
        element: 'NM103',
        message: expect.not.stringContaining('WIND'),
      }),
    );
  });

  it('loses only the claim that is broken', () => {
    const text = write837p(claimFile(everyKind)).replace(
      'CLM*C0000000000B2-1*150',
      'CLM*C0000000000B2-1*15O',
    );
    const result = read837p(text);
    expect(dataOf(result).claims.map((claim) => claim.patientControlNumber)).toEqual([
      'C0000000000A1-1',
      'C0000000000C3-1',
      'C0000000000A1-1',
    ]);
    expect(codesOf(result)).toEqual(['IK403-6']);
    expect(pathsOf(result)).toEqual(['ST[1]/CLM[2]/CLM02']);
  });

  it('says which loop a claim lacks', () => {
    const text = write837p(claimFile([professionalClaim()])).replace(/NM1\*PR.*\n/, '');
    expect(pathsOf(read837p(text))).toContain('ST[1]/CLM[1]/2010BB');
  });

  it('tells of ICD-9-CM diagnoses, which it does not read', () => {
    const result = read837p(
      write837p(claimFile([professionalClaim()])).replace('ABK:E119*ABF:I10', 'BK:25000'),
    );
    expect(dataOf(result).claims[0]?.diagnoses).toEqual([]);
    expect(codesOf(result)).toContain('IK403-7');
  });

  it('is refused when it is of another guide', () => {
    const text = write837p(claimFile([professionalClaim()])).replaceAll('005010X222A1', '004010X098A1');
    expect(codesOf(read837p(text))).toEqual(['IK502-1', 'AK905-1']);
  });

  it('keeps fractional units and amounts without trailing zeros', () => {
    const line = serviceLine({
      units: 0.25,
      procedure: { qualifier: 'HC', procedure: 'J1100', modifiers: [] },
    });
    expect(write837p(claimFile([professionalClaim({ lines: [line] })]))).toContain(
      'SV1*HC:J1100*150*UN*0.25***1:2~',
    );
  });
});
