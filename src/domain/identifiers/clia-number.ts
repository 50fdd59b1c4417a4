/** A CLIA number: two digits of the state agency, "D", seven digits ("05D0642290"). It has no check digit. Pure. */
export const isCliaNumber = (s: string): boolean => /^\d{2}D\d{7}$/i.test(s.trim())
