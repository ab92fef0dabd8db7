import { withoutPrograms } from './fixtures/programs.ts';
import { notice } from './notice.ts';

/** Where other programs are missing, the tests that call them are left out. */
export const setup = notice(withoutPrograms);
