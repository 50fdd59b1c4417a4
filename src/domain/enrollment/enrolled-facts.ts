/**
 * What an approved application says that the standing record keeps in columns of its own, so that look-ups
 * need not read answers. Types only; each form derives them from its file. Pure.
 */
import type { Day } from '../dates.ts'
import type { Address } from '../party/address.ts'

export interface EnrolledLocation {
  /** The item of the application; it stays the same through every change. */
  readonly itemId: string
  readonly name: string | undefined
  readonly address: Address
  /** False: the street of this location (a home) is never shown publicly. */
  readonly public: boolean
  readonly from: Day
}

export interface EnrolledReassignment {
  readonly toNpi: string
  readonly toName: string
  readonly from: Day
  readonly to: Day | undefined
}

export interface EnrolledOfficial {
  readonly name: string
  readonly title: string
  readonly role: 'authorized-official' | 'delegated-official'
}

/** By which tax number an organization is found, the other name it goes by, and who may sign for it. */
export interface EnrolledOrganization {
  readonly ein: string
  readonly doingBusinessAs?: string
  readonly officials: readonly EnrolledOfficial[]
}

export interface EnrolledFacts {
  /** Medicare specialty code, "08". */
  readonly specialty: string
  readonly state: string
  readonly displayName: string
  readonly locations: readonly EnrolledLocation[]
  readonly reassignments: readonly EnrolledReassignment[]
  /** The first day on which services begin or began at any location; absent when the file names none. */
  readonly firstServiceOn: Day | undefined
  readonly organization?: EnrolledOrganization
}
