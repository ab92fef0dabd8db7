import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The first version of a package that has none of these known holes. */
const patched = [
  ['flatted', '3.4.2', 'CVE-2026-32141, CVE-2026-33228'],
  ['handlebars', '4.7.10', 'CVE-2026-33937 to CVE-2026-33941, GHSA-8r5x-fm3f-whwj, GHSA-p8wg-vrv2-v86f'],
  ['jose', '4.15.5', 'CVE-2024-28176'],
  ['lodash', '4.18.0', 'CVE-2025-13465, CVE-2026-2950, CVE-2026-4800'],
  ['node-forge', '1.4.0', 'CVE-2025-12816, CVE-2025-66030, CVE-2025-66031, CVE-2026-33891 to CVE-2026-33896'],
  ['qs', '6.16.0', 'CVE-2025-15284, CVE-2026-2391, CVE-2026-82562'],
  ['underscore', '1.13.8', 'CVE-2026-27601'],
  ['uvm', '4.0.1', 'scripts leave the sandbox: newman pull request 3363'],
] as const;

type Lock = { readonly packages: Readonly<Record<string, { readonly version?: string }>> };

const lock: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** All copies of a package that `npm ci` installs, each with its version. */
function copiesOf(name: string): readonly (readonly [path: string, version: string])[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([path, { version = '' }]) => [path, version]);
}

function isBelow(version: string, other: string): boolean {
  return version.localeCompare(other, 'en', { numeric: true }) < 0;
}

test.each(patched)('no %s below %s is installed: %s', (name, first) => {
  expect(copiesOf(name).filter(([, version]) => isBelow(version, first))).toEqual([]);
});

test('newman runs on the runtime and the collections that the checks are made for', () => {
  expect(copiesOf('postman-runtime')).toEqual([['node_modules/postman-runtime', '7.56.1']]);
  expect(copiesOf('postman-collection')).toEqual([['node_modules/postman-collection', '5.3.1']]);
});
