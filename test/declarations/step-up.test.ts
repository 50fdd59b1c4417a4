/** No page that changes what is dear can do without a fresh proof: the table is held against what pages and forms declare. */
import { describe, expect, test } from 'vitest'
import type { Action } from '#domain/access/policy.ts'
import { needs } from '#domain/access/step-up.ts'
import { forms } from '#forms/index.ts'
import { sectionsOf } from '#forms/kit/form.ts'
import { programFiles, read, withoutComments } from '#test/support/sources.ts'
import { asksForBankOrTax, needOfPage } from '#web/kit/step-up.ts'
import { everyPage } from '../../src/pages.ts'

const anybody = { id: 's' }
const guarded = (list: typeof everyPage) => list.filter((p) => needOfPage(p, anybody, {})).map((p) => p.path)

/** What must not happen on a session that was only opened some time ago, or with a code by e-mail. */
const mustBe = [
  '/account/app',
  '/account/email',
  '/account/email/code',
  '/account/email/remove',
  '/account/passkey',
  '/account/passkey/options',
  '/account/password',
  '/account/phone',
  '/account/phone/code',
  '/account/recovery-codes/new',
  '/account/remove-method',
  '/account/rename-method',
  '/admin/proposals',
  '/admin/settings/sign-in-methods',
  '/applications/:applicationId/sign',
  '/desk/appeals/:appealId/decide',
  '/desk/cases/:applicationId/decide',
  '/desk/cases/:applicationId/exception/answer',
  '/desk/cases/:applicationId/refuse',
  '/desk/cases/:applicationId/reveal',
  '/desk/decisions/:decisionId/issue',
  '/people/:partyId/invite',
  '/people/:partyId/members/:memberId',
  '/surrogacies/:surrogacyId/agree',
  '/surrogacy/:partyId/ask',
  '/surrogacy/:partyId/offer',
]

test('signing, deciding and everything about how one signs in asks for a proof', () => {
  expect(guarded(everyPage)).toEqual(expect.arrayContaining(mustBe))
  const bare = everyPage.map((p) => ({ ...p, action: 'account.manage' as Action, stepUp: false }))
  expect(guarded(bare)).toEqual([])
})

test('every action of the table opens a page, so that the server can ask', () => {
  const opened = new Set(everyPage.map((p) => p.action))
  expect(Object.keys(needs).filter((a) => !opened.has(a as Action))).toEqual([])
})

describe('sections with bank or tax numbers', () => {
  const dear = /^(ssn|ein|taxId|account|accountNumber|routing|routingNumber)$/i
  const asked = forms.flatMap((f) => sectionsOf(f).map((s) => ({ form: f.id, section: s })))

  test('are found by what they ask, in every form', () => {
    const found = asked.filter(({ section }) => asksForBankOrTax(section)).map((a) => `${a.form} ${a.section.id}`)
    expect(found).toEqual(expect.arrayContaining(['CMS-855I identifiers', 'CMS-855I managing-employees']))
    expect(found).not.toContain('CMS-855I birth')
    const byName = asked.filter(({ section }) =>
      Object.entries(section.questions).some(([name, q]) => dear.test(name) && q.kind.name !== 'yesNo'),
    )
    expect(byName.map((a) => `${a.form} ${a.section.id}`).filter((s) => !found.includes(s))).toEqual([])
  })

  test('ask for a proof on every page that takes their answers, whatever the page', () => {
    const editing = everyPage.filter((p) => p.action === 'application.edit' && p.path.includes(':sectionId'))
    expect(editing.length).toBeGreaterThan(1)
    for (const p of editing)
      for (const { form, section } of asked) {
        const need = needOfPage(p, { ...anybody, form } as typeof anybody, { sectionId: section.id })
        expect(need !== undefined, `${p.path} ${form} ${section.id}`).toBe(asksForBankOrTax(section))
      }
  })

  test('are not saved from a page whose address does not name them', () => {
    const takers = programFiles().filter(
      (f) => /^src\/web\/.*\.tsx?$/.test(f) && /\bsaveSection\(/.test(withoutComments(read(f))),
    )
    expect(takers.length).toBeGreaterThan(0)
    const pages = everyPage.filter((p) => p.action === 'application.edit' && p.post)
    // The other editing pages take documents, explanations and choices, never a section's answers.
    for (const p of pages.filter((x) => !x.path.includes(':sectionId'))) {
      const fields = typeof p.post?.fields === 'function' ? [] : (p.post?.fields ?? [])
      expect(
        fields.filter((name: string) => dear.test(name)),
        p.path,
      ).toEqual([])
    }
  })
})

test('use-cases that change how one signs in take the permit of that, not the one for looking', () => {
  const changing = [
    'methods/add-factor',
    'methods/remove-factor',
    'methods/change-password',
    'methods/change-email',
    'passkeys/add-passkey',
  ]
  for (const f of changing) {
    const source = withoutComments(read(`src/use-cases/account/${f}.ts`))
    expect(source, f).toMatch(/permit: (SecurePermit|AddPermit)/)
  }
})
