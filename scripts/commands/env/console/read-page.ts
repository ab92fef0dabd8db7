import { UsageError } from '../../../base/usage-error.ts';
import type { Values } from '../../../config/values.ts';
import type { Api, Region } from '../../../model/api.ts';
import { fault } from './address-error.ts';
import { toIds } from './to-ids.ts';
import { toRegion } from './to-region.ts';
import { toUrl } from './to-url.ts';

/** What the address of a page tells: the region, and values of variables by name. */
export type Page = { readonly region: Region; readonly values: Values };

/**
 * Reads the ids out of an address that was copied from the console.
 * @throws UsageError with what is wrong, where, and what to do
 */
export function readPage(api: Api, given: string): Page {
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
