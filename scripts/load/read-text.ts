import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** The largest public specs have a quarter of it. */
const mostBytes = 64_000_000;

const mostRemoteBytes = 16_000_000;

/**
 * The text of a regular file. A pipe or a device may never end, so neither is read.
 * @throws an Error whose message says in a few words why the file can't be read
 */
export async function readText(file: string): Promise<string> {
  // Without O_NONBLOCK, opening a pipe waits for its writer.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    throw new Error(`it can't be read (${codeOf(error)})`);
  });
  try {
    const found = await handle.stat();
    if (found.isDirectory()) throw new Error('it is a folder');
    if (!found.isFile()) throw new Error('it is not a regular file');
    if (found.size > mostBytes) throw new Error(tooLarge(mostBytes));
    return toText(await handle.readFile());
  } finally {
    await handle.close();
  }
}

/**
 * The text of the body of a response.
 * @throws an Error whose message says in a few words why it can't be read
 */
export async function readBody(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > mostRemoteBytes) throw new Error(tooLarge(mostRemoteBytes));
    chunks.push(chunk);
  }
  return toText(Buffer.concat(chunks));
}

function tooLarge(bytes: number): string {
  return `it has more than ${bytes / 1_000_000} MB`;
}

function toText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('it is not UTF-8 text');
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
