/** The database server shows which key a connection seals with, also where its address has a name of its own. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { connect, connectionName } from './connect.ts'
import { openVault } from './vault.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

test.each(['application_name=portal', 'application_name=a&connect_timeout=9', 'connect_timeout=9&application_name=a'])(
  'of an address with %s',
  async (query) => {
    const vault = openVault(new Uint8Array(32).fill(3))
    const { pool, close } = connect(`${t.url}${t.url.includes('?') ? '&' : '?'}${query}`, vault, 1)
    const { rows } = await pool.query("select current_setting('application_name') as name")
    await close()
    expect(rows).toEqual([{ name: connectionName(vault.keyId) }])
  },
)
