/** The generated parts of the Postman Collection Format v2.1.0, as in a file. */

export type Description = { readonly description?: string };

export type CollectionFile = {
  readonly info: Description & { _postman_id: string; name: string; version: string; schema: string };
  readonly auth: PostmanAuth;
  readonly variable: (Description & { key: string; value: string; type?: string })[];
  readonly item: (PostmanItem | Folder)[];
};

export type Folder = Description & { id: string; name: string; item: PostmanItem[]; event?: PostmanEvent[] };

export type PostmanItem = {
  id: string;
  name: string;
  event: PostmanEvent[];
  request: Request;
  protocolProfileBehavior?: { followRedirects: boolean; disableCookies?: boolean; disableBodyPruning?: true };
  response?: SavedResponse[];
};

export type PostmanEvent = {
  listen: 'prerequest' | 'test';
  script: { type: 'text/javascript'; exec: string[] };
};

export type Request = Description & {
  method: string;
  auth?: PostmanAuth;
  header: PostmanHeader[];
  url: Url;
  body?: PostmanBody;
};

export type PostmanAuth = { readonly type: string } & { readonly [type: string]: string | AuthEntry[] };
export type AuthEntry = { key: string; value: string; type: string };

export type PostmanHeader = Description & { key: string; value: string; disabled?: boolean };

export type Url = { host: string[]; path: string[]; query: QueryParam[]; variable: PostmanVariable[] };
export type QueryParam = Description & { key: string; value: string; disabled?: boolean };
export type PostmanVariable = Description & { key: string; value: string };

export type PostmanBody =
  | { mode: 'raw'; raw: string; options: { raw: { language: string } } }
  | { mode: 'urlencoded'; urlencoded: { key: string; value: string }[] }
  | { mode: 'formdata'; formdata: FormField[] }
  /** The content is in Base64. */
  | { mode: 'file'; file: { content: string } };

/** A field of a form in several parts. The value of a file is in Base64. */
export type FormField = {
  key: string;
  value: string;
  type: 'text' | 'file';
  fileName?: string;
  contentType?: string;
};

export type SavedResponse = {
  id: string;
  name: string;
  originalRequest: Omit<Request, 'description'>;
  status: string;
  code: number;
  _postman_previewlanguage: string;
  header: PostmanHeader[];
  body: string;
};
