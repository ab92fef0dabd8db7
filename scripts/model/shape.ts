/** The kinds of values in a shape. Integers are numbers; texts are classified by their form. */
export const valueClasses = [
  ...(['null', 'boolean', 'number', 'array', 'object'] as const),
  ...(['date-time', 'naive date-time', 'date', 'uuid', 'hexadecimal id', 'URL', 'empty', 'text'] as const),
] as const;

export type ValueClass = (typeof valueClasses)[number];

/** The values at one path: their number, how many of them are objects, and their classes. */
export type ShapePlace = {
  readonly values: number;
  readonly objects: number;
  readonly classes: readonly ValueClass[];
};

/** The form of JSON by JSON pointer, `*` for each item of an array and each name that is an id. */
export type Shape = Readonly<Record<string, ShapePlace>>;
