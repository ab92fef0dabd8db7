import { missing, withoutRunners } from './fixtures/runners.ts';

/** Without the other runners the tests that need them are left out, which is said at the end; or nothing is run at all. */
export function setup(): () => void {
  if (missing.length > 0 && process.env['REQUIRE_RUNNERS'] === '1') throw new Error(withoutRunners);
  return () => {
    if (missing.length > 0) process.stderr.write(`${withoutRunners}\n`);
  };
}
