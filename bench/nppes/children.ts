/** What runs in processes of their own: no more of the program is in them than they need, so that their memory is theirs. */
export { importOnce } from './import-once.ts'
export { readOnce } from './read-once.ts'
