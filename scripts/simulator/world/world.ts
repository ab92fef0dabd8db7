import { movedBy, seedHistory } from './history.ts';
import { longId, numberFrom, objectId } from './ids.ts';
import { createLimiter } from './limiter.ts';
import { createRandom } from './random.ts';
import { type River, seedRivers, type Table } from './river.ts';
import { type PlannedRun, type Run, runAt } from './run.ts';

/** The rivers and runs of a region. Only `start` and the clock change it. */
export type SimulatorContext = {
  readonly region: string;
  readonly accountId: string;
  readonly environmentId: string;
  readonly now: () => number;
  /** The river with this id in paths; undefined if it does not exist or was deleted. */
  readonly river: (crossId: string) => River | undefined;
  /** All runs at this moment. */
  readonly runs: () => readonly Run[];
  /** Starts the tables as one run group and returns its first run. */
  readonly start: (what: Startable) => Run;
  /** The river or sub river with this id, and the tables that its start runs. */
  readonly startable: (id: string) => Startable | undefined;
  readonly startLimits: StartLimits;
};

type Startable = { readonly river: River; readonly tables: readonly Table[] };
type WorldOptions = {
  readonly region: string;
  readonly clock: () => number;
  readonly seed: number;
  readonly endsIn?: number | undefined;
};

/** Milliseconds from a start until a run begins, and until it ends. */
const beginsAfter = 1000;
const endsAfter = 3000;

/** A region when the simulator starts, with ten days of history. */
export function createWorld({ region, clock, seed, endsIn }: WorldOptions): SimulatorContext {
  const rivers = seedRivers(region);
  const random = createRandom(numberFrom(region, 'started', seed));
  const planned: PlannedRun[] = [...seedHistory(rivers, { region, now: clock(), seed, endsIn })];

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
      beginsAt: startedAt + beginsAfter,
      endsAt: startedAt + endsAfter,
      outcome: 'succeeded' as const,
      error: null,
      moved: movedBy(random),
    }));
    planned.push(...started);
    const [first] = started;
    if (first === undefined) throw new Error(`The river ${river.key} has nothing to run`);
    return runAt(first, startedAt);
  }

  return {
    region,
    ...accountAndEnvironment(region),
    now: clock,
    river: (crossId) => rivers.find((river) => !river.deleted && river.crossId === crossId.toLowerCase()),
    runs: () => {
      const now = clock();
      return planned.map((run) => runAt(run, now));
    },
    start,
    startLimits: createStartLimits(clock),
    startable: (id) => findStartable(rivers, id.toLowerCase()),
  };
}

/** The account and environment of a region. */
export function accountAndEnvironment(region: string): {
  readonly accountId: string;
  readonly environmentId: string;
} {
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

/** The documented limits for starting rivers, both within a minute. */
type StartLimits = {
  /** Counts a start; if it is not allowed, returns the reason and the seconds to wait. */
  readonly take: (
    river: string,
    user: string,
  ) => { readonly sentence: string; readonly wait: number } | undefined;
};

/** Each river can start twice a minute; each user can start 15 rivers a minute. */
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
