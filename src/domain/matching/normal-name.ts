/** Names made comparable for matching: compatibility forms, diacritics, particles, suffixes, short forms. Pure. */
export { nameParts, organizationWords, plain, suffixOf } from '../review/names/name-parts.ts'
export { areNicknames, fullNameOf } from '../review/names/nicknames.ts'
