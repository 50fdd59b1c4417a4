/** The check of a question that takes a CMS certification number. */
import { isCcn, plainCcn } from '#domain/identifiers/ccn.ts'
import type { Check } from '../kit/section.ts'

export const isCcnAt = (at: string): Check => ({
  id: `${at}-shape`.toLowerCase(),
  at,
  code: 'not-a-ccn',
  holds: (a) => isCcn(plainCcn(String(a[at]))),
})
