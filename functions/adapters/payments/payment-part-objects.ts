import { StagedPart } from '../../domain/ledger/staged-part.ts';
import { readText, writeObject } from '../documents.ts';

/** Where a part of a payment lies until it is posted: the event of its writing is what has it posted. */
const keyOf = ({ facts: { paymentId }, tellingId, part }: StagedPart): string =>
  `payments/${paymentId}/${tellingId}/${part}.json`;

/** Hands a part on; handed on again it is the same object, and another event. */
export const writePart = (part: StagedPart): Promise<void> =>
  writeObject('exchange', keyOf(part), JSON.stringify(part));

/** Reads a part that was handed on. */
export const readPart = async (key: string): Promise<StagedPart> =>
  StagedPart.parse(JSON.parse(await readText('exchange', key)));
