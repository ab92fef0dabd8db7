import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDocs } from '../../scripts/docs/docs.ts';
import { load } from '../../scripts/load/load.ts';
import type { Spec } from '../../scripts/model/spec.ts';

const spec = await loadSpec();

describe('the page', () => {
  let out = '';
  let html = '';
  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'site-'));
    html = await readFile(await buildDocs(spec, out), 'utf8');
  });

  test('is the only file', async () => {
    expect(await readdir(out)).toEqual(['index.html']);
  });

  test('has every operation', () => {
    for (const item of Object.values(spec.document.paths ?? {})) {
      for (const operation of [item?.get, item?.post].filter(Boolean))
        expect(html.includes(operation?.summary ?? '-'), operation?.summary).toBe(true);
    }
  });

  test('shows every heading of the guide, without a script', () => {
    const visible = html.slice(0, html.indexOf('<script type="module">'));
    const prose = (spec.document.info.description ?? '').replaceAll(/```[\s\S]*?```/g, '');
    const headings = [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
    expect(headings.length).toBeGreaterThan(10);
    for (const heading of headings) expect(visible.includes(heading ?? '-'), heading).toBe(true);
  });

  test('tells the renderer which extensions to show', () => {
    expect(html.includes('"showExtensions":["x-provenance","x-source","x-provenance of pattern"')).toBe(true);
  });

  test('loads nothing from elsewhere', () => {
    const addresses = html.matchAll(
      /(?:\bsrc\s*[:=]|@import|url\(|fetch\()[^;}<>]{0,40}?(?:https?:)?\/\/[\w.-]+/g,
    );
    expect([...addresses].map(([address]) => address)).toEqual([]);
    const links = [...html.matchAll(/<link\b[^>]*href=["'`]?(?:https?:)?\/\//g)].map(([link]) => link);
    expect(links).toEqual([]);
    expect(html.includes('https://cdn.redoc.ly')).toBe(false);
  });

  test('may load nothing from elsewhere, whatever its scripts try', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/https?:|\*|'self'/);
    expect(html.includes('"disableTelemetry":true')).toBe(true);
  });
});

test('the same description gives the same bytes', async () => {
  const build = async (): Promise<string> =>
    readFile(await buildDocs(spec, await mkdtemp(join(tmpdir(), 'site-'))), 'utf8');
  const [first, second] = await Promise.all([build(), build()]);
  expect(first === second).toBe(true);
});

test('a renderer that fails leaves nothing behind and has the last word', async () => {
  const out = join(await mkdtemp(join(tmpdir(), 'site-')), 'site');
  const bundle = { ...spec.bundle, openapi: '9.9.9' };
  const words = /could not be rendered\. The renderer's last words:\n[\s\S]*version[\s\S]*9\.9\.9/i;
  await expect(buildDocs({ ...spec, bundle }, out)).rejects.toThrow(words);
  await expect(readdir(out)).rejects.toThrow(/ENOENT/);
});

async function loadSpec(): Promise<Spec> {
  const { spec: loaded, problems } = await load('spec/rivery.openapi.yaml');
  expect(problems).toEqual([]);
  if (loaded === undefined) throw new Error('nothing was loaded');
  return loaded;
}
