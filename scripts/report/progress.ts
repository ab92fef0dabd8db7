import { MultiBar } from 'cli-progress';
import { visible } from '../base/visible.ts';
import { count, listOf, wholeSeconds } from '../base/words.ts';
import { longestWaitingText } from '../model/waiting.ts';

/** `perMinute` is missing if nothing limits the pace. */
export type Planned = { readonly name: string; readonly total: number; readonly perMinute?: number };

type Stream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** What the progress is updated with. */
export type Progress = {
  /** A request is done, with this number of findings. */
  advance(region: string, findings: number): void;
  /** A request will be sent again after a wait. */
  wait(region: string, text: string): void;
  stop(): void;
};

/**
 * Shows on the stream how far each region is: bars on a terminal, else a line for each quarter; never in colour.
 * @param now milliseconds since any fixed moment
 */
export function createProgress(regions: readonly Planned[], stream: Stream, now: () => number): Progress {
  const { show, wait, stop } = stream.isTTY ? bars(regions, stream) : lines(regions, stream);
  const start = now();
  const done = new Map(regions.map((region) => [region.name, unstarted(region)]));
  return {
    advance: (name, findings) => {
      const before = done.get(name);
      if (before === undefined) return;
      const requests = before.requests + 1;
      const after = { ...before, requests, findings: before.findings + findings, elapsedMs: now() - start };
      done.set(name, after);
      show(after);
    },
    wait: (name, text) => {
      const region = done.get(name);
      if (region !== undefined) wait(region, text);
    },
    stop,
  };
}

type Done = Planned & { readonly requests: number; readonly findings: number; readonly elapsedMs: number };

function unstarted(region: Planned): Done {
  return { ...region, requests: 0, findings: 0, elapsedMs: 0 };
}

type View = {
  readonly show: (done: Done) => void;
  readonly wait: (done: Done, text: string) => void;
  readonly stop: () => void;
};

/** The time left at the rate limit, or at the pace so far if the region is slower. */
function timeLeft({ requests, total, perMinute, elapsedMs }: Done): string {
  const remaining = Math.max(0, total - requests);
  const secondsAtLimit = perMinute === undefined ? 0 : (remaining * 60) / perMinute;
  const secondsAtThisPace = requests === 0 ? 0 : (remaining * elapsedMs) / requests / 1000;
  const seconds = Math.ceil(Math.max(secondsAtLimit, secondsAtThisPace));
  return `about ${wholeSeconds(seconds < 60 ? seconds : Math.ceil(seconds / 60) * 60)} left`;
}

/** The largest widths of the bar and of a region's name, in columns. */
const maxWidth = { bar: 20, name: 20 } as const;

function bars(regions: readonly Planned[], stream: Stream): View {
  const width = Math.min(maxWidth.name, Math.max(0, ...regions.map(({ name }) => name.length)));
  const digits = 2 * Math.max(0, ...regions.map(({ total }) => String(total).length));
  const notes = ['9,999 findings, about 9,999 min left', longestWaitingText].map(({ length }) => length);
  const text = ' [] '.length + digits + ' of , '.length + Math.max(...notes);
  const barsize = Math.max(1, Math.min(maxWidth.bar, (stream.columns ?? 80) - 1 - width - text));
  const format = '{label} [{bar}] {value} of {total}, {note}';
  // Leave the cursor and wrapping of the terminal alone, and install no handler that would swallow Ctrl-C.
  const safe = { hideCursor: false, linewrap: true, gracefulExit: false };
  const multi = new MultiBar({ format, stream, barsize, clearOnComplete: true, ...safe });
  const progress = (done: Done): string => {
    const left = done.requests === 0 && done.perMinute === undefined ? '' : `, ${timeLeft(done)}`;
    return `${count(done.findings, 'finding')}${left}`;
  };
  const start = (region: Planned) => {
    const label = shortened(visible(region.name), width).padEnd(width);
    return multi.create(region.total, 0, { label, note: progress(unstarted(region)) });
  };
  const byName = new Map(regions.map((region) => [region.name, start(region)]));
  return {
    show: (done) => byName.get(done.name)?.update(done.requests, { note: progress(done) }),
    wait: (done, note) => byName.get(done.name)?.update(done.requests, { note: visible(note) }),
    stop: () => multi.stop(),
  };
}

function shortened(name: string, width: number): string {
  return name.length > width ? `${name.slice(0, width - 1)}…` : name;
}

function lines(regions: readonly Planned[], stream: Stream): View {
  const planned = regions.map(({ name, total }) => `${count(total, 'request')} to ${name}`);
  stream.write(`Sending ${listOf(planned)}.\n`);
  return {
    show: (done) => {
      const { name, total, perMinute, requests, findings } = done;
      if (quarter(requests, total) === quarter(requests - 1, total)) return;
      const left = perMinute === undefined || requests >= total ? '' : `, ${timeLeft(done)}`;
      stream.write(
        `${name}: ${requests} of ${count(total, 'request')}, ${count(findings, 'finding')}${left}\n`,
      );
    },
    wait: ({ name }, text) => {
      stream.write(`${name}: ${text}\n`);
    },
    stop: () => undefined,
  };
}

/** How many quarters of the work are done: more requests than planned (retries, say) don't count. */
function quarter(requests: number, total: number): number {
  return Math.min(4, Math.floor((4 * requests) / Math.max(1, total)));
}
