import { UsageError } from '../../../base/usage-error.ts';
import { grouped } from '../../../base/words.ts';
import type { Values } from '../../../config/values.ts';
import type { Api, Console, Region } from '../../../model/api.ts';
import { addressError, toIds } from './to-ids.ts';

/** What the address of a page contains: the region, and values of variables by name. */
export type ConsolePage = { readonly region: Region; readonly values: Values };

/**
 * Reads the ids from an address that was copied from the console.
 * @throws UsageError with what is wrong, where, and what to do
 */
export function readPage(api: Api, given: string): ConsolePage {
  const { console } = api;
  if (console === undefined) {
    throw new UsageError('The spec has no usable `x-console`, so no address of a console can be read.');
  }
  const hosts = Object.values(console.hosts);
  const url = toUrl(given, hosts);
  if (isOfApi(api, hosts, url)) {
    const advice = 'Open a page of the console and copy the address from there.';
    throw addressError('this is an address of the API, not of the console', advice);
  }
  return { region: toRegion(api, console, url), values: toIds(api, console, pathOf(url)) };
}

/** Whether this is an address of the API. The host of a console may serve the API below a path. */
function isOfApi({ regions }: Api, hosts: readonly string[], { host, pathname }: URL): boolean {
  const urls = regions.flatMap(({ bases }) => Object.values(bases)).filter((url) => URL.canParse(url));
  return urls
    .map((url) => new URL(url))
    .filter((base) => base.host === host)
    .some((base) => !hosts.includes(host) || `${pathname}/`.startsWith(`${base.pathname}/`));
}

/** The older form of an address has the path after `#/`. */
function pathOf({ pathname, hash }: URL): string {
  return pathname === '/' && hash.startsWith('#/') ? hash.slice(1).replace(/[?#].*/s, '') : pathname;
}

/** The region whose console has exactly the host of the address. */
function toRegion({ regions }: Api, { hosts }: Console, url: URL): Region {
  const host = url.host.replace(/\.(?=:|$)/, '');
  const region = regions.find(({ name }) => hosts[name] === host);
  if (region !== undefined) return region;
  const known = regions.map(({ name }) => `${name} (${hosts[name] ?? 'no console'})`);
  throw addressError(reason(host, Object.values(hosts)), `The spec has: ${known.join(', ')}.`);
}

function reason(host: string, hosts: readonly string[]): string {
  const name = withoutPort(host);
  const names = hosts.map(withoutPort);
  if (names.includes(name)) return 'its port is not that of the console';
  if (names.some((own) => name.endsWith(`.${own}`))) {
    return 'its host is the console of a region that the spec does not have, or not a console';
  }
  if (name.includes('xn--') || names.some((own) => name.includes(own))) {
    return "its host only looks like the console's: do not character in there";
  }
  return "its host is not the console's";
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}

const maxLength = 2000;

const copy = 'Copy the whole address of a page of the console, starting with `https://`.';

/** The address without what is often copied with it. Browsers hide the scheme, so the host of a console may come first. */
function toUrl(given: string, hosts: readonly string[]): URL {
  const text = given.replace(/^[\s"'`“”‘’]+|[\s"'`“”‘’]+$/g, '');
  if (text === '') throw addressError('it is empty', copy);
  if (text.length > maxLength) {
    throw addressError(
      `it has ${grouped(text.length)} characters, more than an address of the console`,
      copy,
    );
  }
  refuseCharacters(text);
  const whole = hosts.some((host) => text.toLowerCase().startsWith(`${host}/`)) ? `https://${text}` : text;
  if (!/^[a-z]+:\/\//i.test(whole) || !URL.canParse(whole)) throw addressError('this is not a URL', copy);
  const url = new URL(whole);
  if (!/^https?:$/.test(url.protocol)) throw addressError('it must begin with `https://`', copy);
  if (url.username !== '' || url.password !== '') {
    throw addressError('it must not contain credentials (before the `@`)', 'Give the address without them.');
  }
  return url;
}

/** Characters that a URL parser silently removes or replaces. */
const forbiddenCharacters = [
  [/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u, 'a control character, a line break or another invisible one'],
  [/\s/, 'a space'],
  [/\\/, 'a backslash'],
] as const;

function refuseCharacters(text: string): void {
  for (const [character, what] of forbiddenCharacters) {
    const at = text.search(character);
    if (at >= 0)
      throw addressError(`it contains ${what}, at character ${at + 1}`, 'Copy it again, as one line.');
  }
}
