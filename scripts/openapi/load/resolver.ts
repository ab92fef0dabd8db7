import { realpath } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { BaseResolver, Source, YamlParseError } from '@redocly/openapi-core';
import type { Budget } from './budget.ts';
import { type ParsedYaml, parse } from './parse.ts';
import { readBody, readText } from './read-text.ts';
import { hideDataReferences } from './references.ts';

/** What the references of a spec may read. */
export type ReferenceOptions = {
  /** The folder that file references must stay in; the spec's own folder if missing. */
  readonly refRoot?: string;
  /** Whether references to `http` and `https` are followed. */
  readonly allowRemote?: boolean;
  /** The time limit for all remote references of a spec together. */
  readonly remoteMilliseconds?: number;
};

/** A parsed spec, and the remaining budget of its references. */
type Opened = { readonly file: string; readonly parsed: ParsedYaml; readonly budget: Budget };

/** The most files that the references of a spec may read. */
const mostDocuments = 5000;

/**
 * Reads the targets of references for Redocly's linter and bundler. Specs are untrusted, so files outside one folder and
 * the network are refused unless an option allows them.
 */
export class RestrictedResolver extends BaseResolver {
  readonly #budget: Budget;
  readonly #folder: string;
  readonly #root: string;
  readonly #refusal: string;
  readonly #allowRemote: boolean;
  readonly #remoteMilliseconds: number;
  readonly #documents = new Map<string, ParsedYaml>();
  readonly #unseal: (() => void)[] = [];
  #deadline: AbortSignal | undefined;

  /** @param file the absolute path of the spec */
  constructor({ file, parsed, budget }: Opened, options: ReferenceOptions) {
    super();
    this.#budget = budget;
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
    this.#unseal.push(hideDataReferences(parsed.data, true));
  }

  override async loadExternalRef(reference: string): Promise<Source> {
    if (this.cache.size > mostDocuments) throw new Error(`the spec has more than ${mostDocuments} files`);
    if (/^https?:\/\//.test(reference)) return this.#fetch(reference);
    if (/^[a-z][a-z\d+.-]+:/i.test(reference)) throw new Error('only files, `http` and `https` can be read');
    await this.#requireReadable(reference);
    const text = await readText(reference, this.#budget);
    return new Source(reference, text.replaceAll('\r\n', '\n'));
  }

  override parseDocument(source: Source, isRoot = false): ReturnType<BaseResolver['parseDocument']> {
    const path = source.absoluteRef.replace(/[?#].*$/, '');
    const isData = extension.test(path) || /json|yaml|openapi/.test(source.mimeType ?? '');
    if (!isData) return super.parseDocument(source, isRoot);
    const parsed = parse(source.body, source.absoluteRef, this.#budget);
    const [problem] = parsed.problems;
    if (problem !== undefined) {
      const { line, column } = problem.location ?? { line: 1, column: 1 };
      throw new YamlParseError(new Error(`${problem.message} (${line}:${column})`), source);
    }
    this.#documents.set(source.absoluteRef, parsed);
    this.#unseal.push(hideDataReferences(parsed.data, false));
    return { source, parsed: parsed.data };
  }

  /** A document that was read, by its absolute path or URL. */
  documentAt(reference: string): ParsedYaml | undefined {
    return this.#documents.get(reference);
  }

  /** Restores the keys that were hidden from Redocly, in all documents. */
  unseal(): void {
    for (const restore of this.#unseal) restore();
  }

  /** Not safe if someone replaces links in the folder meanwhile, because the file is opened by name later. */
  async #requireReadable(file: string): Promise<void> {
    const root = await realpath(this.#root).catch(() => this.#root);
    const path = await realpath(file).catch(() => file);
    const name = `\`${relative(this.#folder, file)}\``;
    if (!`${path}${sep}`.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) {
      throw new Error(`${name} ${this.#refusal}`);
    }
    if ([relative(this.#root, file), relative(root, path)].some(isHidden)) {
      throw new Error(`${name} is hidden (a name begins with a dot), so it is not read; rename it`);
    }
    if (extension.test(file) && extension.test(path)) return;
    throw new Error(`${name} is not read: only \`.yaml\`, \`.yml\` and \`.json\` files are; rename it`);
  }

  async #fetch(url: string): Promise<Source> {
    if (!this.#allowRemote) throw new Error(`\`${url}\` is on the network, which needs \`--allow-remote\``);
    this.#deadline ??= AbortSignal.timeout(this.#remoteMilliseconds);
    try {
      const response = await fetch(url, { signal: this.#deadline, redirect: 'manual' });
      const target = response.headers.get('location');
      if (target !== null) {
        throw new Error(`the server redirects to \`${target}\`; refer to that address if you trust it`);
      }
      if (!response.ok) throw new Error(`the server returned status ${response.status}`);
      const text = response.body === null ? '' : await readBody(response.body, this.#budget);
      return new Source(url, text, response.headers.get('content-type') ?? undefined);
    } catch (error) {
      if (!this.#deadline.aborted) throw new Error(reasonOf(error));
      throw new Error(`the remote references took more than ${this.#remoteMilliseconds / 1000} seconds`);
    }
  }
}

/** Extensions of OpenAPI files. Files with secrets have other extensions. */
const extension = /\.(ya?ml|json)$/i;

function isHidden(path: string): boolean {
  return path.split(sep).some((segment) => /^\.(?!\.?$)/.test(segment));
}

/** Includes `cause`, where undici reports the reason, such as a refused connection. */
function reasonOf(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  return cause instanceof Error && cause.message !== '' ? `${message}: ${cause.message}` : message;
}
