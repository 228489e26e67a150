import { compileCoverage, isCoverageFile } from '../coverage-articles/compile-coverage.ts';
import type { CodeSetName } from '../edition.ts';
import { isNppesFile, refuseWholeRegistry } from '../nppes/nppes-file.ts';
import { isHcpcsRecordFile } from './hcpcs-record-file.ts';
import { compileCpt, isCptFile } from './install-cpt.ts';
import { compileHcpcs, compileModifiers, isHcpcsFile } from './install-hcpcs.ts';
import { compileIcd10cm, isIcd10cmFile } from './install-icd10cm.ts';
import { compilePos, compileTaxonomy, isPosFile, isTaxonomyFile } from './install-lists.ts';
import { compileMpfs, isMpfsFile } from './install-mpfs.ts';
import { compileAddOn, compileMue, isAddOnFile, isMueFile } from './install-ncci-lists.ts';
import { compilePtp, isPtpFile } from './install-ptp.ts';
import { compileAdjustments, compileStatus, isAdjustmentFile, isStatusFile } from './install-x12-lists.ts';
import type { SourceFile } from './source-files.ts';
import type { EditionContent } from './write-artefact.ts';

/** How a set is made of its publisher's files. */
export interface Compiler {
  /** Whether a file is one that the set can be made of, by its name. */
  readonly recognises: (fileName: string) => boolean;
  readonly compile: (files: readonly SourceFile[]) => EditionContent[];
}

export const compilers: Readonly<Record<CodeSetName, Compiler>> = {
  icd10cm: { recognises: isIcd10cmFile, compile: compileIcd10cm },
  hcpcs: { recognises: isHcpcsFile, compile: compileHcpcs },
  modifier: { recognises: isHcpcsRecordFile, compile: compileModifiers },
  cpt: { recognises: isCptFile, compile: compileCpt },
  'ncci-ptp': { recognises: isPtpFile, compile: compilePtp },
  mue: { recognises: isMueFile, compile: compileMue },
  'add-on': { recognises: isAddOnFile, compile: compileAddOn },
  coverage: { recognises: isCoverageFile, compile: compileCoverage },
  mpfs: { recognises: isMpfsFile, compile: compileMpfs },
  pos: { recognises: isPosFile, compile: compilePos },
  carc: { recognises: isAdjustmentFile, compile: compileAdjustments('carc') },
  rarc: { recognises: isAdjustmentFile, compile: compileAdjustments('rarc') },
  status: { recognises: isStatusFile, compile: compileStatus },
  taxonomy: { recognises: isTaxonomyFile, compile: compileTaxonomy },
  nppes: { recognises: isNppesFile, compile: refuseWholeRegistry },
};
