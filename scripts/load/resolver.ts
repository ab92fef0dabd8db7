import { realpath } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { BaseResolver, Source, YamlParseError } from '@redocly/openapi-core';
import { type Parsed, parse } from './parse.ts';
import { readBody, readText } from './read-text.ts';
import { seal } from './seal.ts';

/** What the references of a spec may read. */
export type ReferenceOptions = {
  /** The folder that references of files stay in; the spec's own where none is given. */
  readonly refRoot?: string;
  /** Whether references to `http` and `https` are followed. */
  readonly allowRemote?: boolean;
  /** Until the remote references of a spec are given up, all of them together. */
  readonly remoteMilliseconds?: number;
};

/** For all references of a spec together. */
const mostDocuments = 5000;

/**
 * Reads what references name, for Redocly's linter and bundler. Specs come from strangers, so files outside of one
 * folder and the network are refused, each with its remedy.
 */
export class GuardedResolver extends BaseResolver {
  readonly #folder: string;
  readonly #root: string;
  readonly #refusal: string;
  readonly #allowRemote: boolean;
  readonly #remoteMilliseconds: number;
  readonly #documents = new Map<string, Parsed>();
  readonly #unseal: (() => void)[] = [];
  #deadline: AbortSignal | undefined;

  /** @param file the absolute path of the spec */
  constructor(file: string, parsed: Parsed, options: ReferenceOptions) {
    super();
    const { refRoot, allowRemote = false, remoteMilliseconds = 15_000 } = options;
    this.#remoteMilliseconds = remoteMilliseconds;
    this.#folder = dirname(file);
    this.#root = refRoot === undefined ? this.#folder : resolve(refRoot);
    this.#refusal =
      refRoot === undefined
        ? 'is outside of the folder of the spec; `--ref-root DIR` allows another folder'
        : `is outside of \`${refRoot}\`, the folder that \`--ref-root\` allows`;
    this.#allowRemote = allowRemote;
    this.#documents.set(file, parsed);
    this.#unseal.push(seal(parsed.data, true));
  }

  override async loadExternalRef(reference: string): Promise<Source> {
    if (this.cache.size > mostDocuments) throw new Error(`the spec has more than ${mostDocuments} files`);
    if (/^https?:\/\//.test(reference)) return this.#fetch(reference);
    if (/^[a-z][a-z\d+.-]+:/i.test(reference)) throw new Error('only files, `http` and `https` can be read');
    await this.#requireInside(reference);
    const text = await readText(reference);
    return new Source(reference, text.replaceAll('\r\n', '\n'));
  }

  override parseDocument(source: Source, isRoot = false): ReturnType<BaseResolver['parseDocument']> {
    const path = source.absoluteRef.replace(/[?#].*$/, '');
    const isData = /\.(ya?ml|json)$/i.test(path) || /json|yaml|openapi/.test(source.mimeType ?? '');
    if (!isData) return super.parseDocument(source, isRoot);
    const parsed = parse(source.body, source.absoluteRef);
    const [problem] = parsed.problems;
    if (problem !== undefined) {
      const { line, column } = problem.location ?? { line: 1, column: 1 };
      throw new YamlParseError(new Error(`${problem.message} (${line}:${column})`), source);
    }
    this.#documents.set(source.absoluteRef, parsed);
    this.#unseal.push(seal(parsed.data, false));
    return { source, parsed: parsed.data };
  }

  /** A document that was read, by its absolute path or address. */
  documentAt(reference: string): Parsed | undefined {
    return this.#documents.get(reference);
  }

  /** Puts back what was hidden from Redocly, in all documents. */
  unseal(): void {
    for (const restore of this.#unseal) restore();
  }

  async #requireInside(file: string): Promise<void> {
    const root = await realpath(this.#root).catch(() => this.#root);
    const path = await realpath(file).catch(() => file);
    if (`${path}${sep}`.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) return;
    throw new Error(`\`${relative(this.#folder, file)}\` ${this.#refusal}`);
  }

  async #fetch(url: string): Promise<Source> {
    if (!this.#allowRemote) throw new Error(`\`${url}\` is on the network, which needs \`--allow-remote\``);
    this.#deadline ??= AbortSignal.timeout(this.#remoteMilliseconds);
    try {
      const response = await fetch(url, { signal: this.#deadline });
      if (!response.ok) throw new Error(`the server returned status ${response.status}`);
      const text = response.body === null ? '' : await readBody(response.body);
      return new Source(url, text, response.headers.get('content-type') ?? undefined);
    } catch (error) {
      if (!this.#deadline.aborted) throw new Error(reasonOf(error));
      throw new Error(`the remote references took more than ${this.#remoteMilliseconds / 1000} seconds`);
    }
  }
}

/** What undici reports only in `cause`, such as a refused connection. */
function reasonOf(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  return cause instanceof Error && cause.message !== '' ? `${message}: ${cause.message}` : message;
}
