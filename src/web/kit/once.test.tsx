/** What a form that is sent again is answered: all that the first answer was. */
import { expect, test } from 'vitest'
import type { Db } from '#db/db.ts'
import { actOnce, type SendOnce } from './once.tsx'
import type { AnyPage, VisitSession } from './page.ts'
import { type NotFound, type Reply, redirect, show } from './reply.ts'

/** As the database keeps it. */
const keeping = (): SendOnce => {
  const kept = new Map<string, string>()
  return async (db, key, work) => {
    const again = kept.get(key)
    if (again !== undefined) return { again }
    const done = await work(db)
    if (done.kept !== undefined) kept.set(key, done.kept)
    return { answer: done.answer }
  }
}

async function twice(answer: Reply | NotFound) {
  const db = {} as Db
  const parts = { db, sendOnce: keeping() }
  const page = { post: { once: true } } as AnyPage
  const sent = { path: '/a', token: 't', fields: {}, uploads: [], session: { id: 's' } as VisitSession }
  let acts = 0
  const act = async () => {
    acts++
    return answer
  }
  const now = new Date('2026-11-25T12:00:00Z')
  await actOnce(parts, page, sent, now, act)
  return { again: await actOnce(parts, page, sent, now, act), acts }
}

test('the way on, with its notice, and the cookie without which the page there would show nothing', async () => {
  const cookies = [{ name: 'flow', value: 'secret', maxAge: 600 }] as const
  const answer = redirect('/account/recovery-codes', { notice: 'claim-sent', cookies })
  expect(await twice(answer)).toEqual({ again: answer, acts: 1 })
})

test('a page, with its cookies; a refusal is not kept', async () => {
  const cookies = [{ name: 'flow', value: null }] as const
  const { again, acts } = await twice(show('Key', <p>key</p>, { cookies, wide: true }))
  expect(again).toMatchObject({ kind: 'show', status: 200, title: 'Key', wide: true, cookies })
  expect(acts).toBe(1)
  expect((await twice(show('No', <p>no</p>, { status: 422 }))).acts).toBe(2)
})
