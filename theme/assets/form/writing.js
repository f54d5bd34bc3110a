// A practice as text, to the byte as `macros/writing.py` writes it (a test compares the two).
// `rules` is what `macros/form.py` made of the field model.

/** The file of a practice: keys and headings in the order of the model; what is empty is left out. */
export function written(front, sections, rules) {
  const plain = new RegExp(`^(?:${rules.plain})$`, "u");
  const slug = new RegExp(`^(?:${rules.slug})$`, "u");
  const scalar = (text, bare = plain) => (bare.test(text) ? text : `'${text.replaceAll("'", "''")}'`);
  const group = (fields, values) => fields.flatMap((field) => lines(field, values[field.key]));

  function lines(field, value) {
    if (field.parts.length && !field.several) {
      const inside = group(field.parts, value ?? {});
      return inside.length ? [`${field.key}:`, ...inside.map((line) => `  ${line}`)] : [];
    }
    if (!field.several) {
      const text = tidy(value);
      return text ? [`${field.key}: ${scalar(text)}`] : [];
    }
    if (field.names) {
      const names = (value ?? []).map(tidy).filter(Boolean).map((name) => scalar(name, slug));
      return names.length ? [`${field.key}: [${names.join(", ")}]`] : [];
    }
    const items = field.parts.length
      ? (value ?? []).flatMap((one) => group(field.parts, one).map((line, at) => `  ${at ? " " : "-"} ${line}`))
      : (value ?? []).map(tidy).filter(Boolean).map((text) => `  - ${scalar(text)}`);
    return items.length ? [`${field.key}:`, ...items] : [];
  }

  const parts = ["---", ...group(rules.fields, front), "---"];
  for (const heading of rules.sections) {
    const text = (sections[heading] ?? "").trim();
    if (text) parts.push("", `## ${heading}`, "", ...text.split("\n").map((line) => line.trimEnd()));
  }
  return `${parts.join("\n")}\n`;
}

/** A value as front matter holds it: on one line, without spaces at its ends. */
function tidy(value) {
  return String(value ?? "").replace(/[ \t\n]+/g, (run) => (/[\n\t]/.test(run) ? " " : run)).trim();
}

/** Front matter with tidy texts and without anything empty: what `written` writes, and what is judged. */
export function tidied(fields, values) {
  const kept = {};
  for (const field of fields) {
    const value = values[field.key];
    const one = (item) => (field.parts.length ? tidied(field.parts, item ?? {}) : tidy(item));
    const filled = (item) => (field.parts.length ? Object.keys(item).length > 0 : item !== "");
    if (field.several) {
      const items = (value ?? []).map(one).filter(filled);
      if (items.length) kept[field.key] = items;
    } else if (filled(one(value))) kept[field.key] = one(value);
  }
  return kept;
}
