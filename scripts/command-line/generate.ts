import type { ToAdd } from './to-add.ts';

export function addGenerate({ command, world, exit }: ToAdd): void {
  command('generate', 'write the Postman collections and environments')
    .option('--out <dir>', 'where to', 'collections')
    .option('--check', 'write nothing; fail when the files there are stale')
    .action(async ({ spec: file, out, check }) => {
      const { generate } = await import('../commands/generate.ts');
      exit(await generate({ spec: file, out, check: Boolean(check) }, world));
    });
}
