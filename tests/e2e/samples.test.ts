import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { isObject } from '../../scripts/base/read.ts';
import type { Operation } from '../../scripts/model/api.ts';
import { createCheck } from '../../scripts/openapi/lint/example-check.ts';
import { toSamples } from '../../scripts/suite/samples/samples.ts';
import { open, rivery, withFiles } from '../fixtures/open.ts';
import { startRecorder } from '../fixtures/recorder.ts';
import { missing, runSample } from '../fixtures/samples.ts';
import { call } from './call.ts';
import { type Local, startLocal } from './local.ts';

const { spec, api } = await open(rivery);
const check = createCheck(spec);
/** So that the time window of the examples is one in which something ran. */
const now = Date.UTC(2026, 0, 19, 12);
const langs = ['Shell', 'Python', 'JavaScript'].filter((lang) => !missing.includes(lang));

/** Samples as they are, run as readers run them: in each region, whose address and ids are set. */
describe.each(['us', 'eu'])('in %s', (name) => {
  let local: Local;
  let recorder: Awaited<ReturnType<typeof startRecorder>>;
  let env: Readonly<Record<string, string>>;
  let folder: string;

  // A river can be started twice a minute.
  describe.each(langs)('in %s', (lang) => {
    beforeAll(async () => {
      local = await startLocal({ regions: [name], clock: () => now });
      const [region] = local.simulator.regions;
      recorder = await startRecorder(region?.url);
      env = {
        ...Object.fromEntries(
          Object.entries(region?.variables ?? {}).map(([key, value]) => [
            `RIVERY_${key.toUpperCase()}`,
            value,
          ]),
        ),
        RIVERY_BASE_URL: recorder.url,
        RIVERY_RUN_BASE_URL: recorder.url,
      };
      folder = await mkdtemp(join(tmpdir(), 'samples-'));
    });
    afterAll(async () => {
      recorder.close();
      await local.simulator.close();
    });

    test.each(api.operations)('$id', async (operation) => {
      const sample = toSamples(operation, api).find((one) => one.lang === lang) ?? expect.fail();
      recorder.recorded.length = 0;
      const { status, out, err } = await runSample(sample, env, folder);
      expect({ status, err: status === 0 ? '' : err }).toEqual({ status: 0, err: '' });
      const body: unknown = JSON.parse(out);
      expect(check(successOf(operation), body)).toBe('');
      expect(isObject(body) && Array.isArray(body.items) ? body.items.length : 1).toBeGreaterThan(0);
      expect(recorder.recorded.map(toSent)).toEqual([wantedOf(operation, env)]);
    });

    test('the wrong token makes it fail, with what was answered', async () => {
      const [, operation = expect.fail()] = api.operations;
      const sample = toSamples(operation, api).find((one) => one.lang === lang) ?? expect.fail();
      const { status, out, err } = await runSample(sample, { ...env, RIVERY_TOKEN: 'wrong' }, folder);
      expect(status).toBeGreaterThan(0);
      expect(out + err).toContain('401');
      expect(out + err).toContain('Credentials are not valid');
    });

    test.each(['', undefined])('with %j for a token nothing is sent', async (token) => {
      const [, operation = expect.fail()] = api.operations;
      const sample = toSamples(operation, api).find((one) => one.lang === lang) ?? expect.fail();
      const { RIVERY_TOKEN: _, ...others } = env;
      recorder.recorded.length = 0;
      const given = token === undefined ? others : { ...others, RIVERY_TOKEN: token };
      const { status, err } = await runSample(sample, given, folder);
      expect(status).toBeGreaterThan(0);
      expect(err).toContain('RIVERY_TOKEN');
      expect(recorder.recorded).toEqual([]);
    });
  });
});

test('`docs` shows all of them, and no text of theirs is HTML', async () => {
  const description = stringify({
    ...{ openapi: '3.1.0', info: { title: 'Lab', version: '1' }, servers: [{ url: 'https://lab.example' }] },
    paths: {
      '/it': {
        post: {
          requestBody: { content: { 'text/plain': { example: '</script><b id=hostile>' } } },
          responses: { 200: { description: 'It.' } },
        },
      },
    },
  });
  await withFiles({ 'lab.yaml': description }, async (folder) => {
    const { code, err } = await call(['docs', '--spec', join(folder, 'lab.yaml'), '--out', folder]);
    expect(code, err).toBe(0);
    const html = await readFile(join(folder, 'reference.html'), 'utf8');
    for (const line of ['curl --fail-with-body', 'import requests', 'await fetch(url, options)'])
      expect(html.includes(line), line).toBe(true);
    expect(html).not.toContain('</script><b id=hostile>');
  });
});

function successOf({ responses }: Operation): string {
  return responses.find(({ status }) => status === '200')?.contents[0]?.schema ?? expect.fail();
}

type Sent = {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly authorization: string | undefined;
  readonly accept: string | undefined;
  readonly body: unknown;
};

function toSent({
  method,
  url,
  headers,
  body,
}: Awaited<ReturnType<typeof startRecorder>>['recorded'][number]): Sent {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const { authorization, accept } = headers;
  return {
    ...{ method, path: pathname, query: [...searchParams], authorization, accept },
    body: body === '' ? undefined : JSON.parse(body),
  };
}

/** What the description wants to be sent, read from the model alone. */
function wantedOf(operation: Operation, env: Readonly<Record<string, string>>): Sent {
  const given = (variable: string): string => env[`RIVERY_${variable.toUpperCase()}`] ?? '';
  const required = operation.parameters.filter((parameter) => parameter.required);
  const body = Object.entries(operation.body?.variables ?? {}).map(([key, name]) => [key, given(name)]);
  return {
    method: operation.method,
    path: operation.path.replace(/\{(\w+)\}/g, (_, parameter) => given(parameter)),
    query: required
      .filter((parameter) => parameter.in === 'query')
      .map(({ name, example }) => [name, String(example)] as const),
    authorization: `Bearer ${env.RIVERY_TOKEN}`,
    accept: 'application/json',
    body: operation.body === undefined ? undefined : Object.fromEntries(body),
  };
}
