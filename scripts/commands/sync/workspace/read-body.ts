import { ApiError } from './api-error.ts';

/** The largest collection that Postman takes (learning.postman.com/api-docs, Replace a collection's data). */
const mostBytes = 100_000_000;

/** The text of an answer, which is not read to its end when it is larger than anything Postman keeps. */
export async function readBody({ body, status }: Response, most = mostBytes): Promise<string> {
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > most) {
      const message = `an answer of Postman's API has more than ${most / 1_000_000} MB, so it was not read`;
      throw new ApiError(`${message}.`, { status });
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
