import type { Island } from "./island";
import { type Kept, keep, kept, forget } from "./receipt-store";

const retryAfter = 20_000;
const patience = 90_000;
const cacheName = "relight-receipts";

/**
 * Keeps what is typed into the form of a receipt, photos too, and sends it when there is a connection: under the id
 * that the form had from the beginning, so that a receipt whose answer was lost on the way is not counted twice.
 */
export const receipt: Island = (element, signal) => {
  const form = element as HTMLFormElement;
  const id = form.dataset["consignment"]!;
  let waiting = false;
  let sending = false;

  const save = () => keep(id, { fields: fieldsOf(form), files: filesOf(form), waiting }).catch(() => undefined);
  const send = async () => {
    if (!waiting || sending) return;
    sending = true;
    say(form, "sending");
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), signal: AbortSignal.timeout(patience) });
      if (answer.status >= 500) throw new Error(`${answer.status}`);
      if (answer.ok) {
        waiting = false;
        await forget(id);
        location.assign(answer.url);
        return;
      }
      waiting = false;
      await save();
      tell(form, await answer.text());
    } catch {
      say(form, "waiting");
    } finally {
      sending = false;
    }
  };

  form.addEventListener("input", () => void save(), { signal });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    waiting = true;
    field(form, "at").value = new Date().toISOString();
    void save().then(send);
  }, { signal });
  addEventListener("online", () => void send(), { signal });
  const timer = setInterval(() => void send(), retryAfter);
  signal.addEventListener("abort", () => clearInterval(timer));

  void kept(id).then((before) => {
    if (!before) return;
    restore(form, before);
    waiting = before.waiting;
    void send();
  }).catch(() => undefined);
  void prepare(form);
};

function field(form: HTMLFormElement, name: string) {
  return form.elements.namedItem(name) as HTMLInputElement;
}

function fieldsOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === "string");
}

function filesOf(form: HTMLFormElement): [string, File][] {
  return [...new FormData(form)].filter((entry): entry is [string, File] => entry[1] instanceof File && entry[1].size > 0);
}

// A page that was opened again counts receipts anew, unless the old one is on its way: then it goes as it was typed.
function restore(form: HTMLFormElement, before: Kept) {
  for (const [name, value] of before.fields) {
    if (name === "key" || (name === "seen" && !before.waiting)) continue;
    const input = form.elements.namedItem(name);
    if (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) input.value = value;
  }
  for (const [name, file] of before.files) {
    const input = form.elements.namedItem(name);
    if (!(input instanceof HTMLInputElement)) continue;
    const list = new DataTransfer();
    list.items.add(file);
    input.files = list.files;
  }
}

function say(form: HTMLFormElement, what: string | null) {
  for (const line of form.querySelectorAll<HTMLElement>("[data-say]")) line.hidden = line.dataset["say"] !== what;
}

// The answer is the page again; of it, this one takes why nothing was taken and what is left. What was typed stays.
function tell(form: HTMLFormElement, html: string) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const faults = page.querySelector("[data-faults]");
  const own = form.querySelector("[data-faults]");
  say(form, faults ? null : "else");
  if (!faults || !own) return;
  own.className = faults.className;
  own.replaceChildren(...[...faults.childNodes].map((node) => document.importNode(node, true)));
  const seen = page.querySelector<HTMLInputElement>("input[name=seen]");
  if (seen) field(form, "seen").value = seen.value;
  for (const open of page.querySelectorAll<HTMLElement>("[data-open]")) {
    const line = form.querySelector(`[data-open="${open.dataset["open"]}"]`);
    if (line) line.textContent = open.textContent;
  }
  own.scrollIntoView({ block: "start" });
}

// The page opens again without a connection: it and its files are kept beside the worker that answers for them.
async function prepare(form: HTMLFormElement) {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(form.dataset["worker"]!, { scope: form.dataset["scope"]! });
    await navigator.serviceWorker.ready;
    const files = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>("link[rel=stylesheet], script[src]")]
      .map((part) => (part instanceof HTMLLinkElement ? part.href : part.src));
    const cache = await caches.open(cacheName);
    await cache.addAll([location.href, ...files]);
  } catch {
    // A browser that keeps no workers, as in private windows, still keeps what is typed while the page is open.
  }
}
