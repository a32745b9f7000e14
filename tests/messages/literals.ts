/** Texts that stand in the sources themselves, found by the compiler's own reading of them. */

import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import {
  isBinaryExpression,
  isConditionalExpression,
  isImportDeclaration,
  isJsxAttribute,
  isJsxExpression,
  isJsxText,
  isLiteralTypeNode,
  isNewExpression,
  isNoSubstitutionTemplateLiteral,
  isParenthesizedExpression,
  isStringLiteral,
  isTemplateExpression,
} from 'typescript/unstable/ast/is';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { API } from 'typescript/unstable/sync';

/** What people read or hear of an element that is not its content. */
const spoken =
  /^(aria-(label|description|valuetext|placeholder)|title|placeholder|alt|label|heading|hint|line|caption)$/;

/** "Only admins", "Sales": capital, then small letters. Class names, kinds and addresses begin otherwise. */
const likeWords = /^\s*\p{Lu}\p{Ll}+(?=$|[\s.,:;!?…’'])/u;
const anyWord = /\p{L}{2,}/u;

/** The texts in each of the files, as "path: text". */
export function literalsIn(files: Record<string, string>, allowed: ReadonlySet<string>): string[] {
  const onDisk = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/${path}`, text]));
  const config = {
    compilerOptions: { jsx: 'preserve', noLib: true, noResolve: true, types: [] },
    files: Object.keys(onDisk),
  };
  const fs = createVirtualFileSystem({ ...onDisk, '/tsconfig.json': JSON.stringify(config) });
  const api = new API({ cwd: '/', fs });
  try {
    const [project] = api.updateSnapshot({ openProjects: ['/tsconfig.json'] }).getProjects();
    return Object.keys(files).flatMap((path) => {
      const source = project?.program.getSourceFile(`/${path}`);
      if (!source) throw new Error(`The compiler does not read ${path}.`);
      return textsIn(source, [])
        .map((text) => text.replace(/\s+/g, ' ').trim())
        .filter((text) => !allowed.has(text))
        .map((text) => `${path}: ${text}`);
    });
  } finally {
    api.close();
  }
}

function textsIn(node: Node, above: Node[]): string[] {
  if (isImportDeclaration(node) || isLiteralTypeNode(node)) return [];
  if (isJsxText(node)) return anyWord.test(node.text) ? [node.text] : [];
  // What was thrown is for the log and whoever reads the code.
  if (isNewExpression(node) && /Error$/.test(nameOf(node.expression))) return [];
  const found = literalsAt(node).filter((text) => (isShown(above) ? anyWord : likeWords).test(text));
  node.forEachChild((child) => void found.push(...textsIn(child, [...above, node])));
  return found;
}

function literalsAt(node: Node): string[] {
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (!isTemplateExpression(node)) return [];
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
}

/** Whether a value that stands under these becomes what is seen: content, or an attribute that is spoken. */
function isShown(above: Node[]): boolean {
  const at = above.findLastIndex((node) => isJsxExpression(node) || isJsxAttribute(node));
  const [holder, parent] = [above[at], above[at - 1]];
  if (!holder || !above.slice(at + 1).every((node, index, all) => passesOn(node, all[index + 1])))
    return false;
  const attribute = isJsxAttribute(holder) ? holder : parent && isJsxAttribute(parent) ? parent : null;
  return attribute === null || spoken.test(attribute.name.getText?.() ?? nameOf(attribute.name));
}

/** `a ? b : c`, `a && b`, `a ?? b`: what is chosen is shown, what is asked is not. */
function passesOn(node: Node, child: Node | undefined): boolean {
  if (isConditionalExpression(node)) return child !== node.condition;
  if (isBinaryExpression(node)) return /^(\?\?|&&|\|\||\+)$/.test(operatorOf(node.operatorToken.kind));
  return isParenthesizedExpression(node) || isTemplateExpression(node);
}

function operatorOf(kind: SyntaxKind): string {
  const operators: Partial<Record<SyntaxKind, string>> = {
    [SyntaxKind.QuestionQuestionToken]: '??',
    [SyntaxKind.AmpersandAmpersandToken]: '&&',
    [SyntaxKind.BarBarToken]: '||',
    [SyntaxKind.PlusToken]: '+',
  };
  return operators[kind] ?? '';
}

function nameOf(node: Node): string {
  return 'text' in node ? String(node.text) : '';
}
