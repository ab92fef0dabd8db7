import type { Problem } from '../base/problem.ts';
import type { Contract, Discovery, Provenance } from './contract.ts';
import type { SchemaObject } from './spec.ts';

/** What the generator and the runner need of an OpenAPI description. */
export type Api = {
  readonly stem: string;
  readonly title: string;
  readonly version: string;
  readonly description: string;
  /** Environment variables are named `<envPrefix>_<REGION>_<VARIABLE>`. */
  readonly envPrefix: string;
  /** The prefix that the spec, or its title, asks for; only the project's own spec gets it. */
  readonly statedPrefix: string;
  readonly rateLimit?: RateLimit;
  readonly console?: Console;
  readonly regions: readonly Region[];
  readonly tags: readonly Tag[];
  readonly operations: readonly Operation[];
  /** Everything that a caller fills in, in the order in which people meet it. */
  readonly variables: readonly Variable[];
  /** What the description says and this program can't use, with its place. */
  readonly problems: readonly Problem[];
};

export type RateLimit = { readonly requests: number; readonly seconds: number };

/** The pages for people whose addresses hold values of variables (`x-console`). */
export type Console = {
  /** Each region's host, with its port where that is not the scheme's own. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Paths with variables in braces: `/orders/{order_id}`. */
  readonly paths: readonly string[];
};

/** A server with `x-region`: the same API elsewhere. `bases` maps each base variable to its URL. */
export type Region = { readonly name: string; readonly bases: Readonly<Record<string, string>> };

export type Tag = { readonly name: string; readonly description: string };

export type Effects = 'none' | 'changes' | 'costs';

export type Operation = {
  readonly id: string;
  readonly pointer: string;
  /** In capitals, as HTTP has it. */
  readonly method: string;
  /** With parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly deprecated: boolean;
  readonly tag: string;
  /** The variable that holds the base URL. */
  readonly base: string;
  /** What else than an answer a request brings about. With a price or changes it is sent to a live region only when allowed. */
  readonly effects: Effects;
  readonly auth: Auth;
  /** Whether a request without credentials is fine, too: `{}` among the requirements. */
  readonly anonymous: boolean;
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  readonly responses: readonly Response[];
  readonly contract: Contract;
};

/** How a request is authorised; the names are those of the variables that hold the secrets. */
export type Auth =
  | { readonly type: 'none' }
  /** The description asks for what a Postman request can't carry. */
  | { readonly type: 'unusable' }
  | { readonly type: 'bearer'; readonly token: string }
  | { readonly type: 'basic'; readonly username: string; readonly password: string }
  | {
      readonly type: 'apikey';
      readonly key: string;
      readonly value: string;
      readonly in: 'header' | 'query' | 'cookie';
    };

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly pointer: string;
  readonly required: boolean;
  readonly description: string;
  readonly deprecated: boolean;
  readonly schema: SchemaObject;
  /** From the description: an example, the default, or a sample of the schema. */
  readonly example: unknown;
  /** Whether that is the description's own value, and not a sample. */
  readonly exemplified: boolean;
  /** The variable that holds the value, where it is the caller's own (`x-variable`) or part of the path. */
  readonly variable?: string;
  /** The status that an unknown value of the right shape gets. */
  readonly unknown: string;
  /** Which end of the time window it is (`x-contract: { window: start }`). */
  readonly window?: Window;
  /** Where the variable's value comes from when the caller gives none (`x-contract: { discover: … }`). */
  readonly discover?: Discovery;
  readonly explode: boolean;
  /** How arrays and objects are written (OpenAPI 3.1, section 4.8.12.3). */
  readonly style: string;
  readonly allowReserved: boolean;
  readonly provenance: Provenance;
};

/** An end of the time window, and how its time is written. */
export type Window = { readonly end: 'start' | 'end'; readonly format: 'date' | 'date-time' | 'naive' };

export type RequestBody = {
  readonly mediaType: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: SchemaObject;
  readonly example: unknown;
  /** Variables by the name of the top-level property that they fill. */
  readonly variables: Readonly<Record<string, string>>;
};

export type Response = {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly pointer: string;
  readonly description: string;
  readonly provenance: Provenance;
  readonly contents: readonly Content[];
  readonly headers: readonly Header[];
};

export type Content = {
  readonly mediaType: string;
  /** JSON pointer of the schema in the bundled document. */
  readonly schema?: string;
  /** The schema itself; may be cyclic. */
  readonly form?: SchemaObject;
  readonly examples: readonly Example[];
};

export type Example = { readonly name: string; readonly value: unknown };

export type Header = {
  readonly name: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly provenance: Provenance;
  readonly schema?: string;
};

export type Variable = {
  readonly name: string;
  readonly description: string;
  /** `secret`: credentials of a security scheme. */
  readonly kind: 'secret' | 'base' | 'time' | 'value';
  /** Whether the name of another one says that it is a secret, too. */
  readonly secret?: boolean;
  readonly window?: Window;
  readonly discover?: Discovery;
};
