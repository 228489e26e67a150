import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import { parseInterchanges } from '../../functions/edi/parse.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import { professionalClaimGuide } from '../../functions/edi/x837p/guide.ts';
import { remittanceText } from './generate-835.ts';
import { claimInterchange } from './generate-837p.ts';
import type { Contestant } from './measure.ts';
import { chunksOf, readChunks } from './ours.ts';
import {
  prepareForNodeX12,
  readWithNodeX12,
  readWithX12Parser,
  scanSegments,
  writeWithNodeX12,
} from './peers.ts';

/** Peers that are slow get a smaller file, so that the whole stays under a minute and a half. */
const claimsOfPeers = 2000;

const rounds = 31;
const roundsOfPeers = 7;

/** The claims of the file as JSON, as many as make up its size; bytes, since that is what ours reads too. */
const jsonOfSize = (text: string): Buffer => {
  const [parsed] = parseInterchanges(text, [remittanceGuide]);
  const sets = parsed?.interchange?.groups.flatMap((group) => group.sets.map(({ data }) => data)) ?? [];
  const claims = sets.flatMap((set) => (set as RemittanceShape).groups).flatMap((group) => group.claims);
  const whole = JSON.stringify(claims);
  return Buffer.from(
    JSON.stringify(claims.slice(0, Math.round((claims.length * text.length) / whole.length))),
  );
};

/** As far as the sets of this file are looked into here. */
type RemittanceShape = { readonly groups: readonly { readonly claims: readonly object[] }[] };

const textOf = (claims: number): string => [...remittanceText(claims)].join('');

const reading = (claims: number): Contestant[] => {
  const bytes = Buffer.from(textOf(claims));
  const chunks = chunksOf(bytes);
  const json = jsonOfSize(bytes.toString());
  const ours = { guide: remittanceGuide, claims };
  const size = { bytes: bytes.length, rounds };
  const small = textOf(claimsOfPeers);
  const smallChunks = chunksOf(Buffer.from(small));
  const smallSize = { bytes: small.length, rounds: roundsOfPeers };
  return [
    { ...size, name: 'parse', run: () => readChunks(chunks, { ...ours, isValidated: false }) },
    { name: 'JSON.parse', rounds, bytes: json.length, run: () => JSON.parse(json.toString()) },
    { ...size, name: 'validate', run: () => readChunks(chunks, { ...ours, isValidated: true }) },
    { ...size, name: 'scan', run: () => scanSegments(bytes) },
    { ...smallSize, name: 'x12-parser', run: () => readWithX12Parser(smallChunks) },
    { ...smallSize, name: 'node-x12', run: () => readWithNodeX12(small) },
  ];
};

const write = (interchange: ReturnType<typeof claimInterchange>): string =>
  writeInterchange(interchange, [professionalClaimGuide]);

const readingClaims = (claims: number): Contestant[] => {
  const text = write(claimInterchange(claims));
  const chunks = chunksOf(Buffer.from(text));
  const size = { bytes: text.length, rounds };
  const ours = { guide: professionalClaimGuide, claims };
  return [
    { ...size, name: 'parse 837P', run: () => readChunks(chunks, { ...ours, isValidated: false }) },
    { ...size, name: 'validate 837P', run: () => readChunks(chunks, { ...ours, isValidated: true }) },
  ];
};

const writing = (claims: number): Contestant[] => {
  const interchange = claimInterchange(claims);
  const size = { bytes: write(interchange).length, rounds };
  const text = write(claimInterchange(claimsOfPeers));
  const prepared = prepareForNodeX12(text);
  return [
    { ...size, name: 'write', run: () => write(interchange) },
    { ...size, name: 'JSON.stringify', run: () => JSON.stringify(interchange) },
    {
      name: 'node-x12 write',
      bytes: text.length,
      rounds: roundsOfPeers,
      run: () => writeWithNodeX12(prepared),
    },
  ];
};

/** Who is timed beside whom, on the same claims: what one group needs would fill the memory of another. */
export const contests: readonly ((claims: number) => Contestant[])[] = [reading, readingClaims, writing];
