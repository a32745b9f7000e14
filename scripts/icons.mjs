/** `npm run icons`: writes the pictures that `components/icons.tsx` names into one file, from lucide. */
import { readFileSync, writeFileSync } from 'node:fs';

const named = [...readFileSync('components/icons.tsx', 'utf8').matchAll(/iconOf\('([\w-]+)'\)/g)];
const symbols = [];
for (const [, name] of named) {
  const { __iconData } = await import(`lucide-react/dist/esm/icons/${name}.mjs`);
  const shapes = __iconData.node.map(([tag, { key: _, ...attributes }]) => {
    const written = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${value}"`);
    return `<${tag}${written.join('')}/>`;
  });
  symbols.push(`<symbol id="${name}" viewBox="0 0 24 24">${shapes.join('')}</symbol>`);
}
const notice = '<!-- Icons of lucide (lucide.dev), ISC licence. Written by npm run icons. -->';
writeFileSync(
  'components/icons.svg',
  `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">\n<title>Icons</title>\n${notice}\n${symbols.join('\n')}\n</svg>\n`,
);
