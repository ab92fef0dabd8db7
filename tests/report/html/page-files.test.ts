import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { readPageFiles } from '../../../scripts/report/page/page-files.ts';

test('files that were checked out with CRLF make the same page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-files-'));
  cpSync('scripts/report/html', folder, { recursive: true });
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:eta|css|js)$/.test(file)) continue;
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
  }
  expect(readFileSync(join(folder, 'page.js'), 'utf8')).toContain('\r\n');
  expect(readPageFiles(pathToFileURL(`${folder}/`))).toEqual(readPageFiles());
});
