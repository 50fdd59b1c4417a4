/** Words of the page for whoever holds no way to verify that is allowed any more, and of what is switched off. */
export const methods = {
  chooseTitle: 'Add another way to verify',
  chooseWhy: 'The way you used to sign in is not allowed here any more.',
  chooseHow:
    'Add one of these now. Until you have, nothing else opens; your applications and everything you saved are kept.',
  off: 'Switched off here: it signs you in no more.',
}
