/**
 * Names made comparable: letters only, upper case, no diacritics, suffixes and credentials set apart.
 * The original is never changed; this form is for comparing and is not shown. Pure.
 */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: 'SS',
  Æ: 'AE',
  æ: 'AE',
  Ø: 'O',
  ø: 'O',
  Œ: 'OE',
  œ: 'OE',
  Ł: 'L',
  ł: 'L',
  Đ: 'D',
  đ: 'D',
  Þ: 'TH',
  þ: 'TH',
  ı: 'I',
}
const GENERATIONS: Readonly<Record<string, string>> = {
  JR: 'JR',
  JUNIOR: 'JR',
  SR: 'SR',
  SENIOR: 'SR',
  II: 'II',
  '2ND': 'II',
  III: 'III',
  '3RD': 'III',
  IV: 'IV',
  '4TH': 'IV',
}
const CREDENTIALS = new Set([
  'MD',
  'DO',
  'DDS',
  'DMD',
  'DPM',
  'OD',
  'DC',
  'PHD',
  'PSYD',
  'PA',
  'PAC',
  'NP',
  'RN',
  'CRNA',
  'CNM',
  'CNS',
  'LCSW',
  'APRN',
  'FNP',
  'ESQ',
])
const LEGAL_FORMS = new Set([
  'INC',
  'INCORPORATED',
  'LLC',
  'LLP',
  'LP',
  'LTD',
  'LIMITED',
  'CORP',
  'CORPORATION',
  'CO',
  'COMPANY',
  'PC',
  'PA',
  'PLLC',
  'PLC',
  'THE',
])
const ORGANIZATION_WORDS: Readonly<Record<string, string>> = {
  '&': 'AND',
  ASSOC: 'ASSOCIATES',
  ASSOCS: 'ASSOCIATES',
  CTR: 'CENTER',
  CENTRE: 'CENTER',
  HOSP: 'HOSPITAL',
  MED: 'MEDICAL',
  GRP: 'GROUP',
  SVCS: 'SERVICES',
  SVC: 'SERVICE',
  PHYS: 'PHYSICIANS',
  CLIN: 'CLINIC',
  SAINT: 'ST',
  MT: 'MOUNT',
}

/** Upper case, without diacritics; apostrophes and periods vanish, every other mark becomes a space. */
export function plain(text: string): string {
  const open = [...text].map((c) => UNDECOMPOSED[c] ?? c).join('')
  const bare = open.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase()
  return bare
    .replace(/['’`´.]/g, '')
    .replace(/[^A-Z0-9&]+/g, ' ')
    .trim()
}

export interface NameParts {
  /** The name without spaces: "DELACRUZ". */
  readonly whole: string
  /** Its words: a hyphenated name has two. */
  readonly words: readonly string[]
  /** "JR", "III"; credentials are dropped. */
  readonly suffix?: string
}

/** One field of a person's name, with a suffix or credential at its end taken off (but never the whole name). */
export function nameParts(text: string | undefined): NameParts {
  const words = plain(text ?? '')
    .replaceAll('&', ' ')
    .split(' ')
    .filter(Boolean)
  let suffix: string | undefined
  while (words.length > 1) {
    const last = words.at(-1)!
    if (GENERATIONS[last]) suffix = GENERATIONS[last]
    else if (!CREDENTIALS.has(last)) break
    words.pop()
  }
  return { whole: words.join(''), words, ...(suffix === undefined ? {} : { suffix }) }
}

export const suffixOf = (text: string | undefined): string | undefined => GENERATIONS[plain(text ?? '')]

/** An organization's name in its telling words: "The Elm St. Clinic, L.L.C." is "ELM ST CLINIC". */
export function organizationWords(name: string): readonly string[] {
  const words = plain(name).replaceAll('&', ' & ').split(' ').filter(Boolean)
  const telling = words.map((w) => ORGANIZATION_WORDS[w] ?? w).filter((w) => !LEGAL_FORMS.has(w))
  return telling.length > 0 ? telling : words
}
