import { longId, numberFrom } from './ids.ts';
import { createRandom, type Random } from './random.ts';
import type { River, Table } from './river.ts';
import { nothingMoved, type PlannedRun } from './run.ts';

const day = 86_400_000;

/** The number of starts of each river, and how many days ago they were. */
const calendar: Readonly<
  Record<string, { readonly starts: number; readonly from: number; readonly to: number }>
> = {
  orders: { starts: 36, from: 0, to: 10 },
  tickets: { starts: 9, from: 0.1, to: 10 },
  invoices: { starts: 14, from: 0.2, to: 10 },
  finance: { starts: 10, from: 0.3, to: 10 },
  notify: { starts: 8, from: 0.4, to: 10 },
  export: { starts: 4, from: 8, to: 10 },
};

/** The outcomes of starts, in turn. The two newest starts of the main river have not ended yet. */
const endings = [
  'succeeded',
  'partial',
  'failed',
  'succeeded',
  'canceled',
  'succeeded',
  'skipped',
  'succeeded',
] as const;

type Ending = (typeof endings)[number];
type Start = { readonly river: River; readonly index: number; readonly at: number; readonly random: Random };

/** The id of a run of the history, or of its group. */
export function historicRunId(region: string, river: string, start: number, table: number | 'group'): string {
  return longId(region, 'run', river, start, table);
}

/** A start of the main river of which all runs succeeded; the local variables have the id of its first run. */
export const exemplaryStart = 2;

/** Where and when a history is made. */
type Origin = {
  readonly region: string;
  readonly now: number;
  readonly seed: number;
  /**
   * Milliseconds from `now` until unfinished runs begin to end, one after the other; by default they end a day after
   * their start.
   */
  readonly endsIn: number | undefined;
};

/** The runs of the ten days before `now`. Ids are the same for every seed; the rest depends on it. */
export function seedHistory(
  rivers: readonly River[],
  { region, now, seed, endsIn }: Origin,
): readonly PlannedRun[] {
  const end = endsIn === undefined ? undefined : now + endsIn;
  const random = createRandom(numberFrom(region, 'history', seed));
  return rivers.flatMap((river) => {
    const { starts, from, to } = calendar[river.key] ?? { starts: 0, from: 0, to: 0 };
    const step = ((to - from) * day) / (starts + 1);
    return Array.from({ length: starts }, (_, index) => {
      const back = from * day + (index + 0.5) * step - random(0, Math.floor(step / 3));
      return toRuns(region, { river, index, at: now - back, random }, end);
    }).flat();
  });
}

function toRuns(region: string, start: Start, end: number | undefined): readonly PlannedRun[] {
  const { river, index } = start;
  const id = (table: number | 'group'): string => historicRunId(region, river.key, index, table);
  const alone = river.tables.length === 1;
  return river.tables.map((table, position) => ({
    id: id(position),
    groupId: alone ? id(0) : id('group'),
    river,
    table,
    ...(isLive(start)
      ? liveCourse(start, end === undefined ? undefined : end + position * endsApart)
      : pastCourse(start, table, position)),
  }));
}

/** Milliseconds between the ends of two unfinished runs. */
const endsApart = 1500;

function isLive({ river, index }: Start): boolean {
  return river.key === 'orders' && index < exemplaryStart;
}

type Course = Omit<PlannedRun, 'id' | 'groupId' | 'river' | 'table'>;

/** The newest start is pending and the one before is running, until a day after their start or the given end. */
function liveCourse({ index, at, random }: Start, end?: number): Course {
  const startedAt = wholeSecond(at);
  const endsAt = end ?? startedAt + day;
  const beginsAt = index === 0 ? endsAt : startedAt + 5000;
  const moved = end === undefined ? nothingMoved : movedBy(random);
  return { startedAt, beginsAt, endsAt, outcome: 'succeeded', error: null, moved };
}

function pastCourse({ index, at, random }: Start, table: Table, position: number): Course {
  const ending = endings[(index + endings.length - exemplaryStart) % endings.length] ?? 'succeeded';
  const outcome = outcomeOf(ending, position);
  const fraction = index % 5 === 0 ? 589 : 0;
  const startedAt = wholeSecond(at) + position * 1000 + fraction;
  const duration = outcome === 'skipped' ? 0 : random(5, 400) * 1000;
  return {
    startedAt,
    beginsAt: startedAt,
    endsAt: startedAt + duration,
    outcome,
    error: errorOf(outcome, table, random),
    moved: outcome === 'succeeded' ? movedBy(random) : nothingMoved,
  };
}

function outcomeOf(ending: Ending, position: number): PlannedRun['outcome'] {
  if (ending !== 'partial') return ending;
  return position === 1 ? 'failed' : 'succeeded';
}

function errorOf(outcome: PlannedRun['outcome'], { source }: Table, random: Random): string | null {
  const warning = random(1, 8) === 1 ? 'Done With Warning: some rows were not loaded' : null;
  const errors = {
    succeeded: warning,
    failed: `The table ${source} was not found in the source`,
    canceled: 'Run canceled',
    skipped: 'The river was running already',
  };
  return errors[outcome];
}

/** What a succeeded run moved and consumed. */
export function movedBy(random: Random): PlannedRun['moved'] {
  const files = random(1, 6);
  return {
    units: random(1, 8) / 4,
    rows: random(100, 50_000),
    files,
    bytes: files * random(1024, 1_048_576),
  };
}

function wholeSecond(at: number): number {
  return Math.floor(at / 1000) * 1000;
}
