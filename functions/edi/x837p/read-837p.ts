import { attempt, requiredElement } from '../elements.ts';
import type { Checked } from '../findings.ts';
import {
  type Loop,
  loopsOf,
  readEach,
  readLoops,
  requiredLoop,
  requiredSegment,
  segmentOf,
} from '../loops.ts';
import { readContact } from '../read-parties.ts';
import { readTransactionSets, withFindings } from '../transaction-sets.ts';
import { checkDiagnosisLists } from './diagnoses.ts';
import { professionalClaimGuide, professionalClaimLoops } from './guide.ts';
import type { ClaimReceiver, ClaimSubmitter, ProfessionalClaimFile } from './professional-claim.ts';
import { type ClaimLoops, readProfessionalClaim } from './read-claim.ts';

/**
 * Reads an 837P. Claims that cannot be read are left out and named by findings ("ST[1]/CLM[2]/…"); the file
 * fails when its submitter or receiver cannot be read.
 */
export const read837p = (text: string): Checked<ProfessionalClaimFile> => {
  const sets = readTransactionSets(text, professionalClaimGuide);
  if (!sets.success) return sets;
  const roots = sets.data.sets.map(({ set, path }) => ({
    root: readLoops(professionalClaimLoops, set.segments),
    path,
  }));
  const header = attempt('ST[1]', () => readHeader(roots[0]?.root));
  if (!header.success) return { success: false, findings: [...sets.data.findings, ...header.findings] };
  const results = roots.map(({ root, path }) => readClaims(root, path));
  const data = {
    envelope: sets.data.envelope,
    ...header.data,
    claims: results.flatMap(({ values }) => values),
  };
  return withFindings(data, [...sets.data.findings, ...results.flatMap(({ findings }) => findings)]);
};

const readHeader = (root: Loop | undefined): { submitter: ClaimSubmitter; receiver: ClaimReceiver } => {
  const submitter = requiredLoop(root, '1000A');
  const name = requiredSegment(submitter, 'NM1');
  const receiver = requiredSegment(requiredLoop(root, '1000B'), 'NM1');
  return {
    submitter: {
      name: requiredElement(name, 3),
      id: requiredElement(name, 9),
      contact: readContact(segmentOf(submitter, 'PER')) ?? {},
    },
    receiver: { name: requiredElement(receiver, 3), id: requiredElement(receiver, 9) },
  };
};

/** Each claim with the levels above it, in the order of the file. */
const claimLoopsOf = (root: Loop): ClaimLoops[] =>
  loopsOf(root, '2000A').flatMap((billing) =>
    loopsOf(billing, '2000B').flatMap((subscriber) => [
      ...loopsOf(subscriber, '2300').map((claim) => ({ billing, subscriber, claim })),
      ...loopsOf(subscriber, '2000C').flatMap((patient) =>
        loopsOf(patient, '2300').map((claim) => ({ billing, subscriber, patient, claim })),
      ),
    ]),
  );

const readClaims = (root: Loop, path: string) => {
  const loops = claimLoopsOf(root);
  const { values, findings } = readEach(loops, `${path}/CLM`, readProfessionalClaim);
  const lists = loops.flatMap(({ claim }, index) => checkDiagnosisLists(claim, `${path}/CLM[${index + 1}]`));
  return { values, findings: [...findings, ...lists] };
};
