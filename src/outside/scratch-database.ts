/** A database for a short while beside the one that is used: its name is random, and it is dropped whole. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'

export interface ScratchDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** `url` names any database of the server. Throws when its account may not create databases. */
export async function createScratch(url: string): Promise<ScratchDatabase> {
  const name = `openpecos_scratch_${randomUUID().replaceAll('-', '')}`
  await say(url, `create database ${name}`)
  const there = new URL(url)
  there.pathname = `/${name}`
  return { url: there.toString(), drop: () => say(url, `drop database if exists ${name} with (force)`) }
}

async function say(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  // An unheard report of a lost server would end the process.
  client.on('error', () => {})
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
