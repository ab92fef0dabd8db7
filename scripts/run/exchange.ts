import { createHash } from 'node:crypto';
import type { Exchange, Headers, RecordedBody } from '../model/exchange.ts';
import type { ItemRun } from './job.ts';

/** Characters of a body that are kept. */
const longest = 20_000;

/** Characters of the bodies of one region that are kept. */
const room = 4_000_000;

/** The first so many bytes of a body as text. */
export function toBody(bytes: Buffer, most: number): RecordedBody {
  const cut = bytes.length > most;
  return {
    text: bytes.toString('utf8', 0, Math.min(most, bytes.length)),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    cut,
  };
}

type Place = Pick<Exchange, 'region' | 'operationId' | 'case'>;

/** What of a header may let somebody in, whoever gave it: of cookies their values (RFC 6265, section 4). */
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

/**
 * Makes exchanges of the runs of a region's items. Bodies are kept where `keepBodies` says so; secrets are replaced in
 * them before they are cut.
 */
export function createKeeper(
  redact: (text: string) => string,
): (place: Place, run: ItemRun, keepBodies: boolean) => Exchange | undefined {
  let left = room;
  const shorten = ({ text, ...body }: RecordedBody): RecordedBody => {
    // Where the text is but a beginning, a secret at its end may be, too.
    const whole = redact(body.cut ? text.slice(0, -longest) : text);
    const kept = whole.slice(0, Math.min(longest, left));
    left -= kept.length;
    return { ...body, text: kept, cut: body.cut || kept.length < whole.length };
  };
  return (place, run, keepBodies) => {
    const {
      request,
      startedAt = 0,
      durationMs,
      status,
      reason = '',
      headers = [],
      size = 0,
      body,
      error,
    } = run;
    if (request === undefined) return undefined;
    const { method, url, body: sent } = request;
    const keep = (one: RecordedBody | undefined): { readonly body?: RecordedBody } =>
      keepBodies && one !== undefined ? { body: shorten(one) } : {};
    return {
      region: place.region,
      operationId: place.operationId,
      case: place.case,
      startedAt: new Date(startedAt).toISOString(),
      durationMs,
      request: {
        method,
        url,
        headers: withoutCredentials(request.headers),
        ...keep(sent === undefined ? undefined : toBody(Buffer.from(sent), Number.POSITIVE_INFINITY)),
      },
      ...(status !== undefined && {
        response: {
          status,
          reason,
          headers: withoutCredentials(headers),
          size,
          ...keep(body),
        },
      }),
      ...(error !== undefined && { error }),
    };
  };
}
