import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { PageFiles } from './render.ts';

/** Reads the templates, styles and script of `report.html`; styles in the order of their names. */
export function readPageFiles(folder = new URL('../html/', import.meta.url)): PageFiles {
  const styles = readdirSync(new URL('style/', folder)).toSorted();
  return {
    templates: readTemplates(new URL('templates/', folder)),
    style: styles.map((name) => readText(new URL(`style/${name}`, folder))).join('\n'),
    script: readText(new URL('page.js', folder)),
  };
}

/** The templates in a folder by their names, without the ending. */
export function readTemplates(folder: URL): PageFiles['templates'] {
  const names = readdirSync(folder);
  return Object.fromEntries(names.map((name) => [basename(name, '.eta'), readText(new URL(name, folder))]));
}

/**
 * A text whose lines end in LF however the file was checked out: browsers read CRLF as LF before they compute the hash
 * that the page's policy names.
 */
export function readText(file: URL): string {
  return readFileSync(file, 'utf8').replace(/\r\n?/g, '\n');
}
