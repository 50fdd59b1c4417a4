/** Words of passkeys. */
export const passkeys = {
  title: 'Add a passkey',
  what: 'A passkey signs you in with your fingerprint, face or the PIN of your device, without a password. It works only on this site, so nobody can trick you out of it.',
  label: 'Name for this passkey',
  labelHint: 'So that you can tell it from others, like "My laptop"',
  add: 'Add a passkey',
  make: 'Make the passkey',
  signIn: 'Use a passkey',
  signInHint: 'Signs you in without user ID and password, if you have added a passkey to your account.',
  orPasskey: 'Or with a passkey',
  verify: 'Use my passkey',
  needsScript: 'Passkeys need JavaScript, which is off in this browser. Use another way, or turn it on for this site.',
  unsupported: 'This browser cannot use passkeys. Use another way, or a newer browser.',
  /** Shown where the page was opened under another name than passkeys belong to. */
  elsewhere: (origin: string) => `Passkeys work only where the address begins with ${origin}. Open that address first.`,
  failed: 'That did not work, or was canceled. Try again, or use another way.',
  waiting: 'Follow what your browser or device says.',
  rename: 'Rename',
  renameTitle: (what: string) => `Rename: ${what}`,
  newName: 'New name',
  saveName: 'Save name',
}
