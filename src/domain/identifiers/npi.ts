declare const npiBrand: unique symbol
/** National Provider Identifier: ten digits with a valid check digit. */
export type Npi = string & { readonly [npiBrand]: true }

/** Ten digits whose last is a Luhn check over "80840" + the first nine (45 CFR 162.406). */
export function isNpi(s: string): s is Npi {
  return s.length === 10 && (s[0] === '1' || s[0] === '2') && hasCheckDigit(s)
}

/** Doubled, with the digits of the result added. */
const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9] as const

/** Luhn over ten digits after "80840", which adds 24. Whole registries are asked, hence no strings and no pattern. */
function hasCheckDigit(ten: string): boolean {
  let sum = 24
  for (let i = 0; i < 10; i++) {
    const d = ten.charCodeAt(i) - 48
    if (d < 0 || d > 9) return false
    sum += i % 2 === 0 ? doubled[d]! : d
  }
  return sum % 10 === 0
}

/** Completes nine digits, the first of them 1 or 2, to an NPI. Throws RangeError on anything else. */
export function withCheckDigit(nine: string): Npi {
  if (!/^[12]\d{8}$/.test(nine)) throw new RangeError(`not nine digits that begin an NPI: ${nine}`)
  return `${nine}${(10 - (luhnSum(`80840${nine}0`) % 10)) % 10}` as Npi
}

function luhnSum(digits: string): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const d = digits.charCodeAt(digits.length - 1 - i) - 48
    const weighted = i % 2 === 1 ? d * 2 : d
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return sum
}
