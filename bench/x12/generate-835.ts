import { type Cents, cents, sum, zero } from '../../functions/edi/money.ts';
import { writtenMoney } from '../../functions/edi/text/segment-writer.ts';
import {
  dayOfService,
  firstNames,
  type Invention,
  inventing,
  lastNames,
  npiOf,
  padded,
  procedures,
} from './invent.ts';

/** As many claims as a payer settles by one payment. */
const claimsInSet = 500;

type Payment = {
  readonly text: string;
  readonly charge: Cents;
  readonly paid: Cents;
  readonly patient: Cents;
};

const text = (segments: readonly string[]): string => segments.map((segment) => `${segment}~\n`).join('');
const money = (amount: Cents): string => writtenMoney(amount) ?? '0';
const digits = (day: string): string => day.replaceAll('-', '');

const rendering = ({ number }: Invention): string => npiOf(100000000 + number(0, 99999999));

/** One charge, what the contract and Medicare's sequestration take off it, and what the patient owes. */
const decide = ({ number, chance }: Invention) => {
  const charge = cents(number(4000, 60000));
  const contractual = cents(number(500, charge >> 1));
  const sequestered = cents(number(10, 200));
  const allowed = cents(charge - contractual - sequestered);
  const deductible = chance(0.7) ? cents(number(100, allowed >> 2)) : zero;
  const coinsurance = deductible > 0 ? cents(number(100, allowed >> 2)) : zero;
  const paid = cents(allowed - deductible - coinsurance);
  return { charge, contractual, sequestered, allowed, deductible, coinsurance, paid };
};

/** Loop 2110: what is charged, less what the contract (CO) and the patient (PR) take, is paid. */
const inventLine = (invention: Invention, control: string, day: string): Payment => {
  const { pick, chance, number } = invention;
  const { charge, contractual, sequestered, allowed, deductible, coinsurance, paid } = decide(invention);
  const patient = sum([deductible, coinsurance]);
  const modifier = chance(0.4) ? `:${pick(['25', '59', 'RT', 'LT'])}` : '';
  return {
    text: text([
      `SVC*HC:${pick(procedures)}${modifier}*${money(charge)}*${money(paid)}**${number(1, 3)}`,
      `DTM*472*${digits(day)}`,
      `CAS*CO*45*${money(contractual)}**253*${money(sequestered)}`,
      ...(patient > 0 ? [`CAS*PR*1*${money(deductible)}**2*${money(coinsurance)}`] : []),
      `REF*6R*${control}`,
      `REF*HPI*${rendering(invention)}`,
      `AMT*B6*${money(allowed)}`,
      ...(chance(0.5) ? [`LQ*HE*${pick(['N130', 'M15', 'N362', 'MA44'])}`] : []),
    ]),
    charge,
    paid,
    patient,
  };
};

const names = (invention: Invention): string[] => {
  const { pick, number } = invention;
  const person = () => `${pick(lastNames)}*${pick(firstNames)}*${pick(['A', 'J', 'M', 'R'])}`;
  return [
    `NM1*QC*1*${person()}***MI*W${padded(number(0, 999999999), 9)}`,
    `NM1*IL*1*${person()}***MI*W${padded(number(0, 999999999), 9)}`,
    `NM1*82*1*${person()}***XX*${rendering(invention)}`,
  ];
};

/** Loop 2100. */
const inventClaim = (invention: Invention, claim: number): Payment => {
  const { pick, number } = invention;
  const day = dayOfService(invention);
  const control = `PC${padded(claim, 8)}-1`;
  const lines = Array.from({ length: number(1, 4) }, (_, line) =>
    inventLine(invention, `${control}-${line + 1}`, day),
  );
  const charge = sum(lines.map((line) => line.charge));
  const paid = sum(lines.map((line) => line.paid));
  const patient = sum(lines.map((line) => line.patient));
  const head = text([
    `CLP*${control}*1*${money(charge)}*${money(paid)}*${patient > 0 ? money(patient) : ''}*12*ICN2026${padded(claim, 10)}*11*1`,
    ...names(invention),
    `MOA***MA01*${pick(['MA18', 'MA07', 'N89'])}`,
    `REF*1L*GROUP-${padded(number(1, 9999), 4)}`,
    `REF*EA*MRN-${padded(claim, 8)}`,
    `DTM*232*${digits(day)}`,
    `DTM*233*${digits(day)}`,
    'DTM*050*20260303',
    'PER*CX*PROVIDER SERVICES*TE*8005550142*EX*1234',
    `AMT*AU*${money(cents(paid + patient))}`,
  ]);
  return { text: head + lines.map((line) => line.text).join(''), charge, paid, patient };
};

/** What the payer takes back from a whole payment (PLB, WO). */
const recovered = cents(2500);

const setHead = (control: string, paid: Cents): string[] => [
  `ST*835*${control}`,
  `BPR*I*${money(paid)}*C*ACH*CCP*01*011000015*DA*123456*1512345678**01*021000021*DA*654321*20260310`,
  `TRN*1*EFT${control}*1512345678`,
  'DTM*405*20260309',
  'N1*PR*PLAINS MUTUAL HEALTH',
  'N3*900 MARKET ST',
  'N4*OMAHA*NE*68102',
  'REF*2U*98765',
  'PER*BL*EDI DESK*TE*8005550100',
  'N1*PE*MAPLE STREET CLINIC*XX*1234567893',
  'REF*TJ*123456789',
  'LX*1',
];

const inventSet = (invention: Invention, set: number, [from, to]: readonly [number, number]): string => {
  const control = padded(set, 4);
  const claims = Array.from({ length: to - from }, (_, index) => inventClaim(invention, from + index + 1));
  const paid = cents(sum(claims.map((claim) => claim.paid)) - recovered);
  const body =
    text(setHead(control, paid)) +
    claims.map((claim) => claim.text).join('') +
    text([`PLB*1234567893*20261231*WO:ICN${control}*${money(recovered)}`]);
  return `${body}${text([`SE*${body.split('~').length}*${control}`])}`;
};

/** An 835 file of so many claims that balances at all three levels, one transaction set after the other. */
export function* remittanceText(claims: number): Generator<string> {
  const invention = inventing(835);
  const sender = 'PLAINS         *ZZ*MAPLE          ';
  yield text([
    `ISA*00*          *00*          *ZZ*${sender}*260310*0930*^*00501*000000835*0*P*:`,
    'GS*HP*PLAINS*MAPLE*20260310*0930*835*X*005010X221A1',
  ]);
  let sets = 0;
  for (let from = 0; from < claims; from += claimsInSet) {
    sets += 1;
    yield inventSet(invention, sets, [from, Math.min(from + claimsInSet, claims)]);
  }
  yield text([`GE*${sets}*835`, 'IEA*1*000000835']);
}
