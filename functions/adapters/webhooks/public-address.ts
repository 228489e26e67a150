import { promises as dns, type LookupAddress } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** Special-purpose addresses of IPv4 (IANA registry, RFC 6890): none of them is a host on the public internet. */
const specialV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // shared by carriers
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link-local, and the metadata of instances and containers
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Within the global unicast of IPv6 (2000::/3): tunnels that may lead to an IPv4 address, and documentation. */
const specialV6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const special = new BlockList();
for (const [net, bits] of specialV4) special.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of specialV6) special.addSubnet(net, bits, 'ipv6');

const globalV6 = new BlockList();
globalV6.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is on the public internet; what is no address is not. */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address);
  if (family === 4) return !special.check(address, 'ipv4');
  return family === 6 && globalV6.check(address, 'ipv6') && !special.check(address, 'ipv6');
};

/** Gives all addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

const lookUp: Resolve = (hostname) => dns.lookup(hostname, { all: true, verbatim: true });

/** The host of an address without the brackets of IPv6. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

export type ReceiverOptions = {
  /** @default as this machine does */
  readonly resolve?: Resolve;
  /** Whether `localhost` is taken: on a local cloud, and nowhere else. */
  readonly toThisMachine: boolean;
};

/** The names by which a receiver on this machine is known to a local cloud. */
const thisMachine = ['localhost', '127.0.0.1'];

export const isThisMachine = (url: URL): boolean => thisMachine.includes(url.hostname);

export type ReceiverAddresses =
  | { readonly addresses: readonly LookupAddress[] }
  | { readonly error: 'refused-address' | 'no-address' };

/**
 * Where a receiver is now. All of its addresses have to be public: of a name that leads to one that is and to one that is
 * not, nobody can say which is taken. A connection has to be made to the addresses given here, not to the name again.
 */
export const receiverAddresses = async (
  url: URL,
  { resolve = lookUp, toThisMachine }: ReceiverOptions,
): Promise<ReceiverAddresses> => {
  const host = hostOf(url);
  const family = isIP(host);
  const addresses = family ? [{ address: host, family }] : await resolve(host).catch(() => []);
  if (addresses.length === 0) return { error: 'no-address' };
  if (toThisMachine && isThisMachine(url)) return { addresses };
  return addresses.every(({ address }) => isPublicAddress(address))
    ? { addresses }
    : { error: 'refused-address' };
};
