/** The facts of a CMS-855I that decide which papers it needs. Pure. */
import type { DocumentFacts } from '#domain/application/document-requirements.ts'
import { type NonPhysicianType, nonPhysicianTypes } from '#domain/enrollment/specialties.ts'
import { relevant } from '../kit/form.ts'
import type { File } from '../kit/section.ts'
import { cms855i } from './index.ts'

const isType = (v: unknown): v is NonPhysicianType => (nonPhysicianTypes as readonly unknown[]).includes(v)

/** Read from what applies now: answers behind a gate that has closed do not ask for papers. */
export function documentFacts(file: File): DocumentFacts {
  const now = relevant(cms855i, file)
  const answer = (section: string, question: string): unknown => now[section]?.[0]?.answers[question]
  const type = answer('practitioner-type', 'type')
  return {
    licensed: answer('credentials', 'licensed') === true,
    temporaryLicense: (now.licenses ?? []).some((i) => i.answers.temporary === true),
    certified: answer('credentials', 'certified') === true,
    dea: answer('credentials', 'dea') === true,
    ...(isType(type) && { nonPhysicianType: type }),
    paidUnderEin: answer('sole-proprietor', 'paidUnder') === 'ein' || now.entity !== undefined,
    nonProfit: answer('entity', 'taxStatus') === 'non-profit',
    adverseAction: ['legal-history', 'entity-legal-history', 'management-legal-history'].some(
      (s) => answer(s, 'any') === true,
    ),
    bankAccount: now['electronic-payment'] !== undefined,
    participates: answer('participation', 'participates') === true,
    inTraining: answer('residency', 'inTraining') === true,
  }
}
