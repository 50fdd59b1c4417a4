/** The few questions before an organization's application: which form, what it enrolls as, and where. */
import { enrollment as enrollmentA } from './cms855a/enrollment.ts'
import { enrollment as enrollmentB } from './cms855b/enrollment.ts'
import { choice } from './kit/kinds.ts'
import { section } from './kit/section.ts'

export const organizationForms = ['CMS-855B', 'CMS-855A', 'CMS-20134'] as const

export const startOrganization = section({
  id: 'start-organization',
  questions: {
    form: { kind: choice(...organizationForms), paper: '1A', sensitivity: 'public' },
    supplier: { ...enrollmentB.questions.supplier, when: { question: 'form', is: 'CMS-855B' } },
    groupOf: enrollmentB.questions.groupOf,
    provider: { ...enrollmentA.questions.provider, when: { question: 'form', is: 'CMS-855A' } },
    state: { ...enrollmentA.questions.state, prefill: 'practice.state' },
  },
})
