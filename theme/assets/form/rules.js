// Judges a practice as `scripts/check` does, by the same declarations: `rules` holds the limits, patterns and
// messages of `macros/kinds.py`, `wording.py`, `abbreviations.py`, `body.py`, `characters.py`, `source.py` and
// `checks.py`. Only the few functions that apply them are written twice; a test gives both the same practices
// and compares what they say.

import { tidied, written } from "./writing.js";

/** A message with its `{names}` filled in, as Python's `format` does it. */
const fill = (message, values) =>
  message.replace(/\{\{|\}\}|\{(\w+)\}/g, (found, name) => (name ? values[name] : found[0]));
const letters = (text) => [...text];
const patterns = new Map();

function pattern(source, flags = "u") {
  const key = flags + source;
  if (!patterns.has(key)) patterns.set(key, new RegExp(source, flags));
  return patterns.get(key);
}
const whole = (source) => pattern(`^(?:${source})$`);

/**
 * Everything that is wrong: a list of `{path, code, message}`, where `path` leads to the field
 * (`["bronnen", 0, "url"]`), to a section (`["tekst", "Aanpak"]`) or is `["bestand"]`.
 *
 * `draft` has `front`, `sections`, `slug`, `folder` and, when it is there already, its `path`;
 * `known` has `today` (`2026-11-21`) and `titles` (slug → title of every practice; null if not known).
 */
export function problems(draft, rules, known) {
  const front = tidied(rules.fields, draft.front);
  return [
    ...ofGroup(rules.fields, front, [], rules, known, draft),
    ...ofSections(draft.sections, rules, known),
    ...ofSize(front, draft.sections, rules),
    ...ofName(draft, rules, known),
    ...ofFolder(draft, front, rules),
    ...ofResidents(front, rules),
    ...ofPersonal(draft.slug, ["bestand"], rules),
  ];
}

function* ofResidents({ inwoners, titel, plaats }, rules) {
  if (!inwoners) return;
  if (!("naam" in inwoners) && titel) {
    const found = foundUnsafe(titel, rules.wording)?.found || unexplained(titel, rules.wording);
    const unclear = found || (wordsOf(titel, rules.wording).length ? "" : titel);
    if (unclear) yield say(["inwoners"], rules.messages.NAME_FOR_RESIDENTS, { value: cut(unclear, rules) });
  }
  const harmful = plaats && foundUnsafe(plaats, rules.wording);
  if (harmful) yield say(["plaats"], harmful.said, { found: cut(harmful.found, rules) });
}

function* ofGroup(fields, values, above, rules, known, draft) {
  for (const field of fields) {
    const path = [...above, field.key];
    if (field.key in values) yield* ofField(field, values[field.key], path, rules, known, draft);
    else if (field.required) yield say(path, rules.messages.MISSING, field);
  }
}

function* ofField(field, value, path, rules, known, draft) {
  if (field.parts.length && !field.several) {
    yield* ofGroup(field.parts, value, path, rules, known, draft);
    return;
  }
  if (!field.several) {
    yield* ofValue(field, field.rules, value, path, rules, known);
    return;
  }
  const found = value.flatMap((item, at) => {
    const place = [...path, at];
    return field.parts.length
      ? [...ofGroup(field.parts, item, place, rules, known, draft)]
      : [...ofValue(field, field.item_rules, item, place, rules, known)];
  });
  yield* found;
  // A strange sign, a template or somebody's number is the text's own problem, and says nothing of the list.
  const apart = ["character", rules.no_dutch_number.code, rules.template[1].code, ...rules.personal.signs.map(({ code }) => code)];
  if (found.every(({ code }) => apart.includes(code))) yield* first(field.rules, value, path, rules, known);
  if (field.key === "verwant") yield* ofRelated(value, path, rules, known, draft);
}

function* ofValue(field, kinds, value, path, rules, known) {
  yield* ofCharacters(value, path, rules);
  yield* ofPersonal(value, path, rules);
  const template = value.match(pattern(rules.template[0]));
  if (template) yield say(path, rules.template[1], { value: template[0] });
  if (field.choices.length && !field.choices.includes(value)) {
    const shown = { value: cut(value, rules), hint: "", known: field.choices.join(", ") };
    yield say(path, rules.messages.UNKNOWN_CHOICE, shown);
  }
  const refused = [...first(kinds, value, path, rules, known)];
  yield* refused;
  const number = value.match(pattern(rules.no_dutch_number.form));
  if (number && !refused.some(({ code }) => code === rules.no_dutch_number.code)) {
    yield say(path, rules.no_dutch_number, { found: cut(number[1], rules) });
  }
}

/** The first refusal of a value by its rules: after that, the others do not look any more. */
function* first(kinds, value, path, rules, known) {
  for (const kind of kinds) {
    const refused = KINDS[kind.kind](value, kind, rules.refusals[kind.kind], { ...known, rules });
    if (refused) {
      yield say(path, ...refused);
      return;
    }
  }
}

const say = (path, { code, message }, values = {}) => ({ path, code, message: fill(message, values) });
const cut = (text, rules) => letters(text).slice(0, rules.quote).join("");

/** One function for each kind of rule in `macros/kinds.py`: what it says of a value, or nothing. */
export const KINDS = {
  Length(value, { least, most }, says) {
    const size = letters(value).length;
    if (size < least) return [says.TOO_SHORT, { size, least }];
    if (size > most) return [says.TOO_LONG, { size, most }];
  },
  Number(value, { least, most }, says, { rules }) {
    if (!/^-?[0-9]+$/.test(value)) return [says.NO_NUMBER, { value: cut(value, rules) }];
    if (Number(value) < least) return [says.TOO_SMALL, { value, least }];
    if (Number(value) > most) return [says.TOO_LARGE, { value, most }];
  },
  Known(value, { vocabulary, or_unknown }, says, { rules }) {
    if (rules.terms[vocabulary].includes(value) || (or_unknown && value === rules.nothing_known)) return;
    const shown = { unknown: rules.unknown[vocabulary], value: cut(value, rules), hint: "", vocabulary };
    return [says.UNKNOWN_TERM, shown];
  },
  Words(value, { most }, says) {
    const count = value.split(/\s+/).filter(Boolean).length;
    if (count > most) return [says.TOO_MANY, { count, most }];
  },
  Harmless(value, kind, says, { rules }) {
    const unsafe = foundUnsafe(value, rules.wording);
    if (unsafe) return [unsafe.said, { found: cut(unsafe.found, rules) }];
  },
  PlainDutch(value, { longest, most }, says, known) {
    const { rules } = known;
    const harmful = KINDS.Harmless(value, {}, {}, known);
    if (harmful) return harmful;
    if (!wordsOf(value, rules.wording).length) return [says.NO_WORDS, {}];
    const short = unexplained(value, rules.wording);
    if (short) {
      const full = fullOf(short, rules.wording);
      return [full ? says.SHORTENED : says.UNEXPLAINED, { value: cut(short, rules), full }];
    }
    const paragraph = sentencesOf(value, rules.wording);
    for (const sentence of paragraph) {
      const count = wordsOf(sentence, rules.wording).length;
      if (count > longest) return [says.LONG_SENTENCE, { count, longest, value: cut(sentence, rules) }];
    }
    if (paragraph.length > most) return [says.TOO_MANY_SENTENCES, { count: paragraph.length, most }];
  },
  PartialDate(value, kind, says, { today, rules }) {
    const parts = value.split("-");
    const exact = kind.examples.some((example) => example.split("-").length === parts.length);
    if (!exact || !/^[0-9]{4}(-[0-9]{2}){0,2}$/.test(value)) {
      return [says.NO_DATE, { value: cut(value, rules), example: kind.example }];
    }
    const [year, month, day] = [...parts.map(Number), 1, 1].slice(0, 3);
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) {
      return [says.NO_SUCH_DAY, { value }];
    }
    if (year < kind.first || year > kind.last) return [says.STRANGE_YEAR, { year }];
    if (kind.past && [...parts, "01", "01"].slice(0, 3).join("-") > today) return [says.FUTURE, { value }];
  },
  Pattern(value, { form, refusal }, says, { rules }) {
    if (!whole(form).test(value)) return [refusal, { value: cut(value, rules) }];
  },
  Distinct(value, kind, says) {
    const keys = value.map((item) => JSON.stringify(item));
    const at = keys.findIndex((key, place) => keys.indexOf(key) < place);
    if (at >= 0) return [says.DOUBLE, { item: value[at] }];
  },
  UnknownAlone(value, kind, says, { rules }) {
    if (value.includes(rules.nothing_known) && value.length > 1) return [says.NOT_ALONE];
  },
  Size(value, { least, most }, says) {
    if (value.length < least) return [says.TOO_FEW, { least }];
    if (value.length > most) return [says.TOO_MANY, { size: value.length, most }];
  },
};

// How `macros/wording.py`, `abbreviations.py` and `plain.py` read a text for residents.
const all = (text, form) => text.match(pattern(form, "gu")) ?? [];
const wordsOf = (text, { word }) => all(text, word);
const fullOf = (short, { full }) => {
  const key = short.toLowerCase().replaceAll(".", "");
  return Object.hasOwn(full, key) ? full[key] : "";
};

function levelled(text, { level, help }) {
  const levelling = [...level, [help, "#"]];
  return levelling.reduce((left, [form, plain]) => left.replace(pattern(form, "gu"), plain), text.toLowerCase());
}

function foundUnsafe(text, wording) {
  const level = levelled(text, wording);
  for (const { form, ...said } of wording.unsafe) {
    const match = level.match(pattern(form));
    if (match) return { said, found: match.slice(1).find((group) => group !== undefined) ?? match[0] };
  }
}

function unexplained(text, wording) {
  const level = levelled(text, wording);
  return [...all(level, wording.shortened), ...all(text, wording.capitals)].find((short) => {
    const low = short.toLowerCase();
    const apart = level.includes(`(${low})`) || level.includes(`${low} (`);
    return !wording.as_words.includes(low) && !(apart && level.includes(fullOf(short, wording)));
  });
}

function sentencesOf(text, wording) {
  const found = text.split(pattern(wording.sentence_end)).filter((part) => pattern(wording.has_letter).test(part));
  return found.length || !wordsOf(text, wording).length ? found : [text];
}

function lastDay(year, month) {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

/** Whether there is a practice of this name; `unsure` is the answer when nobody could tell us their names. */
const isThere = (slug, { titles }, unsure = true) => (titles ? Object.hasOwn(titles, slug) : unsure);

function* ofRelated(slugs, path, rules, known, draft) {
  for (const [at, slug] of slugs.entries()) {
    if (!whole(rules.slug).test(slug)) continue;
    if (slug === draft.slug) yield say([...path, at], rules.messages.RELATED_TO_ITSELF);
    else if (!isThere(slug, known)) {
      yield say([...path, at], rules.messages.RELATED_TO_NOTHING, { value: slug, hint: "" });
    }
  }
}

export function* ofCharacters(text, path, rules) {
  const name = (letter) => `U+${letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  const message = (said, letter) => ({ path, code: "character", message: fill(said, { name: name(letter) }) });
  const control = pattern(rules.control[0], "gu");
  for (const [letter] of text.matchAll(control)) yield message(rules.control[1], letter);
  const visible = text.replace(control, " ");
  const accent = letters(text).find((letter) => /\p{M}/u.test(letter));
  const disguise = visible.match(pattern(rules.disguise[0]));
  if (text.normalize("NFC") !== text) yield message(rules.accent, accent ?? letters(text)[0]);
  else if (disguise) yield message(rules.disguise[1], disguise[0]);
}

// How `macros/personal.py`, `mailboxes.py` and `dwellings.py` find what is about one person. Each reason is said once.
export function* ofPersonal(typed, path, { personal }) {
  const gone = (found) => "\n".repeat(letters(found).length);
  const text = personal.level.reduce(
    (left, [form, plain]) => left.replace(pattern(form, "gu"), plain),
    personal.cleared ? typed.replace(pattern(personal.cleared, "gu"), gone) : typed,
  );
  const low = text.replace(pattern(personal.capitals, "gu"), (letter) => letter.toLowerCase());
  const said = new Set();
  for (const sign of personal.signs) {
    const hinted = !sign.words.length || sign.words.some((word) => low.includes(word));
    if (said.has(sign.code) || !hinted || !pattern(sign.needs).test(low)) continue;
    if (!isThereAny(sign, text, low, personal)) continue;
    said.add(sign.code);
    yield say(path, sign);
  }
}

function isThereAny({ form, cased, proof, unless, unless_after }, text, low, personal) {
  for (const match of (cased ? text : low).matchAll(pattern(form, "dgu"))) {
    const [at, end] = match.indices[match.length > 1 ? 1 : 0];
    const before = (all) => letters(all.slice(Math.max(0, at - 2 * personal.window), at)).slice(-personal.window).join("");
    const after = (all) => letters(all.slice(end, end + 2 * personal.window)).slice(0, personal.window).join("");
    if (unless && pattern(unless).test(before(low))) continue;
    if (unless_after && pattern(unless_after).test(after(low))) continue;
    if (!proof || PROOFS[proof](low.slice(at, end), before(text), after(text), personal)) return true;
  }
  return false;
}

/** One function for each proof in `macros/personal.py`. */
export const PROOFS = {
  bsn(found) {
    const digits = all(found, "[0-9]").map(Number);
    const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    return digits.some(Boolean) && digits.reduce((sum, digit, at) => sum + digit * weights[at], 0) % 11 === 0;
  },
  iban(found, before, after, { iban }) {
    const size = iban[found.slice(0, 2)] ?? 0;
    const signs = found.replace(/[^a-z0-9]/g, "").slice(0, size);
    if (!size || signs.length < size || all(signs, "[0-9]").length < 10) return false;
    const number = letters(signs.slice(4) + signs.slice(0, 4)).map((sign) => parseInt(sign, 36)).join("");
    return BigInt(number) % 97n === 1n;
  },
  person_mailbox(found, before, after, personal) {
    const [local, domain] = found
      .split(pattern(personal.at))
      .map((part) => part.replace(pattern(` ?${personal.dot} ?`, "gu"), "."));
    return !isFunction(local, domain, personal);
  },
  person_page: (found, before, after, personal) => !isFunction(found, "example", personal),
  home: (found, before, after, { dwellings }) =>
    nearest(before, after, [...dwellings.living, ...dwellings.persons], dwellings) !== false,
  lived_in: (found, before, after, { dwellings }) => nearest(before, after, dwellings.living, dwellings) === true,
};

function isFunction(local, domain, { mailboxes }) {
  const { words, free, first, together, links, longest, birth_year, places } = mailboxes;
  const named = domain.split(".").slice(0, -1).filter((label) => !free.includes(label) && label.length > 2);
  const own = named.flatMap((label) => [label, ...label.split("-")]).filter((part) => part.length > 2);
  const parts = local.split(/[^a-z]+/).filter(Boolean);
  if (!parts.length || letters(local).length > longest) return false;
  const begins = first.includes(parts[0]) || together.some((word) => parts[0].startsWith(word));
  if (begins || parts.includes("info") || own.includes(local)) return true;
  if (pattern(birth_year).test(local)) return false;
  if (parts.length === 1 && own.some((part) => part.length > 4 && local.includes(part))) return true;
  const known = new Set([...words, ...places, ...own]);
  return parts.every((part) => known.has(part) || isCompound(part, known, links));
}

function isCompound(part, known, links) {
  const reached = new Set([0]);
  for (let at = 0; at < part.length; at += 1) {
    if (!reached.has(at)) continue;
    for (let end = at + 3; end <= part.length; end += 1) if (known.has(part.slice(at, end))) reached.add(end);
    for (const link of links) if (at && part.startsWith(link, at)) reached.add(at + link.length);
  }
  return reached.has(part.length);
}

/** Whether the last telling word before, or else the first one after, tells of a home; undefined without any. */
function nearest(before, after, homes, dwellings) {
  const told = (text) => {
    const words = all(text.toLowerCase(), dwellings.word);
    return words.map((_, at) => ofHome(words, at, homes, dwellings)).filter((one) => one !== undefined);
  };
  const sentenceEnd = pattern(dwellings.sentence_end);
  return told(before.split(sentenceEnd).at(-1)).at(-1) ?? told(after.split(sentenceEnd)[0])[0];
}

function ofHome(words, at, homes, { persons, of, organisations, compounds, next_to }) {
  const [word, previous, first] = [words[at], words[at - 1], words[at - 2]];
  if (homes.includes(word) || (of.includes(previous) && [...persons, "adres"].includes(word))) return true;
  const ends = (end) => word.endsWith(end);
  if (!organisations.some(ends) && (!compounds.some(ends) || compounds.includes(word))) return undefined;
  return next_to.includes(previous) || next_to.includes(first) ? undefined : false;
}

function* ofSections(sections, rules, known) {
  const total = Object.fromEntries(rules.marks.map(([mark]) => [mark, 0]));
  const reported = new Set();
  let [headings, pictures, cells, crowded] = [0, 0, 0, false];
  for (const heading of rules.sections) {
    const path = ["tekst", heading];
    const text = (sections[heading] ?? "").trim();
    if (!text) continue;
    yield* ofCharacters(text, path, rules);
    yield* ofPersonal(text, path, rules);
    for (const { code, form, message } of rules.patterns) {
      for (const match of text.matchAll(pattern(form, "gmu"))) {
        yield say(path, { code, message }, { found: cut(match[1] ?? "", rules) });
      }
    }
    for (const [, value] of text.matchAll(pattern(rules.heading, "gmu"))) {
      yield say(path, rules.messages.HEADING, { value, hint: "", known: rules.sections.join(", ") });
    }
    yield* ofLinks(text, path, rules, known);
    yield* ofLinkTexts(text, path, rules);
    headings += 1;
    let columns = 0;
    for (const line of text.split("\n")) {
      if (!line.replace(/[> \t]+/, "")) columns = 0;
      else if (whole(rules.dashes).test(line)) columns = Math.max(columns, line.split("|").length);
      cells += columns;
      if (cells > rules.cells && !crowded) {
        crowded = true;
        yield say(path, rules.messages.TOO_MANY_CELLS, { most: rules.cells });
      }
      headings += /^#{3,6}[ \t]+[^ \t]/.test(line) ? 1 : 0;
      if (letters(line).length > rules.largest.line) yield tooLarge(path, "de regel", "line", "tekens", rules);
      for (const [mark, aLine, inAll] of rules.marks) {
        const count = line.split(mark).length - 1;
        total[mark] += count;
        if ((count > aLine || total[mark] > inAll) && !reported.has(mark)) {
          reported.add(mark);
          yield say(path, rules.messages.TOO_MANY_MARKS, { value: mark });
        }
      }
    }
    pictures += [...text.matchAll(pattern(rules.picture, "gmu"))].length;
    if (pictures > rules.pictures) yield say(path, rules.messages.TOO_MANY_PICTURES, { most: rules.pictures });
    if (headings > rules.headings) yield say(path, rules.messages.TOO_MANY_HEADINGS, { most: rules.headings });
  }
}

function* ofLinks(text, path, rules, known) {
  for (const match of text.matchAll(pattern(rules.link, "gu"))) {
    if (match[1] === undefined) continue; // a picture: whether its file is there, only the check can see
    const address = match[1].replace(/^[ \t]+|[ \t]+$/g, "");
    if (!whole(rules.safe_link).test(address)) {
      yield say(path, rules.messages.LINK_REFUSED, { value: cut(address, rules) });
    } else if (whole(rules.site_link).test(address)) {
      const [name, folder = ""] = address.replace(/^\.\.\//, "").replace(/\.md$/, "").split("/").reverse();
      const there = ["", "praktijken"].includes(folder)
        ? isThere(name, known)
        : rules.terms[folder].includes(name);
      if (!there) yield say(path, rules.messages.NO_SUCH_PAGE, { value: name, hint: "" });
    }
  }
}

function* ofLinkTexts(text, path, rules) {
  const without = (value, form) => value.replace(pattern(form, "gu"), "");
  const dialled = (number) => rules.abroad.reduce((left, [form, plain]) => left.replace(pattern(form, "gu"), plain), number);
  for (const [, typed, given] of text.matchAll(pattern(rules.link_text, "gu"))) {
    const shown = without(typed.toLowerCase(), rules.markup);
    const address = given.replace(/^[ \t]+|[ \t]+$/g, "");
    const leads = address.match(pattern(`^${rules.leads_to}`));
    if (leads) {
      const host = `.${leads[1].toLowerCase()}`;
      const other = all(shown, rules.shown_host).find((name) => !host.endsWith(`.${without(name, rules.before_host)}`));
      if (other) yield say(path, rules.messages.OTHER_HOST, { value: cut(other, rules) });
    } else if (address.startsWith("tel:") && !["", dialled(address)].includes(dialled(shown))) {
      yield say(path, rules.messages.OTHER_NUMBER);
    }
  }
}

function* ofSize(front, sections, rules) {
  const bytes = (text) => new TextEncoder().encode(text).length;
  const head = written(front, {}, rules).slice("---\n".length, -"---\n".length);
  const text = written({}, sections, rules).slice("---\n---\n".length);
  // Said where there is most to take away.
  const longest = (parts) => Object.keys(parts).sort((one, other) => sizeOf(parts[other]) - sizeOf(parts[one]))[0];
  const sizeOf = (part) => JSON.stringify(part).length;
  if (bytes(head) > rules.largest.front) yield tooLarge([longest(front)], "de kop", "front", "bytes", rules);
  if (bytes(text) > rules.largest.body) yield tooLarge(["tekst", longest(sections)], "de tekst", "body", "bytes", rules);
}

function tooLarge(path, what, part, unit, rules) {
  const most = String(rules.largest[part]).replace(/(?=(?:\d{3})+$)\B/g, ".");
  return say(path, rules.messages.TOO_LARGE, { what, most, unit });
}

function* ofName({ slug, path }, rules, known) {
  const { NAME, NAME_TAKEN, NAME_TWICE } = rules.messages;
  const shown = { value: slug, other: known.titles?.[slug] };
  if (!whole(rules.slug).test(slug) || slug.length > rules.longest_slug) yield say(["bestand"], NAME, shown);
  else if (rules.reserved.includes(slug)) yield say(["bestand"], NAME_TAKEN, shown);
  else if (!path && isThere(slug, known, false)) yield say(["bestand"], NAME_TWICE, shown);
}

/** An existing file stays in its folder, which must be one of its regions. */
function* ofFolder({ path }, { regios }, rules) {
  const folder = path?.split("/")[1];
  if (folder && regios && !regios.includes(folder)) yield say(["regios"], rules.messages.OTHER_FOLDER, { value: folder });
}
