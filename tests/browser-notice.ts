import { findBrowser, withoutBrowser } from './fixtures/browser.ts';

/** Without a browser the tests that need one are left out, which is told at the end; or nothing is run at all. */
export function setup(): () => void {
  const isMissing = findBrowser() === undefined;
  if (isMissing && process.env['REQUIRE_BROWSER'] === '1') throw new Error(withoutBrowser);
  return () => {
    if (isMissing) process.stderr.write(`${withoutBrowser}\n`);
  };
}
