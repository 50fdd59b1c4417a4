import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { day } from '#domain/dates.ts'
import type { Decision } from '#domain/review/decision.ts'
import { denialReasons, rejectionReasons, returnReasons } from '#domain/review/decision-reasons.ts'
import { enrolledFacts } from '#forms/cms855i/apply-to-enrollment.ts'
import { drVega } from '#test/people/dr-vega.ts'
import { en } from '#words/index.ts'
import { approvalLetter } from './approval-letter.ts'
import { developmentLetter } from './development-letter.ts'
import { Paper } from './html.tsx'
import type { LetterHead } from './letter-head.ts'
import { plainText } from './plain.ts'
import { type Refusal, refusalLetter } from './refusal-letter.ts'

const head: LetterHead = {
  contractor: {
    name: 'Prairie Contractor',
    phone: '(217) 555-0100',
    email: 'mail@prairie.example',
    address: '1 Main St, Springfield, IL 62701',
  },
  enrolleeName: 'Rosa Maria Vega',
  npi: '2000001117',
  trackingNumber: '7K3M-Q2ZT-9RX4-B1CD',
  on: day('2026-11-25'),
}
const approved = {
  kind: 'initial',
  form: 'CMS-855I',
  enrolled: enrolledFacts(drVega),
  specialtyName: 'Family practice',
  enrollmentId: 'I20261125000001',
  ptan: 'IL0001234',
  participates: true,
  receivedOn: day('2026-11-24'),
  firstServiceOn: day('2026-11-01'),
  effectiveOn: day('2026-11-24'),
  mayBillFrom: day('2026-11-01'),
  delay: 'circumstances',
  dateReason: undefined,
  because: ['42 CFR 424.520(d)(1)', '42 CFR 424.521(a)'],
  changes: [],
} as const

describe('approval', () => {
  const text = plainText(approvalLetter(head, approved, en))
  it.each([
    ['the facts', 'PTAN: IL0001234'],
    ['from when bills are paid', 'You may bill Medicare for services from November 1, 2026'],
    ['why', 'received the application that we approved (November 24, 2026)'],
    ['by which law', '(42 CFR 424.520(d)(1); 42 CFR 424.521(a))'],
    ['until when the date may be disputed: 65 days', 'January 29, 2027'],
    ['when to expect revalidation: the end of the month, five years on', 'November 30, 2031'],
    ['who answers', '(217) 555-0100'],
  ])('says %s', (_, said) => expect(text).toContain(said))

  it('of a change lists what changed and keeps quiet about revalidation', () => {
    const changes = [{ ask: 'Street address', was: '410 Elm St', is: '12 Oak Ave' }]
    const change = plainText(approvalLetter(head, { ...approved, kind: 'change', changes }, en))
    expect(change).toContain('Street address: 12 Oak Ave (before: 410 Elm St)')
    expect(change).not.toContain('revalidate')
  })

  it('is the same words as a page', () => {
    const html = render(<Paper paper={approvalLetter(head, approved, en)} />)
    for (const said of ['IL0001234', 'January 29, 2027', 'Capital Prairie Physicians Inc']) expect(html).toContain(said)
    expect(html.match(/<h1/g)).toHaveLength(1)
  })
})

describe('a decision against the applicant', () => {
  const letter = (decision: Decision) => plainText(refusalLetter(head, decision as Refusal, 'We looked.', en))
  it('has a sentence for every reason of every kind', () => {
    for (const [kind, table] of Object.entries({
      deny: denialReasons,
      reject: rejectionReasons,
      return: returnReasons,
    }))
      for (const reason of Object.keys(table)) {
        const text = letter({ kind, reasons: [reason] } as unknown as Decision)
        expect(text, reason).toContain('(42 CFR 424.')
        expect(text, reason).not.toContain(`- ${reason}`)
      }
  })
  it('quotes a paragraph only when it is confirmed', () => {
    expect(letter({ kind: 'deny', reasons: ['felony'] })).toContain('(42 CFR 424.530(a)(3))')
    expect(letter({ kind: 'deny', reasons: ['moratorium'] })).toContain('(42 CFR 424.530)')
  })
  it('says how to appeal a denial, and that a return has no appeal', () => {
    const denied = letter({ kind: 'deny', reasons: ['noncompliance'] })
    expect(denied).toContain('January 29, 2027')
    expect(denied).toContain('corrective action plan')
    expect(denied).toContain('December 30, 2026')
    expect(letter({ kind: 'return', reasons: ['duplicate'] })).toContain('no appeal')
  })
})

it('a request says what, by when, and what happens otherwise', () => {
  const items = [{ section: 'Licenses', ask: 'Number', wording: 'Send it again.', cite: '42 CFR 424.525(a)(1)' }]
  const text = plainText(developmentLetter(head, { dueOn: day('2026-12-25'), items }, en))
  expect(text).toContain('Licenses: Number: Send it again. (42 CFR 424.525(a)(1))')
  expect(text.match(/December 25, 2026/g)).toHaveLength(2)
})
