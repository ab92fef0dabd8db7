import { notInstalled } from './fixtures/runners.ts';
import { notice } from './notice.ts';

/** Without the other runners the tests that need them are left out. */
export const setup = notice(notInstalled);
