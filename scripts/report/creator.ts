/** The program that made a file. */
export type Creator = { readonly name: string; readonly version: string };
