import { UsageError } from '../../../base/usage-error.ts';
import { grouped } from '../../../base/words.ts';
import type { Values } from '../../../config/values.ts';
import type { Api, Console, Region } from '../../../model/api.ts';
import { fault } from './address-error.ts';
import { toIds } from './to-ids.ts';

/** What the address of a page tells: the region, and values of variables by name. */
export type ConsolePage = { readonly region: Region; readonly values: Values };

/**
 * Reads the ids out of an address that was copied from the console.
 * @throws UsageError with what is wrong, where, and what to do
 */
export function readPage(api: Api, given: string): ConsolePage {
  const { console } = api;
  if (console === undefined) {
    throw new UsageError(
      'The description names no console, so no address can be read: it has no `x-console` that could be used.',
    );
  }
  const hosts = Object.values(console.hosts);
  const url = toUrl(given, hosts);
  if (isOfApi(api, hosts, url)) {
    const advice = 'Open a page of the console and copy the address from there.';
    throw fault('this is an address of the API, not of the console', advice);
  }
  return { region: toRegion(api, console, url), values: toIds(api, console, pathOf(url)) };
}

/** Whether the API answers there. A console's host may have one below one of its paths. */
function isOfApi({ regions }: Api, hosts: readonly string[], { host, pathname }: URL): boolean {
  const urls = regions.flatMap(({ bases }) => Object.values(bases)).filter((url) => URL.canParse(url));
  return urls
    .map((url) => new URL(url))
    .filter((base) => base.host === host)
    .some((base) => !hosts.includes(host) || `${pathname}/`.startsWith(`${base.pathname}/`));
}

/** The older form of an address has the path behind `#/`. */
function pathOf({ pathname, hash }: URL): string {
  return pathname === '/' && hash.startsWith('#/') ? hash.slice(1).replace(/[?#].*/s, '') : pathname;
}

/** The region whose console has the host of the address, and nothing that only looks like it. */
function toRegion({ regions }: Api, { hosts }: Console, url: URL): Region {
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

const longest = 2000;

const copy = 'Copy the whole address of a page of the console, from `https://` on.';

/** The address without what is copied along with it. Browsers hide the scheme, so a console's host alone will do. */
function toUrl(given: string, hosts: readonly string[]): URL {
  const text = given.replace(/^[\s"'`“”‘’]+|[\s"'`“”‘’]+$/g, '');
  if (text === '') throw fault('it is empty', copy);
  if (text.length > longest) {
    throw fault(`it has ${grouped(text.length)} characters, more than an address of the console`, copy);
  }
  refuseSigns(text);
  const whole = hosts.some((host) => text.toLowerCase().startsWith(`${host}/`)) ? `https://${text}` : text;
  if (!/^[a-z]+:\/\//i.test(whole) || !URL.canParse(whole)) throw fault('this is no URL', copy);
  const url = new URL(whole);
  if (!/^https?:$/.test(url.protocol)) throw fault('it must begin with `https://`', copy);
  if (url.username !== '' || url.password !== '') {
    throw fault('it must not hold credentials: they stand before the `@`', 'Give the address without them.');
  }
  return url;
}

/** What a URL parser would take away, or turn into something else, without a word. */
const signs = [
  [/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u, 'a control character, a line break or another invisible one'],
  [/\s/, 'a space'],
  [/\\/, 'a backslash'],
] as const;

function refuseSigns(text: string): void {
  for (const [sign, what] of signs) {
    const at = text.search(sign);
    if (at >= 0) throw fault(`it holds ${what}, at its character ${at + 1}`, 'Copy it again, as one line.');
  }
}
