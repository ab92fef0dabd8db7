import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunResult } from '../../../scripts/model/run-result.ts';
import { describeInBrowser } from '../../fixtures/in-browser.ts';
import { sampleOf } from '../../fixtures/sample.ts';
import { mixed } from '../examples.ts';
import { writeReport } from './open-report.ts';

/** Each of them tells on itself where it is executed, or asks somebody for something. */
const attacks = [
  '</script><script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onfocus=alert(1) autofocus='",
  '</pre></code></mark></textarea></title><iframe src="https://example.com/"></iframe>',
  '<a href="javascript:alert(1)">a</a><base href="https://example.com/">',
  '<meta http-equiv="refresh" content="0;url=https://example.com/"><link rel=stylesheet href=//example.com>',
  '<!--<script>alert(1)//--></script>',
  '<% alert(1) %><%~ alert(1) %>$&',
  '\u202e\u2066txt.exe\u0000\ud800\udfff\u2028',
  'x'.repeat(1_000_000),
];

function saying(text: string): RunResult {
  const say = <T extends object>(one: T): T => ({
    ...one,
    message: text,
    expected: text,
    actual: `${text}!`,
  });
  const regions = Object.fromEntries(
    Object.values(mixed.regions).map((region, at) => [`${text}${at}`, region]),
  );
  const [name = '', other = ''] = Object.keys(regions);
  const move = <T extends { readonly region: string }>(one: T): T => ({
    ...one,
    region: one.region === 'us' ? name : other,
    operationId: text,
  });
  return {
    ...mixed,
    spec: { title: text, version: text },
    regions,
    cases: mixed.cases.map((one) => move({ ...one, reason: text })),
    findings: mixed.findings.map((one) => say(move({ ...one, curl: text, specLocation: text }))),
    parity: [
      {
        operationId: text,
        case: text,
        what: 'body',
        where: text,
        regions: { [name]: text, [other]: `${text}?` },
      },
    ],
    exchanges: mixed.exchanges.map((one) => {
      const body = { text, size: text.length, sha256: text, cut: true };
      const headers = [[text, text]] as const;
      const request = { method: text, url: text, headers, body };
      const response = { status: 200, reason: text, headers, size: 1, body };
      return { ...move(one), startedAt: text, request, response };
    }),
  };
}

describeInBrowser('whatever an answer says', (open) => {
  test.each(sampleOf(attacks, 4).map((text) => [text.slice(0, 50), text]))('%s', async (_, text) => {
    const url = writeReport(saying(text));
    const { page, requests, errors } = await open(url);
    await page.locator('select[name=region]').selectOption({ index: 1 });
    await page.locator('a.cell').first().click();
    await page.mouse.move(200, 200);
    expect(errors).toEqual([]);
    expect(requests).toEqual([url]);
    expect(await page.locator('script, iframe, base, img, object, embed').count()).toBe(1);
    expect(await page.locator('svg').count()).toBeGreaterThan(2);
    await page.context().close();
  });

  test('no text becomes an element', async () => {
    const elements = async (text: string): Promise<unknown> => {
      const { page, errors } = await open(writeReport(saying(text)));
      const all = await page.evaluate(
        "[...document.querySelectorAll('*:not(mark, wbr)')].map((one) => one.localName).join()",
      );
      await page.context().close();
      return [all, errors];
    };
    const wanted = await elements('plain');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (text) => {
        expect(await elements(text.replace(/[\r\n]/g, ' '))).toEqual(wanted);
      }),
      { numRuns: 10 },
    );
  });

  test('nor does the page ask for anything later, or for an icon', async () => {
    const url = writeReport(mixed);
    const { page, requests, errors } = await open(url);
    await page.waitForLoadState('networkidle');
    expect([requests, errors]).toEqual([[url], []]);
  });
});
