/**
 * npm run cli -- <command> — the command line. Prints nothing of its own, so that its output can be piped.
 */
import { requireNode } from './node-version.mjs'

requireNode()
process.setSourceMapsEnabled(true)

const { buildIfStale } = await import('./build.mjs')
await buildIfStale('cli')

const { main } = await import('../dist/cli.mjs')
await main(process.argv.slice(2))
