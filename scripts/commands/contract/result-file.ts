import Ajv2020, { type ErrorObject } from 'ajv/dist/2020.js';
import { visible } from '../../base/visible.ts';
import { type Named, readText, unusable } from '../../io/read-text.ts';
import type { Earlier } from '../../judge/compare/baseline.ts';
import type { Api } from '../../model/api.ts';
import schema from '../../model/result.schema.json' with { type: 'json' };

const maxBytes = 100_000_000;

const ajv = new Ajv2020.default({ strict: false, logger: false });

/** The earlier runs to compare with. */
export type EarlierOptions = {
  /** The `result.json` that shows what is new and what is fixed. */
  readonly baseline?: string;
  /** The `result.json` whose failures are run again. */
  readonly onlyFailed?: string;
};

export type EarlierRuns = { readonly baseline?: ReadResult; readonly failed?: ReadResult };

export type ReadResult = { readonly named: Named; readonly earlier: Earlier };

/** Reads the files of both options. Called first, so that a broken file is reported at once. */
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
  const data = parse(named, await readText(named, maxBytes));
  const validate = ajv.compile<Earlier>(schema);
  if (validate(data)) return { named, earlier: data };
  const advice = 'Give a file that `contract --report-dir` of this version wrote';
  throw unusable(
    named,
    `it is not a result.json that this version can read: ${first(validate.errors)}. ${advice}`,
  );
}

/** @throws UsageError for a result of another API */
export function requireApi({ baseline, failed }: EarlierRuns, api: Pick<Api, 'title'>): void {
  for (const read of [baseline, failed]) if (read !== undefined) requireSameApi(read, api);
}

/** @throws UsageError if the result is of another API */
export function requireSameApi({ named, earlier }: ReadResult, { title }: Pick<Api, 'title'>): void {
  const about = earlier.spec.title;
  if (about !== title)
    throw unusable(named, `it is a result of ${oneLine(about)}, but the spec describes ${title}`);
}

function parse(named: Named, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message is left out because it quotes the file.
    throw unusable(named, 'it is not JSON, or it is truncated');
  }
}

function first(errors: readonly ErrorObject[] | null | undefined): string {
  const [error] = errors ?? [];
  const key: unknown = error?.params.additionalProperty;
  const detail = typeof key === 'string' ? ` (${key})` : '';
  const place = error?.instancePath ? error.instancePath : 'its top level';
  return oneLine(`${place} ${error?.message ?? 'is wrong'}${detail}`);
}

/** Text of the file as one short line that can't control the terminal. */
function oneLine(text: string): string {
  const line = visible(text).replace(/\s+/g, ' ');
  return line.length > maxLength ? `${line.slice(0, maxLength)}...` : line;
}

const maxLength = 200;
