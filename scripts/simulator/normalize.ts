import type { RequestHandler } from 'express';

/** Puts a path for its alias, and takes query parameters without a value (`&name`, `&name=`) as not sent. */
export function normalize(aliases: ReadonlyMap<string, string>): RequestHandler {
  return (req, _res, next) => {
    const [path = '', ...query] = req.url.split('?');
    const sent = query.join('?').split('&').filter(hasValue);
    req.url = [aliases.get(path) ?? path, ...(sent.length > 0 ? [sent.join('&')] : [])].join('?');
    next();
  };
}

function hasValue(pair: string): boolean {
  return /=./.test(pair);
}
