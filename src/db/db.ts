declare const sealed: unique symbol
/** The database, sealed. Anybody may carry it; only src/db can open it. */
export interface Db {
  readonly [sealed]: true
}
