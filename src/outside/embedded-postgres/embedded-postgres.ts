/**
 * A private PostgreSQL for whoever has none: `npm start` needs no database server.
 *
 * Promises: data is on disk when a commit returns (unless `durable: false`, for tests); a server that a killed
 * portal left running is adopted, not started twice; a server that dies is brought back; one portal per data folder.
 * The binaries are behind on security fixes, so it is never on the network; production should set DATABASE_URL.
 */
import { type Cluster, prepareCluster, prepareRoot, urlOf } from './cluster.ts'
import { lockFolder } from './lock.ts'
import { findRunning, launch } from './postmaster.ts'
import { supervise } from './supervisor.ts'

export { borrowEmbeddedPostgres } from './borrow.ts'
export { defaultDataRoot, repositoryRoot } from './data-root.ts'
export { ensureDatabase } from './ensure-database.ts'
export { DataFolderInUse } from './lock.ts'

export interface EmbeddedPostgres {
  /** Connection string for `pg`. */
  url(database: string): string
  /** The server's first process now; changes when it had to be brought back. */
  readonly pid: number
  /** A server that was already running was taken over. */
  readonly adopted: boolean
  /** Resolves when the server is gone and the data folder is free. */
  stop(): Promise<void>
  onExit(listener: (pid: number) => void): void
  onRestart(listener: (pid: number) => void): void
}

export interface EmbeddedPostgresOptions {
  readonly durable?: boolean
  readonly log?: (line: string) => void
}

export async function startEmbeddedPostgres(
  wantedRoot: string,
  { durable = true, log = () => {} }: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  const root = prepareRoot(wantedRoot)
  const lock = lockFolder(root)
  try {
    const cluster = prepareCluster(root, durable)
    const running = await findRunning(cluster)
    return handle(cluster, running ?? (await launch(cluster)), running !== undefined, lock.release, log)
  } catch (error) {
    lock.release()
    throw error
  }
}

function handle(
  cluster: Cluster,
  firstPid: number,
  adopted: boolean,
  release: () => void,
  log: (line: string) => void,
): EmbeddedPostgres {
  const supervisor = supervise(cluster, firstPid, log)
  return {
    adopted,
    url: (database) => urlOf(cluster.sockets, database),
    get pid() {
      return supervisor.pid
    },
    async stop() {
      await supervisor.stop()
      release()
    },
    onExit: supervisor.onExit,
    onRestart: supervisor.onRestart,
  }
}
