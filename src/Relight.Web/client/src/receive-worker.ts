// Answers for the page on which a receipt is entered when the network does not: the page and its files as they were last
// seen. It answers for nothing else, and never for what is sent.
interface FetchRequest extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface LongEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Worker {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(name: string, listener: (event: never) => void): void;
}

const worker = self as unknown as Worker;
const cacheName = "relight-receipts";
const patience = 8_000;

worker.addEventListener("install", (event: LongEvent) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event: LongEvent) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event: FetchRequest) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== location.origin || address.searchParams.has("done")) return;
  if (/\/receive\/[0-9a-f-]{36}$/.test(address.pathname)) event.respondWith(fromNetwork(event.request));
  else if (address.pathname.includes("/dist/")) event.respondWith(fromStore(event.request, address.searchParams.has("v")));
});

async function fromNetwork(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patience) });
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    const stored = await cache.match(request, { ignoreVary: true });
    if (stored) return stored;
    throw error;
  }
}

async function fromStore(request: Request, versioned: boolean): Promise<Response> {
  const cache = await caches.open(cacheName);
  const stored = await cache.match(request, { ignoreVary: true });
  if (stored && versioned) return stored;
  try {
    return await fetch(request);
  } catch (error) {
    if (stored) return stored;
    throw error;
  }
}
