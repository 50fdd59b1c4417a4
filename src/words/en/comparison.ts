/** What each comparison with the registry and the exclusion list is about, what it found, and where to mend it. */

import type { SpecialtyCode } from '#domain/enrollment/specialties.ts'
import type { MatchCode } from '#domain/matching/match-party.ts'
import type { ComparisonCheck, ComparisonFinding, ComparisonNote } from '#domain/review/comparison/comparison.ts'
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

/** What comparing each field with an entry of a list found; what speaks for it and what speaks against it. */
export const matchCodeWords: Readonly<Record<MatchCode, string>> = {
  'npi:equal': 'same NPI',
  'npi:differs': 'another NPI',
  'taxId:equal': 'same tax ID',
  'taxId:differs': 'another tax ID',
  'last:equal': 'same last name',
  'last:part': 'one part of the last name is the same',
  'last:one-letter': 'last name differs by one letter, or two are swapped',
  'last:close': 'last name is spelled nearly alike',
  'last:sound': 'last name sounds alike',
  'last:differs': 'another last name',
  'first:equal': 'same first name',
  'first:nickname': 'first name is a short form of the other',
  'first:one-letter': 'first name differs by one letter, or two are swapped',
  'first:close': 'first name is spelled nearly alike',
  'first:initial': 'same first initial',
  'first:sound': 'first name sounds alike',
  'first:differs': 'another first name',
  'middle:equal': 'same middle name',
  'middle:initial': 'same middle initial',
  'middle:differs': 'another middle name',
  'suffix:equal': 'same suffix',
  'suffix:differs': 'another suffix, such as Jr. and Sr.',
  'order:swapped': 'first and last name are swapped',
  'organization:equal': 'same business name',
  'organization:order': 'same words in the business name, in another order',
  'organization:nearly': 'business name is nearly the same',
  'organization:part': 'most of the business name is the same',
  'organization:differs': 'another business name',
  'bornOn:equal': 'same birth date',
  'bornOn:swapped': 'birth date with day and month swapped',
  'bornOn:one-digit': 'birth date differs by one digit',
  'bornOn:same-month': 'born in the same month',
  'bornOn:differs': 'another birth date',
  'place:street': 'same street and ZIP code',
  'place:zip': 'same ZIP code',
  'place:city': 'same city',
  'place:state': 'same state',
  'place:differs': 'another state',
}

export const comparison = {
  checks: comparisonCheckWords,
  verdicts: comparisonVerdictWords,
  verdictOf,
  ours: oursSaid,
  theirs: theirsSaid,
  notes: comparisonNoteWords,
  fixAt: fixAtWords,
  because: matchCodeWords,
}
