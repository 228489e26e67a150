import { type Declaring, E, R, S, scalar, segment, type Usage } from './declare.ts';
import { procedure, toldName } from './shared-segments.ts';

/** NM1*41*2*XYZ SERVICE*****46*X67E: a party whose name the guide lets be absent. */
export const unnamedEntity = (entity: string, idQualifiers: string) =>
  segment(
    'NM1',
    {
      entityType: E.code(2, '1 2'), // 1 person, 2 organisation
      name: S.text(3), // last name, or the organisation's
      firstName: S.text(4),
      middleName: S.text(5),
      suffix: S.text(7),
      idQualifier: E.code(8, idQualifiers), // XX NPI, FI tax id, SV the payer's number, 46 ETIN
      id: E.text(9),
    },
    { '1': entity },
  );

/** NM1*PR*2*ABC INSURANCE*****PI*12345 */
export const payerName = toldName('PR', E, 'PI XV', '2');

/** NM1*1P*2*HOME HOSPITAL*****XX*1666666661 */
export const providerName = unnamedEntity('1P', 'FI SV XX');

/** NM1*IL*1*SMITH*FRED****MI*123456789A */
export const subscriberName = toldName('IL', E, '24 II MI');

/** NM1*QC*1*MANN*JOSEPH */
export const dependentName = segment(
  'NM1',
  {
    entityType: E.code(2, '1'),
    name: E.text(3),
    firstName: S.text(4),
    middleName: S.text(5),
    suffix: S.text(7),
  },
  { '1': 'QC' },
);

/** TRN*1*ABCXYZ1: 1 the sender's own number, 2 the one that is answered. */
export const trace = (kind: string) => segment('TRN', { traceNumber: R.text(2) }, { '1': kind });

/** Who may stand behind the status of a claim or a service, C043-3 of 005010X212. */
const claimEntities =
  '03 13 17 1E 1G 1H 1I 1O 1P 1Q 1R 1S 1T 1U 1V 1W 1X 1Y 1Z 28 2A 2B 2D 2E 2I 2K 2P 2Q 2S 2Z 30 36 3A 3C 3D 3E 3F 3G 3H 3I 3J 3K 3L 3M 3N 3O 3P 3Q 3R 3S 3T 3U 3V 3W 3X 3Y 3Z 40 43 44 4A 4B 4C 4D 4E 4F 4G 4H 4I 4J 4L 4M 4N 4O 4P 4Q 4R 4S 4U 4V 4W 4X 4Y 4Z 5A 5B 5C 5D 5E 5F 5G 5H 5I 5J 5K 5L 5M 5N 5O 5P 5Q 5R 5S 5T 5U 5V 5W 5X 5Y 5Z 61 6A 6B 6C 6D 6E 6F 6G 6H 6I 6J 6K 6L 6M 6N 6O 6P 6Q 6R 6S 6U 6V 6W 6X 6Y 71 72 73 74 77 7C 80 82 84 85 87 95 CK CZ D2 DD DJ DK DN DO DQ E1 E2 E7 E9 FA FD FE G0 G3 GB GD GI GJ GK GM GY HF HH I3 IJ IL IN LI LR MR MSC OB OD OX P0 P2 P3 P4 P6 P7 PRP PT PV PW QA QB QC QD QE QH QK QL QN QO QS QV QY RC RW S4 SEP SJ SU T4 TL TQ TT TTP TU UH X3 X4 X5 ZZ';

/** F2:88:QC, the composite C043; with list RX the status is a reject code of NCPDP. */
const statusCode = <U extends Usage>(usage: Declaring<U>, at: number, entities: string) =>
  usage.composite(at, {
    category: R.external(1, 'claim-status-category'),
    status: R.external(2, 'claim-status'),
    entity: S.code(3, entities),
    list: S.code(4, 'RX'),
  });

/** STC01, STC02, STC10 and STC11, which every status of a 277 has. */
const statusFields = (entities: string) => ({
  status: statusCode(R, 1, entities),
  effectiveDate: E.date(2),
  furtherStatuses: S.run(2, statusCode(S, 10, entities)),
});

/** STC*E0:24:41*20050916: why all inquiries of a receiver or a provider were refused. */
export const refusalInformation = (entities: string) => segment('STC', statusFields(entities));

/** STC*F0:3*20050915**7599*7599*20050912**20050915*CK100 */
export const claimStatusInformation = segment('STC', {
  ...statusFields(claimEntities),
  charge: S.money(4),
  paid: S.money(5),
  finalizedDate: S.date(6),
  remittanceDate: S.date(8),
  remittanceTrace: S.text(9),
});

/** STC*F2:88:QC*20050612 */
export const serviceStatusInformation = segment('STC', statusFields(claimEntities));

/** HC:99203:25 as SVC01 has it. */
const serviceFields = {
  procedure: procedure(E, 1, 'AD ER HC HP IV N4 NU WK'),
  charge: E.money(2),
  revenueCode: S.text(4),
  units: S.quantity(7),
};

/** SVC*HC:99203*150*****1: a service as it was claimed. */
export const inquiredService = segment('SVC', serviceFields);

/** SVC*HC:99203*150*0****1: a service and what was paid for it. */
export const answeredService = segment('SVC', { ...serviceFields, paid: E.money(3) });

/** QTY*90*3: a number whose qualifier is known. */
export const quantity = (qualifier: string) => scalar('QTY', R.quantity(2), { '1': qualifier });
