import { expect, test } from 'vitest';
import { unknownFormats } from '../../../scripts/suite/checks/formats.ts';
import { onePath } from '../../fixtures/one-path.ts';
import { openText } from '../../fixtures/open.ts';
import { validatorsOf } from '../../fixtures/validators.ts';

/** By format: values that are correct, and values that are not. */
const formats: Readonly<Record<string, readonly [valid: readonly unknown[], invalid: readonly unknown[]]>> = {
  'date-time': [
    [
      '2026-01-15T07:40:33Z',
      '2026-01-15t07:40:33.123456789+05:30',
      '1990-12-31T23:59:60Z',
      '1990-12-31T15:59:60-08:00',
    ],
    ['2026-01-15T07:40:33', '2026-01-15T24:00:00Z', '2026-02-29T00:00:00Z', '2026-01-15'],
  ],
  date: [
    ['2024-02-29', '0001-01-01'],
    ['2026-02-29', '2026-1-5', '20260105'],
  ],
  time: [
    ['07:40:33Z', '23:59:60z', '07:40:33.5-02:00'],
    ['07:40:33', '24:00:00Z'],
  ],
  duration: [
    ['P1Y2M3DT4H5M6S', 'PT1M', 'P4W', 'P0D'],
    ['P', 'PT', '1D', 'P1H'],
  ],
  email: [
    [
      'joe@example.com',
      'root@localhost',
      '"a b"@example.com',
      'a+b@[192.0.2.1]',
      'x@[IPv6:2001:db8::1]',
      'A.B@EXAMPLE.ORG',
    ],
    ['joe', '@example.com', 'a b@example.com', '.a@example.com', 'a@-b.example'],
  ],
  hostname: [
    ['localhost', 'a-b.example.com', 'xn--nxasmq6b.example', '1.example'],
    ['-a.example', 'a_b.example', ''],
  ],
  ipv4: [
    ['127.0.0.1', '10.0.0.255'],
    ['256.0.0.1', '1.2.3', '01.2.3.4'],
  ],
  ipv6: [
    ['::1', '2001:DB8::1', '::ffff:192.0.2.1'],
    ['1::2::3', '12345::'],
  ],
  uri: [
    [
      'http://localhost:8080',
      'http://192.168.0.1/x',
      'https://[::1]:80/a?b=c#d',
      'urn:isbn:0451450523',
      'mailto:a@b.example',
    ],
    ['/relative', 'http://a b', 'https://example.com/é'],
  ],
  'uri-reference': [
    ['', '/a/b?c#d', 'a', '../x', '//host/x', 'http://a.example'],
    ['http://a b', '%zz'],
  ],
  'uri-template': [
    ['https://a.example/{id}{?q,x*}', '/plain'],
    ['/{', '/}'],
  ],
  uuid: [
    [
      '0b7d5e9f-2a41-48b1-84d7-e0a3f6928b3c',
      '0B7D5E9F-2A41-48B1-84D7-E0A3F6928B3C',
      'urn:uuid:0b7d5e9f-2a41-48b1-84d7-e0a3f6928b3c',
    ],
    ['0b7d5e9f2a4148b184d7e0a3f6928b3c', 'x'],
  ],
  regex: [
    ['^[a-z]+$', '^[\\w-.]+$', '\\-', '\\p{L}'],
    ['(', '[z-a]'],
  ],
  'json-pointer': [
    ['', '/a~0b~1c/0'],
    ['a', '/~2'],
  ],
  byte: [
    ['', 'SGVsbG8=', 'SGVsbG8', '_-8=', '+/8='],
    ['a', 'a b', 'SGVs=bG8'],
  ],
  int32: [
    [2147483647, -2147483648, 1.0],
    [2147483648, 1.5],
  ],
  int64: [
    [1, -1, 9007199254740991],
    [0.5, 1e19],
  ],
  // These restrict nothing.
  float: [[1.5, 1e38], []],
  double: [[1.5, 1e308], []],
  password: [[''], []],
  binary: [['\u0000\uffff'], []],
  url: [
    ['http://localhost:8080', 'http://10.0.0.1', 'http://intranet/x', 'https://example.com', 'anything'],
    [],
  ],
  'iso-date-time': [['2026-01-15T07:40:33', 'x'], []],
};

const rows = Object.entries(formats).flatMap(([format, [valid, invalid]]) => [
  ...valid.map((value) => ({ format, value, count: 0 })),
  ...invalid.map((value) => ({ format, value, count: 1 })),
]);

test.each(rows)('$value in the format $format has $count errors', async ({ format, value, count }) => {
  const { Value } = await validatorsOf({ Value: { format } });
  expect(Value?.(JSON.stringify(value))).toHaveLength(count);
});

test('a format that neither JSON Schema nor OpenAPI defines is reported once', async () => {
  const properties = Object.fromEntries(
    [...Object.keys(formats), 'url', 'float'].map((format, index) => [`p${index}`, { format }]),
  );
  const content = { 'application/json': { schema: { properties } } };
  const { spec } = await openText(
    onePath('/x', { get: { responses: { 200: { description: 'It.', content } } } }),
  );
  expect(unknownFormats(spec).map(({ message }) => /`([^`]*)`/.exec(message)?.[1])).toEqual([
    'url',
    'iso-date-time',
  ]);
});
