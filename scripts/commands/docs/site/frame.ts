import type { Api } from '../../../model/api.ts';
import { readTemplates, readText } from '../../../report/page/page-files.ts';
import { hashOf, render } from '../../../report/page/render.ts';
import type { GeneratedFile } from '../../../suite/postman/files.ts';
import type { Rendered } from './render.ts';

/** An entry of the navigation: the file and its label. */
export type Link = { readonly name: string; readonly label: string };

/** Puts each page of the site into the common frame. */
export type Frame = {
  readonly page: (name: string, title: string, template: string, data: object) => GeneratedFile;
  readonly reference: (rendered: Rendered) => GeneratedFile;
};

/** The frame with the navigation, and the name of this program at the end. */
export function createFrame(api: Api, links: readonly Link[], generator: string): Frame {
  const templates = readTemplates(new URL('templates/', import.meta.url));
  const frame = { api, links, generator };
  return {
    page: (name, title, template, data) => {
      const style = readStyles('1-colours', '2-page', 'frame', 'guide');
      const policy = `default-src 'none'; style-src ${hashOf(style)}; img-src data:; ${forbidden}`;
      const titled = title === api.title ? title : `${title} - ${api.title}`;
      const all = { ...data, ...frame, name, title: titled, template, head: '', style, policy };
      return { name, text: render(templates, all) };
    },
    reference: ({ head, body }) => {
      const style = readStyles('1-colours', 'frame', 'reference');
      // Redoc creates its styles at run time, and a worker for its search.
      const policy = `default-src 'none'; script-src ${scriptsOf(body).join(' ')}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; worker-src blob:; ${forbidden}`;
      const name = 'reference.html';
      const title = `Reference - ${api.title}`;
      const all = { ...frame, name, title, head, style, policy, body };
      return { name, text: render(templates, all) };
    },
  };
}

const forbidden = "base-uri 'none'; form-action 'none'";

/** The renderer's own scripts are the first and the last. A script between them would come from the spec and must not run. */
function scriptsOf(html: string): string[] {
  const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = '']) =>
    hashOf(text),
  );
  return [scripts.at(0) ?? '', scripts.at(-1) ?? ''];
}

/** Styles with a number are those of the report, so that the site looks the same. */
function readStyles(...names: readonly string[]): string {
  const folder = (name: string): string => (/^\d/.test(name) ? '../../../report/html/style' : 'style');
  return names.map((name) => readText(new URL(`${folder(name)}/${name}.css`, import.meta.url))).join('\n');
}
