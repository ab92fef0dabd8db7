import { expect, test } from 'vitest';
import { toApi } from '../../scripts/model/to-api.ts';
import { loadText } from '../fixtures/open.ts';

const schemeFault = 'it must be http or https';
const text = 'it must not contain spaces or control characters';
const query = 'it must not have a query or a fragment';
const form = 'it must be like `https://host/path`';
const credentials = 'it must not contain credentials';

/** A server's URL, what is wrong with it, and the base URL that is made of it: none where the caller must give it. */
test.each<[url: string, fault: string | undefined, base: string, variables?: object]>([
  ['https://a.example/v1/', undefined, 'https://a.example/v1'],
  ['HTTPS://a.example', undefined, 'HTTPS://a.example'],
  ['/v1', 'is relative', ''],
  ['https://{h}.example', '`{h}` has no default', ''],
  ['https://{h}.example', undefined, 'https://a.example', { h: { default: 'a' } }],
  ['javascript:alert(1)', schemeFault, ''],
  ['file:///etc/hostname', schemeFault, ''],
  ['unix:/var/run/docker.sock', schemeFault, ''],
  ['{s}://a.example', schemeFault, '', { s: { default: 'ftp' } }],
  ['https://user:hunter2@a.example', credentials, ''],
  ['https://a.example@b.example', credentials, ''],
  ['https://{h}', credentials, '', { h: { default: 'u:p@b.example' } }],
  ['https://a.example\r\n/v1', text, ''],
  ['https://a.example/a b', text, ''],
  ['https://a.example/\u009b', text, ''],
  ['https://', 'it is not a URL', ''],
  ['https://a.example?b=c', query, ''],
  ['https://a.example/v1?', query, ''],
  ['https://a.example/v1#', query, ''],
  ['http:///127.0.0.1:7801/v1', form, ''],
  ['https:\\\\a.example', form, ''],
  ['https://{h}/v1', form, '', { h: { default: '' } }],
  ['https://{h}:{p}/v1', '`{h}` has no default', ''],
  ['wss://a.example', schemeFault, ''],
  ['localhost:8080/v1', schemeFault, ''],
])('a server at %j', async (url, fault, base, variables = {}) => {
  const server = { url, variables };
  const paths = { '/x': { get: { servers: [server], responses: { 200: { description: 'X.' } } } } };
  const document = { openapi: '3.1.0', info: { title: 'Lab', version: '1' }, servers: [server], paths };
  const { spec } = await loadText(JSON.stringify(document));
  const { problems, regions } = toApi(spec ?? expect.fail());
  expect(regions[0]?.bases['base-url']).toBe(base);
  if (fault === undefined) {
    expect(problems).toEqual([]);
  } else {
    const places = ['/servers/0/url', '/paths/~1x/get/servers/0/url'];
    expect(problems.map(({ pointer }) => pointer)).toEqual(places);
    for (const { code, severity, message } of problems) {
      const harms = fault === credentials || /\p{Cc}/u.test(url);
      expect([code, severity]).toEqual(['server-url', harms ? 'error' : 'warning']);
      expect(message).toContain(fault);
      expect(message).not.toContain('hunter2');
    }
  }
});
