import { writeSets } from '../../functions/edi/sets.ts';
import { implementationAcknowledgementGuide } from '../../functions/edi/x999/guide.ts';
import type { Answer, ReceivedFile } from '../../local/payer-simulator/answer.ts';
import { header } from '../edi/material/interchange-headers.ts';

/** A payer that takes no file with claims in their first transmission, and does not say why. */
export const refusesWhole = ({ name, text, receivedAt }: ReceivedFile): Answer | undefined => {
  const numbers = [...text.matchAll(/^CLM\*([^*]+)\*/gm)].map(([, number = '']) => number);
  if (!text.includes('harbor') || numbers.length === 0 || !numbers.every((one) => one.endsWith('-1')))
    return undefined;
  const group = Number(/^GS\*(?:[^*]*\*){5}(\d+)\*/m.exec(text)?.[1]);
  const body = writeSets(header(), implementationAcknowledgementGuide, [
    {
      ...{ functionalId: 'HC', groupControlNumber: String(group), version: '005010X222A1' },
      ...{ status: 'R', includedSets: 1, receivedSets: 1, acceptedSets: 0 },
    },
  ]);
  const dueAt = new Date(receivedAt.getTime() + 3_600_000);
  return { name: `999-${name}`, transaction: '999', dueAt, body };
};
