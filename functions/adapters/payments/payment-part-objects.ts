import { StagedPart } from '../../domain/ledger/staged-part.ts';
import type { PartKey } from '../../domain/posting.ts';
import { readText, writeObject } from '../documents.ts';

/** Where a part of a payment lies: the event of its writing is what has it posted, and people act on it later. */
const keyOf = ({ paymentId, tellingId, part }: PartKey): string =>
  `payments/${paymentId}/${tellingId}/${part}.json`;

/** Hands a part on; handed on again it is the same object, and another event. */
export const writePart = (part: StagedPart): Promise<void> =>
  writeObject('exchange', keyOf({ ...part, paymentId: part.facts.paymentId }), JSON.stringify(part));

/** Reads a part of a payment that was handed on. */
export const readPartOf = (key: PartKey): Promise<StagedPart> => readPart(keyOf(key));

/** Reads a part that was handed on. */
export const readPart = async (key: string): Promise<StagedPart> =>
  StagedPart.parse(JSON.parse(await readText('exchange', key)));
