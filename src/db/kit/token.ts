/** How the database knows a token: by its SHA-256 only. Tokens are 32 random bytes, so no salt is needed. */
import { createHash } from 'node:crypto'

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')
