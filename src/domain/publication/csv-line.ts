/**
 * One line of a public file (RFC 4180), exactly as the published ones have it: programs read these, so a cell is never
 * altered against spreadsheets as `csvCell` does. Pure.
 */
export const csvLine = (cells: readonly (string | number | null | undefined)[]): string =>
  `${cells
    .map((cell) => {
      const text = String(cell ?? '')
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    })
    .join(',')}\n`
