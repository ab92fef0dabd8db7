import { movedBy, seedHistory } from './history.ts';
import { longId, numberFrom, objectId } from './ids.ts';
import { createLimiter } from './limiter.ts';
import { createRandom } from './random.ts';
import { type River, seedRivers, type Table } from './river.ts';
import { type PlannedRun, type Run, standing } from './run.ts';

/** One region's rivers and runs. It changes by `start` and by the clock only. */
export type SimulatorContext = {
  readonly region: string;
  readonly accountId: string;
  readonly environmentId: string;
  readonly now: () => number;
  /** The river with this id in paths; undefined when there is none, or no longer. */
  readonly river: (crossId: string) => River | undefined;
  /** All runs as they stand now. */
  readonly runs: () => readonly Run[];
  /** Starts the tables as one run group and returns the first of its runs. */
  readonly start: (what: Startable) => Run;
  /** The river or sub river with this id and what a start of it runs. */
  readonly startable: (id: string) => Startable | undefined;
  readonly startLimits: StartLimits;
};

type Startable = { readonly river: River; readonly tables: readonly Table[] };
type WorldOptions = {
  readonly region: string;
  readonly clock: () => number;
  readonly seed: number;
  readonly endsIn?: number;
};

/** After a start: milliseconds until a run begins, and until it ends. */
const begins = 1000;
const ends = 3000;

/** A region as it is when the simulator starts: ten days of history before the clock. */
export function createWorld({ region, clock, seed, endsIn }: WorldOptions): SimulatorContext {
  const rivers = seedRivers(region);
  const random = createRandom(numberFrom(region, 'started', seed));
  const planned: PlannedRun[] = [...seedHistory(region, rivers, clock(), seed, endsIn)];

  function start({ river, tables }: Startable): Run {
    const startedAt = clock();
    const id = (position: number): string =>
      longId(region, 'started', seed, startedAt, planned.length + position);
    const groupId =
      tables.length === 1 ? id(0) : longId(region, 'started group', seed, startedAt, planned.length);
    const started = tables.map((table, position) => ({
      id: id(position),
      groupId,
      river,
      table,
      startedAt,
      beginsAt: startedAt + begins,
      endsAt: startedAt + ends,
      outcome: 'succeeded' as const,
      error: null,
      moved: movedBy(random),
    }));
    planned.push(...started);
    const [first] = started;
    if (first === undefined) throw new Error(`The river ${river.key} has nothing to run`);
    return standing(first, startedAt);
  }

  return {
    region,
    ...placeOf(region),
    now: clock,
    river: (crossId) => rivers.find((river) => !river.deleted && river.crossId === crossId.toLowerCase()),
    runs: () => {
      const now = clock();
      return planned.map((run) => standing(run, now));
    },
    start,
    startLimits: createStartLimits(clock),
    startable: (id) => findStartable(rivers, id.toLowerCase()),
  };
}

/** The account and environment of a region. */
export function placeOf(region: string): { readonly accountId: string; readonly environmentId: string } {
  return { accountId: objectId(region, 'account'), environmentId: objectId(region, 'environment') };
}

function findStartable(rivers: readonly River[], id: string): Startable | undefined {
  const candidates = rivers
    .filter((river) => !river.deleted)
    .map((river) => ({
      river,
      tables:
        river.crossId === id ? river.tables : river.tables.filter(({ subRiver }) => subRiver?.id === id),
    }));
  return candidates.find(({ tables }) => tables.length > 0);
}

/** The documented limits of starting rivers, both within a minute. */
type StartLimits = {
  /** Counts a start, or says why it may not be and for how many seconds. */
  readonly take: (
    river: string,
    user: string,
  ) => { readonly sentence: string; readonly wait: number } | undefined;
};

/** A river twice a minute, and rivers 15 times a minute for a user. */
function createStartLimits(clock: () => number): StartLimits {
  const byRiver = createLimiter(2, 60, clock);
  const byUser = createLimiter(15, 60, clock);

  return {
    take: (river, user) => {
      const waits = [
        { sentence: 'This river was run twice within a minute', wait: byRiver.wait(river) },
        { sentence: 'Rivers were run 15 times within a minute', wait: byUser.wait(user) },
      ];
      const limited = waits.find(({ wait }) => wait > 0);
      if (limited === undefined) {
        byRiver.record(river);
        byUser.record(user);
      }
      return limited;
    },
  };
}
