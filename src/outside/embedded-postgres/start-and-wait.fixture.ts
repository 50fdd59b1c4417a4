/**
 * A stand-in for the portal, to be killed by a test: starts a server on the folder it is given, says so, and waits.
 */
import { startEmbeddedPostgres } from './embedded-postgres.ts'

const server = await startEmbeddedPostgres(process.argv[2] ?? '')
console.log(JSON.stringify({ pid: server.pid, adopted: server.adopted }))
setInterval(() => {}, 60_000)
