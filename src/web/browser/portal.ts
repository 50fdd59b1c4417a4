/**
 * What scripts add to pages that work without them: focus where reading goes on, one sending per
 * press, a warning before the session ends. Nothing here is needed to finish a journey.
 */
import { watchConditions } from './conditional.ts'
import { countPicked } from './count-picked.ts'
import { listenForKeys } from './listen-for-keys.ts'
import { moveFocus } from './move-focus.ts'
import { openFolds } from './open-folds.ts'
import { usePasskeys } from './passkeys.ts'
import { helpWithPasswords } from './password-meter.ts'
import { sendOnce } from './send-once.ts'
import { showSending } from './show-sending.ts'
import { warnBeforeIdle } from './warn-before-idle.ts'

watchConditions(document)
helpWithPasswords(document)
moveFocus()
openFolds()
countPicked(document)
listenForKeys(document)
usePasskeys(document)
showSending(document)
sendOnce()
warnBeforeIdle()
