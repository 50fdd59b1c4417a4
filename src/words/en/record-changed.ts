/** Words of a record that changed after an application about it was begun: what both say, and which answer holds. */
export const recordChanged = {
  need: (form: string) => `The record changed after you began your ${form} application`,
  needDetail: 'See what changed and choose which answers hold. Then sign and submit.',
  title: 'The record changed after this was begun',
  intro:
    'Another application about the same enrollment was approved meanwhile, or the record was corrected. What only one of the two changed is put together by itself. Where both changed the same answer, choose which one holds.',
  banner: (n: number) =>
    n === 0
      ? 'The record changed after this was begun. Nothing of it contradicts your answers.'
      : n === 1
        ? 'The record changed after this was begun. One answer says something else: choose which holds before you sign.'
        : `The record changed after this was begun. ${n} answers say something else: choose which hold before you sign.`,
  see: 'See what changed',
  changedTitle: 'What changed on record meanwhile',
  heads: { was: 'When this was begun', is: 'On record now' },
  nothingHere: 'Nothing of what this application asks changed on record.',
  conflictsTitle: 'Choose which answer holds',
  noConflicts: 'None of it contradicts your answers.',
  whole: 'The whole entry',
  was: (said: string) => `When this was begun: ${said}`,
  keepRecord: (said: string) => `Keep the record: ${said}`,
  keepMine: (said: string) => `Keep mine: ${said}`,
  keepFiled: (said: string) => `Keep what was filed: ${said}`,
  nothing: 'nothing',
  takenOut: 'taken out',
  go: 'Bring my answers up to the record',
  goMore:
    'Your other answers stay as they are. If you asked somebody to sign, ask again afterwards: the application is another one then.',
  desk: {
    title: 'The record changed after this was begun',
    open: (n: number) =>
      n === 1
        ? 'One answer was changed by this application and, to something else, by one that was approved since. It has to be settled before an approval; the record stands until then.'
        : `${n} answers were changed by this application and, to something else, by one that was approved since. They have to be settled before an approval; the record stands until then.`,
    merged: 'What only one of the two changed is put together by itself. Nothing is left to settle.',
    settled: 'Settled',
    because: 'Why',
    becauseHint: 'It stays in the history of the case.',
    go: 'Settle',
    onlyHolder: 'Whoever holds the case in review settles it.',
  },
}
