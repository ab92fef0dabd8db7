import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { open, rivery } from '../fixtures/open.ts';
import { missing } from '../fixtures/samples.ts';
import { startLocal } from './local.ts';
import { execute } from './run-newman.ts';

const { api } = await open(rivery);
const [section = ''] = api.description.split('\n# Running a river\n').at(-1)?.split('\n# ') ?? [];
const blocksIn = (language: string): string[] =>
  [...section.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, code = '']) => code);

/** Copied one after the other as they stand, but for the reader's own values. */
test.skipIf(missing.length > 0)('the commands and programs that run a river, and follow it', async () => {
  const begin = Date.now();
  const local = await startLocal({ regions: ['us'], clock: () => begin + (Date.now() - begin) * 20 });
  const [region = expect.fail()] = local.simulator.regions;
  const folder = await mkdtemp(join(tmpdir(), 'run-a-river-'));
  const own: Record<string, string> = { BASE_URL: region.url, RUN_BASE_URL: region.url };
  for (const [name, value] of Object.entries(region.variables)) own[name.toUpperCase()] = value;
  delete own['RUN_ID'];
  const filledIn = (code: string): string =>
    code.replace(
      /^export RIVERY_(\w+)=.*$/gm,
      (_, name) => `export RIVERY_${name}="${own[name] ?? expect.fail(name)}"`,
    );
  const shell = async (code: string): Promise<string> => {
    const { status, out, err } = await execute('bash', ['-euc', filledIn(code)]);
    expect(status, err + out).toBe(0);
    return out;
  };
  const [variables = '', start = '', once = '', ...rest] = blocksIn('sh');
  const [startProgram = '', follow = ''] = blocksIn('python');
  expect(rest).toEqual([]);
  try {
    own['RUN_ID'] = JSON.parse(await shell(variables + start)).run_id;
    expect(JSON.parse(await shell(variables + once))).toMatchObject({ run_id: own['RUN_ID'] });
    for (const [name, code] of Object.entries({ startProgram, follow }))
      await writeFile(join(folder, `${name}.py`), code);
    const python = (name: string): Promise<string> =>
      shell(`${variables}export RIVERY_RUN_ID=\n/usr/bin/python3 ${join(folder, name)}.py`);
    expect(await python('startProgram')).toMatch(/^[0-9a-f]{32}\n$/);
    expect(await python('follow')).toMatch(/^succeeded/);
  } finally {
    await local.simulator.close();
  }
});
