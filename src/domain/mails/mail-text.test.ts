import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MailKind } from './mail-kinds.ts'
import { changedLines, checkMailText, fillMailText, holesIn, tidyMailText } from './mail-text.ts'

const own = { subject: 'Answer by {due}', body: '{contractor} asked.\n\nAnswer by {due}:\n{link}' }
const code = { subject: '{code} is your code', body: 'Your code is {code}. It works for {minutes} minutes.' }
const judged = (text: typeof own, kind: MailKind = 'development-waiting', of = own) => {
  const r = checkMailText(kind, of, text)
  return r.ok ? 'ok' : `${r.problem.code} ${r.problem.at} ${Object.values(r.problem.with ?? {})}`.trim()
}

describe('a text of a mail', () => {
  it.each([
    ['ok', own.subject, 'By {due}, please: {link}'],
    ['ok', 'Please answer', 'By {due}, please: {link} https://contractor.example/help'],
    ['required subject', ' ', own.body],
    ['required body', own.subject, '\n'],
    ['too-long subject 150', 'x'.repeat(151), own.body],
    ['too-long body 4000', own.subject, `{due}{link}${'x'.repeat(4000)}`],
    ['bad-character subject', 'Answer\nBcc: thief@example.com', own.body],
    ['bad-character subject', 'Answer\r', own.body],
    ['bad-character body', own.subject, `${own.body}\u202egpj.exe`],
    ['bad-character body', own.subject, `${own.body}\u200b`],
    ['broken-placeholder body', own.subject, `${own.body} {due`],
    ['unknown-placeholder body {who}', own.subject, `${own.body} {who}`],
    ['unknown-placeholder subject {Due}', 'By {Due}', own.body],
    ['placeholder-missing body {due}, {link}', own.subject, 'Please answer.'],
    ['placeholder-missing body {link}', 'By {link}', 'By {due}.'],
  ])('%s', (is, subject, body) => expect(judged({ subject, body })).toBe(is))

  it.each([
    ['ok', 'Enter {code} within {minutes} minutes.'],
    ['typed-address body', 'Enter {code} within {minutes} minutes at https://elsewhere.example'],
    ['typed-address body', 'Enter {code} within {minutes} minutes at WWW.elsewhere.example'],
    // Mail programs make a link of these, too.
    ['typed-address body', 'Enter {code} within {minutes} minutes at elsewhere.example/login'],
    ['typed-address body', 'Enter {code} within {minutes} minutes, or write to help@elsewhere.example'],
    ['typed-address body', 'Enter {code} at else-{minutes}.example'],
    ['ok', 'Enter {code} within {minutes} minutes, e.g. before 5 p.m. (No. 1.5, U.S. only). Call us.'],
    ['placeholder-missing body {code}, {minutes}', 'Look at the subject.'],
  ])('about an account: %s', (is, body) => expect(judged({ subject: code.subject, body }, 'code', code)).toBe(is))

  it('is filled with nothing left open, and its subject stays one line', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (due, link, contractor) => {
        const values = { due, link, contractor }
        const mail = fillMailText(own, values)
        expect(mail.subject).not.toMatch(/[\r\n]/)
        expect(mail.body).toBe(`${contractor} asked.\n\nAnswer by ${due}:\n${link}`)
      }),
    )
  })
  it('keeps what it cannot fill, and what is filled in is not filled again', () => {
    expect(fillMailText({ subject: '{a} {toString}', body: '{b}' }, { a: '{b}', b: '$&' })).toEqual({
      subject: '{b} {toString}',
      body: '$&',
    })
  })
  it('knows its placeholders once each, loses blank ends, and says which lines differ', () => {
    expect(holesIn(own)).toEqual(['due', 'contractor', 'link'])
    expect(tidyMailText({ subject: ' a ', body: '\r\nb\r\n\r\nc \r\n' })).toEqual({ subject: 'a', body: 'b\n\nc' })
    expect(changedLines(own, { subject: own.subject, body: 'New.\n\nAnswer by {due}:\n{link}' })).toEqual([
      { is: 'removed', at: 'body', text: '{contractor} asked.' },
      { is: 'added', at: 'body', text: 'New.' },
    ])
  })
})
