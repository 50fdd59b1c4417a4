/** Names made comparable for matching: compatibility forms, diacritics, particles, suffixes, short forms. Pure. */
export { nameParts, organizationWords, plain, suffixOf } from '../review/name-parts.ts'
export { areNicknames, fullNameOf } from '../review/nicknames.ts'
