/**
 * /account/choose-method: for whoever signed in with a way that is not allowed any more. Nothing else opens until one
 * that is was added (web/kit/must-add.ts).
 */
import { listMethods } from '#db/queries/access/accounts.ts'
import { localPath } from '#domain/access/local-path.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { Alert } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { screen } from '../screen.tsx'
import { waysToAdd } from './ways-to-add.tsx'

export const chooseMethodPage = page({
  path: '/account/choose-method',
  action: 'account.add-method',
  subject: visitorsOwn,
  query: ['next'],
  async get(ask) {
    const { db, permit, visit, w, query } = ask
    const next = localPath(query.next, '/dashboard')
    if (!visit.session?.mustAdd) return redirect(next)
    const t = w.account.methods
    return screen({
      title: t.chooseTitle,
      w,
      children: (
        <>
          <Alert kind="warning">{t.chooseWhy}</Alert>
          <p>{t.chooseHow}</p>
          {waysToAdd(ask, await listMethods(db, permit), next)}
          <p>
            {w.account.signIn.lost} <a href={`tel:${phoneOf(ask)}`}>{ask.services.site.helpDesk.phone}</a>
          </p>
        </>
      ),
    })
  },
})

const phoneOf = ({ services }: { services: { site: { helpDesk: { phone: string } } } }) =>
  services.site.helpDesk.phone.replace(/\D/g, '')
