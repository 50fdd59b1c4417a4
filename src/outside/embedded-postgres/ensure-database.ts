/**
 * Creates a database on a server if it is not there yet.
 *
 * Promises: safe when two do it at once; touches nothing when the database exists.
 */
import pg from 'pg'

/** `url` names any database one may connect to, usually `postgres`. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  // A server that goes away between two queries is reported here, and an unheard report ends the process.
  client.on('error', () => {})
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } catch (error) {
    // 42P04: it exists; 23505: another session is just creating it.
    const { code } = error as { code?: string }
    if (code !== '42P04' && code !== '23505') throw error
  } finally {
    await client.end()
  }
}
