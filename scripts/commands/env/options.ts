import { envPrefixOption, specSource } from '../option.ts';
import type { Registration } from '../registration.ts';

/** Adds the command `env` and its options. */
export function addEnv({ command, context, exit }: Registration): void {
  command('env', "write a Postman environment and a .env with the ids from a console's address")
    .requiredOption('--console-url <url>', 'the address of a page of the console, in quotes')
    .option('--out <dir>', 'folder to write to', '.')
    .option('--force', "replace the environment and this region's lines in .env; other lines stay")
    .option('--token-stdin', 'read the token from standard input; a terminal does not show it')
    .addOption(envPrefixOption())
    .action(async ({ consoleUrl, out, ...flags }) => {
      const { env } = await import('./env.ts');
      const options = { force: Boolean(flags.force), tokenStdin: Boolean(flags.tokenStdin) };
      exit(await env({ ...specSource(flags), consoleUrl, out, ...options }, context));
    });
}
