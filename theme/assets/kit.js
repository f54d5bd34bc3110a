// On /huisartsen/<woord>/: puts the practice's own name and keys in the texts to record, and says how long they take.
//
// The rule for the time comes from the page (macros/message.py); a test compares the two. What is filled in
// stays on the screen: it is kept nowhere, and sent nowhere.

const PAUSE = 500; // milliseconds without typing before a screen reader is told

/** How many words are heard in a text. */
export function words(text, { word, spelt }) {
  const letters = new RegExp(spelt);
  const found = text.match(new RegExp(word, "g")) ?? [];
  return found.reduce((sum, one) => sum + (letters.test(one) ? one.length : 1), 0);
}

/** How many seconds a calm reader takes for a text. */
export const seconds = (text, rule) => (words(text, rule) * 60) / rule.pace;

/** The text of an element, in which every blank is what `of` makes of it. */
function textOf(element, of) {
  return [...element.childNodes].map((node) => (node.dataset?.blank ? of(node) : node.textContent)).join("");
}

const asSeen = (blank) => blank.textContent;
const asCounted = (blank) => (blank.classList.contains("filled") ? blank.textContent : blank.dataset.standIn);

/** Seconds until the part of kind `until` of a message has been said, or until its end. */
function duration(message, until, rule) {
  const parts = [...message.querySelectorAll("[data-part]")];
  const end = until ? parts.findIndex((part) => part.dataset.part === until) + 1 : parts.length;
  return Math.ceil(seconds(parts.slice(0, end).map((part) => textOf(part, asCounted)).join(" "), rule));
}

/** What is copied: a message line by line, with an empty line between two recordings; of anything else, its text. */
function copied(element) {
  const scripts = [...element.querySelectorAll(".script")];
  if (!scripts.length) return element.textContent;
  const lines = (script) => [...script.querySelectorAll("[data-part]")].map((part) => textOf(part, asSeen)).join("\n");
  return scripts.map(lines).join("\n\n");
}

function start(kit) {
  const rule = JSON.parse(kit.dataset.rule);
  const form = kit.querySelector("form");
  const status = kit.querySelector("#eigen-duur");
  const empty = new Map([...kit.querySelectorAll("[data-blank]")].map((blank) => [blank, [...blank.childNodes]]));
  const messages = [...kit.querySelectorAll(".message")];
  let telling;

  function warn(field, late) {
    kit.querySelector("#eigen-lang").hidden = !late;
    if (late) field.setAttribute("aria-describedby", "eigen-lang");
    else field.removeAttribute("aria-describedby");
  }

  function fill(field) {
    const { dataset, value } = field;
    const text = value.trim().replace(/\s+/g, " ");
    for (const [blank, line] of empty) {
      if (blank.dataset.blank !== dataset.fills) continue;
      blank.replaceChildren(...(text ? [text] : line));
      blank.classList.toggle("filled", text !== "");
    }
    if (Number(dataset.longest)) warn(field, text.length > Number(dataset.longest));
  }

  /** Two keys for two things, or a caller with an urgent question hears an address. */
  function compareKeys() {
    const chosen = [...form.querySelectorAll("select")].map((field) => field.value).filter(Boolean);
    kit.querySelector("#eigen-dubbel").hidden = new Set(chosen).size === chosen.length;
  }

  function estimate() {
    for (const message of messages) {
      for (const place of message.querySelectorAll("[data-until]")) {
        place.textContent = duration(message, place.dataset.until, rule);
      }
    }
    clearTimeout(telling);
    telling = setTimeout(() => {
      status.textContent = messages
        .map((message) => `${message.dataset.title}: ongeveer ${duration(message, "", rule)} seconden.`)
        .join(" ");
    }, PAUSE);
  }

  form.addEventListener("input", ({ target }) => {
    fill(target);
    compareKeys();
    estimate();
    for (const said of kit.querySelectorAll(".copying [role=status]")) said.textContent = "";
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  kit.addEventListener("click", async ({ target }) => {
    if (!target.dataset.copy) return;
    const said = target.nextElementSibling;
    const text = kit.querySelector(`#${target.dataset.copy}`);
    try {
      await navigator.clipboard.writeText(copied(text));
      const open = [...text.querySelectorAll(".blank:not(.filled) small")].map((one) => one.textContent.slice(1, -1));
      said.textContent = open.length ? `Gekopieerd. Vul nog in: ${[...new Set(open)].join(", ")}.` : "Gekopieerd.";
    } catch {
      said.textContent = "Kopiëren lukt hier niet. Selecteer de tekst zelf.";
    }
  });

  for (const hidden of [form, ...kit.querySelectorAll(".copying")]) hidden.hidden = false;
  for (const field of form.elements) if (field.dataset.fills) fill(field); // a browser may have kept what was there before a reload
  estimate();
}

const kit = document.getElementById("inspreken");
if (kit) start(kit);
