/** Pages that an auditor may read and an analyst may also write on: the second right is asked for when a form comes. */
import type { ApplicationSubject } from '#db/queries/application/applications.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import type { Post } from '#web/kit/page.ts'

type Viewed = Post<'case.view', ApplicationSubject>
export type ReviewPost = Omit<Viewed, 'permit'> & { readonly permit: Permit<'application.review'> }

/** The same request with the right to work on the case; undefined for who may only look. */
export function reviewing(ask: Viewed): ReviewPost | undefined {
  const permit = authorize(ask.permit.actor, 'application.review', ask.subject)
  return permit.ok ? { ...ask, permit: permit.value } : undefined
}
