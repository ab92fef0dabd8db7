/** The kinds of values that are told apart; integers are numbers, and texts are known by their form. */
export const valueClasses = [
  ...(['null', 'boolean', 'number', 'array', 'object'] as const),
  ...(['date-time', 'naive date-time', 'date', 'uuid', 'hexadecimal id', 'URL', 'empty', 'text'] as const),
] as const;

export type ValueClass = (typeof valueClasses)[number];

/** What stands at one path: how many values, how many of them are objects, and of which classes they are. */
export type ShapePlace = {
  readonly values: number;
  readonly objects: number;
  readonly classes: readonly ValueClass[];
};

/** The form of JSON by JSON pointer, `*` for each item of an array and each name that is an id. */
export type Shape = Readonly<Record<string, ShapePlace>>;
