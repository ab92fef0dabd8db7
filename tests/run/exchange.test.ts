import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../scripts/io/secrets/redact.ts';
import { createExchangeRecorder, toBody } from '../../scripts/run/exchange.ts';
import type { ItemRun } from '../../scripts/run/job.ts';

const secret = 'a-token-of-some-length-1234567890';
const place = { region: 'us', operationId: 'get', case: 'success' };

function runOf(sent: string, came: string): ItemRun {
  return {
    itemId: 'i',
    durationMs: 5,
    startedAt: 0,
    status: 200,
    reason: 'OK',
    headers: [
      ['Set-Cookie', 'session=abc=; Path=/'],
      ['X-A', 'b'],
    ],
    size: came.length,
    body: toBody(Buffer.from(came), 1_000_000),
    request: {
      method: 'POST',
      url: 'https://a.example/',
      headers: [['authorization', 'Basic Zm9v']],
      body: sent,
    },
  };
}

const keep = (run: ItemRun, keepBodies = true) =>
  createExchangeRecorder(createRedactor([secret]))(place, run, keepBodies);

describe('a body', () => {
  test.each([0, 1, 5, 20, 32])(
    'is cut behind a secret that is replaced, which the limit would cut in two: %i',
    (part) => {
      const text = `${'x'.repeat(20_000 - part)}${secret}${'y'.repeat(100)}`;
      const exchange = keep(runOf(text, text));
      for (const body of [exchange?.request.body, exchange?.response?.body]) {
        expect(body?.text.length).toBe(20_000);
        expect(body?.cut).toBe(true);
        expect(body?.size).toBe(text.length);
        expect(body?.text).not.toContain('a-');
      }
    },
  );

  test('of which only the beginning is known does not end with the beginning of a secret', () => {
    const text = secret.repeat(40_000);
    const exchange = keep(runOf('', text));
    expect(exchange?.response?.body?.text).toMatch(/^[*]*$/);
    expect(exchange?.response?.body?.cut).toBe(true);
  });

  test('is kept only where it is to be', () => {
    const exchange = keep(runOf('{"a":1}', '{}'), false);
    expect(exchange?.request).not.toHaveProperty('body');
    expect(exchange?.response).not.toHaveProperty('body');
    expect(exchange?.response?.size).toBe(2);
  });

  test('no longer has room after four million characters of a region', () => {
    const keeper = createExchangeRecorder((text) => text);
    const run = runOf('', 'x'.repeat(20_000));
    const kept = Array.from({ length: 201 }, () => keeper(place, run, true)?.response?.body);
    expect(kept.slice(0, 200).every((body) => body?.text.length === 20_000 && !body.cut)).toBe(true);
    expect(kept[200]).toMatchObject({ text: '', cut: true, size: 20_000 });
  });
});

test('a header that lets somebody in has no value', () => {
  const exchange = keep(runOf('', ''));
  expect(exchange?.request.headers).toEqual([['authorization', '***']]);
  expect(exchange?.response?.headers).toEqual([
    ['Set-Cookie', 'session=***; Path=/'],
    ['X-A', 'b'],
  ]);
});
