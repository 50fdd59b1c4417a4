/** The first line of a roster: is it a header, which column has the NPIs, what stands between columns. Pure. */

export interface Header {
  readonly isHeader: boolean
  readonly npiColumn: number
  readonly delimiter: number
  /** Bytes of a mark at the beginning that is no text (UTF-8 byte order mark). */
  readonly skip: number
}

const LINE = 10

/** A line with a cell that is named for NPIs is a header; so is one in which nothing looks like an NPI. */
export function firstLine(bytes: readonly number[]): Header {
  const skip = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const end = bytes.indexOf(LINE)
  const text = new TextDecoder().decode(Uint8Array.from(bytes.slice(skip, end < 0 ? bytes.length : end)))
  const delimiter = [',', ';', '\t', '|'].find((d) => text.includes(d)) ?? ','
  const cells = text.split(delimiter).map((c) => c.replaceAll(/["\r]/g, '').trim())
  const named = cells.findIndex((c) => /^(npi|npi number|national provider identifier|provider npi|number)$/i.test(c))
  const looks = cells.findIndex((c) => /^\d{10}$/.test(c))
  const isHeader = named >= 0 || (looks < 0 && cells.some((c) => /[a-z]/i.test(c)))
  return {
    isHeader,
    npiColumn: Math.max(0, named >= 0 ? named : looks),
    delimiter: delimiter.charCodeAt(0),
    skip,
  }
}
