import { createReadStream } from 'node:fs';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import { ClaimCount } from './ours.ts';
import { peakMemory } from './peak-memory.ts';

const [file = '', claims = '', mode = ''] = process.argv.slice(2);

const count = new ClaimCount({
  guide: remittanceGuide,
  claims: Number(claims),
  isValidated: mode === 'validate',
});
for await (const chunk of createReadStream(file)) count.take(chunk);
count.end();
console.log(peakMemory());
