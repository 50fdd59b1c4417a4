import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { routeMethods } from './route-methods.ts'

const app = Fastify()
const methods = routeMethods()
app.addHook('onRoute', methods.add)
const nothing = async () => ''
app.get('/', nothing)
app.get('/letters/:letterId', nothing)
app.get('/letters/:letterId.pdf', nothing)
app.post('/letters/:letterId/send', nothing)
app.get('/help', nothing)
app.post('/help', nothing)
app.register(async (own) => void own.put('/rosters/:id', nothing), { prefix: '/api/v1' })
await app.ready()

test.each([
  ['/', ['GET', 'HEAD']],
  ['/help', ['GET', 'HEAD', 'POST']],
  ['/help/', ['GET', 'HEAD', 'POST']],
  ['/letters/7', ['GET', 'HEAD']],
  ['/letters/7.pdf', ['GET', 'HEAD']],
  ['/letters/7/send', ['POST']],
  ['/letters/7/8/send', []],
  ['/letters//send', []],
  ['/lettersX7', []],
  ['/helpful', []],
  ['/api/v1/rosters/3', ['PUT']],
])('%s takes %j', (path, taken) => expect(methods.at(path)).toEqual(taken))
