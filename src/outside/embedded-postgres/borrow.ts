/**
 * For tools that run beside the portal: the database of a data folder that a live portal holds.
 *
 * Promises: starts nothing, stops nothing, writes nothing; undefined when nobody holds the folder,
 * and then the tool may start the server itself.
 */
import path from 'node:path'
import { dataFolder, urlOf } from './cluster.ts'
import { holderOf } from './lock.ts'
import { readPidFile } from './postmaster.ts'
import { isRunning, pause } from './processes.ts'

export interface BorrowedPostgres {
  url(database: string): string
  readonly holder: number
}

export async function borrowEmbeddedPostgres(wantedRoot: string): Promise<BorrowedPostgres | undefined> {
  const root = path.resolve(wantedRoot)
  // The portal may be between taking its lock and having its server ready, or be bringing it back.
  for (;;) {
    const holder = holderOf(root)
    if (holder === undefined) return undefined
    const server = readPidFile({ data: dataFolder(root) })
    if (server?.status === 'ready' && isRunning(server.pid)) {
      return { holder, url: (database) => urlOf(server.sockets, database) }
    }
    await pause(50)
  }
}
