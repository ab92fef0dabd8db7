import { tellsOfProcesses, withoutProcesses } from './fixtures/processes.ts';
import { notice } from './notice.ts';

/** Where the system has no /proc, the tests that look at processes are left out. */
export const setup = notice(tellsOfProcesses ? [] : [withoutProcesses]);
