import { count, grouped } from '../../base/words.ts';
import type { Exchange, Headers } from '../../model/exchange.ts';
import type { Finding } from '../../model/run-result.ts';
import { cut } from '../page/render.ts';
import { type BodyView, toBodyView } from './body.ts';
import { type OffendingPart, toOffence } from './offending-part.ts';
import type { Piece } from './pieces.ts';

type HeaderView = { readonly name: string; readonly value: string; readonly marked: boolean };

/** One half of an exchange. */
type Half = {
  readonly method?: string;
  readonly line: readonly Piece[];
  readonly headers: readonly HeaderView[];
  readonly headersLabel: string;
  readonly isHeaderMarked: boolean;
  readonly body?: BodyView;
  /** The reason for a missing body or response. */
  readonly note?: string;
};

/** An exchange as the page shows it. */
export type ExchangeView = ReturnType<typeof toExchangeView>;

/** A request and its response, with what a finding is about marked in it. */
export function toExchangeView(exchange: Exchange, finding: Finding) {
  const { region, case: name, startedAt, request } = exchange;
  return {
    region,
    case: name,
    startedAt,
    request: toRequest(request),
    response: toResponse(exchange, toOffence(finding)),
  };
}

function toRequest({ method, url, headers, body }: Exchange['request']): Half {
  return {
    ...toHeaders(headers, undefined),
    method,
    line: [{ text: url, marked: false }],
    ...(body === undefined ? { note: 'Without a body.' } : { body: toBodyView(body, []) }),
  };
}

function toResponse({ response, error, durationMs }: Exchange, offence: OffendingPart): Half {
  if (response === undefined) {
    return {
      ...toHeaders([], undefined),
      line: [],
      note: `No response was received: ${error ?? 'the reason is unknown'}.`,
    };
  }
  const { status, reason, headers, size, body } = response;
  return {
    ...toHeaders(headers, offence.header),
    line: [
      { text: `${status} ${reason}`.trim(), marked: offence.status },
      { text: ' in ', marked: false },
      { text: `${grouped(durationMs)} ms`, marked: offence.time },
    ],
    ...(body === undefined ? { note: unkept(size) } : { body: toBodyView(body, offence.body) }),
  };
}

function unkept(size: number): string {
  if (size === 0) return 'The body is empty.';
  return `The body, ${count(size, 'byte')}, was not kept: bodies are kept where a check did not pass, up to a limit.`;
}

/** A header that is missed is shown as missing. */
function toHeaders(headers: Headers, wanted: string | undefined): Omit<Half, 'line'> {
  const views = headers.slice(0, most).map(([name, value]) => {
    return { name, value: cut(value, 1000), marked: name.toLowerCase() === wanted };
  });
  const isThere = wanted === undefined || views.some(({ marked }) => marked);
  const missing = isThere ? [] : [{ name: wanted, value: '(not there)', marked: true }];
  return {
    headers: [...views, ...missing],
    headersLabel: count(headers.length, 'header'),
    isHeaderMarked: wanted !== undefined,
  };
}

const most = 60;
