// Where a finished practice can go: addresses at the forge and in mail, and the file itself.
// Nothing goes anywhere until the visitor follows a link or presses a button.

const bytes = (text) => new TextEncoder().encode(text).length;
const inside = (address, values) =>
  address.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name]).replaceAll("%2F", "/"));

/**
 * How to get `text` to the forge: its address, and whether the text is in it. An existing file (`path`) is
 * opened for editing; a new one comes with its text as far as the forge and the length allow.
 */
export function atForge(forge, { folder, slug, path, text }, longest) {
  const values = { folder: `practices/${folder}`, name: `${slug}.md`, path, text };
  if (path) return { address: inside(forge.edit, values), filled: false };
  const filled = forge.new_with_text && inside(forge.new_with_text, values);
  if (filled && bytes(filled) <= longest) return { address: filled, filled: true };
  return { address: inside(forge.new, values), filled: false };
}

/**
 * An e-mail to the editors; with the text in it where it is short enough, else to attach the file to.
 * `part` says that the text is to be added to the file at `path`, and is not all of it.
 */
export function asMail(editors, { title, slug, path, text, part }, longest) {
  const subject = path ? `Wijziging: ${title}` : `Nieuwe praktijk: ${title}`;
  const mail = (body) => `mailto:${editors}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  const change = part ? `Voeg dit toe aan ${path}:` : `Dit bestand vervangt ${path}.`;
  const where = path ? change : "Dit is een nieuwe praktijk.";
  const whole = mail(`${where}\n\n${text}`.replaceAll("\n", "\r\n"));
  if (bytes(whole) <= longest) return { address: whole, filled: true };
  return { address: mail(`${where}\r\nIk voeg het bestand ${slug}.md toe als bijlage.\r\n`), filled: false };
}

export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Put text on the clipboard; `field` holds it, for browsers that only copy what is selected. */
export async function copy(text, field) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field.closest("details").open = true;
    field.select();
    return document.execCommand("copy");
  }
}

/** A title as the name of a file, as `slug_of` in `macros/draft.py` proposes it (a test compares the two). */
export function slugOf(title, longest) {
  const plain = title.toLowerCase().normalize("NFKD").replace(/[^\x00-\x7f]|'/g, "");
  const slug = (plain.match(/[a-z0-9]+/g) ?? []).join("-");
  if (slug.length <= longest) return slug;
  return slug.slice(0, longest + 1).replace(/-[^-]*$|(?<=^[^-]*)[^-]$/, ""); // up to the last whole word
}
