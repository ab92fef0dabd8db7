import { fork } from 'node:child_process';
import { env, execArgv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { Message } from './child.ts';
import type { Job, Listener, Runner, Running } from './job.ts';

const program = fileURLToPath(new URL('./child.js', import.meta.url));

/**
 * Left to itself V8 waits for several hundred megabytes of garbage, where each response is large. A heap that grows by a
 * fifth at a time takes about as long.
 */
const slowGrowth = '--heap-growing-percent=20';

/** Keeps this process small, as far as that can be changed once it runs. */
export function saveMemory(): void {
  setFlagsFromString(slowGrowth);
}

/** Milliseconds that an item may take beside its delay and its request: what has no end is ended by force. */
const patience = 180_000;

/**
 * Variables of the environment that newman and what it stands on may need: to run, to reach a proxy, to trust a server.
 * The secrets of other regions are none of them.
 */
const passedOn =
  /^(path|home|tmp|temp|tmpdir|systemroot|tz|lang|lc_.*|node_.*|(https?|all|no)_proxy|ssl_cert_(file|dir))$/i;

/** Bytes of a response from which on it may be its size that keeps its checks from ending. */
const largeResponse = 1024 * 1024;

/** Characters of what a process that crashed said last. */
const lastWords = 2_000;

/**
 * Runs a job in a process of its own: neither a crash nor a script without end takes another region along, and it
 * can be stopped, which newman can't.
 */
export function createApart({ patienceMs = patience } = {}): Runner {
  return (job, listener) => runApart(job, listener, patienceMs);
}

function runApart(job: Job, listener: Listener, patienceMs: number): Running {
  const child = fork(program, {
    execArgv: [...execArgv, slowGrowth, '--max-semi-space-size=4'],
    env: Object.fromEntries(Object.entries(env).filter(([name]) => passedOn.test(name))),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const stop = (): void => {
    child.kill('SIGKILL');
  };
  let said = '';
  let size = 0;
  child.stderr?.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-lastWords);
  });
  const ended = new Promise<void>((resolve, reject) => {
    const impatience = setTimeout(
      () => reject(new Error(whyEndless(size))),
      patienceMs + job.delayMs + job.timeoutMs,
    );
    child
      // What is thrown in here is a bug of ours, and ends the program.
      .on('message', (message: Message) => {
        impatience.refresh();
        size = 'received' in message ? message.received : 0;
        if ('failed' in message) reject(new Error(message.failed));
        else if ('done' in message) resolve();
        else hear(message, listener);
      })
      .on('error', reject)
      .on('close', (code, signal) => {
        clearTimeout(impatience);
        reject(new Error(`its process ended with ${signal ?? `exit status ${code}`}${reasonIn(said)}`));
      });
  });
  child.send(job);
  return { ended: ended.finally(stop), stop };
}

function hear(message: Message, { onItem, onWaiting }: Listener): void {
  if ('item' in message) onItem(message.item);
  else if ('waiting' in message) onWaiting(message.waiting);
}

/** @param size bytes of the response that is being checked; 0 where there is none */
function whyEndless(size: number): string {
  if (size < largeResponse) return 'a script or a request does not end';
  return `the checks of a response of ${Math.round(size / 1024 / 1024)} MiB do not end`;
}

/** The line of a stack that says what is wrong, or what is said last; nothing where nothing is. */
function reasonIn(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((one) => /^\S*(Error|FATAL)\b/.test(one)) ?? lines.at(-1);
  return line === undefined ? ', as when somebody, or a machine that is out of memory, ends it' : `: ${line}`;
}
