import type { Api, Console, Region } from '../../../model/api.ts';
import { fault } from './address-error.ts';

/** The region whose console has the host of the address, and nothing that only looks like it. */
export function toRegion({ regions }: Api, { hosts }: Console, url: URL): Region {
  const host = url.host.replace(/\.(?=:|$)/, '');
  const region = regions.find(({ name }) => hosts[name] === host);
  if (region !== undefined) return region;
  const known = regions.map(({ name }) => `${name} (${hosts[name] ?? 'no console'})`);
  throw fault(reason(host, Object.values(hosts)), `The description has: ${known.join(', ')}.`);
}

function reason(host: string, hosts: readonly string[]): string {
  const name = withoutPort(host);
  const names = hosts.map(withoutPort);
  if (names.includes(name)) return 'its port is not that of the console';
  if (names.some((own) => name.endsWith(`.${own}`))) {
    return 'its host is the console of a region that the description does not have, or none at all';
  }
  if (name.includes('xn--') || names.some((own) => name.includes(own))) {
    return "its host only looks like the console's: do not sign in there";
  }
  return "its host is not the console's";
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}
