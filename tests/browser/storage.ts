/** Everything that this origin has stored in the browser, whoever stored it. */
export async function everythingStored(): Promise<{ where: string; value: unknown }[]> {
  const found: { where: string; value: unknown }[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const rows = await done(database.transaction(store).objectStore(store).getAll());
      found.push(...rows.map((value: unknown) => ({ where: `${name}/${store}`, value })));
    }
    database.close();
  }
  for (const [where, storage] of Object.entries({ localStorage, sessionStorage })) {
    for (const [key, value] of Object.entries(storage)) found.push({ where: `${where}/${key}`, value });
  }
  found.push({ where: 'history', value: history.state as unknown });
  return found;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
  });
}

/** The leaves of a value, however deep: texts, numbers, bytes and keys. */
export function* leavesOf(value: unknown): Generator {
  if (value instanceof Uint8Array || value instanceof ArrayBuffer || value instanceof CryptoKey) yield value;
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* leavesOf(one);
  else yield value;
}
