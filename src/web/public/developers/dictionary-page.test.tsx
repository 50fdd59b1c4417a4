import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { Db } from '#db/db.ts'
import { anonymous, authorize } from '#domain/access/policy.ts'
import { statuses, transitions } from '#domain/application/lifecycle.ts'
import { wordedLetters } from '#domain/decisions/worded-letters.ts'
import { feedTypes } from '#domain/events/feed.ts'
import { type AnyPage, answer, type Visit } from '#web/kit/page.ts'
import { en } from '#words/index.ts'
import { dictionaryPage } from './dictionary-page.tsx'

test('every status, event, message of the feed and letter is explained once', async () => {
  const p: AnyPage = dictionaryPage
  const visit = { actor: anonymous, csrf: '', path: '/docs', ip: '', userAgent: '', cookies: {} } as unknown as Visit
  expect(authorize(anonymous, p.action, { id: 'public' }).ok).toBe(true)
  const asked = { db: {} as Db, params: {}, query: {}, now: new Date(0), today: '2026-05-01', w: en, visit }
  const shown = await answer(p, 'get', { id: 'public' }, { ...asked, posted: {}, uploads: [] } as never)
  const html = shown.kind === 'show' ? render(<main>{shown.body}</main>) : ''
  const codes = [...html.matchAll(/<code>([^<]+)<\/code>/g)].map((m) => m[1])
  expect(codes).toEqual([...Object.keys(statuses), ...Object.keys(transitions), ...feedTypes, ...wordedLetters])
  expect(html).not.toContain('undefined')
})
