/** Where documents lie, behind one promise. What is stored is already encrypted by the caller. */
export interface Files {
  /** Stores bytes durably (kept before it resolves) and returns the name to fetch them by. */
  put(bytes: Uint8Array): Promise<string>
  /** Throws when nothing is stored under the name, or the store does not answer. */
  get(name: string): Promise<Buffer>
  /** Removing what is not there is no fault. */
  remove(name: string): Promise<void>
}

/** A store into which a backup can be put back. */
export interface RestorableFiles extends Files {
  /** Stores bytes durably under a name that this store, or one before it, made. */
  keep(name: string, bytes: Uint8Array): Promise<void>
}

/** Names are random and made here: nothing that a person typed reaches a path or an address. */
export function checkedName(name: string): string {
  if (!/^[0-9a-f-]{36}$/.test(name)) throw new Error('not a stored name')
  return name
}
