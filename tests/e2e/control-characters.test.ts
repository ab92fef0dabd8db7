import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { withFiles } from '../fixtures/open.ts';
import { call } from './call.ts';

vi.setConfig({ testTimeout: 60_000 });

const hostile =
  'a\u001b[2J\u0007\u007f\u009b31m\u061c\u200f\u202e\u2066\u2028\r\n::error file=x::forged\n##[add-mask]x';
const unseen =
  /(?!\n)[\p{Cc}\p{Cs}\u{61c}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}-\u{202e}\u{2066}-\u{2069}]/u;
const command = /^\s*::|##\w*\[/m;

/** A spec with such text wherever a spec holds any; the example is a request body, which must arrive as it is. */
const spec = {
  openapi: '3.1.0',
  info: { title: hostile, version: hostile, description: hostile },
  servers: [{ url: 'https://a.example', 'x-region': 'eu' }],
  paths: {
    '/things': {
      post: {
        operationId: 'addThing',
        summary: hostile,
        tags: [hostile],
        parameters: [
          { name: hostile, in: 'query', schema: { type: 'string', enum: [hostile] }, description: hostile },
        ],
        requestBody: { required: true, content: { 'application/json': { example: { [hostile]: hostile } } } },
        responses: { 200: { description: hostile }, [hostile]: { description: 'none' } },
      },
    },
  },
};

describe('a spec with control characters and workflow commands in its texts', () => {
  test.each([[['lint']], [['contract', '--list']], [['contract', '--list', '--json']], [['contract']]])(
    '%j prints neither',
    async ([verb = '', ...options]) => {
      await withFiles({ 'api.yaml': stringify(spec) }, async (folder) => {
        const { out, err } = await call([verb, '--spec', join(folder, 'api.yaml'), ...options]);
        expect(out + err).not.toBe('');
        for (const text of [out, err]) {
          expect(text).not.toMatch(unseen);
          expect(text).not.toMatch(command);
        }
      });
    },
  );

  test('generate writes none, and the request stays what it is', async () => {
    const { [hostile]: _, ...responses } = spec.paths['/things'].post.responses;
    const post = { ...spec.paths['/things'].post, responses };
    const valid = { ...spec, paths: { '/things': { post } } };
    await withFiles({ 'api.yaml': stringify(valid) }, async (folder) => {
      const out = join(folder, 'out');
      const { code, err } = await call(['generate', '--spec', join(folder, 'api.yaml'), '--out', out]);
      expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
      const texts = await Promise.all((await readdir(out)).map((name) => readFile(join(out, name), 'utf8')));
      for (const text of texts) expect(text).not.toMatch(unseen);
      const bodies = texts.flatMap((text) =>
        [...text.matchAll(/"raw": ("\{\\n.*")/g)].map(([, raw = '']) => raw),
      );
      expect(bodies.map((raw) => JSON.parse(JSON.parse(raw)))).toContainEqual({ [hostile]: hostile });
    });
  });
});
