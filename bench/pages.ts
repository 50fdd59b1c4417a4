/** Pages and look-ups over HTTP on loopback, each against a bare node:http server that says hello. */

import { requests } from './load.ts'
import { interleave } from './rounds.ts'
import type { BenchRow } from './row.ts'
import { LOADED_PAGE, start } from './servers.ts'
import type { World } from './world.ts'

const ROUNDS = 5

export async function pages(program: URL, world: World): Promise<readonly BenchRow[]> {
  const hello = await start(program, { kind: 'hello' })
  const portal = await start(program, { kind: 'portal', world })
  try {
    const cookie = `openpecos-session=${world.session}`
    const asked = [
      { name: 'page of a form, nothing to read', path: LOADED_PAGE, target: '>= 0.095 x (5,000/s)' },
      { name: 'start page', path: '/', target: '>= 0.095 x (5,000/s)' },
      {
        name: 'dashboard: session and list from the database',
        path: '/dashboard',
        cookie,
        target: '>= 0.057 x (3,000/s)',
      },
      {
        name: 'section page: session, file and access record',
        path: `/applications/${world.applicationId}/sections/correspondence`,
        cookie,
        target: '(watched)',
      },
      { name: 'look-up page: registry and enrollments', path: `/lookup/${world.npi}`, target: '(watched)' },
    ]
    const [base, ...measured] = await interleave(
      ROUNDS,
      requests({ server: hello, path: '/' }),
      ...asked.map(({ path, cookie }) => requests({ server: portal, path, cookie })),
    )
    const against = `node:http hello, ${Math.round(base!.perSecond).toLocaleString('en-US')}/s`
    return measured.map(({ perSecond, ratio }, i) => {
      const { name, target } = asked[i]!
      return { name, figure: perSecond, unit: 'a core second', ratio, against, target }
    })
  } finally {
    await portal.stop()
    await hello.stop()
  }
}
