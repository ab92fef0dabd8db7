import type { Exchange } from '../../scripts/model/exchange.ts';
import type { CaseResult } from '../../scripts/model/run-result.ts';

const sailing = (number: number, status: string): object => ({
  sailing_id: `5f1c${number}`,
  line: '4711',
  status,
  berth: 7,
  departs_at: `2026-01-12T0${number}:30:00`,
});

/** What is answered where a check does not hold, by the operation; a refusal is the same everywhere. */
const bodies: Readonly<Record<string, object>> = {
  listSailings: {
    page: 1,
    total_items: 3,
    items: [sailing(7, 'done'), sailing(8, 'at sea'), sailing(9, 'planned')],
  },
  getSailing: sailing(7, 'done'),
};

/** What was sent for a case and came back, as the runner keeps it: a body only where the case did not pass. */
export function toExchange(result: CaseResult, baseUrl: string, sent: number): Exchange {
  const { region, operationId, case: name, verdict, status, reason, durationMs } = result;
  const place = { region, operationId, case: name };
  const startedAt = new Date(Date.UTC(2026, 0, 12, 8, 0, sent)).toISOString();
  const request = {
    method: operationId.startsWith('book') ? 'POST' : 'GET',
    url: `${baseUrl}/v1/lines/4711/${operationId}?from=2026-01-12T00:00:00&items_per_page=50`,
    headers: [
      ['Authorization', 'Bearer ***'],
      ['Accept', 'application/json'],
    ] as const,
  };
  if (status === undefined) return { ...place, startedAt, durationMs, request, error: reason ?? 'no answer' };
  const answer = status < 400 ? (bodies[operationId] ?? {}) : { message: words[status] ?? '' };
  const text = JSON.stringify(answer);
  const size = Buffer.byteLength(text);
  return {
    ...place,
    startedAt,
    durationMs,
    request,
    response: {
      status,
      reason: words[status] ?? '',
      headers: [
        ['Content-Type', 'application/json'],
        ['Content-Length', String(size)],
      ],
      size,
      ...(verdict !== 'passed' && { body: { text, size, sha256: 'a1'.repeat(32), cut: false } }),
    },
  };
}

const words: Readonly<Record<number, string>> = {
  200: 'OK',
  401: 'Unauthorized',
  404: 'Not Found',
  422: 'Unprocessable Entity',
  500: 'Internal Server Error',
};
