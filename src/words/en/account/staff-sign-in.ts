/** Staff who sign in at their own organization. */
export const staffSignIn = {
  title: 'Staff sign-in',
  intro: (name: string) =>
    `People who work for ${name} sign in there, with the account that they use for everything else. No password is kept here.`,
  go: (name: string) => `Sign in with ${name}`,
  local: 'Sign in with an account of this portal',
  link: 'Staff sign-in',
  confirm: (name: string) => `Confirm with ${name}`,
}
