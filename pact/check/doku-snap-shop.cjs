// A merchant on DOKU's own library for SNAP, as published, by the flow that its README shows: node doku-snap-shop.cjs KEY DOKU-KEY
// It makes a virtual account at DOKU_BASE_URL where that is set, then serves; or it verifies the signature, with SYMMETRIC=true.
const fs = require('fs')
const http = require('http')
const crypto = require('crypto')
const { Snap } = require('doku-nodejs-library')
const config = require('doku-nodejs-library/_commons/config')

const base = (config.CORE_SANDBOX_BASE_URL = process.env.DOKU_BASE_URL || 'http://127.0.0.1:1')
const print = console.log
// The library prints its secret key where it goes wrong.
console.log = () => {}
console.error = () => {}
// It asks for a token before anybody wants one, and lets nobody hear that there is none.
process.on('unhandledRejection', () => {})

const privateKey = fs.readFileSync(process.argv[2], 'utf8')
const snap = new Snap({
  isProduction: false, privateKey, clientID: process.env.DOKU_CLIENT_ID, secretKey: process.env.DOKU_SECRET_KEY,
  issuer: 'merchant.example', publicKey: crypto.createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }),
  dokuPublicKey: fs.readFileSync(process.argv[3], 'utf8'),
})
const model = (name, ...values) => new (require('doku-nodejs-library/_models/' + name))(...values)
let paid = 0

const NOTIFICATIONS = '/v1.1/transfer-va/payment'

function answer(path, request) {
  if (path === '/authorization/v1/access-token/b2b') {
    const given = snap.validateSignatureAndGenerateToken(request)
    return [given.body.responseCode.startsWith('200') ? 200 : 401, given.body]
  }
  if (path !== NOTIFICATIONS) return [404, {}]
  if (process.env.SYMMETRIC === 'true') {
    const right = snap.validateSymmetricSignature({ ...request, route: { path } })
    paid += right ? 1 : 0
    return [right ? 200 : 401, {}]
  }
  const response = snap.validateTokenAndGenerateNotificationResponse(request.get('authorization') ?? '', request.body)
  const code = String(response.responseCode ?? response.body?.responseCode)
  paid += code.startsWith('200') ? 1 : 0
  return [Number(code.slice(0, 3)) || 500, response]
}

const server = http.createServer(async (request, response) => {
  const path = request.url.split('?')[0]
  if (path === '/effect') return response.end(String(paid))
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  let [status, body] = [500, {}]
  try {
    const text = Buffer.concat(chunks).toString('utf8')
    ;[status, body] = answer(path, { body: text ? JSON.parse(text) : {}, get: (name) => request.headers[name.toLowerCase()] })
  } catch (error) {
    body = { error: error.message }
  }
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
})

async function order() {
  const idr = model('totalAmount', '90000.00', 'IDR')
  const config = { reusableStatus: false }
  return snap.createVa(model('createVaRequestDto', '   19008', '0', '   190080', "Kopi 'Teh'", 'fake@example.com', '6281200000000',
    'INV-FAKE-0001', idr, { channel: 'VIRTUAL_ACCOUNT_BRI', virtualAccountConfig: config }, 'C',
    new Date(Date.now() + 3600_000).toISOString().slice(0, 19) + '+00:00', [{ english: 'Tea', indonesia: 'Teh' }]))
}

server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}${NOTIFICATIONS}`
  if (!process.env.DOKU_BASE_URL) return print(url)
  try {
    await snap.getTokenB2B()
    const made = await order()
    print(url, made.responseCode, made.virtualAccountData.virtualAccountNo.trim())
  } catch (error) {
    print(url, 'failed', String(error.message).split('\n')[0])
  }
})
