import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withCheckout } from '../../../scripts/commands/diff/checkout.ts';
import { load } from '../../../scripts/openapi/load/load.ts';
import { withFiles } from '../../fixtures/open.ts';

const spec = (reference: string): string =>
  `openapi: 3.1.0\ninfo: { title: Lab, version: "1" }\npaths: {}\ncomponents: { schemas: { A: { $ref: ${reference} } } }\n`;

test.each([
  ['part.yaml', undefined, ''],
  ['../shared.yaml', undefined, 'outside'],
  ['../shared.yaml', '.', ''],
  ['../shared.yaml', '..', ''],
  ['../shared.yaml', 'no-such-folder', 'outside'],
  ['up.yaml', undefined, 'outside'],
  ['away.yaml', undefined, 'ENOENT'],
  ['../../beyond.yaml', '..', 'outside'],
])('in a commit, %s with --ref-root %s: %s', async (reference, refRoot, reason) => {
  await withFiles({ 'beyond.yaml': 'type: string\n' }, async (folder) => {
    const repository = join(folder, 'repository');
    await mkdir(join(repository, 'api'), { recursive: true });
    await writeFile(join(repository, 'shared.yaml'), 'type: string\n');
    await writeFile(join(repository, 'api', 'part.yaml'), 'type: string\n');
    await symlink('../shared.yaml', join(repository, 'api', 'up.yaml'));
    await symlink(join(folder, 'beyond.yaml'), join(repository, 'api', 'away.yaml'));
    const file = join(repository, 'api', 'api.yaml');
    await writeFile(file, spec(reference));
    for (const args of [
      ['init', '-q'],
      ['add', '-A'],
      ['commit', '-qm', 'All'],
    ])
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
        cwd: repository,
      });
    await withCheckout({ file, revision: 'HEAD' }, process.env, async (checkedOut) => {
      const root =
        refRoot === undefined ? {} : { refRoot: await checkedOut.folderOf(join(repository, refRoot)) };
      const { problems } = await load(checkedOut.file, root);
      expect(problems.map(({ message }) => message).join()).toContain(reason);
      expect(problems).toHaveLength(reason === '' ? 0 : 1);
    });
  });
});
