/**
 * Postal addresses made comparable: case, punctuation, the abbreviations of USPS Publication 28
 * (appendices B, C1, C2) and ZIP+4. The original is never changed. Pure.
 */
import type { Address } from '../../party/address.ts'
import { plain } from './name-parts.ts'

const pairs = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split(':') as [string, string]),
  )

/** Street suffixes and directions, in the long forms that are common, to the USPS one. */
const WORDS = pairs(`
ALLEY:ALY AVENUE:AVE AV:AVE AVEN:AVE BEACH:BCH BEND:BND BOULEVARD:BLVD BLV:BLVD BOUL:BLVD BRIDGE:BRG BROOK:BRK BYPASS:BYP
CAUSEWAY:CSWY CENTER:CTR CENTRE:CTR CIRCLE:CIR CIRC:CIR COURT:CT COURTS:CTS COVE:CV CREEK:CRK CRESCENT:CRES CROSSING:XING
DRIVE:DR DRV:DR ESTATES:ESTS EXPRESSWAY:EXPY EXTENSION:EXT FORT:FT FREEWAY:FWY GARDENS:GDNS GATEWAY:GTWY GROVE:GRV HARBOR:HBR
HEIGHTS:HTS HIGHWAY:HWY HIWAY:HWY HILL:HL HILLS:HLS HOLLOW:HOLW ISLAND:IS JUNCTION:JCT LAKE:LK LANDING:LNDG LANE:LN MANOR:MNR
MEADOWS:MDWS MOUNT:MT MOUNTAIN:MTN PARKWAY:PKWY PKY:PKWY PLACE:PL PLAZA:PLZ POINT:PT RIDGE:RDG RIVER:RIV ROAD:RD ROUTE:RTE
SAINT:ST SHORE:SHR SPRINGS:SPGS SQUARE:SQ STATION:STA STREET:ST STR:ST SUMMIT:SMT TERRACE:TER TRAIL:TRL TURNPIKE:TPKE
VALLEY:VLY VIEW:VW VILLAGE:VLG VISTA:VIS NORTH:N SOUTH:S EAST:E WEST:W NORTHEAST:NE NORTHWEST:NW SOUTHEAST:SE SOUTHWEST:SW
FIRST:1ST SECOND:2ND THIRD:3RD FOURTH:4TH FIFTH:5TH SIXTH:6TH SEVENTH:7TH EIGHTH:8TH NINTH:9TH TENTH:10TH`)

/** Secondary units: all that name a unit become one word, so that "Suite 4", "STE 4" and "# 4" are equal. */
const UNIT = /^(APT|APARTMENT|STE|SUITE|UNIT|RM|ROOM|OFC|OFFICE|SPC|SPACE)$/
const UNIT_KEPT = pairs('FLOOR:FL FL:FL BUILDING:BLDG BLDG:BLDG DEPARTMENT:DEPT DEPT:DEPT')

interface Parts {
  readonly street: string
  readonly unit: string
  readonly city: string
  readonly state: string
  readonly zip5: string
  readonly zip4: string
}

export function addressParts(a: Address): Parts {
  const words = plain(`${a.line1} ${a.line2 ?? ''}`.replaceAll('#', ' UNIT '))
    .split(' ')
    .filter(Boolean)
  const street: string[] = []
  const unit: string[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const kept = UNIT_KEPT[word]
    // Never the first word: "Office Park Rd 3" is a street.
    if (i > 0 && (UNIT.test(word) || kept)) {
      // "Suite # 4" names its unit twice.
      while (UNIT.test(words[i + 1] ?? '')) i++
      // "5th floor" has its number before, "floor 5" after it.
      const before = kept && /^\d+(ST|ND|RD|TH)$/.test(street.at(-1) ?? '') ? street.pop() : undefined
      const number = before ?? words[++i] ?? ''
      unit.push(`${kept ?? ''}${kept ? number.replace(/(ST|ND|RD|TH)$/, '') : number}`)
    } else street.push(WORDS[word] ?? word)
  }
  const zip = a.zip.replace(/\D/g, '')
  const city = plain(a.city)
    .split(' ')
    .map((w) => WORDS[w] ?? w)
  return {
    street: street.join(' '),
    unit: unit.join(' '),
    city: city.join(' '),
    state: plain(a.state),
    zip5: zip.slice(0, 5),
    zip4: zip.slice(5, 9),
  }
}

export interface AddressMatch {
  readonly verdict: 'same' | 'close' | 'different'
  /** What keeps a close one from being the same. */
  readonly apart?: 'unit' | 'zip4'
}

/** Same place, same but for the unit or the last four digits of the ZIP code, or another place. */
export function compareAddresses(a: Address, b: Address): AddressMatch {
  const [x, y] = [addressParts(a), addressParts(b)]
  const samePlace = x.zip5 === y.zip5 && x.zip5 !== '' ? x.state === y.state : x.city === y.city && x.state === y.state
  if (x.street !== y.street || !samePlace || (x.zip5 !== y.zip5 && x.zip5 !== '' && y.zip5 !== ''))
    return { verdict: 'different' }
  if (x.unit !== y.unit) return { verdict: 'close', apart: 'unit' }
  return x.zip4 !== y.zip4 && x.zip4 !== '' && y.zip4 !== '' ? { verdict: 'close', apart: 'zip4' } : { verdict: 'same' }
}
