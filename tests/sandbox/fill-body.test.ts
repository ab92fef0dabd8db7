import { expect, test } from 'vitest';
import { runPlain } from '../fixtures/newman.ts';
import { build, openText } from '../fixtures/open.ts';
import { read } from '../fixtures/postman.ts';
import { startRecorder } from '../fixtures/recorder.ts';

const properties = {
  text: { type: 'string', 'x-variable': 'text' },
  number: { type: 'integer', 'x-variable': 'number' },
};
const schema = { type: 'object', xml: { name: 'a' }, properties };
const responses = { 200: { description: 'It.' } };

/** The bodies that newman sends of a collection. */
async function sentOf(end: string, mediaType: string, values: Readonly<Record<string, string>>) {
  const operation = (operationId: string): object => ({
    post: {
      operationId,
      'x-contract': { effects: 'none' },
      tags: ['t'],
      requestBody: { required: true, content: { [mediaType]: { schema } } },
      responses,
    },
  });
  const opened = await openText({
    openapi: '3.1.0',
    info: { title: 'Lab', version: '1' },
    servers: [{ url: 'https://lab.example' }],
    paths: { '/a': operation('a'), '/b': operation('b') },
  });
  const recorder = await startRecorder();
  try {
    const { files } = await build(opened);
    const seen = await runPlain(read(files, end), {
      'base-url': recorder.url,
      'allow-unsafe': 'true',
      ...values,
    });
    const bodies = recorder.recorded.filter(({ method }) => method === 'POST').map(({ body }) => body);
    return { bodies, tests: [...seen.values()].flatMap(({ tests }) => tests) };
  } finally {
    recorder.close();
  }
}

const nasty = `"quo\\te" <&> 'é'/ tab\tend`;

test.each(['api.postman_collection.json', '.contract.postman_collection.json'])(
  'no value of a variable breaks a body of %s, and a number stays one',
  async (end) => {
    const json = await sentOf(end, 'application/json', { text: nasty, number: '9223372036854775807' });
    expect(json.bodies.length).toBeGreaterThan(1);
    for (const body of json.bodies) {
      expect(JSON.parse(body)).toMatchObject({ text: nasty });
      expect(body).toMatch(/"number": 9223372036854775807,?\n/);
    }
    const xml = await sentOf(end, 'application/xml', { text: nasty, number: '1' });
    expect(xml.bodies[0]).toContain(`<text>&#34;quo\\te&#34; &#60;&#38;&#62; 'é'/ tab\tend</text>`);
    const form = await sentOf(end, 'application/x-www-form-urlencoded', { text: nasty, number: '1' });
    expect(Object.fromEntries(new URLSearchParams(form.bodies[0]))).toEqual({ text: nasty, number: '1' });
  },
);

test.each(['api.postman_collection.json', '.contract.postman_collection.json'])(
  '%s sends no text where a number is described',
  async (end) => {
    const { bodies, tests } = await sentOf(end, 'application/json', { text: 'a', number: '"1"' });
    expect(bodies).toEqual([]);
    expect(tests.join()).toContain('failed not sent: `number` must be a number, true or false,');
  },
);
