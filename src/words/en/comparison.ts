/** What each comparison with the registry and the exclusion list is about, what it found, and where to mend it. */

import type { SpecialtyCode } from '#domain/enrollment/specialties.ts'
import type { ComparisonCheck, ComparisonFinding, ComparisonNote } from '#domain/review/comparison.ts'
import type { MatchReason } from '#domain/review/name-match.ts'
import { specialtyWords } from './reference/specialties.ts'

export const comparisonCheckWords: Readonly<Record<ComparisonCheck, string>> = {
  name: 'Legal name',
  'npi-status': 'NPI',
  'entity-type': 'Kind of NPI',
  taxonomy: 'Specialty',
  'practice-address': 'Practice location',
  'correspondence-address': 'Correspondence address',
  license: 'License',
  'tax-id': 'Tax ID',
  exclusion: 'Exclusion list (OIG LEIE)',
}

export const comparisonVerdictWords: Readonly<Record<ComparisonFinding['verdict'], string>> = {
  same: 'The same',
  close: 'Nearly the same',
  different: 'Different',
  unavailable: 'Could not be compared',
  alert: 'Stops the application',
}

/** Where nothing of ours stands beside something of theirs, "the same" would say too much. */
export const verdictOf = (f: Pick<ComparisonFinding, 'check' | 'verdict'>): string =>
  f.verdict === 'same' && (f.check === 'tax-id' || f.check === 'exclusion')
    ? 'No problem found'
    : comparisonVerdictWords[f.verdict]

/** Codes in words; anything else as it stands. */
export const oursSaid = (f: Pick<ComparisonFinding, 'check' | 'ours'>): string =>
  f.check === 'taxonomy'
    ? (specialtyWords[f.ours as SpecialtyCode] ?? f.ours)
    : f.check === 'entity-type'
      ? f.ours === '1'
        ? 'A person'
        : 'An organization'
      : f.ours
export const theirsSaid = (f: Pick<ComparisonFinding, 'check' | 'theirs'>): string | undefined =>
  f.check === 'entity-type' && f.theirs ? (f.theirs === '1' ? 'A person' : 'An organization') : f.theirs || undefined

export const comparisonNoteWords: Readonly<Record<ComparisonNote, string>> = {
  'npi-active': 'The NPI is active.',
  'npi-deactivated': 'The registry says that this NPI is deactivated.',
  'npi-not-found': 'The registry has no such NPI.',
  'entity-person': 'The NPI belongs to a person.',
  'entity-organization': 'The NPI belongs to an organization.',
  'entity-not-stated': 'The registry does not say whose kind of NPI it is.',
  'name-order-swapped': 'First and last name seem to have changed places.',
  'name-other-name': 'The registry has this name as another name.',
  'taxonomy-not-primary': 'The registry lists this specialty, but not as the primary one.',
  'taxonomy-not-listed': 'The registry lists no taxonomy code for this specialty.',
  'crosswalk-not-loaded': 'The list that links specialties and taxonomy codes is not loaded here.',
  'address-po-box': 'A post office box cannot be a practice location.',
  'address-differs-in-unit': 'Only the suite or unit differs.',
  'address-differs-in-zip4': 'Only the last four digits of the ZIP code differ.',
  'license-other-state': 'The registry has this number for another state.',
  'license-not-listed': 'The registry does not list this license.',
  'registry-has-none': 'The registry has nothing to compare with.',
  'tax-id-shape-right': 'The number has the right form. Only the IRS or the SSA can say whose it is.',
  'tax-id-shape-wrong': 'The number does not have the form of a tax ID.',
  'no-list-match': 'Nobody on the list looks like you.',
  'list-match-reinstated': 'Somebody like you was on the list and has been reinstated.',
  'list-match-waiver': 'Somebody like you is on the list with a waiver.',
}

export const fixAtWords: Readonly<Record<NonNullable<ComparisonFinding['fixAt']>, string>> = {
  here: 'Correct it in this application',
  nppes: 'If the registry is wrong, correct it there (nppes.cms.hhs.gov). We see it after our next update',
  'licensing-board': 'Ask the licensing board of the state',
  oig: 'Ask the Office of Inspector General (exclusions.oig.hhs.gov) how to be reinstated or corrected',
}

/** Why a row of the exclusion list was thought to be the person; only reasons that speak for it or against it. */
export const matchReasonWords: Readonly<Record<MatchReason, string>> = {
  'npi-equal': 'same NPI',
  'npi-differs': 'another NPI',
  'birth-date-equal': 'same birth date',
  'birth-date-close': 'birth date nearly the same',
  'birth-date-differs': 'another birth date',
  'last-equal': 'same last name',
  'last-part-equal': 'a part of the last name is the same',
  'last-close': 'last name nearly the same',
  'last-sounds-alike': 'last name sounds alike',
  'last-differs': 'another last name',
  'first-equal': 'same first name',
  'first-nickname': 'first name is a short form',
  'first-close': 'first name nearly the same',
  'first-initial': 'same first initial',
  'first-sounds-alike': 'first name sounds alike',
  'first-differs': 'another first name',
  'names-swapped': 'first and last name swapped',
  'middle-equal': 'same middle name',
  'middle-initial-equal': 'same middle initial',
  'middle-differs': 'another middle name',
  'suffix-differs': 'another suffix',
  'state-equal': 'same state',
  'state-differs': 'another state',
  'organization-equal': 'same business name',
  'organization-close': 'business name nearly the same',
  'organization-differs': 'another business name',
}

export const comparison = {
  checks: comparisonCheckWords,
  verdicts: comparisonVerdictWords,
  verdictOf,
  ours: oursSaid,
  theirs: theirsSaid,
  notes: comparisonNoteWords,
  fixAt: fixAtWords,
  because: matchReasonWords,
}
