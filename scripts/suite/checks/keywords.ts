import type { KeywordCxt } from 'ajv';
import { _, type Code, Name, or, stringify } from 'ajv/dist/compile/codegen/index.js';
import { validateUnion } from 'ajv/dist/vocabularies/code.js';
import type { Branches } from './discriminators.ts';

type Writer = (cxt: KeywordCxt, ruleType?: string) => void;

/** The part of ajv that this file changes. */
type Rules = { readonly RULES: { readonly rules: readonly { readonly rules: readonly Rule[] }[] } };

/** A rule for one type of values: a keyword for several has several. */
type Rule = { readonly keyword: string; readonly definition: object };

type Unions = {
  /** What the discriminator of a schema says about its `oneOf` or `anyOf`. */
  readonly branchesOf: (schema: object) => Branches | undefined;
  /** Whether several branches of the `oneOf` of a schema may match. */
  readonly isLoose: (schema: object) => boolean;
};

/**
 * Gives keywords other code than ajv's. It calls the global `contract` of the sandbox, which computes with decimal
 * digits, and follows discriminators.
 */
export function replaceKeywords({ RULES }: Rules, { branchesOf, isLoose }: Unions): void {
  const replace = (keyword: string, toWriter: (own: Writer) => Writer): void => {
    const rules = RULES.rules.flatMap((group) => group.rules.filter((rule) => rule.keyword === keyword));
    for (const { definition } of rules) {
      if (!isWritten(definition)) throw new Error(`ajv has no code for \`${keyword}\``);
      definition.code = toWriter(definition.code);
      if (keyword in unions) definition.error = { message: '', params: unions[keyword] };
    }
  };
  replace('multipleOf', () => (cxt) => cxt.pass(_`contract.isMultiple(${cxt.schema}, ${place(cxt)})`));
  replace('uniqueItems', () => writeUniqueItems);
  replace('format', writeFormat);
  for (const keyword of Object.keys(unions))
    replace(keyword, (own) => (cxt, ruleType) => {
      const branches = branchesOf(cxt.parentSchema);
      if (branches?.keyword === keyword) writeBranches(cxt, branches);
      else if (isLoose(cxt.parentSchema)) validateUnion(cxt);
      else own(cxt, ruleType);
    });
}

type Written = { code: Writer; error?: object };

function isWritten(definition: object): definition is Written {
  return 'code' in definition && typeof definition.code === 'function';
}

/** The parameters of the errors of unions: where no branch is meant, what the discriminator allows. */
const unions: Readonly<Record<string, (cxt: Pick<KeywordCxt, 'params'>) => Code>> = {
  oneOf: ({ params: { passing = null, discriminator } }) =>
    discriminator === undefined ? _`{passingSchemas: ${passing}}` : _`{discriminator: ${discriminator}}`,
  anyOf: ({ params: { discriminator } }) =>
    discriminator === undefined ? _`{}` : _`{discriminator: ${discriminator}}`,
};

/** A value, and where it is: the sandbox knows the digits of large integers by their place. */
function place({ data, it }: KeywordCxt): Code {
  return _`${data}, ${it.parentData}, ${it.parentDataProperty}`;
}

function writeUniqueItems(cxt: KeywordCxt): void {
  if (cxt.schema !== true) return;
  const found = cxt.gen.const('found', _`contract.findDuplicate(${cxt.data})`);
  cxt.setParams({ i: _`${found}[0]`, j: _`${found}[1]` });
  cxt.pass(_`${found} === undefined`);
}

function writeFormat(own: Writer): Writer {
  return (cxt, ruleType) => {
    const bits = new Map<unknown, number>([
      ['int32', 32],
      ['int64', 64],
    ]).get(cxt.schema);
    if (bits !== undefined && ruleType === 'number') cxt.pass(_`contract.isInteger(${bits}, ${place(cxt)})`);
    else if (cxt.schema === 'regex' && ruleType === 'string') cxt.pass(_`contract.isPattern(${cxt.data})`);
    else if (cxt.schema !== 'regex' && bits === undefined) own(cxt, ruleType);
  };
}

/** Checks the value with the branch that its discriminator names, so that only errors of that branch are reported. */
function writeBranches(cxt: KeywordCxt, { keyword, property, tags, isComplete, fallback }: Branches): void {
  const { gen, data } = cxt;
  const isHolder = _`${data} && typeof ${data} == "object" && Object.prototype.hasOwnProperty.call(${data}, ${property})`;
  const tag = gen.const('tag', _`${isHolder} ? ${data}[${property}] : undefined`);
  const apply = (index: number): void => {
    const valid = gen.name('valid');
    cxt.mergeEvaluated(cxt.subschema({ keyword, schemaProp: index }, valid), Name);
  };
  gen.if(false);
  for (const [index, values] of tags) {
    gen.elseIf(or(...values.map((value) => _`${tag} === ${value}`)));
    apply(index);
  }
  gen.else();
  if (fallback !== undefined) apply(fallback);
  else writeUnknown(cxt, { tag, property, values: tags.flatMap(([, values]) => values), isComplete });
  gen.endIf();
}

type Unknown = Pick<Branches, 'property' | 'isComplete'> & {
  readonly tag: Name;
  readonly values: readonly string[];
};

/** No branch is meant: any may match. One error replaces all of theirs. */
function writeUnknown(cxt: KeywordCxt, { tag, property, values, isComplete }: Unknown): void {
  const { gen } = cxt;
  const report = cxt.error.bind(cxt);
  const discriminator = stringify({ property, values });
  const reportOne = (): void => report(true, { discriminator });
  const checkAll = (): void => {
    cxt.error = () => {
      cxt.reset();
      reportOne();
    };
    validateUnion(cxt);
    cxt.error = report;
  };
  if (isComplete) gen.if(_`typeof ${tag} == "string"`, reportOne, checkAll);
  else checkAll();
}
