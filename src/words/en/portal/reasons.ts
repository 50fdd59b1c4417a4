/** Words of the pages that ask what somebody wants with an enrollment, and that confirm a record. */
export const reasons = {
  title: 'What do you want to do?',
  about: (form: string, id: string) => `This is about enrollment ${id} (${form}).`,
  pick: 'Choose one',
  openAlready: 'Go to the open application',
  none: {
    revoked:
      'This enrollment is revoked, so nothing can be filed about it. Read the letter: it says until when you can appeal, and when you may apply again.',
    other: 'Nothing can be filed about this enrollment as it stands.',
  },
  more: 'Revalidate, withdraw and more',
  confirm: {
    title: 'Confirm what is on file',
    intro:
      'This is your record. If nothing changed, tick each part and sign: that is all. If a part is not right any more, open it and change it first.',
    show: (title: string) => `Show: ${title}`,
    nothing: 'Nothing on file here, and nothing needed.',
    notComplete: 'Something here is missing or out of date. Open it and mend it.',
    right: 'This is right',
    done: 'Confirm',
  },
}
