// typst.mjs MODULES IN.lines OUT.pdf [IN OUT ...]: Typst in one process; scripts/bench --peers calls it.
import { createRequire } from 'module';
import fs from 'fs';
import path from 'path';

const [, , modules, ...pairs] = process.argv;
const { NodeCompiler } = createRequire(path.join(modules, 'x.js'))('@myriaddreamin/typst-ts-node-compiler');
const folder = path.dirname(new URL(import.meta.url).pathname);
const fontPaths = ['/usr/share/fonts/truetype/dejavu', '/usr/share/fonts/opentype/fonts-hosny-amiri'];
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths }] });
for (let i = 0; i + 1 < pairs.length; i += 2) {
  compiler.mapShadow(path.join(folder, 'talks.lines'), fs.readFileSync(pairs[i]));
  const made = compiler.compile({ mainFilePath: path.join(folder, 'typst.typ'), resetRead: true });
  if (!made.result) {
    made.printErrors();
    process.exit(1);
  }
  fs.writeFileSync(pairs[i + 1], compiler.pdf(made.result, { creationTimestamp: 0 }));
  compiler.evictCache(2);
}
