import { describe, expect, it } from 'vitest'
import { mailKinds } from '#domain/mails/mail-kinds.ts'
import { checkMailText, holesIn } from '#domain/mails/mail-text.ts'
import { mailHoles } from './holes.ts'
import { mailTexts, worded } from './index.ts'

describe('the product’s own text of', () => {
  it.each(mailKinds)('%s passes the check of those that are edited, and each placeholder is explained', (kind) => {
    const own = mailTexts[kind]
    expect(checkMailText(kind, own, own)).toMatchObject({ ok: true })
    for (const hole of holesIn(own)) expect(mailHoles).toHaveProperty(hole)
  })
  it('every mail has a name of its own', () => {
    const names = mailKinds.map((k) => mailTexts[k].name)
    expect(new Set(names).size).toBe(names.length)
  })
})

it('a mail is written from it with its values, and says from what', () => {
  expect(worded('user-ids', { product: 'P', userIds: 'a, b', link: 'L' })).toEqual({
    subject: 'Your P user ID',
    body: 'These user IDs belong to this address: a, b\n\nSign in here: L',
    worded: { kind: 'user-ids', values: { product: 'P', userIds: 'a, b', link: 'L' } },
  })
})
