import { describe, expect, test } from 'vitest';
import { changeRules } from '../../../../scripts/commands/diff/rules/change-rules.ts';
import { type Row, testDiff } from './test-diff.ts';

const get = (change: string): string => `{ paths: { '/orders/{order_id}': { get: ${change} } } }`;
const size = (change: string): string => `{ paths: { /orders: { get: { parameters: { 1: ${change} } } } } }`;
const price = (change: string): string =>
  `{ components: { schemas: { Draft: { properties: { price: ${change} } } } } }`;
const header = (change: string): string =>
  `{ paths: { /orders: { get: { responses: { 200: { headers: { X-Total: ${change} } } } } } } }`;
const gone = "{ paths: { '/orders/{order_id}': ~ } }";

const rows: readonly Row[] = [
  ['an operation that is gone', gone, ['✗ getOrder: `GET /orders/{order_id}` is gone @- get:']],
  [
    'one that was deprecated',
    gone,
    ['! getOrder: `GET /orders/{order_id}` is gone; it was deprecated @- get:'],
    get('{ deprecated: true }'),
  ],
  [
    'one before its sunset',
    gone,
    ['✗ getOrder: `GET /orders/{order_id}` is gone, before its `x-sunset` 2026-06-02 @- get:'],
    get('{ deprecated: true, x-sunset: 2026-06-02 }'),
  ],
  [
    'one on the day of its sunset',
    gone,
    ['· getOrder: `GET /orders/{order_id}` is gone, after its `x-sunset` 2026-06-01 @- get:'],
    get('{ deprecated: true, x-sunset: "2026-06-01T00:00:00Z" }'),
  ],
  [
    'a sunset without deprecation, which announces nothing',
    gone,
    ['✗ getOrder: `GET /orders/{order_id}` is gone @- get:'],
    get('{ x-sunset: 2026-01-01 }'),
  ],
  [
    'a day that does not exist',
    gone,
    ['! getOrder: `GET /orders/{order_id}` is gone; it was deprecated @- get:'],
    get('{ deprecated: true, x-sunset: 2026-02-30 }'),
  ],
  [
    'a parameter after its sunset',
    size('{ name: limit, deprecated: ~, x-sunset: ~ }'),
    [
      '· listOrders: the parameter `size` is gone, after its `x-sunset` 2026-05-01 @- - name: size',
      '· listOrders: new optional parameter `limit` @ - name: limit',
    ],
    size('{ deprecated: true, x-sunset: 2026-05-01 }'),
  ],
  [
    'a property that was deprecated',
    '{ components: { schemas: { Draft: { properties: { price: ~ } } } } }',
    ['! createOrder: the body no longer has `price`; it was deprecated @- price:'],
    price('{ deprecated: true }'),
  ],
  [
    'a header before its sunset',
    header('~'),
    [
      '✗ listOrders: the response 200 no longer has the header `X-Total`, before its `x-sunset` 2027-01-01 @- X-Total:',
    ],
    header('{ deprecated: true, x-sunset: 2027-01-01 }'),
  ],
  [
    'what is deprecated with a sunset',
    get('{ deprecated: true, x-sunset: 2026-06-30 }'),
    [
      '· getOrder: is now deprecated @ deprecated: true',
      '· getOrder: has `x-sunset` 2026-06-30 @ x-sunset: 2026-06-30',
    ],
  ],
  [
    'an earlier sunset',
    size('{ x-sunset: 2026-07-01 }'),
    ['✗ listOrders: `size` has `x-sunset` 2026-07-01 instead of 2026-08-01 @ x-sunset: 2026-07-01'],
    size('{ deprecated: true, x-sunset: 2026-08-01 }'),
  ],
  [
    'a later sunset',
    price('{ x-sunset: 2026-09-01 }'),
    [
      '· createOrder: body property `price` has `x-sunset` 2026-09-01 instead of 2026-08-01 @ x-sunset: 2026-09-01',
    ],
    price('{ deprecated: true, x-sunset: 2026-08-01 }'),
  ],
  [
    'no sunset any more',
    get('{ x-sunset: ~ }'),
    ['✗ getOrder: no longer has `x-sunset` 2026-08-01 @- x-sunset: 2026-08-01'],
    get('{ deprecated: true, x-sunset: 2026-08-01 }'),
  ],
  [
    'neither deprecation nor sunset any more',
    get('{ deprecated: ~, x-sunset: ~ }'),
    ['· getOrder: is no longer deprecated @- deprecated: true'],
    get('{ deprecated: true, x-sunset: 2026-08-01 }'),
  ],
  [
    'a sunset that is not a date',
    get('{ deprecated: true, x-sunset: soon }'),
    [
      '· getOrder: is now deprecated @ deprecated: true',
      '! getOrder: has the `x-sunset` `soon`, which is not a date of RFC 3339 @ x-sunset: soon',
    ].toSorted((a) => (a.startsWith('!') ? -1 : 1)),
  ],
  [
    'a lower stability',
    get('{ x-stability-level: beta }'),
    ['✗ getOrder: is now `beta` instead of `stable` @ x-stability-level: beta'],
  ],
  [
    'a higher stability',
    price('{ x-stability-level: stable }'),
    ['· createOrder: body property `price` is now `stable` instead of `alpha` @ x-stability-level: stable'],
    price('{ x-stability-level: alpha }'),
  ],
  [
    'an unknown stability',
    get('{ x-stability-level: gamma }'),
    [
      '! getOrder: has the stability `gamma`, which is none of `draft`, `alpha`, `beta`, `stable` @ x-stability-level: gamma',
    ],
  ],
  [
    'an operation that is not stable yet',
    gone,
    ['· getOrder: `GET /orders/{order_id}` is gone @- get:'],
    get('{ x-stability-level: alpha }'),
  ],
  [
    'an operation that is nearly stable',
    gone,
    ['✗ getOrder: `GET /orders/{order_id}` is gone @- get:'],
    get('{ x-stability-level: beta }'),
  ],
];

testDiff('lifecycle', rows);

testDiff(
  'lifecycle with --sunset-days',
  [
    [
      'a sunset that is too soon',
      get('{ deprecated: true, x-sunset: 2026-06-30 }'),
      [
        '✗ getOrder: has `x-sunset` 2026-06-30, which is before 2026-07-01 @ x-sunset: 2026-06-30',
        '· getOrder: is now deprecated @ deprecated: true',
        '· getOrder: has `x-sunset` 2026-06-30 @ x-sunset: 2026-06-30',
      ],
    ],
    [
      'the first day that is allowed',
      get('{ deprecated: true, x-sunset: 2026-07-01 }'),
      [
        '· getOrder: is now deprecated @ deprecated: true',
        '· getOrder: has `x-sunset` 2026-07-01 @ x-sunset: 2026-07-01',
      ],
    ],
    [
      'no sunset',
      size('{ deprecated: true }'),
      [
        '✗ listOrders: `size` is deprecated without `x-sunset` @ deprecated: true',
        '· listOrders: `size` is now deprecated @ deprecated: true',
      ],
    ],
    [
      'what was deprecated before',
      size('{ description: Text. }'),
      ['texts: 1'],
      size('{ deprecated: true }'),
    ],
  ],
  { today: '2026-06-01', sunsetDays: 30 },
);

testDiff(
  'severities',
  [
    [
      'raised',
      get('{ operationId: readOrder }'),
      ['✗ readOrder: is the new name of `getOrder` @ operationId: readOrder'],
    ],
    ['lowered', gone, ['! getOrder: `GET /orders/{order_id}` is gone @- get:']],
    ['left out', '{ webhooks: { made: { post: { responses: { 200: { description: It. } } } } } }', []],
  ],
  {
    today: '2026-06-01',
    severities: new Map([
      ['operation-id-changed', 'error'],
      ['operation-removed', 'warning'],
      ['webhooks-changed', 'none'],
    ]),
  },
);

describe('the list of rules', () => {
  test('is in the documentation', async () => {
    const shown = [...changeRules].map(([rule, severity]) => `| \`${rule}\` | ${severity} |`);
    const page = `# Rules of \`diff\`

Each change has the id of a rule. [Severities](diff.md#severities) says how to give a rule another severity. The rules of
keywords end in \`narrowed\` (fewer values are allowed), \`widened\` (more), \`changed\` (both, or it can't be judged) or
\`noted\` (neither).

| Rule | Severity |
|---|---|
${shown.join('\n')}
`;
    await expect(page).toMatchFileSnapshot('../../../../docs/diff-rules.md');
  });
});
