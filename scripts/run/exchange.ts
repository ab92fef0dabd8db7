import { createHash } from 'node:crypto';
import type { Body, Exchange } from '../model/exchange.ts';
import type { ItemRun } from './item-run.ts';

/** Characters of a body that are kept. */
const longest = 20_000;

/** Characters of the bodies of one region that are kept. */
const room = 4_000_000;

/** The first so many bytes of a body as text. */
export function toBody(bytes: Buffer, most: number): Body {
  const cut = bytes.length > most;
  return {
    text: bytes.toString('utf8', 0, most),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    cut,
  };
}

type Place = Pick<Exchange, 'region' | 'operationId' | 'case'>;

/** Makes exchanges of the runs of a region's items; secrets are replaced before a body is cut. */
export function createKeeper(
  redact: (text: string) => string,
): (place: Place, run: ItemRun, keepBody: boolean) => Exchange | undefined {
  let left = room;
  const shorten = ({ text, ...body }: Body): Body => {
    const whole = redact(text);
    const kept = whole.slice(0, Math.min(longest, left));
    left -= kept.length;
    return { ...body, text: kept, cut: body.cut || kept.length < whole.length };
  };
  return (place, run, keepBody) => {
    const { request, startedAt = 0, durationMs, status, reason = '', headers = [], body, error } = run;
    if (request === undefined) return undefined;
    const sent = request.body === undefined ? undefined : toBody(Buffer.from(request.body), longest);
    return {
      ...place,
      startedAt: new Date(startedAt).toISOString(),
      durationMs,
      request: {
        method: request.method,
        url: request.url,
        headers: request.headers,
        ...(sent !== undefined && { body: shorten(sent) }),
      },
      ...(status !== undefined && {
        response: {
          status,
          reason,
          headers,
          size: body?.size ?? 0,
          ...(keepBody && body !== undefined && { body: shorten(body) }),
        },
      }),
      ...(error !== undefined && { error }),
    };
  };
}
