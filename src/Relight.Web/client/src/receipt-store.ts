/** What was typed into the form of a receipt. */
export interface Kept {
  fields: [string, string][];
  files: [string, File][];
  /** Whether it was to be sent, and no answer has come. */
  waiting: boolean;
}

const name = "relight";
const store = "receipts";

/** Keeps what was typed for a consignment, in place of what was kept before. */
export const keep = (consignment: string, typed: Kept) => run("readwrite", (all) => all.put(typed, consignment));

/** What was kept for a consignment; nothing where nothing was. */
export const kept = (consignment: string) => run<Kept | undefined>("readonly", (all) => all.get(consignment) as IDBRequest<Kept | undefined>);

/** Forgets what was kept for a consignment. */
export const forget = (consignment: string) => run("readwrite", (all) => all.delete(consignment));

async function run<T>(mode: IDBTransactionMode, ask: (all: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(store);
  const database = await answer(opening);
  try {
    const transaction = database.transaction(store, mode);
    const asked = ask(transaction.objectStore(store));
    return await new Promise<T>((done, failed) => {
      transaction.oncomplete = () => done(asked.result);
      transaction.onabort = () => failed(transaction.error);
      transaction.onerror = () => failed(transaction.error);
    });
  } finally {
    database.close();
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}
