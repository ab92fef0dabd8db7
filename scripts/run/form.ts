import { isJson } from '../model/media-type.ts';
import type { CaseResult } from '../model/run-result.ts';
import { toShape } from '../parity/shape.ts';
import type { ItemRun } from './item-run.ts';

/** What of an answer is compared between regions; none of a body that is not JSON, which a check tells of. */
export function toForm({ contentType, headers, body }: ItemRun): Pick<CaseResult, 'shape' | 'headers'> {
  const json = contentType !== undefined && isJson(contentType) && !body?.cut ? parse(body?.text) : undefined;
  return {
    ...(json !== undefined && { shape: toShape(json) }),
    ...(headers !== undefined && { headers: byName(headers) }),
  };
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Values of the same name as one, as RFC 9110 (section 5.3) has it. */
function byName(headers: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  const joined = new Map<string, string>();
  for (const [name, value] of headers) {
    const before = joined.get(name.toLowerCase());
    joined.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(joined);
}
