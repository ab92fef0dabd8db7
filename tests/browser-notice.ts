import { findBrowser, withoutBrowser } from './fixtures/browser.ts';
import { notice } from './notice.ts';

/** Without a browser the tests that need one are left out. */
export const setup = notice(findBrowser() === undefined ? [withoutBrowser] : []);
