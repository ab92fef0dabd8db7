import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapStrings } from '../../scripts/base/map-strings.ts';
import type { Exchange } from '../../scripts/model/exchange.ts';
import { checks } from '../../scripts/model/outcome.ts';
import { type Finding, type RunResult, verdicts } from '../../scripts/model/run-result.ts';
import { readPageFiles } from '../../scripts/report/page/page-files.ts';
import { examples } from './examples.ts';
import { toText } from './html-text.ts';
import { toHtml } from './write.ts';

const page = readPageFiles();
const broken = examples['same-break'] ?? expect.fail();
const html = (result: RunResult): string => toHtml(result, page);

/** The tags of a page with the names of their attributes; marks come and go with what is alike. */
function form(text: string): string[] {
  const tags = text.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '').match(/<[^>]*>/g) ?? [];
  return tags.map((tag) => tag.replace(/="[^"]*"/g, '=')).filter((tag) => !/^<\/?(mark|wbr)>/.test(tag));
}

/** Words of ours, which nobody else has a say in. */
const ours = new Set<string>([
  ...verdicts,
  ...Object.keys(checks),
  ...['body', 'header', 'media type', 'page size', 'operation', 'parameter', 'enum value', 'property'],
]);

/** The result with a text, on one line, behind all that an API or a description could have a say in: names, too. */
function withText(result: RunResult, text: string): RunResult {
  const line = text.replace(/[\r\n]/g, ' ');
  const keys = propertiesOf({ ...result, regions: Object.values(result.regions) });
  return mapStrings(result, (value) => (ours.has(value) || keys.has(value) ? value : `${value}${line}`));
}
/** The names of the properties of our types, which no text of a result is. */
function propertiesOf(value: unknown): Set<string> {
  const names = new Set<string>();
  JSON.stringify(value, (key, inside: unknown) => {
    if (key === 'regions' && !Array.isArray(inside)) return undefined;
    if (!/^\d*$/.test(key)) names.add(key);
    return inside;
  });
  return names.add('regions');
}

/** Not only white space: behind a body of JSON, that leaves it JSON, which has another form on the page. */
const hostile = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc
      .array(
        fc.constantFrom(
          ...[
            '</script>',
            '<script>alert(1)</script>',
            '<img src=x onerror=alert(1)>',
            '"',
            "'",
            '&',
            '&lt;',
          ],
          ...[
            '<!--',
            ']]>',
            '<%= 1 %>',
            '\u0000',
            '\u202e',
            '\u2066',
            '\ud800',
            '`',
            '$&',
            '</pre>',
            '<mark>',
          ],
        ),
        { minLength: 1 },
      )
      .map((parts) => parts.join('')),
  )
  .filter((text) => text.trim() !== '');

describe('whatever an answer says', () => {
  test.each(['same-break', 'parity', 'drift', 'unreachable', 'flaky', 'skipped'])(
    '%s: it adds nothing but text',
    (name) => {
      const result = examples[name] ?? expect.fail();
      const wanted = form(html(withText(result, 'plain')));
      fc.assert(
        fc.property(hostile, (text) => {
          const written = html(withText(result, text));
          expect(form(written)).toEqual(wanted);
          expect(written).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cs}\u{202a}-\u{202e}\u{2066}-\u{2069}]/u);
        }),
        { numRuns: 40 },
      );
    },
  );

  test('it can be read as it was sent', () => {
    const title = `<b>&amp;"'\u202e</b>`;
    expect(toText(html({ ...broken, spec: { title, version: '1' } }))).toContain(`<b>&amp;"'\\u202e</b> 1`);
  });

  test('a text without end is cut', () => {
    const long = 'x'.repeat(1_000_000);
    const findings = broken.findings.map((one) => ({
      ...one,
      message: long,
      expected: long,
      actual: long,
      curl: long,
    }));
    const regions = Object.fromEntries(
      Object.entries(broken.regions).map(([name, region]) => [
        name,
        { ...region, reason: long, baseUrl: long },
      ]),
    );
    expect(html({ ...broken, findings, regions, spec: { title: long, version: long } }).length).toBeLessThan(
      400_000,
    );
  });
});

test('only parts of the page are written without being escaped', () => {
  for (const text of Object.values(page.templates))
    for (const [, raw = ''] of text.matchAll(/<%[-_]?\s*~([^%]*)%>/g))
      expect(raw.trim()).toMatch(/^(include\('@\w+'.*\)|it\.style|it\.script)$/);
});

test.each(Object.entries(examples))('%s: the page asks nobody for anything', (_, result) => {
  const written = html(result);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/
    .exec(written)?.[1]
    ?.replaceAll('&#39;', "'");
  const hashOf = (element: string): string => {
    const text = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(written)?.[1] ?? '';
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  };
  expect(policy).toBe(
    `default-src 'none'; style-src ${hashOf('style')}; script-src ${hashOf('script')}; img-src data:; base-uri 'none'; form-action 'none'`,
  );
  expect(written.match(/ (?:src|href|action|srcset)="[^"#]*"/g)).toEqual([' href="data:,"']);
  expect(written).not.toMatch(/ style=| on\w+="|@import|url\(/);
});

test.each(Object.entries(examples))(
  '%s: every link leads to a part of the page, and ids are there once',
  (_, result) => {
    const written = html(result);
    const ids = [...written.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, to] of written.matchAll(/ href="#([^"]*)"/g)) expect(ids).toContain(to);
  },
);

test('a cell leads to the first of what it stands for', () => {
  const written = html({ ...broken, parity: examples['parity']?.parity ?? [] });
  const links = [
    ...written.matchAll(/<a class="cell bad" href="#([^"]*)" (?:data-region="(\d)" )?data-operation="1"/g),
  ];
  expect(links.map(([, to, region]) => `${region ?? 'differ'}: ${to}`)).toEqual([
    '0: cause-1',
    '1: cause-1',
    'differ: difference-3',
  ]);
});

test('too little coverage is shown as such', () => {
  const isBad = (name: string): boolean =>
    html(examples[name] ?? expect.fail()).includes('class="value bad"');
  expect([isBad('uncovered'), isBad('all-green')]).toEqual([true, false]);
});

test.each([
  ['drift', 0],
  ['flaky', 0],
  ['strict-drift', 1],
  ['strict-flaky', 1],
  ['stale', 1],
])('%s: what fails the run is not folded', (name, want) => {
  const written = html(examples[name] ?? expect.fail());
  expect(written.match(/<details class="card rest [^>]* open>/g) ?? []).toHaveLength(want);
});

test('the root of a body is called so', () => {
  const [difference = expect.fail()] = examples['parity']?.parity ?? [];
  const parity = [{ ...difference, what: 'body' as const, where: '' }];
  expect(toText(html({ ...broken, parity }))).toMatch(/\| body its root +\|/);
});

test('a verdict that the page knows nothing special of is told of like the others', () => {
  const result = examples['drift'] ?? expect.fail();
  const renamed: RunResult = mapStrings(result, (text) => (text === 'drift' ? 'skipped' : text));
  const text = toText(html(renamed));
  expect(text).toContain('– Not sent 1\n/items/0: expected no property `berth` (and in 24 more places)');
});

const [finding = expect.fail()] = broken.findings;
const exchange =
  broken.exchanges.find((one) => one.region === finding.region && one.operationId === finding.operationId) ??
  expect.fail();

const withExchanges = (exchanges: readonly Exchange[], changed: Partial<Finding> = {}): string =>
  toText(html({ ...broken, findings: [{ ...finding, ...changed }], exchanges }));

describe('the exchange of a finding', () => {
  const { response = expect.fail() } = exchange;
  const { body: _, ...without } = response;
  const own = { ...exchange, operationId: finding.operationId, case: finding.case };
  const cut = { text: '{"items":[', size: 123_456, sha256: 'feed', cut: true };

  test.each<[string, readonly Exchange[], RegExp]>([
    ['none', [], /No exchange is shown here: none was kept/],
    ['of another case', [{ ...own, case: 'other' }], /No exchange is shown here/],
    ['of another region', [{ ...own, region: 'eu' }], /No exchange is shown here/],
    [
      'without an answer',
      [{ ...own, response: undefined, error: 'reset' } as never],
      /No response was received: reset\./,
    ],
    ['without a body', [{ ...own, response: { ...without, size: 12 } }], /The body, 12 bytes, was not kept/],
    ['with an empty body', [{ ...own, response: { ...without, size: 0 } }], /The body is empty\./],
    [
      'with the beginning of a body',
      [{ ...own, response: { ...without, body: cut } }],
      /123,456 bytes with SHA-256 feed/,
    ],
    ['the last of several', [own, { ...own, response: { ...response, status: 299 } }], /\n299 /],
    [
      'the last that has a body',
      [
        { ...own, response: { ...response, status: 299 } },
        { ...own, response: without },
      ],
      /\n299 /,
    ],
  ])('%s', (_, exchanges, want) => {
    expect(withExchanges(exchanges)).toMatch(want);
  });

  const page = (status: number, body: object): Exchange => {
    const text = JSON.stringify(body);
    return { ...own, response: { ...response, status, body: { ...cut, text, cut: false } } };
  };
  const pages = [
    page(291, { items: [{ a: 1 }, { a: 2, b: 3 }] }),
    page(292, { items: [{ a: 4 }, { a: 5 }] }),
    page(293, { items: [] }),
  ];

  test.each<[string, Partial<Finding>, number]>([
    ['the last that has the place', { instance: '/items/1/a' }, 292],
    ['the last that has the property', { instance: '/items/1', expected: 'no property `b`' }, 291],
    ['the last, where none has the place', { instance: '/items/7' }, 293],
    ['the last, where no place is named', { check: 'paging', instance: '' }, 293],
  ])('of several pages: %s', (_, changed, want) => {
    expect(withExchanges(pages, changed)).toMatch(new RegExp(`\n${want} `));
  });

  test.each<[string, Partial<Finding>, string]>([
    ['the status', { check: 'status' }, '[[200 OK]]'],
    ['the time', { check: 'budget' }, 'in [[120 ms]]'],
    ['a header', { check: 'media-type' }, '[[Content-Type: application/json]]'],
    [
      'a header that is not there',
      { check: 'headers', message: 'the header Retry-After is missing' },
      '[[retry-after: (not there)]]',
    ],
    ['a place in the body', { instance: '/items/1/status' }, '[[      "status": "at sea",\n]]'],
  ])('%s is marked', (_, changed, want) => {
    const { instance: _instance, ...plain } = finding;
    const text = toText(html({ ...broken, findings: [{ ...plain, ...changed }], exchanges: [own] }));
    expect(text).toContain(want);
    expect(text.match(/\[\[/g)).toHaveLength(1);
  });
});

test('ten thousand requests make a page that can be sent, and say what it leaves out', () => {
  const text = JSON.stringify({
    items: Array.from({ length: 400 }, (_, id) => ({ id, name: '<"&"> of an item' })),
  });
  const body = { text: text.slice(0, 20_000), size: text.length, sha256: 'ab', cut: true };
  const cases = Array.from({ length: 10_000 }, (_, at) => `case-${at}`);
  const findings = cases
    .slice(0, 2000)
    .map((name, at) => ({ ...finding, case: name, pointer: `/clauses/${at}` }));
  const [testCase = expect.fail()] = broken.cases;
  const exchanges = cases.map((name) => {
    return {
      ...exchange,
      operationId: finding.operationId,
      case: name,
      response: { status: 200, reason: 'OK', headers: [], size: 1, body },
    };
  });
  const written = html({
    ...broken,
    cases: cases.map((name) => ({ ...testCase, case: name })),
    findings,
    exchanges,
  });
  expect(Buffer.byteLength(written)).toBeLessThan(3_000_000);
  expect(written.match(/class="exchange"/g)).toHaveLength(60);
  expect(toText(written)).toContain('1800 more causes are left out here; result.json has them.');
  expect(written).not.toContain('case-9999');
});
