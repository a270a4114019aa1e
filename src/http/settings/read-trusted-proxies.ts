import { isIP } from 'node:net';
import { type Environment, settingInvalid } from '../../base/settings.ts';

/** Nobody, or the addresses and networks of proxies. */
export type TrustedProxies = false | string[];

/** Names of networks that Fastify knows. */
const NETWORKS: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);
const WANTED = 'off, or addresses and networks with commas between, such as loopback,10.0.0.0/8';

/**
 * Reads whose x-forwarded-for is believed: `off`, or addresses and networks with commas between. To believe everybody is not
 * offered: any client could give itself any address.
 *
 * @throws {XiezuoError} CONFIG_INVALID
 */
export function readTrustedProxies(environment: Environment, name: string): TrustedProxies {
  const value = environment[name] || 'off';
  if (value === 'off') return false;
  const proxies = value.split(',').map((proxy) => proxy.trim());
  if (!proxies.every(isNetwork)) throw settingInvalid(name, value, WANTED);
  return proxies;
}

function isNetwork(text: string): boolean {
  if (NETWORKS.has(text)) return true;
  const [address = '', bits = '0', ...rest] = text.split('/');
  const version = isIP(address);
  const maxBits = version === 4 ? 32 : 128;
  return version !== 0 && rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= maxBits;
}
