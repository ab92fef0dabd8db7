import { fork } from 'node:child_process';
import { env, execArgv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { Message } from './child.ts';
import type { Job, Listener, Runner, Running } from './job.ts';

const program = fileURLToPath(new URL('./child.js', import.meta.url));

/**
 * With large responses, V8 by default lets several hundred megabytes of garbage pile up. A heap that grows by a fifth at
 * a time needs less memory and about the same time.
 */
const slowGrowth = '--heap-growing-percent=20';

/** Limits the memory of this process, as far as a running process can. */
export function saveMemory(): void {
  setFlagsFromString(slowGrowth);
}

/** Milliseconds that an item may take besides its delay and its request, before its process is killed. */
const defaultPatienceMs = 180_000;

/**
 * The environment variables that newman and Node may need to run, reach a proxy or trust a server. The secrets of other
 * regions are not passed on.
 */
const passedOn =
  /^(path|home|tmp|temp|tmpdir|systemroot|tz|lang|lc_.*|node_.*|(https?|all|no)_proxy|ssl_cert_(file|dir))$/i;

/** A response of at least this size in bytes may be why the checks do not end. */
const largeResponse = 1024 * 1024;

/** The number of characters of a crashed process's stderr that are kept. */
const maxStderr = 2_000;

/**
 * Creates a runner that starts a process for each job. Neither a crash nor an endless script affects another region, and
 * the process can be killed, whereas newman can't be stopped.
 */
export function createChildRunner({ patienceMs = defaultPatienceMs } = {}): Runner {
  return (job, listener) => runInChild(job, listener, patienceMs);
}

function runInChild(job: Job, listener: Listener, patienceMs: number): Running {
  const child = fork(program, {
    execArgv: [...execArgv, slowGrowth, '--max-semi-space-size=4'],
    env: Object.fromEntries(Object.entries(env).filter(([name]) => passedOn.test(name))),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const stop = (): void => {
    child.kill('SIGKILL');
  };
  let stderr = '';
  let size = 0;
  child.stderr?.on('data', (chunk) => {
    stderr = `${stderr}${chunk}`.slice(-maxStderr);
  });
  const ended = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(whyEndless(size))),
      patienceMs + job.delayMs + job.timeoutMs,
    );
    child
      // An exception in this callback is a bug, and ends the program.
      .on('message', (message: Message) => {
        timer.refresh();
        size = 'received' in message ? message.received : 0;
        if ('failed' in message) reject(new Error(message.failed));
        else if ('done' in message) resolve();
        else notify(listener, message);
      })
      .on('error', reject)
      .on('close', (code, signal) => {
        clearTimeout(timer);
        reject(new Error(`its process ended with ${signal ?? `exit status ${code}`}${reasonIn(stderr)}`));
      });
  });
  child.send(job);
  return { ended: ended.finally(stop), stop };
}

function notify({ onItem, onWaiting }: Listener, message: Message): void {
  if ('item' in message) onItem(message.item);
  else if ('waiting' in message) onWaiting(message.waiting);
}

/** @param size bytes of the response that is being checked; 0 without one */
function whyEndless(size: number): string {
  if (size < largeResponse) return 'a script or a request does not end';
  return `the checks of a response of ${Math.round(size / 1024 / 1024)} MiB do not end`;
}

/** The line of a stack that names the error, or the last line. */
function reasonIn(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((one) => /^\S*(Error|FATAL)\b/.test(one)) ?? lines.at(-1);
  return `: ${line ?? 'perhaps a user stopped it, or the system ran out of memory'}`;
}
