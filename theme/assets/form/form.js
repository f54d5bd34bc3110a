// The form on /meedoen/formulier/: fills it, listens, and shows at once what is wrong and what comes of it.
//
// ?praktijk=<slug> opens a practice to change it; with &doe=mee only to say "wij doen dit ook".
// What is typed stays in this browser (as a draft, unless the visitor says no) and goes nowhere by itself.

import { asMail, atForge, copy, download, slugOf } from "./destinations.js";
import * as fields from "./fields.js";
import { preview } from "./preview.js";
import { problems } from "./rules.js";
import { tidied, written } from "./writing.js";

const { rules, forge, editors } = JSON.parse(document.getElementById("regels").textContent);
const form = document.getElementById("formulier");
const part = Object.fromEntries(
  ["concept-stand", "bewaar", "wis", "stand", "problemen", "versturen", "naam", "map", "mail", "mail-eerst",
    "mail-bijlage", "forge-stappen", "gedaan", "bestand", "voorbeeld", "titels"]
    .map((id) => [id, document.getElementById(id)]),
);
const ADOPTIONS = "toepassingen";
const PAUSE = 400; // milliseconds without typing before the whole is judged and a screen reader is told

const query = new URLSearchParams(location.search);
const asked = query.get("praktijk") ?? "";
const joining = query.get("doe") === "mee" && asked !== "";
const store = `${location.pathname}#${joining ? "mee:" : ""}${asked}`;

const known = { today: today(), titles: null };
const touched = new Set(); // fields that the visitor has left: only these complain at once
let original = { path: "", front: {}, sections: {} };
let named = false; // whether the visitor chose the file's name
let waiting;

/** Today here, or in the forge's time zone if it is still yesterday there: no date is "in the future" anywhere. */
function today() {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return [now, local].map((day) => day.toISOString().slice(0, 10)).sort()[0];
}

function draft() {
  const front = fields.read(rules.fields, form);
  return {
    front: tidied(rules.fields, front),
    sections: fields.readSections(form),
    path: original.path,
    slug: original.path ? asked : part.naam.value.trim(),
    folder: part.map.value,
  };
}

// --- Judging and showing --------------------------------------------------------------------------------------

function show({ all = false, whole = true } = {}) {
  if (!original.path && !named) part.naam.value = slugOf(form.querySelector("#veld-titel").value, rules.longest_slug);
  offerFolders();
  const now = draft();
  const nameless = !now.front.titel && !named; // the name follows from the title: that is said already
  const found = problems(now, rules, known).filter(({ path }) => !(nameless && path[0] === "bestand"));
  const wrong = new Map();
  for (const problem of found) {
    const field = fields.at(problem.path, form);
    wrong.set(field, [...(wrong.get(field) ?? []), problem.message]);
  }
  if (joining && original.path && (now.front[ADOPTIONS] ?? []).length <= (original.front[ADOPTIONS] ?? []).length) {
    wrong.set(joiningRegion(), [rules.messages.MISSING.message.replace("{key}", "regio")]); // nothing was added yet
  }
  for (const field of form.querySelectorAll(".field")) {
    if (!field.querySelector(":scope > .problem")) continue;
    if (all) touched.add(field);
    fields.showProblems(field, touched.has(field) ? [...new Set(wrong.get(field))] : []);
  }
  if (whole) {
    part.voorbeeld.replaceChildren(...preview(now.front, now.sections, rules, form));
    summarise(wrong);
    send(now, wrong.size === 0);
  }
  return wrong;
}

function summarise(wrong) {
  const count = [...wrong.values()].flat().length;
  const state = count === 0
    ? "Alles is goed ingevuld. Kies hieronder hoe u het instuurt."
    : `Nog ${count} ${count === 1 ? "ding" : "dingen"} om in te vullen of te verbeteren.`;
  if (part.stand.textContent !== state) part.stand.textContent = state;
  const listed = [...wrong].flatMap(([field, messages]) => [...new Set(messages)].map((message) => lineOf(field, message)));
  part.problemen.replaceChildren(...listed);
  part.problemen.hidden = count === 0 || !part.problemen.dataset.asked;
}

function lineOf(field, message) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#${fields.focusable(field).id}`;
  link.textContent = fields.nameOf(field);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    field.closest("details")?.setAttribute("open", "");
    fields.focusable(field).focus();
  });
  line.append(link, `: ${message}`);
  return line;
}

/** The regions that may keep the file are those of the practice; for an existing file, the one that has it. */
function offerFolders() {
  const chosen = [...form.querySelectorAll('[data-key="regios"] :checked')];
  const folder = original.path.split("/")[1];
  const offered = folder ? chosen.filter((box) => box.value === folder) : chosen;
  const before = part.map.value;
  part.map.replaceChildren(...offered.map((box) => new Option(box.nextElementSibling.textContent, box.value)));
  if (offered.some((box) => box.value === before)) part.map.value = before;
}

function send(now, ready) {
  part.versturen.hidden = !ready;
  if (!ready) return;
  const text = written(now.front, now.sections, rules);
  const file = { ...now, text, title: now.front.titel };
  part.bestand.value = text;
  const mail = asMail(editors, file, rules.longest_address);
  part.mail.href = mail.address;
  part["mail-eerst"].hidden = part["mail-bijlage"].hidden = mail.filled;
  steps(atForge(forge, file, rules.longest_address), file);
}

function steps({ address, filled }, { path }) {
  const link = Object.assign(document.createElement("a"), {
    href: address, target: "_blank", rel: "noopener", className: "button", id: "forge",
    textContent: path ? `Open het bestand bij ${forge.label}` : `Begin het bestand bij ${forge.label}`,
  });
  const copying = Object.assign(document.createElement("button"), {
    type: "button", className: "button second", textContent: "Kopieer de tekst",
  });
  copying.dataset.copy = "";
  const paste = path
    ? "Klik in de oude tekst. Selecteer alles (Ctrl+A) en plak (Ctrl+V); op een Mac met Cmd. Zo vervangt u de oude tekst."
    : "Klik in het grote lege vak en plak de tekst (Ctrl+V, op een Mac Cmd+V).";
  const last = `Kies ${forge.uploads} en bevestig. De redactie krijgt dan bericht.`;
  const all = filled ? [link, "De tekst staat er al in.", last] : [copying, link, paste, last];
  const items = all.map((step) => {
    const item = document.createElement("li");
    item.append(step);
    return item;
  });
  const focused = part["forge-stappen"].contains(document.activeElement);
  if (!focused) part["forge-stappen"].replaceChildren(...items);
}

// --- The draft in this browser --------------------------------------------------------------------------------

function keep() {
  if (!part.bewaar.checked) return;
  const { front, sections } = draft();
  const name = named ? part.naam.value : "";
  try {
    const typed = { front, sections, name, folder: part.map.value, of: JSON.stringify(original), kept: Date.now() };
    localStorage.setItem(store, JSON.stringify(typed));
    part["concept-stand"].textContent = "Uw concept is bewaard in deze browser. Het is nog niet verstuurd.";
  } catch {
    part["concept-stand"].textContent = "Uw concept kan hier niet bewaard worden. Download het bestand voor u weggaat.";
  }
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(store));
  } catch {
    return null; // no storage, or not our text
  }
}

function forget() {
  try {
    localStorage.removeItem(store);
  } catch {
    // no storage, so nothing to forget
  }
}

// --- Opening --------------------------------------------------------------------------------------------------

async function fetched(name) {
  const answer = await fetch(form.dataset.data + name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

async function open() {
  known.titles = await fetched("titels.json").catch(() => null); // then the editors look at the file's name
  part.titels.replaceChildren(...Object.values(known.titles ?? {}).map((title) => new Option(title)));
  const isSlug = new RegExp(`^(?:${rules.slug})$`).test(asked);
  if (isSlug) original = await fetched(`praktijken/${asked}.json`).catch(() => original);
  start();
  if (asked && !original.path) {
    part["concept-stand"].textContent = known.titles && !Object.hasOwn(known.titles, asked)
      ? "Deze praktijk is niet gevonden. U kunt hier wel een nieuwe insturen."
      : "Deze praktijk kon niet worden geladen. Probeer het later opnieuw.";
  }
  form.hidden = false;
  document.getElementById("zonder-scripts").hidden = true;
}

/** Fill the form: with the draft if there is one, else with what is published, else with nothing but today. */
function start(restored = kept()) {
  const { front, sections } = restored ?? original;
  const fresh = { gecontroleerd: known.today };
  fields.fill(rules.fields, { ...(original.path ? {} : fresh), ...front }, form);
  fields.fillSections(sections, form);
  named = Boolean(restored?.name || original.path);
  part.naam.value = original.path ? asked : (restored?.name ?? "");
  part.naam.readOnly = Boolean(original.path);
  offerFolders();
  if (restored?.folder) part.map.value = restored.folder;
  for (const box of form.querySelectorAll(".field .choices input")) {
    const title = known.titles?.[box.value];
    if (title) box.nextElementSibling.textContent = title;
  }
  for (const more of form.querySelectorAll("details.more")) {
    const { key } = more.querySelector("[data-key]").dataset;
    more.open = key in front;
  }
  if (restored) {
    const day = new Intl.DateTimeFormat("nl", { dateStyle: "long", timeStyle: "short" }).format(restored.kept);
    const changed = restored.of !== JSON.stringify(original);
    part["concept-stand"].textContent = changed
      ? `Uw concept van ${day} staat er weer, maar de praktijk is intussen veranderd. Kijk alles goed na, of wis uw concept.`
      : `Uw concept van ${day} staat er weer. Het is nog niet verstuurd.`;
  }
  if (joining && original.path) join(Boolean(restored));
  else if (original.path) {
    const lead = "Verander wat niet meer klopt, en zet bij Gecontroleerd de dag van vandaag. Onderaan kiest u hoe u uw voorstel instuurt.";
    heading(`Wijzig: ${original.front.titel}`, lead);
  }
  touched.clear();
  delete part.problemen.dataset.asked;
  show();
}

const joiningRegion = () => fields.itemsOf(form.querySelector(`[data-key="${ADOPTIONS}"]`)).at(-1).querySelector(".field");

/** The short form: one item more in the list of where it is done, and nothing else to fill in. */
function join(restored) {
  heading(
    `Wij doen dit ook: ${original.front.titel}`,
    "Vertel welke regio het ook doet, en wat u anders doet. De rest van de praktijk blijft zoals zij is.",
  );
  const adoptions = form.querySelector(`[data-key="${ADOPTIONS}"]`);
  const published = (original.front[ADOPTIONS] ?? []).length;
  if (!restored || fields.itemsOf(adoptions).length <= published) fields.addItem(adoptions);
  form.classList.add("joining");
  adoptions.closest("details").open = true;
  adoptions.closest("details").classList.add("asked");
  for (const [at, item] of fields.itemsOf(adoptions).entries()) item.hidden = at < published;
}

function heading(text, lead = "") {
  const title = document.querySelector("main h1");
  title.textContent = text;
  document.title = text;
  if (lead) title.nextElementSibling.textContent = lead;
}

// --- Listening ------------------------------------------------------------------------------------------------

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    show();
    keep();
  }, PAUSE);
}

/** `30-5-2024` as people write it, `2024-05-30` as the file has it. */
function dutchDate(text) {
  const match = text.trim().match(/^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})$/);
  if (!match) return text;
  const [, day, month, year] = match;
  return [year, month.padStart(2, "0"), day?.padStart(2, "0")].filter(Boolean).join("-");
}

form.addEventListener("input", ({ target }) => {
  if (target === part.bewaar) {
    if (part.bewaar.checked) keep();
    else {
      forget();
      part["concept-stand"].textContent = "Er wordt niets bewaard. Sluit u deze bladzijde, dan is uw tekst weg.";
    }
    return;
  }
  if (target.id.endsWith("-zoek")) return;
  if (target === part.naam) named = part.naam.value !== "";
  show({ whole: false }); // what was wrong goes away as soon as it is right
  later();
});

form.addEventListener("focusout", ({ target }) => {
  if (target.closest("#concept, .preview") || !target.closest(".field")) return;
  if (target.matches("input[type=text]")) target.value = dutchDate(target.value);
  for (let field = target.closest(".field"); field; field = field.parentElement.closest(".field")) {
    if (!field.matches("fieldset") || !field.contains(document.activeElement)) touched.add(field);
  }
  // After the click that took the focus away: a message that appears would move what is being clicked.
  setTimeout(() => show({ whole: false }), 150);
});

form.addEventListener("click", async ({ target }) => {
  const button = target.closest("button");
  const field = button?.closest(".field");
  if (!button) return;
  if (button.matches(".remove")) {
    button.closest(".item").remove();
    fields.renumber(field);
    field.querySelector(":scope > .add").focus();
    later();
  } else if (button.matches(".adder .add")) {
    addByTitle(field);
  } else if (button.matches(".add")) {
    fields.addItem(field).querySelector("input, select, textarea").focus();
    later();
  } else if (button === part.wis) {
    if (!confirm("Alles wat u hier typte, gaat weg. Weet u het zeker?")) return;
    forget();
    start(null);
    part["concept-stand"].textContent = "Uw concept is gewist.";
    document.querySelector("main h1").scrollIntoView();
  } else if ("download" in button.dataset) {
    download(`${draft().slug}.md`, part.bestand.value);
    part.gedaan.textContent = `Het bestand ${draft().slug}.md staat bij uw downloads.`;
  } else if ("copy" in button.dataset) {
    const done = await copy(part.bestand.value, part.bestand);
    part.gedaan.textContent = done
      ? "De tekst is gekopieerd. Ga naar de volgende stap."
      : "Kopiëren lukt hier niet. Open 'Bekijk de tekst van het bestand', en kopieer die zelf.";
  }
});

function addByTitle(field) {
  const typed = field.querySelector(".adder input");
  const [slug, title] = Object.entries(known.titles ?? {}).find(([, one]) => one === typed.value.trim()) ?? [typed.value.trim()];
  if (!slug) return;
  fields.check(field, slug, title);
  typed.value = "";
  typed.focus();
  later();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  part.problemen.dataset.asked = "yes";
  show({ all: true });
  keep();
  document.getElementById("kop-klaar").focus();
});

open();
