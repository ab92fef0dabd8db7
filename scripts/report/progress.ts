import { MultiBar } from 'cli-progress';
import { count, listOf } from './words.ts';

export type Planned = { readonly name: string; readonly total: number };

type Stream = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** `advance` is called for each request that is done, with the number of findings that it gave. */
export type Progress = { advance(region: string, findings: number): void; stop(): void };

/** Shows on the stream how far each region is: bars on a terminal, else a line for each quarter; never in colour. */
export function createProgress(regions: readonly Planned[], stream: Stream): Progress {
  const { show, stop } = stream.isTTY ? bars(regions, stream) : lines(regions, stream);
  const done = new Map(regions.map((region) => [region.name, { ...region, requests: 0, findings: 0 }]));
  return {
    advance: (name, findings) => {
      const before = done.get(name);
      if (before === undefined) return;
      const now = { ...before, requests: before.requests + 1, findings: before.findings + findings };
      done.set(name, now);
      show(now);
    },
    stop,
  };
}

type Done = Planned & { readonly requests: number; readonly findings: number };

type View = { readonly show: (done: Done) => void; readonly stop: () => void };

function bars(regions: readonly Planned[], stream: Stream): View {
  const width = Math.max(0, ...regions.map(({ name }) => name.length));
  const format = '{label} [{bar}] {value} of {total}, {found}, {eta_formatted} left';
  // Nothing that would have to be undone, and no handler that keeps Ctrl-C from ending the program.
  const safe = { hideCursor: false, linewrap: true, gracefulExit: false };
  const multi = new MultiBar({ format, stream, barsize: 20, clearOnComplete: true, ...safe });
  const start = ({ name, total }: Planned) =>
    multi.create(total, 0, { label: name.padEnd(width), found: count(0, 'finding') });
  const byName = new Map(regions.map((region) => [region.name, start(region)]));
  return {
    show: ({ name, requests, findings }) =>
      byName.get(name)?.update(requests, { found: count(findings, 'finding') }),
    stop: () => multi.stop(),
  };
}

function lines(regions: readonly Planned[], stream: Stream): View {
  const planned = regions.map(({ name, total }) => `${count(total, 'request')} to ${name}`);
  stream.write(`Sending ${listOf(planned)}.\n`);
  return {
    show: ({ name, total, requests, findings }) => {
      if (quarter(requests, total) === quarter(requests - 1, total)) return;
      stream.write(`${name}: ${requests} of ${count(total, 'request')}, ${count(findings, 'finding')}\n`);
    },
    stop: () => undefined,
  };
}

/** How many quarters of the work are done: more requests than planned (retries, say) don't count. */
function quarter(requests: number, total: number): number {
  return Math.min(4, Math.floor((4 * requests) / Math.max(1, total)));
}
