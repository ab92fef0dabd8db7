import type { Problem } from '../base/problem.ts';
import type { Contract, Discovery, Provenance } from './contract.ts';
import type { SchemaObject } from './spec.ts';

/** What the generator and the runner need from an OpenAPI description. */
export type Api = {
  readonly stem: string;
  readonly title: string;
  readonly version: string;
  readonly description: string;
  /** Environment variables are named `<envPrefix>_<REGION>_<VARIABLE>`. */
  readonly envPrefix: string;
  /** The prefix that the spec or its title proposes; only the project's own spec gets it. */
  readonly statedPrefix: string;
  readonly rateLimit?: RateLimit;
  readonly console?: Console;
  readonly regions: readonly Region[];
  readonly tags: readonly Tag[];
  readonly operations: readonly Operation[];
  /** All variables that the user fills in, in the order of their first use. */
  readonly variables: readonly Variable[];
  /** Parts of the spec that this program can't use. */
  readonly problems: readonly Problem[];
};

export type RateLimit = { readonly requests: number; readonly seconds: number };

/** The web pages of the API's provider whose URLs contain values of variables (`x-console`). */
export type Console = {
  /** Each region's host, with its port unless that is the scheme's default. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Paths with variables in braces: `/orders/{order_id}`. */
  readonly paths: readonly string[];
};

/** A server with `x-region`: the same API in another place. `bases` maps each base variable to its URL. */
export type Region = {
  readonly name: string;
  readonly bases: Readonly<Record<string, string>>;
  /** The paths of relative URLs, which a base URL without a path gets. */
  readonly prefixes?: Readonly<Record<string, string>>;
};

export type Tag = { readonly name: string; readonly description: string };

export type Effects = 'none' | 'changes' | 'costs';

export type Operation = {
  readonly id: string;
  readonly pointer: string;
  /** In capitals, as in HTTP. */
  readonly method: string;
  /** With parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly deprecated: boolean;
  readonly tag: string;
  /** The variable that holds the base URL. */
  readonly base: string;
  /** The side effects of a request. With any, it is only sent to a live region if the user allows it. */
  readonly effects: Effects;
  readonly auth: Auth;
  /** Whether credentials are optional: `{}` is among the security requirements. */
  readonly anonymous: boolean;
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  readonly responses: readonly Response[];
  readonly contract: Contract;
};

/** How a request is authorized. `also` holds what Postman's authorisation can't hold besides. */
export type Auth =
  | { readonly type: 'none' }
  /** A Postman request can't meet any of the security requirements. */
  | { readonly type: 'unusable'; readonly reasons: readonly string[] }
  | (Credential & { readonly also?: readonly Credential[] });

/** `token`, `username`, `password` and `value` name the variables with the secrets. */
export type Credential =
  | { readonly type: 'bearer'; readonly token: string }
  | { readonly type: 'basic' | 'digest'; readonly username: string; readonly password: string }
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
  /** The spec's example or default, or else a sample of the schema. */
  readonly example: unknown;
  /** Whether the example is in the spec, and not a sample. */
  readonly exemplified: boolean;
  /** The parts of the example that were made up, by JSON pointer. */
  readonly invented?: readonly string[];
  readonly doubt?: Doubt;
  /** The variable with the value, if the user provides it (`x-variable`) or it is part of the path. */
  readonly variable?: string;
  /** The status that an unknown value of the right shape gets. */
  readonly unknown: string;
  /** The end of the time window that it sets (`x-contract: { window: start }`). */
  readonly window?: Window;
  /** Where the variable's value comes from if the user provides none (`x-contract: { discover: … }`). */
  readonly discover?: Discovery;
  readonly explode: boolean;
  /** How arrays and objects are serialized (OpenAPI 3.1, section 4.8.12.3). */
  readonly style: string;
  readonly allowReserved: boolean;
  /** The media type of a value that has `content` in place of a style. */
  readonly mediaType?: string;
  readonly provenance: Provenance;
};

/** An end of the time window, and the format of its time. */
export type Window = { readonly end: 'start' | 'end'; readonly format: 'date' | 'date-time' | 'naive' };

export type RequestBody = {
  /** Concrete, unless the spec names none (`content: {}`). */
  readonly mediaType: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: SchemaObject;
  /** The name of the schema among the components, which names the root of XML; empty if it has none. */
  readonly root: string;
  /** How the properties of a form are written (OpenAPI 3.1, section 4.8.15). */
  readonly encoding: Readonly<Record<string, Encoding>>;
  readonly example: unknown;
  /** The parts of the example that were made up, by JSON pointer. */
  readonly invented?: readonly string[];
  /** The `readOnly` properties of a given example, which are not sent, by JSON pointer. */
  readonly removed?: readonly string[];
  readonly doubt?: Doubt;
  /** Variables by the name of the top-level property that they fill. */
  readonly variables: Readonly<Record<string, string>>;
};

export type Encoding = {
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly headers: readonly (readonly [name: string, value: string])[];
};

/** Why a part of a request may not be what the spec says, so that a refusal proves nothing. */
export type Doubt = {
  /** The code of the warning about it. */
  readonly code: string;
  /** Follows the name of the part: `no value was found that fits its schema`. */
  readonly reason: string;
  readonly pointer: string;
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
  /** JSON pointer of the schema in the bundled document. */
  readonly schema?: string;
  /** The schema itself; may be cyclic. */
  readonly form?: SchemaObject;
  readonly explode: boolean;
  /** The media type of its text, if it has `content`. */
  readonly mediaType?: string;
};

export type Variable = {
  readonly name: string;
  readonly description: string;
  /** `secret`: credentials of a security scheme. */
  readonly kind: 'secret' | 'base' | 'time' | 'value';
  /** Whether the name of a variable that isn't a credential suggests a secret. */
  readonly secret?: boolean;
  readonly window?: Window;
  readonly discover?: Discovery;
};
