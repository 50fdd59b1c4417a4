/**
 * Enrollment ids as the public files have them: I or O, the day it was opened, and six digits
 * ("I20031103000001"). Shape by the CMS data dictionary of public enrollment files. Pure.
 */
import { type Day, isDay } from '../dates.ts'

declare const enrollmentIdBrand: unique symbol
export type EnrollmentId = string & { readonly [enrollmentIdBrand]: true }

export interface EnrollmentIdParts {
  /** I = a person, O = an organization. */
  readonly type: 'I' | 'O'
  readonly openedOn: Day
  /** 0 to 999999. */
  readonly sequence: number
}

export const isEnrollmentId = (s: string): s is EnrollmentId => parseEnrollmentId(s) !== undefined

/** The parts of an id; undefined for what is none (an impossible day included). */
export function parseEnrollmentId(s: string): EnrollmentIdParts | undefined {
  const found = /^([IO])(\d{4})(\d{2})(\d{2})(\d{6})$/.exec(s)
  const openedOn = `${found?.[2]}-${found?.[3]}-${found?.[4]}`
  if (!found || !isDay(openedOn)) return undefined
  return { type: found[1] === 'O' ? 'O' : 'I', openedOn, sequence: Number(found[5]) }
}

/** Writes an id; throws RangeError for a sequence outside 0 to 999999. */
export function formatEnrollmentId({ type, openedOn, sequence }: EnrollmentIdParts): EnrollmentId {
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 999_999)
    throw new RangeError(`sequence of an enrollment id: ${sequence}`)
  return `${type}${openedOn.replaceAll('-', '')}${String(sequence).padStart(6, '0')}` as EnrollmentId
}
