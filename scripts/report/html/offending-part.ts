import { joinPointer } from '../../base/pointer.ts';
import type { Finding } from '../../model/run-result.ts';

/** What part of a response a finding is about. */
export type OffendingPart = {
  readonly status: boolean;
  readonly time: boolean;
  /** In lower case. */
  readonly header?: string;
  /** JSON pointers of places in the body; the first that is there is meant. */
  readonly body: readonly string[];
};

const nothing: OffendingPart = { status: false, time: false, body: [] };

/** By the check that failed: what is not in the body. */
const elsewhere: Readonly<Record<string, Partial<OffendingPart>>> = {
  status: { status: true },
  method: { status: true },
  budget: { time: true },
  'media-type': { header: 'content-type' },
};

/** What a finding marks in the response. */
export function toOffence({ check, message, expected = '', instance }: Finding): OffendingPart {
  const header = /\bthe header ([^\s:]+)/.exec(message)?.[1]?.toLowerCase();
  const name = /^no property `(.+)`$/.exec(expected)?.[1];
  return {
    ...nothing,
    ...elsewhere[check],
    ...(header !== undefined && { header }),
    ...(instance !== undefined && {
      body: [...(name === undefined ? [] : [joinPointer(instance, name)]), instance],
    }),
  };
}
