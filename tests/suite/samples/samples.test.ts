import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { toSamples, withSamples } from '../../../scripts/suite/samples/samples.ts';
import { onePath } from '../../fixtures/one-path.ts';
import { fixture, open, openText, rivery } from '../../fixtures/open.ts';

const jobs = fileURLToPath(new URL('../../fixtures/jobs.openapi.yaml', import.meta.url));

/** Read what `vitest -u` writes. */
test.each([
  ['runRiver', rivery],
  ['getActivities', rivery],
  ['listJobs', jobs],
  ['getJob', jobs],
  ['addThing', fixture('shop.openapi.yaml')],
  ['listNodes', fixture('archive.openapi.yaml')],
  ['plant', fixture('archive.openapi.yaml')],
  ['HEAD /trees', fixture('archive.openapi.yaml')],
])('%s', async (id, file) => {
  const { api } = await open(file);
  const operation = api.operations.find((one) => one.id === id) ?? expect.fail();
  const text = toSamples(operation, api).map(
    ({ lang, label, source }) => `## ${label}\n\n\`\`\`${lang.toLowerCase()}\n${source}\n\`\`\`\n`,
  );
  await expect(text.join('\n')).toMatchFileSnapshot(`golden/${id.replace(/\W+/g, '-')}.md`);
});

describe('in the description', () => {
  test.each([rivery, jobs, fixture('shop.openapi.yaml'), fixture('archive.openapi.yaml')])(
    'every operation of %s has one for each language',
    async (file) => {
      const { spec, api } = await open(file);
      const before = JSON.stringify(spec.bundle);
      const paths = Object.values(withSamples(spec.bundle, api).paths ?? {});
      const operations = paths.flatMap((item) =>
        Object.entries(item ?? {}).flatMap(([method, value]) =>
          /^(parameters|servers)$/.test(method) ? [] : [value],
        ),
      );
      expect(operations.length).toBe(api.operations.length);
      for (const operation of operations)
        expect(operation).toMatchObject({
          'x-codeSamples': [{ lang: 'Shell' }, { lang: 'Python' }, { lang: 'JavaScript' }],
        });
      expect(JSON.stringify(spec.bundle)).toBe(before);
    },
  );

  test('Digest is used where the language has it', async () => {
    const { api } = await openText(onePath('/', { get: { security: [{ digest: [] }] } }));
    const samples = api.operations.flatMap((operation) => toSamples(operation, api));
    expect(
      samples.map(({ lang, source }) => [lang, /(--digest --user|auth=HTTPDigestAuth)/.test(source)]),
    ).toEqual([
      ['Shell', true],
      ['Python', true],
    ]);
  });

  test('those of the author stay', async () => {
    const own = [{ lang: 'Go', source: 'package main' }];
    const { spec, api } = await openText({
      openapi: '3.1.0',
      info: { title: 'Lab', version: '1' },
      paths: { '/': { get: { 'x-codeSamples': own, responses: { 200: { description: 'It.' } } } } },
    });
    expect(withSamples(spec.bundle, api).paths?.['/']?.get).toMatchObject({ 'x-codeSamples': own });
  });
});
