/**
 * A rotation in a process of its own, which the test kills: node rotate-now.fixture.ts <database> <folder of files>.
 * From the key of sevens, under which the tests seal, to the key of eights.
 */
import { connect } from '#db/kit/connect.ts'
import { openVault } from '#db/kit/vault.ts'
import { authorize } from '#domain/access/policy.ts'
import { folderFiles } from '#outside/files/folder-files.ts'
import { rotateKey } from './rotate-key.ts'
import { settleKeys } from './settle-keys.ts'

const [, , url = '', folder = ''] = process.argv
const masters = { current: new Uint8Array(32).fill(8), previous: new Uint8Array(32).fill(7) }
const { db, close } = connect(url, openVault(masters.current, masters.previous), 2)
const actor = { userId: 'command-line', memberships: [{ role: 'operator', partyId: 'system' }] } as const
const permit = authorize(actor, 'registry.manage', { id: 'installation' })
if (!permit.ok) throw new Error('an operator may')
const now = new Date('2026-11-25T15:00:00Z')
await settleKeys(db, masters, now)
const told = (kind: unknown) => void process.stdout.write(`${JSON.stringify(kind)}\n`)
const done = await rotateKey(db, permit.value, { files: folderFiles(folder), actorId: actor.userId, told }, now)
process.stdout.write(`${JSON.stringify(done)}\n`)
await close()
