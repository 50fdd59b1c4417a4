/** Words of the command that fills an installation for a trial. */
const n = new Intl.NumberFormat('en-US')

export const seed = {
  about:
    'Fills an installation that is not in production with invented enrollments and their registry rows, for trying it at size. The same seed again adds only what is missing',
  enrollments: 'how many, up to 1,000,000',
  seed: 'another number is other people, beside those there are; 1 to 89',
  json: 'print the result as JSON',
  between: (most: number) => `A whole number from 1 to ${n.format(most)}.`,
  production: 'This is a production installation: nothing invented comes into it.',
  progress: {
    registry: (done: number) => `registry: ${n.format(done)} providers`,
    enrollments: (done: number) => `enrollments: ${n.format(done)}`,
  },
  done: (d: { enrollments: number; reassignments: number; already: number }, seconds: number) =>
    `${n.format(d.enrollments)} enrollments and ${n.format(d.reassignments)} reassignments added in ${seconds} s${d.already > 0 ? `; ${n.format(d.already)} of this seed were there` : ''}`,
}
