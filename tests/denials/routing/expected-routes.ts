import type { RoutedAction } from '../../../functions/domain/denials/routing-rule.ts';
import type { Desk } from '../../../functions/domain/practice.ts';

/**
 * Which desk works which denial first how, written from the default policy's sources (X12's codes, CAQH CORE 360's four
 * scenarios, contractors' decision trees, Medicare's rules) and not from the house's table. A denial is group-CARC,
 * with a RARC behind + and a kind of payer (SBR09) before a colon; there is no next payer. Where the table had it
 * otherwise and was right, the row says so.
 */
export const expectedRoutes: readonly (readonly [desk: Desk, first: RoutedAction, denials: string])[] = [
  [
    'coder',
    'resubmit',
    'CO-4 CO-11 CO-49 CO-107 CO-146 CO-167 CO-181 CO-182 CO-222 CO-B9 CO-B15 CO-B16 CO-B22',
  ],
  ['coder', 'resubmit', 'CO-16+M51 CO-16+M76 CO-16+N519 CO-16+N657 CO-16+N822 CO-16+N823'],
  // B10 has no source of its own: a component that was paid is one kind of bundling.
  ['coder', 'write-off', 'CO-54 CO-59 CO-97 CO-231 CO-234 CO-236 CO-B10'],
  ['coder', 'appeal', 'CO-150 CO-151 CO-152'],
  ['biller', 'resubmit', 'CO-5 CO-16 CO-58 CO-96 CO-110 CO-129 CO-183 CO-184 CO-204 CO-206 CO-207 CO-A1'],
  ['biller', 'resubmit', 'CO-16+MA04 CO-16+N4 CO-22+MA04 CO-22+N4 CO-252+MA04 CO-252+N4'],
  // Medicare has no appeal of its filing limit, only exceptions.
  ['biller', 'resubmit', 'MA:CO-29 MB:CO-29'],
  ['biller', 'appeal', 'CO-29 CO-45 CO-147 CO-242'],
  ['biller', 'write-off', 'CO-18 CO-24 CO-35 CO-100 CO-119 CO-149 CO-256 CO-B13'],
  ['biller', 'keep-waiting', 'CO-276 CO-B11'],
  [
    'front-desk',
    'resubmit',
    'CO-6 CO-7 CO-9 CO-10 CO-13 CO-14 CO-22 CO-26 CO-27 CO-31 CO-32 CO-33 CO-109 CO-140',
  ],
  ['front-desk', 'resubmit', 'CO-177 CO-200 CO-258 CO-16+N382 CO-23 OA-209'],
  // Without a carrier that is known, nothing may be written off: somebody asks who is liable.
  ['front-desk', 'resubmit', 'CO-19 CO-20 CO-21'],
  ['front-desk', 'keep-waiting', 'CO-227'],
  ['authorizations', 'resubmit', 'CO-15 CO-39 CO-197 CO-198 CO-243 CO-288'],
  ['appeals', 'appeal', 'CO-50 CO-55 CO-95 CO-216 CO-272 CO-273 CO-B20'],
  ['credentialing', 'resubmit', 'CO-8 CO-170 CO-171 CO-172 CO-185 CO-B7 CO-16+N290'],
  // The table's: an NPI that a payer cannot match is one that it has not enrolled.
  ['credentialing', 'resubmit', 'CO-208'],
  ['records', 'resubmit', 'CO-163 CO-164 CO-226 CO-251 CO-252 CO-16+M127 CO-16+N29 CO-16+N706'],
  ['front-desk', 'bill-patient', 'PR-26 PR-27 PR-32 PR-33 PR-200'],
  ['biller', 'bill-patient', 'PR-35 PR-96 PR-100 PR-119 PR-149 PR-204'],
  ['appeals', 'bill-patient', 'PR-50 PR-55'],
  // The table's: what may be coded wrong, and a network that is to be checked, come before the patient.
  ['coder', 'resubmit', 'PR-49'],
  ['biller', 'appeal', 'PR-242'],
  // What the patient owes is never recommended to be given up, whatever the row for CO says.
  ['coder', 'resubmit', 'PR-97'],
  ['coder', 'appeal', 'PR-54'],
  // PI and OA of the same reason are worked as CO, and never billed to the patient.
  ['front-desk', 'resubmit', 'OA-27 PI-27 OA-200'],
  ['appeals', 'appeal', 'PI-50 OA-50 PI-55'],
  ['biller', 'resubmit', 'OA-96 PI-204'],
];

/** Reasons for which a next payer is billed though this one does not put them to the patient. */
export const forNextPayer = '19 20 21 22 23 26 27 32 33 35 49 96 109 119 149 177 200 204 209'.split(' ');

/** Reasons that say that the claim is wrong: under PR, too, they are mended with the payer that found them. */
export const ofTheClaim =
  '4 5 6 7 8 9 10 11 13 14 15 16 18 29 31 39 58 107 110 129 140 146 163 164 181 182 183 184 197 198 206 207 208 226 227 243 251 252 276 288 B15 B16'.split(
    ' ',
  );
