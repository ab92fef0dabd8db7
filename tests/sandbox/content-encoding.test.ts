import { expect, test } from 'vitest';
import { checkBody } from '../../scripts/sandbox/body.ts';
import { parseStrictly } from '../../scripts/sandbox/strict-json.ts';

/** What is said of the body `{}` with that header, as it was received or decoded. */
function judge(coding: string | undefined, text = '{}') {
  const headers = new Map([
    ['Content-Type', 'application/json'],
    ...(coding === undefined ? [] : [['Content-Encoding', coding] as const]),
  ]);
  const bytes = Buffer.from(text);
  const answer = {
    status: '200',
    reason: 'OK',
    header: (name: string) => headers.get(name),
    lines: () => [],
    body: { bytes, text, parse: () => parseStrictly(bytes, text) },
    documented: {
      pointer: '/p',
      provenance: 'documented',
      contents: { 'application/json': 0 },
      headers: [],
    },
  } as const;
  return checkBody(answer, { validators: [], described: [], provenances: {} }, () => undefined)[0];
}

const decoded = [undefined, 'gzip', 'BR', 'deflate', 'identity', '', 'x-gzip', 'gzip, br'];

test.each(decoded)('%s has been decoded', (coding) => {
  expect(judge(coding)?.verdict).toBe('passed');
});

test.each(['zstd', 'gzip, zstd'])('%s is not accepted by the request', (coding) => {
  expect(judge(coding)).toMatchObject({
    check: 'json',
    verdict: 'failed',
    actual: 'it has the Content-Encoding zstd, which the request does not accept',
  });
});

test.each(['gzip, gzip', 'x-gzip', 'deflate,br'])('%s is correct, and can not be decoded here', (coding) => {
  expect(judge(coding, '\ufffd')).toMatchObject({
    check: 'json',
    verdict: 'inconclusive',
    message: `the body can't be checked: its Content-Encoding ${coding} is not decoded here`,
  });
});
