// The ways to send a finished practice, as steps on the page, and what is said when one is taken.
// Nothing goes anywhere until the visitor follows a link or presses a button.

import { asMail, atForge, copy, download } from "./destinations.js";

const part = (id) => document.getElementById(id);
const said = part("gedaan"); // goes to the button that was pressed, and so can lie in what is drawn anew

/**
 * Show how `file` (as for `destinations.js`) can be sent. `mailed` is what of it goes into an e-mail.
 */
export function offer(file, mailed, { forge, editors, rules }) {
  const mail = asMail(editors, mailed, rules.longest_address);
  part("mail").href = mail.address;
  part("mail-eerst").hidden = part("mail-bijlage").hidden = mail.filled;
  const steps = stepsAt(atForge(forge, file, rules.longest_address), file, forge).map((step) => {
    const item = document.createElement("li");
    item.append(step);
    return item;
  });
  const list = part("forge-stappen");
  if (list.contains(document.activeElement)) return; // not from under the visitor's finger
  if (list.contains(said)) list.after(said);
  list.replaceChildren(...steps);
}

function stepsAt({ address, filled }, { path }, forge) {
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
  return filled ? [link, "De tekst staat er al in.", last] : [copying, link, paste, last];
}

/** Do what a button for downloading or copying says; `name` is that of the file. */
export async function take(button, name) {
  const text = part("bestand").value;
  const copied = "copy" in button.dataset && (await copy(text, part("bestand")));
  if ("download" in button.dataset) download(name, text);
  button.after(said);
  if ("download" in button.dataset) said.textContent = `Het bestand ${name} staat bij uw downloads.`;
  else if (copied) said.textContent = "De tekst is gekopieerd. Ga naar de volgende stap.";
  else said.textContent = "Kopiëren lukt hier niet. Open 'Bekijk de tekst van het bestand', en kopieer die zelf.";
}

/** What was downloaded or copied before is not what is there now: say so. */
export function outdate() {
  if (said.textContent) said.textContent = "U veranderde daarna nog iets. Download of kopieer het opnieuw.";
}
