// The form on /meedoen/formulier/: fills it, listens, and shows at once what is wrong and what comes of it.
//
// ?praktijk=<slug> opens a practice to change it; with &doe=mee only to say "wij doen dit ook".
// What is typed goes nowhere by itself; this browser keeps it as a draft only if the visitor asks for that.

import { Concept } from "./concept.js";
import { download, slugOf } from "./destinations.js";
import * as fields from "./fields.js";
import { addByTitle, takeAway } from "./items.js";
import { preview } from "./preview.js";
import { problems } from "./rules.js";
import { offer, outdate, take } from "./sending.js";
import { bareName, dutchDate, fullAddress } from "./typing.js";
import { tidied, written } from "./writing.js";

const settings = JSON.parse(document.getElementById("regels").textContent);
const { rules, editors } = settings;
const form = document.getElementById("formulier");
const part = (id) => document.getElementById(id);
const ADOPTIONS = "toepassingen";
const NOT_KEPT = "Uw tekst wordt niet bewaard. Sluit u deze bladzijde, dan is zij weg.";
const PAUSE = 400; // milliseconds without typing before the whole is judged and a screen reader is told

const query = new URLSearchParams(location.search);
const asked = query.get("praktijk") ?? "";
let joining = query.get("doe") === "mee" && asked !== "";
const concept = new Concept(`${location.pathname}#${joining ? "mee:" : ""}${asked}`);

const known = { today: today(), titles: null };
const touched = new Set(); // fields that the visitor has left: only these complain at once
let original = { path: "", front: {}, sections: {} };
let current = ""; // the file as it is published
let named = false; // whether the visitor chose the file's name
let typed = false; // whether the visitor changed anything
let unkept = false; // whether something was typed that would be lost
let taking = false; // whether a link is followed that takes the text along
let waiting;

/** Today here, or in the forge's time zone if it is still yesterday there: no date is "in the future" anywhere. */
function today() {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return [now, local].map((day) => day.toISOString().slice(0, 10)).sort()[0];
}

function draft() {
  return {
    front: tidied(rules.fields, fields.read(rules.fields, form)),
    sections: fields.readSections(form),
    path: original.path,
    slug: original.path ? asked : part("naam").value.trim(),
    folder: part("map").value,
  };
}

function tell(id, text) {
  if (part(id).textContent !== text) part(id).textContent = text;
}

// --- Judging and showing --------------------------------------------------------------------------------------

function show({ all = false, whole = true } = {}) {
  if (!original.path && !named) part("naam").value = slugOf(part("veld-titel").value, rules.longest_slug);
  offerFolders();
  const now = draft();
  const wrong = whatIsWrong(now);
  for (const field of form.querySelectorAll(".field:has(> .problem)")) {
    if (all) touched.add(field);
    fields.showProblems(field, touched.has(field) ? (wrong.get(field) ?? []) : []);
  }
  if (!whole) return;
  summarise(wrong, now);
  part("voorbeeld").replaceChildren(...preview(now.front, now.sections, rules, form));
}

/** The messages for each field that has any. */
function whatIsWrong(now) {
  const nameless = !now.front.titel && !named; // the name follows from the title: that is said already
  const found = problems(now, rules, known).filter(({ path }) => !(nameless && path[0] === "bestand"));
  if (!part("belofte").checked) found.push({ path: ["belofte"], message: "kruis dit aan. Staat er toch een persoon in, haal die dan eerst weg" });
  const wrong = new Map();
  const add = (field, message) => wrong.set(field, [...new Set([...(wrong.get(field) ?? []), message])]);
  for (const { path, message } of found) add(fields.at(path, form), message);
  if (joining && !ownAdoptions(now.front).length) {
    add(fields.itemsOf(adoptions()).at(-1).querySelector(".field"), "vul in welke regio dit ook doet");
  }
  return wrong;
}

function summarise(wrong, now) {
  const listed = [...wrong].flatMap(([field, messages]) => messages.map((message) => lineOf(field, message)));
  const text = written(now.front, now.sections, rules);
  part("bestand").value = text;
  const unchanged = text === current;
  if (unchanged) tell("stand", "U hebt nog niets veranderd.");
  else if (listed.length === 0) tell("stand", "Alles is goed ingevuld. Kies hieronder hoe u het instuurt.");
  else tell("stand", `Nog ${listed.length} ${listed.length === 1 ? "ding" : "dingen"} om in te vullen of te verbeteren.`);
  part("problemen").replaceChildren(...listed);
  part("problemen").hidden = unchanged || listed.length === 0 || !part("problemen").dataset.asked;
  part("versturen").hidden = unchanged || listed.length > 0;
  if (!part("versturen").hidden) sendable({ ...now, text, title: now.front.titel });
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
  const kept = part("map").value;
  part("map").replaceChildren(...offered.map((box) => new Option(box.nextElementSibling.textContent, box.value)));
  if (offered.some((box) => box.value === kept)) part("map").value = kept;
}

/** Offer the ways to send it; of "wij doen dit ook", an e-mail needs only what it adds. */
function sendable(file) {
  offer(file, joining ? { ...file, text: added(file), part: true } : file, settings);
}

/** What "wij doen dit ook" adds, short enough for an e-mail. */
const added = ({ front }) => written({ [ADOPTIONS]: ownAdoptions(front) }, {}, rules).slice("---\n".length, -"---\n".length);

const published = () => original.front[ADOPTIONS] ?? [];
const ownAdoptions = (front) => (front[ADOPTIONS] ?? []).slice(published().length);

// --- The draft in this browser --------------------------------------------------------------------------------

function keep() {
  const { front, sections } = draft();
  const name = named ? part("naam").value : "";
  const mine = joining ? { front: { [ADOPTIONS]: ownAdoptions(front) }, sections: {} } : { front, sections };
  const kept = part("bewaar").checked && concept.keep({ ...mine, name, folder: part("map").value, of: JSON.stringify(original) });
  unkept = !kept;
  if (kept) tell("concept-stand", "Uw concept is bewaard in deze browser. Het is nog niet verstuurd.");
  else if (part("bewaar").checked) tell("concept-stand", "Uw concept kan hier niet bewaard worden. Download het voor u weggaat.");
  else tell("concept-stand", NOT_KEPT);
}

concept.whenElsewhere(() => tell("concept-stand", "Dit concept staat ook in een ander venster open. Werk in één venster verder."));

addEventListener("beforeunload", (event) => {
  if (unkept && !taking) event.preventDefault(); // the browser asks whether to leave
});

part("versturen").addEventListener("click", ({ target }) => {
  if (!target.closest("a")) return;
  taking = true;
  setTimeout(() => { taking = false; }, 1000); // an e-mail opens beside the page, which stays
});

// --- Opening --------------------------------------------------------------------------------------------------

async function fetched(name) {
  const answer = await fetch(form.dataset.data + name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

async function open() {
  known.titles = await fetched("titels.json").catch(() => null); // then the editors look at the file's name
  part("titels").replaceChildren(...Object.values(known.titles ?? {}).map((title) => new Option(title)));
  const unknown = known.titles !== null && !Object.hasOwn(known.titles, asked);
  if (asked && !unknown) {
    try {
      original = await fetched(`praktijken/${encodeURIComponent(asked)}.json`);
    } catch {
      part("zonder-scripts").querySelector("p").hidden = true;
      heading("De praktijk kon niet worden geladen", `Probeer het straks opnieuw, of mail de redactie: ${editors}.`);
      return;
    }
  }
  joining &&= original.path !== "";
  start();
  if (asked && unknown) tell("concept-stand", "Deze praktijk is niet gevonden. U kunt hier wel een nieuwe insturen.");
  form.hidden = false;
  part("zonder-scripts").hidden = true;
}

/** Fill the form: with the draft if there is one, else with what is published, else with nothing but today. */
function start(restored = concept.read()) {
  clearTimeout(waiting);
  for (const left of form.querySelectorAll(".undo, .field:has(> .adder) > .choices")) left.replaceChildren();
  const { front, sections } = joining ? withMine(restored) : (restored ?? original);
  const fresh = original.path ? {} : { gecontroleerd: known.today };
  current = original.path ? written(original.front, original.sections, rules) : "";
  fields.fill(rules.fields, { ...fresh, ...front }, form);
  fields.fillSections(sections, form);
  named = Boolean(restored?.name || original.path);
  part("naam").value = original.path ? asked : (restored?.name ?? "");
  part("belofte").checked = false;
  offerFolders();
  if (restored?.folder) part("map").value = restored.folder;
  for (const box of form.querySelectorAll('[data-key="verwant"] input[type=checkbox]')) {
    box.nextElementSibling.textContent = known.titles?.[box.value] ?? box.value;
  }
  for (const more of form.querySelectorAll("details.more")) more.open = more.querySelector("[data-key]").dataset.key in front;
  part("bewaar").checked = Boolean(restored); // nothing is kept before the visitor asks for it
  if (restored) sayRestored(restored);
  typed = false;
  if (original.path) changing();
  touched.clear();
  unkept = false;
  delete part("problemen").dataset.asked;
  show();
}

/** The practice as it is published, with what the visitor adds: others may have added theirs meanwhile. */
function withMine(restored) {
  const adoptions = [...published(), ...(restored?.front[ADOPTIONS] ?? [])];
  return { front: { ...original.front, [ADOPTIONS]: adoptions }, sections: original.sections };
}

function sayRestored({ kept, of }) {
  const day = new Intl.DateTimeFormat("nl", { dateStyle: "long", timeStyle: "short" }).format(kept);
  tell("concept-stand", joining || of === JSON.stringify(original)
    ? `Uw concept van ${day} staat er weer. Het is nog niet verstuurd.`
    : `Uw concept van ${day} staat er weer, maar de praktijk is intussen veranderd. Kijk alles goed na, of wis uw concept.`);
}

/** An existing practice keeps its name and folder; to say "wij doen dit ook" is one item more, and no other field. */
function changing() {
  form.classList.add("changing");
  if (!joining) {
    heading(
      `Wijzig: ${original.front.titel}`,
      "Verander wat niet meer klopt, en zet bij Gecontroleerd de dag van vandaag. Onderaan kiest u hoe u uw voorstel instuurt.",
    );
    return;
  }
  heading(
    `Wij doen dit ook: ${original.front.titel}`,
    "Vertel welke regio het ook doet, en wat u anders doet. De rest van de praktijk blijft zoals zij is.",
  );
  if (fields.itemsOf(adoptions()).length <= published().length) fields.addItem(adoptions());
  form.classList.add("joining");
  adoptions().closest("details").open = true;
  adoptions().closest("details").classList.add("asked");
  for (const [at, item] of fields.itemsOf(adoptions()).entries()) item.hidden = at < published().length;
}

const adoptions = () => form.querySelector(`[data-key="${ADOPTIONS}"]`);

function heading(text, lead) {
  const title = document.querySelector("main h1");
  title.textContent = document.title = text;
  title.nextElementSibling.textContent = lead;
}

// --- Listening ------------------------------------------------------------------------------------------------

function later() {
  typed = true;
  outdate();
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    keep();
    show();
  }, PAUSE);
}

form.addEventListener("input", ({ target }) => {
  if (target.id.endsWith("-zoek")) return;
  if (target === part("bewaar")) {
    if (target.checked) keep();
    else {
      concept.forget();
      unkept = typed;
      tell("concept-stand", NOT_KEPT);
    }
    return;
  }
  if (target === part("belofte")) touched.add(part("belofte-veld"));
  if (target === part("naam")) named = target.value !== "";
  show({ whole: false }); // what was wrong goes away as soon as it is right
  later();
});

form.addEventListener("focusout", ({ target, relatedTarget }) => {
  if (!target.closest(".field")) return;
  const before = target.value;
  if (target.dataset.exact) target.value = dutchDate(target.value, Number(target.dataset.exact));
  if (target.inputMode === "url") target.value = fullAddress(target.value);
  if (target === part("naam")) target.value = bareName(target.value);
  if (target.value !== before) later();
  for (let field = target.closest(".field"); field; field = field.parentElement.closest(".field")) {
    if (!field.contains(relatedTarget)) touched.add(field);
  }
  // After the click that took the focus away: a message that appears would move what is being clicked.
  setTimeout(() => show({ whole: false }), 150);
});

form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches("input[type=text]")) return;
  event.preventDefault(); // Enter in a line of text sends many forms away half-filled
  event.target.closest(".adder")?.querySelector(".add").click();
});

form.addEventListener("click", async ({ target }) => {
  const button = target.closest("button");
  const field = button?.closest(".field");
  if (!button) return;
  if (button.matches(".remove")) takeAway(button.closest(".item"), field, later);
  else if (button.matches(".adder .add")) addByTitle(field, known.titles, later);
  else if (button.matches(".add")) {
    fields.addItem(field).querySelector("input, select, textarea").focus();
    later();
  } else if (button === part("wis")) {
    if (!confirm("Alles wat u hier typte, gaat weg. Weet u het zeker?")) return;
    concept.forget();
    start(null);
    tell("concept-stand", "Uw concept is gewist.");
    document.querySelector("main h1").scrollIntoView();
  } else if (button === part("concept-download")) {
    show();
    download(`${draft().slug || "concept"}.md`, part("bestand").value);
    unkept = false;
    tell("concept-stand", "Uw concept staat bij uw downloads. Het is nog niet verstuurd.");
  } else if ("download" in button.dataset || "copy" in button.dataset) {
    await take(button, `${draft().slug}.md`);
    unkept = false;
  }
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  part("problemen").dataset.asked = "yes";
  keep();
  show({ all: true });
  part("stand").focus();
});

open();
