/**
 * What the rest of the program reads out of the answers to a form: one reading a form, all in `readings.ts`.
 * Types only. Pure.
 */
import type { RequiredDocument } from '#domain/application/document-requirements.ts'
import type { EnrolledFacts } from '#domain/enrollment/enrolled-facts.ts'
import type { SupplierType } from '#domain/enrollment/supplier-types.ts'
import type { ComparisonFacts } from '#domain/review/comparison/comparison.ts'
import type { Party } from '#domain/review/names/name-match.ts'
import type { Form } from './kit/form.ts'
import type { File } from './kit/section.ts'

/** Somebody whom the file names beside the applicant. */
export interface NamedParty {
  /** "managing-employees/<item>": stays the same through every run. */
  readonly id: string
  readonly section: string
  readonly item: string
  /** Every name the party goes by. */
  readonly names: readonly Party[]
}

export interface FormReading {
  readonly form: Form
  /** Who enrolls by it. */
  readonly enrolls: 'individual' | 'organization'
  /** Application family of the public enrollment files: the "14" of "14-08". */
  readonly family: string
  /** Tasks that a change may pick, what people most often come for first. */
  readonly changeable: readonly string[]
  /** Sections that every change answers: whose enrollment it is, in which state, who signs. */
  readonly always: readonly string[]
  /** "Rosa Maria Vega" or "Elm Street Clinic LLC": the legal name of whoever enrolls. */
  readonly legalName: (file: File) => string
  /** The name that is typed to sign: the practitioner's own, or that of the official whom the file names. */
  readonly signerName: (file: File) => string
  /** `taxonomies` are the codes that the crosswalk gives for a specialty; undefined when it was not loaded. */
  readonly comparisonFacts: (
    file: File,
    taxonomies: (specialty: string) => readonly string[] | undefined,
  ) => ComparisonFacts
  readonly namedParties: (file: File) => readonly NamedParty[]
  /** The papers that the answers call for, in the order in which they are asked. */
  readonly documents: (file: File) => readonly RequiredDocument[]
  /** Throws when the file lacks what a complete application has: it is asked only of approved ones. */
  readonly enrolledFacts: (file: File) => EnrolledFacts
  /** Whose rule sets the effective date. */
  readonly supplierType: (file: File) => SupplierType
}
