import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readGuide } from '../../../../scripts/commands/docs/site/guide.ts';
import { open, withFiles } from '../../../fixtures/open.ts';

const { spec } = await open('tests/fixtures/jobs.openapi.yaml');

test('a folder is neither a page nor a picture, and holds no text', async () => {
  await withFiles({}, async (at) => {
    const pages = join(at, 'jobs.guide');
    await mkdir(join(pages, 'folder.md'), { recursive: true });
    const guide = readGuide({ ...spec, file: join(at, 'jobs.openapi.yaml') });
    expect(guide.pages).toEqual([]);
    expect(guide.read('folder.md')).toBe('');
    expect(guide.read('none.md')).toBe(undefined);
    expect(guide.toPicture('folder.md')).toBe(undefined);
  });
});
