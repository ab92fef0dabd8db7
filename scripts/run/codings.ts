import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** As curl does, and newman: data that was cut off is decoded as far as it goes. */
const lenient = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };

const decoders: Readonly<Record<string, () => Duplex>> = {
  gzip: () => createGunzip(lenient),
  deflate: () => createInflate(lenient),
  br: () => createBrotliDecompress(),
};

/**
 * Decodes what newman does not: several codings, `x-gzip` (RFC 9110, section 8.4.1.3), and a coding of nothing. newman
 * decodes the coding that was applied first.
 */
export function decodeOtherCodings(request: ClientRequest): void {
  request.prependOnceListener('response', (response) => {
    const [first, ...others] = codingsOf(response);
    if (first === undefined) return;
    const isEmpty = response.headers['content-length'] === '0';
    // The lines that scripts see are in `rawHeaders`.
    response.headers['content-encoding'] = isEmpty ? 'identity' : first;
    if (!isEmpty && others.length > 0) decode(response, others.reverse(), request);
  });
}

/** The codings in the order in which they were applied; none if one is unknown. */
function codingsOf(response: IncomingMessage): string[] {
  const named = (response.headers['content-encoding'] ?? '').toLowerCase().split(',');
  const codings = named.map((name) => name.trim().replace(/^x-gzip$/, 'gzip'));
  const applied = codings.filter((coding) => coding !== '' && coding !== 'identity');
  return applied.every((coding) => Object.hasOwn(decoders, coding)) ? applied : [];
}

function decode(response: IncomingMessage, codings: readonly string[], request: ClientRequest): void {
  const pipe = response.pipe.bind(response);
  const streams = codings.flatMap((coding) => decoders[coding]?.() ?? []);
  for (const stream of streams) stream.once('error', (error) => request.emit('error', error));
  response.pipe = (to, options) => {
    const [next, ...rest] = streams;
    if (next === undefined) return pipe(to, options);
    return rest.reduce((from, stream) => from.pipe(stream), pipe(next)).pipe(to, options);
  };
}
