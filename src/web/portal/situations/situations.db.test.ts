/** The start page and packets as pages: what is asked, what is refused, and one act that sends all. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { residentOrdering } from '#test/people/dr-imani-resident.ts'
import { drLund } from '#test/people/dr-lund-opted-out.ts'
import { drVega, vegaNpi } from '#test/people/dr-vega.ts'
import { loadSources, noon, providerWorld, vegaInRegistry, type World, walk } from '#test/support/provider.ts'
import { explained, fillAll, must } from '#use-cases/application/reasons.fixture.ts'
import { preparePacket } from '#use-cases/packets/prepare-packet.ts'
import { packetPage } from '../packets/packet-page.tsx'
import { packetSignPage } from '../packets/packet-sign-page.tsx'
import { signPage } from '../signatures/sign-page.tsx'
import { situationPage } from './situation-page.tsx'
import { situationsPage } from './situations-page.tsx'

let world: World
beforeAll(async () => {
  world = await providerWorld()
  await loadSources(world, [vegaInRegistry])
})
afterAll(() => world.close())

describe('a situation', () => {
  const at = (situation: string) => ({ situation })
  const post = (situation: string, posted: Record<string, string>) =>
    walk(world, world.vega, situationPage, 'post', at(situation), { posted })

  test('is chosen in plain words, and one that is not known is not there', async () => {
    expect((await walk(world, world.vega, situationsPage, 'get', {})).html).toContain('We bought a nursing home')
    expect((await walk(world, world.vega, situationPage, 'get', at('toString'))).status).toBe(404)
  })
  test('says form, signer, fee and rule', async () => {
    const { html } = await walk(world, world.vega, situationPage, 'get', at('order-only'))
    for (const said of ['CMS-855O', 'The practitioner signs', 'No fee', '42 CFR 424.510']) expect(html).toContain(said)
  })
  test('of an organization, for one who acts for none, says what to do and begins nothing', async () => {
    const seen = await walk(world, world.vega, situationPage, 'get', at('sell-equipment'))
    expect(seen.html).toContain('does not act for an organization')
    expect(seen.html).toContain('application fee is due')
    expect((await post('sell-equipment', { state: 'IL' })).status).toBe(422)
  })
  test.each([
    [{}, 422],
    [{ practitioner: 'physician' }, 422],
    [{ practitioner: 'physician', state: 'XX' }, 422],
    [{ practitioner: 'pirate', state: 'IL' }, 422],
    [{ practitioner: 'physician', state: 'IL' }, 303],
  ])('with %o answers %i', async (posted, status) => {
    expect((await post('order-only', posted)).status).toBe(status)
  })
  test('about a record that is not there asks for one', async () => {
    expect((await post('leave-group', {})).status).toBe(422)
  })
})

test('a packet is signed on one page, and a member of it has no page of its own', async () => {
  const { db } = world
  const said = { practitioner: 'physician', state: 'IA' }
  const beginnings = ['OPT-OUT', 'CMS-855O'].map(
    (form) => ({ enrolleeId: world.enrolleeId, form, state: 'IA', said }) as const,
  )
  const begun = await must(preparePacket(db, world.vega.actor, 'opt-out', beginnings, noon))
  const [first, second] = begun.applicationIds as [string, string]
  const packet = { packetId: begun.packetId! }
  expect((await walk(world, world.vega, packetPage, 'get', packet)).html).toContain('You can sign when everything')
  expect((await walk(world, world.vega, packetSignPage, 'get', packet)).to).toBe(`/packets/${packet.packetId}`)
  expect((await walk(world, world.stranger, packetPage, 'get', packet)).status).toBe(404)

  const enrollment = [{ id: '1', answers: said }]
  const who = { first: 'Rosa', middle: 'Maria', last: 'Vega', ssn: '900-12-3456', bornOn: '1980-03-27', npi: vegaNpi }
  const affidavit = {
    ...drLund,
    enrollment,
    identifiers: drVega.identifiers,
    'legal-name': drVega['legal-name'],
    birth: drVega.birth,
  }
  await fillAll(db, world.vega.actor, first, 'OPT-OUT', affidavit, noon)
  await fillAll(db, world.vega.actor, second, 'CMS-855O', { ...residentOrdering(who), enrollment }, noon)
  for (const id of [first, second]) await explained(db, world.vega.actor, id, noon)

  expect((await walk(world, world.vega, signPage, 'get', { applicationId: first })).to).toBe(
    `/packets/${packet.packetId}`,
  )
  const { html } = await walk(world, world.vega, packetSignPage, 'get', packet)
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)![1]!
  const posted = {
    'sha256-0': value('sha256-0'),
    'sha256-1': value('sha256-1'),
    'key-0': value('key-0'),
    'key-1': value('key-1'),
    'name-0': 'Rosa Maria Vega',
    'agree-0': 'yes',
    'name-1': 'Rosa Maria Vega',
  }
  const refused = await walk(world, world.vega, packetSignPage, 'post', packet, { posted })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('id="agree-1-error"')
  const sent = await walk(world, world.vega, packetSignPage, 'post', packet, {
    posted: { ...posted, 'agree-1': 'yes' },
  })
  expect(sent.to).toBe(`/packets/${packet.packetId}`)
  const rows = await open(db).selectFrom('application').select('status').where('id', 'in', [first, second]).execute()
  expect(rows.map((r) => r.status)).toEqual(['submitted', 'submitted'])
  expect((await walk(world, world.vega, packetPage, 'get', packet)).html).toContain('Sent, ')
})
