import { given, parseSeconds, specSource } from '../option.ts';
import type { Registration } from '../registration.ts';

const syncHelp = `
It needs POSTMAN_API_KEY, in the environment or in .env.

Exit codes:
  0   done, or nothing to do; also after a dry run
  2   the spec has problems
  3   wrong usage or configuration
  4   not or only partly done: unreachable or refused
  130 interrupted`;

/** Adds the command `sync` and its options. */
export function addSync({ command, context, exit }: Registration): void {
  command('sync', 'put the collections and environments into a Postman workspace')
    .option('--workspace <id|name>', 'the workspace; not needed if the key sees only one')
    .option('--apply', 'apply the changes; without this they are only printed')
    .option('--timeout <seconds>', 'give up a request after this time', parseSeconds, 60)
    .option(
      '--api <url>',
      "base URL of Postman's API, such as https://api.eu.postman.com",
      'https://api.getpostman.com',
    )
    .addHelpText('after', syncHelp)
    .action(async ({ workspace, apply, timeout, api, ...source }) => {
      const { sync } = await import('./sync.ts');
      const options = { ...specSource(source), apply: Boolean(apply), timeoutMs: timeout * 1000, api };
      exit(await sync({ ...options, ...given({ workspace }) }, context));
    });
}
