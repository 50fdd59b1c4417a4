/** Reads a bounce: a delivery status notification (RFC 3464) as a mail server sends it back. Pure. */
export interface Bounce {
  readonly email: string
  /** "5.1.1 user unknown". */
  readonly reason: string
  /** The part before the @ of the Message-ID of what came back; our mails carry the id of the message there. */
  readonly messageId: string | undefined
}

/** Every recipient that the report says can never be reached; none for a delay, a success or another mail. */
export function readBounces(mail: string): readonly Bounce[] {
  // A header may go on in the next line.
  const text = mail.replace(/\r\n/g, '\n').replace(/\n[ \t]+/g, ' ')
  const ids = [...text.matchAll(/^(?:Original-)?Message-ID:\s*<([^@>\s]+)@/gim)]
  // The last one is that of the mail which came back; the first is the report's own.
  const messageId = ids.length > 1 ? ids.at(-1)?.[1] : undefined
  return text.split(/\n\s*\n/).flatMap((block) => {
    const field = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(block)?.[1]?.trim()
    const email = /^rfc822;\s*<?([^\s<>;]+@[^\s<>;]+)>?$/i.exec(field('Final-Recipient') ?? '')?.[1]
    if (!email || field('Action')?.toLowerCase() !== 'failed') return []
    const said = field('Diagnostic-Code')?.replace(/^smtp;\s*/i, '') ?? ''
    return [{ email: email.toLowerCase(), reason: `${field('Status') ?? ''} ${said}`.trim(), messageId }]
  })
}
