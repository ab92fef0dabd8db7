import { createHash } from 'node:crypto';
import type { Exchange, Headers, RecordedBody } from '../model/exchange.ts';
import type { ItemRun, SentRequest } from './job.ts';

/** The number of characters of one body that are kept. */
const maxBody = 20_000;

/** The number of characters of all bodies of a region that are kept. */
const maxBodies = 4_000_000;

/** The body as text, cut after so many bytes. */
export function toBody(bytes: Buffer, maxBytes = Number.POSITIVE_INFINITY): RecordedBody {
  return {
    text: bytes.toString('utf8', 0, Math.min(maxBytes, bytes.length)),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    cut: bytes.length > maxBytes,
  };
}

type Place = Pick<Exchange, 'region' | 'operationId' | 'case'>;

/** The parts of headers that may grant access: of cookies, the values (RFC 6265, section 4). */
const credentials: Readonly<Record<string, RegExp>> = {
  authorization: /.+/,
  'proxy-authorization': /.+/,
  cookie: /(?<==)[^;]*/g,
  'set-cookie': /(?<=^[^=;]*=)[^;]*/,
};

function withoutCredentials(headers: Headers): Headers {
  return headers.map(([name, value]) => {
    const secret = credentials[name.toLowerCase()];
    return [name, secret === undefined ? value : value.replace(secret, '***')] as const;
  });
}

function sentBodyOf({ body, bytes }: SentRequest): RecordedBody | undefined {
  if (bytes !== undefined) return toBody(Buffer.from(bytes, 'latin1'));
  return body === undefined ? undefined : toBody(Buffer.from(body));
}

/** Turns the runs of a region's items into exchanges. Secrets in bodies are replaced before the bodies are cut. */
export function createExchangeRecorder(
  redact: (text: string) => string,
): (place: Place, run: ItemRun, keepBodies: boolean) => Exchange | undefined {
  let left = maxBodies;
  const shorten = ({ text, ...body }: RecordedBody): RecordedBody => {
    // If the text is already cut, its end may contain the beginning of a secret.
    const whole = redact(body.cut ? text.slice(0, -maxBody) : text);
    const kept = whole.slice(0, Math.min(maxBody, left));
    left -= kept.length;
    return { ...body, text: kept, cut: body.cut || kept.length < whole.length };
  };
  return ({ region, operationId, case: name }, run, keepBodies) => {
    const { request, status, error } = run;
    if (request === undefined) return undefined;
    const { body: _, bytes: __, ...head } = request;
    const keep = (body: RecordedBody | undefined): { readonly body?: RecordedBody } =>
      keepBodies && body !== undefined ? { body: shorten(body) } : {};
    const sentBody = sentBodyOf(request);
    return {
      ...{ region, operationId, case: name },
      startedAt: new Date(run.startedAt ?? 0).toISOString(),
      durationMs: run.durationMs,
      request: { ...head, headers: withoutCredentials(head.headers), ...keep(sentBody) },
      ...(status !== undefined && {
        response: {
          status,
          reason: run.reason ?? '',
          headers: withoutCredentials(run.headers ?? []),
          size: run.size ?? 0,
          ...keep(run.body),
        },
      }),
      ...(error !== undefined && { error }),
    };
  };
}
