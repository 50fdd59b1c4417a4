/** Where a page may send the visitor next: a path of this site, never an address of another. Pure. */
export function localPath(typed: string | undefined, otherwise = '/dashboard'): string {
  if (!typed || typed.length > 500) return otherwise
  // "//host" and "/\host" leave the site; control characters are dropped by browsers and may make such a path.
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(typed)) return otherwise
  return /^\/(sign-in|sign-out|register|session)(\/|$|\?)/.test(typed) ? otherwise : typed
}
