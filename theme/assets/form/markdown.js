// Shows the Markdown that people type in a text box: paragraphs, lists, small headings, bold, italic, links.
// Builds elements and never HTML from text, so nothing that is typed can act. Tested against the built pages.

const INLINE = /!\[(?<picture>[^\]]+)\]\([^)]*\)|\*\*(?<bold>[^*\n]+)\*\*|\*(?<italic>[^*\n]+)\*|\[(?<label>[^\]]+)\]\([^)]*\)|<(?<address>https:[^>]+)>/;
const TAGS = { picture: "span", bold: "strong", italic: "em", label: "span", address: "span" };

/** Elements for the blocks of `text`. */
export function rendered(text) {
  return text.split(/\n\s*\n/).filter((block) => block.trim()).reduce(block, []);
}

function block(made, text) {
  const lines = text.replace(/^\n+|\s+$/g, "").split("\n");
  const heading = lines[0].match(/^#{3,6}[ \t]+(.+?)[ \t#]*$/);
  if (heading) {
    made.push(element("h4", heading[1]));
    return lines.length > 1 ? block(made, lines.slice(1).join("\n")) : made;
  }
  const kind = /^[-*+] /.test(lines[0]) ? "ul" : /^[0-9]+\. /.test(lines[0]) ? "ol" : "";
  if (!kind) {
    made.push(element("p", lines.join(" ")));
    return made;
  }
  const last = made.at(-1);
  const list = last?.localName === kind ? last : document.createElement(kind);
  if (list !== last) {
    made.push(list);
    if (kind === "ol") list.start = parseInt(lines[0], 10);
  }
  const items = [];
  for (const line of lines) {
    const item = line.match(/^(?:[-*+]|[0-9]+\.) (.*)$/);
    if (item) items.push(item[1]);
    else items.push(`${items.pop()} ${line.trim()}`);
  }
  list.append(...items.map((item) => element("li", item)));
  return made;
}

function element(name, text) {
  const made = document.createElement(name);
  for (let rest = text; rest; ) {
    const match = rest.match(INLINE);
    made.append(match ? rest.slice(0, match.index) : rest);
    if (!match) break;
    const [tag, inside] = Object.entries(match.groups).find(([, found]) => found !== undefined);
    made.append(element(TAGS[tag], tag === "picture" ? `[plaatje: ${inside}]` : inside));
    if (tag === "label" || tag === "address") made.lastChild.className = "link";
    rest = rest.slice(match.index + match[0].length);
  }
  return made;
}
