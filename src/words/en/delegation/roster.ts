/** Words of the roster of an organization. */
export const roster = {
  title: (enrollment: string) => `Roster of ${enrollment}`,
  intro: 'People who reassign their benefits to this enrollment: what it bills for them is paid to the organization.',
  empty: 'Nobody reassigns benefits to this enrollment.',
  caption: (n: number) => (n === 1 ? '1 person' : `${n} people`),
  person: 'Person',
  specialty: 'Specialty',
  from: 'From',
  to: 'Until',
  goesOn: 'Goes on',
  link: 'Roster',
}
