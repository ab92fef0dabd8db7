import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildSite } from '../../../../scripts/commands/docs/docs.ts';
import { startProgram } from '../../../e2e/program.ts';
import { open, rivery, withFiles } from '../../../fixtures/open.ts';

const jobs = 'tests/fixtures/jobs.openapi.yaml';

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'site-'));

describe('docs', () => {
  test('builds another API, which has no guide, and leaves what it did not make', async () => {
    const out = await folder();
    await writeFile(join(out, 'mine.txt'), 'mine');
    const { code, out: printed, err } = await startProgram(['docs', '--spec', jobs, '--out', out]).ended;
    expect([code, err]).toEqual([0, `Open it in a browser: file://${out}/index.html\n`]);
    const site = (await readdir(out)).toSorted();
    expect(site).toEqual(['downloads', 'index.html', 'mine.txt', 'reference.html']);
    expect(printed).toContain(`${out}/downloads/jobs.north.postman_environment.json\n`);
    expect(await readFile(join(out, 'downloads/jobs.openapi.yaml'), 'utf8')).toBe(
      await readFile(jobs, 'utf8'),
    );
  });

  test('a folder that takes no files is told before anything is made', async () => {
    const out = join(await folder(), 'file');
    await writeFile(out, '');
    const { code, err } = await startProgram(['docs', '--spec', jobs, '--out', out]).ended;
    expect([code, err]).toEqual([3, `error: \`${out}\` is a file, not a folder. Choose another folder.\n`]);
  });

  test('a description with problems makes no site', async () => {
    const out = join(await folder(), 'site');
    await withFiles({ 'api.yaml': 'openapi: 3.1.0\n' }, async (path) => {
      expect((await startProgram(['docs', '--spec', `${path}/api.yaml`, '--out', out]).ended).code).toBe(2);
    });
    await expect(readdir(out)).rejects.toThrow(/ENOENT/);
  });
});

test('a renderer that fails has the last word', async () => {
  const { spec, api } = await open(rivery);
  const bundle = { ...spec.bundle, openapi: '9.9.9' };
  const words = /could not be rendered\. The renderer's last lines:\n[\s\S]*version[\s\S]*9\.9\.9/i;
  await expect(buildSite({ spec: { ...spec, bundle }, api }, [], 'generator')).rejects.toThrow(words);
});

test('the same description gives the same bytes', async () => {
  const opened = await open(rivery);
  const [first, second] = [
    await buildSite(opened, [], 'generator'),
    await buildSite(opened, [], 'generator'),
  ];
  expect(first.files.map(({ text }) => text)).toEqual(second.files.map(({ text }) => text));
});
