// Material's own worker, in a frame instead of a worker, as Material itself does where a page is a local file:
// slowing down the processor reaches only the page itself.

const LISTED = 5;
const SETUP = 0;
const QUERY = 2;

export async function open() {
  const frame = document.body.appendChild(document.createElement("iframe"));
  const inside = frame.contentWindow;
  let answered;
  window.IFrameWorker = true; // tells the script where it is
  inside.postMessage = (message) => answered(message.data);
  inside.importScripts = async (...urls) => {
    for (const url of urls) await load(frame, url);
  };
  await load(frame, new URL("javascripts/workers/search.js", location).href);
  const ask = (type, data) =>
    new Promise((resolve) => {
      answered = resolve;
      inside.dispatchEvent(new inside.MessageEvent("message", { data: { type, data } }));
    });
  const { config, docs } = await (await fetch("search_index.json")).json();
  await ask(SETUP, { config, docs, options: { suggest: false } });
  return async (query) => {
    const { items } = await ask(QUERY, query);
    return { above: [], list: items.slice(0, LISTED).map(([page]) => page.location.split("#")[0]) };
  };
}

function load(frame, url) {
  return new Promise((resolve, reject) => {
    const script = frame.contentDocument.createElement("script");
    script.onload = resolve;
    script.onerror = reject;
    script.src = url;
    frame.contentDocument.body.append(script);
  });
}
