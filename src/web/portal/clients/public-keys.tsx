/** On the page of a program: the public keys that count, pasted or published at an address of its own. */
import type { ApiClientLine, ClientSubject } from '#db/queries/api/clients.ts'
import type { Problem } from '#domain/result.ts'
import { longText, text } from '#forms/kit/kinds.ts'
import { Control } from '#web/kit/fields.tsx'
import type { Ask } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'

const keysKind = longText(20_000)
const urlKind = text(500)

interface Props {
  readonly ask: Ask<'client.manage', ClientSubject>
  readonly client: ApiClientLine
  /** What was typed into the one of the two boxes that was refused. */
  readonly typed: string
  readonly problems: readonly Problem[]
}
export function PublicKeys({ ask: { w, visit, services }, client, typed, problems }: Props) {
  const t = w.developers.clients
  const ofUrl = problems.some((p) => p.at === 'keysUrl')
  return (
    <>
      <h2>{t.publicTitle}</h2>
      <p class="address">{t.publicIntro(client.id, `${services.site.origin}/oauth/token`)}</p>
      <p class="address">{client.keysUrl ? t.urlHeld(client.keysUrl) : t.publicHeld(client.publicKeys)}</p>
      <Form visit={visit}>
        <Control
          name="keys"
          kind={keysKind}
          words={{ ask: t.publicLabel }}
          value={ofUrl ? '' : typed}
          problem={problems.find((p) => p.at === 'keys')}
          w={w}
        />
        <Button>{t.publicSave}</Button>
      </Form>
      <h3>{t.urlTitle}</h3>
      <p>{t.urlIntro}</p>
      <Form visit={visit}>
        <Control
          name="keysUrl"
          kind={urlKind}
          words={{ ask: t.urlLabel, hint: t.urlHint }}
          value={ofUrl ? typed : (client.keysUrl ?? '')}
          problem={problems.find((p) => p.at === 'keysUrl')}
          w={w}
        />
        <Button>{t.urlSave}</Button>
      </Form>
    </>
  )
}
