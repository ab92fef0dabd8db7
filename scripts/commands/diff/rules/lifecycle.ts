import { isObject } from '../../../base/read.ts';
import type { Spec } from '../../../model/spec.ts';
import type { Subject } from './change-rules.ts';
import type { KeyChange } from './found-change.ts';
import type { Pair } from './pair.ts';
import { quote } from './parts.ts';

/** Both specs, and what the end of something needs. */
export type Specs = Pair<Spec> & {
  /** As `2026-12-31`. */
  readonly today: string;
  /** How many days before its `x-sunset` something must be deprecated; without it, `x-sunset` is optional. */
  readonly sunsetDays?: number;
};

/** What is said of a part that is gone, by what the earlier spec announced. */
export function removal(
  { today }: Pick<Specs, 'today'>,
  subject: Subject,
  text: string,
  part: unknown,
): {
  readonly rule: `${Subject}-removed${'' | '-deprecated' | '-before-sunset' | '-after-sunset'}`;
  readonly text: string;
} {
  const { deprecated, sunset } = lifeOf(part);
  const day = dayOf(sunset);
  if (!deprecated) return { rule: `${subject}-removed`, text };
  if (day === undefined) return { rule: `${subject}-removed-deprecated`, text: `${text}; it was deprecated` };
  return day > today
    ? { rule: `${subject}-removed-before-sunset`, text: `${text}, before its \`x-sunset\` ${day}` }
    : { rule: `${subject}-removed-after-sunset`, text: `${text}, after its \`x-sunset\` ${day}` };
}

type Life = {
  readonly deprecated: boolean;
  /** `x-sunset`: the day after which it may be gone, as in RFC 8594. */
  readonly sunset: unknown;
  readonly stability: unknown;
};

function lifeOf(part: unknown): Life {
  const said = isObject(part) ? part : {};
  return {
    deprecated: said['deprecated'] === true,
    sunset: said['x-sunset'],
    stability: said['x-stability-level'],
  };
}

/** The day of a date or date-time of RFC 3339, which YAML 1.2 reads as a text. */
function dayOf(sunset: unknown): string | undefined {
  if (typeof sunset !== 'string' || !/^\d{4}-\d\d-\d\d($|[Tt ]\d\d:\d\d)/.test(sunset)) return undefined;
  const day = sunset.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : day;
}

/** From what anybody may change to what is kept. */
const levels = ['draft', 'alpha', 'beta', 'stable'];

/** Whether a part is not promised to stay: its `x-stability-level` is draft or alpha. */
export function isUnstable(part: unknown): boolean {
  const level = levels.indexOf(String(lifeOf(part).stability));
  return level >= 0 && level < levels.indexOf('beta');
}

/** The suffix of a rule, the key at fault, what is said, and whether it applies. */
type Row = readonly [rule: LifecycleRule, key: string, message: string, applies: boolean];

type LifecycleRule =
  | 'deprecated'
  | 'reactivated'
  | `sunset-${'added' | 'later' | 'earlier' | 'removed' | 'malformed' | 'missing' | 'too-soon'}`
  | `stability-${'increased' | 'decreased' | 'malformed'}`;

/** The rows of deprecation, sunset and stability. The name of an operation is left out. */
export function lifecycleRows(
  specs: Pick<Specs, 'today' | 'sunsetDays'>,
  subject: Subject,
  name: string | undefined,
  parts: Pair<unknown>,
): KeyChange[] {
  const [base, revision] = [lifeOf(parts.base), lifeOf(parts.revision)];
  return [...sunsetRows(specs, base, revision), ...stabilityRows(base, revision)].map(
    ([rule, key, message, applies]) =>
      applies && [key, name === undefined ? message : `${name} ${message}`, `${subject}-${rule}`],
  );
}

function sunsetRows(
  { today, sunsetDays }: Pick<Specs, 'today' | 'sunsetDays'>,
  base: Life,
  revision: Life,
): Row[] {
  const [before, now] = [dayOf(base.sunset), dayOf(revision.sunset)];
  const isNew = revision.deprecated && (!base.deprecated || before !== now);
  const first = sunsetDays === undefined ? '' : dayAfter(today, sunsetDays);
  const isMalformed = revision.sunset !== undefined && now === undefined && base.sunset !== revision.sunset;
  const isGone = before !== undefined && revision.sunset === undefined && revision.deprecated;
  const key = 'x-sunset';
  return [
    ['deprecated', 'deprecated', 'is now deprecated', revision.deprecated && !base.deprecated],
    ['reactivated', 'deprecated', 'is no longer deprecated', base.deprecated && !revision.deprecated],
    [
      'sunset-malformed',
      key,
      `has the \`x-sunset\` ${quote(revision.sunset)}, which is not a date of RFC 3339`,
      isMalformed,
    ],
    ['sunset-added', key, `has \`x-sunset\` ${now}`, before === undefined && now !== undefined],
    ['sunset-removed', key, `no longer has \`x-sunset\` ${before}`, isGone],
    ['sunset-earlier', key, `has \`x-sunset\` ${now} instead of ${before}`, isBefore(now, before)],
    ['sunset-later', key, `has \`x-sunset\` ${now} instead of ${before}`, isBefore(before, now)],
    [
      'sunset-missing',
      'deprecated',
      'is deprecated without `x-sunset`',
      isNew && first !== '' && !isGone && revision.sunset === undefined,
    ],
    [
      'sunset-too-soon',
      key,
      `has \`x-sunset\` ${now}, which is before ${first}`,
      isNew && isBefore(now, first),
    ],
  ];
}

function isBefore(day: string | undefined, other: string | undefined): boolean {
  return day !== undefined && other !== undefined && day < other;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Without a level, a part is stable. */
function stabilityRows({ stability: before = 'stable' }: Life, { stability: now = 'stable' }: Life): Row[] {
  const [was, is] = [levels.indexOf(String(before)), levels.indexOf(String(now))];
  const key = 'x-stability-level';
  const message = `is now ${quote(now)} instead of ${quote(before)}`;
  const list = levels.map(quote).join(', ');
  return [
    [
      'stability-malformed',
      key,
      `has the stability ${quote(now)}, which is none of ${list}`,
      is < 0 && before !== now,
    ],
    ['stability-increased', key, message, was >= 0 && is > was],
    ['stability-decreased', key, message, is >= 0 && is < was],
  ];
}
