import ts from 'typescript';

/** A small change of the program: the characters from `start` to `end` become `text`. */
export type Edit = {
  readonly operator: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

type Operator = {
  readonly name: string;
  /** The nodes to replace in this one, each with the text that takes its place. */
  readonly edits: (node: ts.Node, source: ts.SourceFile) => readonly Replacement[];
};

type Replacement = readonly [node: ts.Node, text: string];

const boundaries: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const equalities: Readonly<Record<string, string>> = { '===': '!==', '!==': '===' };
const connectives: Readonly<Record<string, string>> = { '&&': '||', '||': '&&' };

const operators: readonly Operator[] = [
  {
    name: 'negate condition',
    edits: (node, source) => {
      const negated = (condition: ts.Expression): Replacement[] => [
        [condition, `!(${condition.getText(source)})`],
      ];
      if (ts.isIfStatement(node)) return negated(node.expression);
      return ts.isConditionalExpression(node) ? negated(node.condition) : [];
    },
  },
  { name: 'shift boundary', edits: (node) => otherSymbol(node, boundaries) },
  { name: 'flip equality', edits: (node) => otherSymbol(node, equalities) },
  { name: 'swap and/or', edits: (node) => otherSymbol(node, connectives) },
  {
    name: 'drop guard',
    edits: (node) =>
      ts.isIfStatement(node) && node.elseStatement === undefined && ts.isReturnStatement(node.thenStatement)
        ? [[node, '']]
        : [],
  },
  {
    name: 'add one',
    edits: (node) =>
      ts.isNumericLiteral(node) && !isName(node) && !ts.isTypeNode(node.parent)
        ? [[node, String(Number(node.text) + 1)]]
        : [],
  },
  {
    name: 'other text',
    edits: (node) =>
      ts.isStringLiteral(node) && node.text !== '' && !isName(node) && !ts.isTypeNode(node.parent)
        ? [[node, "'mutant'"]]
        : [],
  },
  {
    name: 'drop call',
    edits: (node) => {
      if (!ts.isExpressionStatement(node)) return [];
      const called = ts.isAwaitExpression(node.expression) ? node.expression.expression : node.expression;
      return ts.isCallExpression(called) ? [[node, '']] : [];
    },
  },
  {
    name: 'keep all',
    edits: (node) => {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
      const [first] = node.arguments;
      return node.expression.name.text === 'filter' && first ? [[first, '() => true']] : [];
    },
  },
  {
    name: 'swap branches',
    edits: (node, source) => {
      if (!ts.isConditionalExpression(node)) return [];
      const [condition, yes, no] = [node.condition, node.whenTrue, node.whenFalse].map((part) =>
        part.getText(source),
      );
      return [[node, `${condition} ? ${no} : ${yes}`]];
    },
  },
];

/** All edits of a file, in the order of the text. */
export function editsOf(source: ts.SourceFile): Edit[] {
  return allNodes(source).flatMap((node) =>
    operators.flatMap(({ name, edits }) =>
      edits(node, source).map(([replaced, text]) => ({
        operator: name,
        start: replaced.getStart(source),
        end: replaced.getEnd(),
        text,
      })),
    ),
  );
}

/** A node and all below it. */
export function allNodes(node: ts.Node): ts.Node[] {
  const nodes = [node];
  node.forEachChild((child) => {
    nodes.push(...allNodes(child));
  });
  return nodes;
}

function otherSymbol(node: ts.Node, others: Readonly<Record<string, string>>): Replacement[] {
  if (!ts.isBinaryExpression(node)) return [];
  const other = others[node.operatorToken.getText()];
  return other === undefined ? [] : [[node.operatorToken, other]];
}

/** Whether a literal names a module or a property: such a name is not a value. */
function isName({ parent, pos }: ts.Node): boolean {
  if (ts.isPropertyAssignment(parent)) return parent.name.pos === pos;
  return ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent);
}
