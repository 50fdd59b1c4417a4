/** The portal of the matrix, with its whole demonstration: who asks, signed in, and the keys of programs. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { demoDelegates } from '#demo/accounts/delegates.ts'
import type { Scope } from '#domain/access/api/scopes.ts'
import { readConfig } from '../../../src/config.ts'
import { type Portal, startPortal } from '../../../src/main.ts'
import { freePort } from '../free-port.ts'
import { signInOverHttp } from './http-sign-in.ts'
import { makeKey } from './programs.ts'
import { type Things, thingsOf } from './things-of-rosa.ts'

/** Column titles, and whose session asks. */
export const askers: readonly (readonly [title: string, loginId: string | undefined])[] = [
  ['nobody', undefined],
  ['the provider', 'rosa.vega'],
  ['her surrogate, to prepare', 'tom.rayburn'],
  ['her surrogate, for letters', 'uma.lindholm'],
  ['another provider', 'chidi.okafor'],
  ["another's official", 'ida.brandt'],
  ["another's staff", 'nell.foxworth'],
  ["the contractor's analyst", 'analyst.ada'],
  ["the contractor's supervisor", 'super.carla'],
  ["another contractor's analyst", 'analyst.dev'],
  ["another contractor's supervisor", 'super.finn'],
  ['auditor', 'auditor.gia'],
  ['help desk', 'help.hana'],
  ['administrator', 'admin.june'],
  ['operator', 'operator.lars'],
]

export interface Matrix {
  readonly portal: Portal
  readonly origin: string
  readonly databaseUrl: string
  readonly things: Things
  /** Of every asker, by login id. */
  readonly cookies: ReadonlyMap<string, string>
  readonly keys: Keys
}
/** Of programs: all scopes, unless the name says which. */
export interface Keys {
  readonly own: string
  readonly ownEvents: string
  readonly ownRosters: string
  readonly otherProvider: string
  readonly otherOrganization: string
}

/** `paths`: those that will be filled; every page's when absent. */
export async function openMatrix(paths?: readonly string[]): Promise<Matrix> {
  const port = await freePort()
  const name = `matrix_${port}_${Date.now()}`
  const admin = new pg.Client({ connectionString: inject('pgUrl') })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = new URL(inject('pgUrl'))
  url.pathname = `/${name}`
  const dataDir = mkdtempSync(join(tmpdir(), 'matrix-'))
  const config = readConfig({ PORT: String(port), DATABASE_URL: url.toString(), DATA_DIR: dataDir })
  const portal = await startPortal(config)
  const { origin } = config.site
  const things = await thingsOf(url.toString(), paths)
  const cookies = new Map<string, string>()
  const accounts = [...demoAccounts, ...demoDelegates]
  for (const [, loginId] of askers) {
    const account = accounts.find((a) => a.loginId === loginId)
    if (account) cookies.set(account.loginId, await signInOverHttp(origin, { ...account, password: DEMO_PASSWORD }))
  }
  const client = new pg.Client({ connectionString: url.toString() })
  await client.connect()
  const { rows } = await client.query(
    'select u.login_id, m.party_id from app_user u join membership m on m.user_id = u.id where u.login_id = any($1)',
    [['rosa.vega', 'chidi.okafor', 'ida.brandt']],
  )
  await client.end()
  const key = (loginId: string, name: string, scopes?: readonly Scope[]) =>
    makeKey(origin, cookies.get(loginId) ?? '', rows.find((r) => r.login_id === loginId)?.party_id, name, scopes)
  return {
    portal,
    origin,
    databaseUrl: url.toString(),
    things,
    cookies,
    keys: {
      own: await key('rosa.vega', 'Own program'),
      ownEvents: await key('rosa.vega', 'Own, events only', ['events.read']),
      ownRosters: await key('rosa.vega', 'Own, rosters only', ['rosters']),
      otherProvider: await key('chidi.okafor', "Another provider's"),
      otherOrganization: await key('ida.brandt', "Another organization's"),
    },
  }
}
