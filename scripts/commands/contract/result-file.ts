import Ajv2020, { type ErrorObject } from 'ajv/dist/2020.js';
import { visible } from '../../base/visible.ts';
import { type Named, readText, unusable } from '../../io/read-text.ts';
import type { Earlier } from '../../judge/compare/baseline.ts';
import type { Api } from '../../model/api.ts';
import schema from '../../model/result.schema.json' with { type: 'json' };

const mostBytes = 100_000_000;

/** What earlier runs found, to be compared with this one. */
export type EarlierOptions = {
  /** The `result.json` to tell from what is new and what is fixed. */
  readonly baseline?: string;
  /** The `result.json` of which only what failed is run again. */
  readonly onlyFailed?: string;
};

export type EarlierRuns = { readonly baseline?: ReadResult; readonly failed?: ReadResult };

export type ReadResult = { readonly named: Named; readonly earlier: Earlier };

/** Reads all that the options name, before anything else is done. */
export async function readEarlierRuns({ baseline, onlyFailed }: EarlierOptions): Promise<EarlierRuns> {
  return {
    ...(baseline !== undefined && { baseline: await readResult({ option: '--baseline', file: baseline }) }),
    ...(onlyFailed !== undefined && {
      failed: await readResult({ option: '--only-failed', file: onlyFailed }),
    }),
  };
}

/** Reads the `result.json` of an earlier run. */
export async function readResult(named: Named): Promise<ReadResult> {
  const data = parse(named, await readText(named, mostBytes));
  const validate = new Ajv2020.default({ strict: false, logger: false }).compile<Earlier>(schema);
  if (validate(data)) return { named, earlier: data };
  const advice = 'Give one that `contract --report-dir` of this version wrote';
  throw unusable(
    named,
    `it is no result.json as this version reads it: ${first(validate.errors)}. ${advice}`,
  );
}

/** A result of another API is a mistake. */
export function requireApi({ baseline, failed }: EarlierRuns, api: Pick<Api, 'title'>): void {
  for (const read of [baseline, failed]) if (read !== undefined) requireSameApi(read, api);
}

/** A result of another API says nothing about this one. */
export function requireSameApi({ named, earlier }: ReadResult, { title }: Pick<Api, 'title'>): void {
  const about = earlier.spec.title;
  if (about !== title)
    throw unusable(named, `it is about ${oneLine(about)}, and the description is of ${title}`);
}

function parse(named: Named, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What the parser says quotes the file.
    throw unusable(named, 'it is not JSON, or it is cut off');
  }
}

function first(errors: readonly ErrorObject[] | null | undefined): string {
  const [error] = errors ?? [];
  const key: unknown = error?.params.additionalProperty;
  const detail = typeof key === 'string' ? ` (${key})` : '';
  const place = error?.instancePath ? error.instancePath : 'its top level';
  return oneLine(`${place} ${error?.message ?? 'is wrong'}${detail}`);
}

/** Text of the file as a short line that can't write on the terminal. */
function oneLine(text: string): string {
  const line = visible(text).replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}...` : line;
}

const longest = 200;
