import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Budget, mostBytes } from './budget.ts';

const mostRemoteBytes = 16_000_000;

/**
 * The text of a regular file. A pipe or a device may never end, so neither is read.
 * @throws an Error whose message says in a few words why the file can't be read
 */
export async function readText(file: string, budget: Budget): Promise<string> {
  // Without O_NONBLOCK, opening a pipe waits for its writer.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    throw new Error(`it can't be read (${codeOf(error)})`);
  });
  try {
    const found = await handle.stat();
    if (found.isDirectory()) throw new Error('it is a folder');
    if (!found.isFile()) throw new Error('it is not a regular file');
    take(budget, found.size);
    return toText(await handle.readFile());
  } finally {
    await handle.close();
  }
}

/**
 * The text of the body of a response.
 * @throws an Error whose message says in a few words why it can't be read
 */
export async function readBody(body: AsyncIterable<Uint8Array>, budget: Budget): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > mostRemoteBytes) throw new Error(`it has more than ${mostRemoteBytes / 1_000_000} MB`);
    take(budget, chunk.byteLength);
    chunks.push(chunk);
  }
  return toText(Buffer.concat(chunks));
}

function take(budget: Budget, bytes: number): void {
  budget.bytes -= bytes;
  if (budget.bytes >= 0) return;
  throw new Error(`the spec has more than ${mostBytes / 1_000_000} MB, with all files that it refers to`);
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
