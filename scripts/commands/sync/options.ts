import { given, parseSeconds, specSource } from '../option.ts';
import type { ToAdd } from '../to-add.ts';

const syncHelp = `
It needs POSTMAN_API_KEY, in the environment or in .env.

Exit status:
  0   done, or there is nothing to do; also when nothing was to be changed
  2   the description has problems
  3   wrong usage or configuration
  4   could not: unreachable, refused, or done in part only
  130 interrupted`;

export function addSync({ command, world, exit }: ToAdd): void {
  command('sync', 'put the collections and environments into a Postman workspace')
    .option('--workspace <id|name>', 'which one; not needed where the key sees only one')
    .option('--apply', 'do it; without this nothing is changed, and what would be is printed')
    .option('--timeout <seconds>', 'until a request is given up', parseSeconds, 60)
    .option('--api <url>', "Postman's API, as https://api.eu.postman.com", 'https://api.getpostman.com')
    .addHelpText('after', syncHelp)
    .action(async ({ workspace, apply, timeout, api, ...source }) => {
      const { sync } = await import('./sync.ts');
      const options = { ...specSource(source), apply: Boolean(apply), timeoutMs: timeout * 1000, api };
      exit(await sync({ ...options, ...given({ workspace }) }, world));
    });
}
