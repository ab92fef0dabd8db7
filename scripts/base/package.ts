import { readFileSync, realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isObject } from './read.ts';

/** Data about this program from package.json. */
export type Package = {
  readonly bin: string;
  readonly version: string;
  readonly description: string;
  readonly spec: string;
};

/** Reads package.json; the path of its `config.spec` is relative to the working directory. */
export function readPackage(): Package {
  const root = new URL('../../', import.meta.url);
  const data: unknown = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const { version, description, bin, config } = isObject(data) ? data : {};
  const spec = isObject(config) ? text(config.spec) : '';
  return {
    bin: isObject(bin) ? (Object.keys(bin)[0] ?? '') : '',
    version: text(version),
    description: text(description),
    spec: relative(process.cwd(), fileURLToPath(new URL(spec, root))),
  };
}

/** Whether a file is the spec that package.json names, by any path. */
export function isOwnSpec(file: string): boolean {
  try {
    return realpathSync(file) === realpathSync(readPackage().spec);
  } catch {
    return false;
  }
}
