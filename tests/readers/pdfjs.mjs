// What pdf.js reads in PDFs: text and structure tree of every page, as one line of JSON a file.
//
//   node pdfjs.mjs MODULES FILE...         MODULES: what scripts/pdfjs prints
//
// {"file", "lang", "title", "outline": [{"title", "items"}], "pages": [{"text", "tree"}]}. In a tree each node has
// "role", "children", and "lang" and "alt" where the file gives them; a leaf is {"text"}, the text of one piece of
// marked content, or {"object"}, a reference to an annotation.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, ...files] = process.argv.slice(2);
// pdf.js says on the console that it cannot draw here. Nothing is drawn.
console.log = console.warn = () => {};
const pdfjs = await import(pathToFileURL(join(modules, "pdf.mjs")).href);

/** The text of each piece of marked content, by its id; text outside of all is under "". */
function texts(items) {
  const found = new Map();
  const open = [];
  for (const item of items) {
    if (item.type === "beginMarkedContent" || item.type === "beginMarkedContentProps") open.push(item.id ?? "");
    else if (item.type === "endMarkedContent") open.pop();
    else {
      const id = open.filter((one) => one !== "").at(-1) ?? "";
      found.set(id, (found.get(id) ?? "") + item.str + (item.hasEOL ? "\n" : ""));
    }
  }
  return found;
}

function plain(node, found) {
  if (node.type === "content") return { text: found.get(node.id) ?? "" };
  if (node.type !== undefined) return { object: node.type };
  const told = { role: node.role, children: (node.children ?? []).map((child) => plain(child, found)) };
  for (const key of ["lang", "alt"]) if (node[key] !== undefined) told[key] = node[key];
  return told;
}

const titles = (outline) => (outline ?? []).map((one) => ({ title: one.title, items: titles(one.items) }));

for (const file of files) {
  const document = await pdfjs.getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 }).promise;
  const { info, metadata } = await document.getMetadata();
  const pages = [];
  for (let number = 1; number <= document.numPages; ++number) {
    const page = await document.getPage(number);
    const flat = await page.getTextContent();
    const marked = await page.getTextContent({ includeMarkedContent: true });
    const tree = await page.getStructTree();
    pages.push({
      text: flat.items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""),
      tree: tree === null ? null : plain(tree, texts(marked.items)),
    });
    page.cleanup();
  }
  const outline = titles(await document.getOutline());
  const told = { file, lang: info.Language ?? null, title: metadata?.get("dc:title") ?? info.Title ?? null, outline, pages };
  process.stdout.write(JSON.stringify(told) + "\n");
  await document.destroy();
}
