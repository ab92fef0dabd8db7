import { isObject } from '../base/read.ts';
import type { Console } from './api.ts';

/** The console that `x-console` describes. Malformed parts are left out; the linter reports them. */
export function toConsole(extension: unknown): Console | undefined {
  if (!isObject(extension)) return undefined;
  const regions = Object.entries(isObject(extension.regions) ? extension.regions : {});
  const hosts = regions.flatMap(([region, entry]) => {
    const url = textOf(entry, 'url');
    return URL.canParse(url) ? [[region, new URL(url).host] as const] : [];
  });
  const pages = Array.isArray(extension.pages) ? extension.pages : [];
  const paths = pages.map((page) => textOf(page, 'path')).filter((path) => path !== '');
  return hosts.length === 0 || paths.length === 0 ? undefined : { hosts: Object.fromEntries(hosts), paths };
}

function textOf(entry: unknown, key: string): string {
  const value = isObject(entry) ? entry[key] : undefined;
  return typeof value === 'string' ? value : '';
}
