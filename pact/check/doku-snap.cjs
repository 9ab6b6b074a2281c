// DOKU's own library for SNAP, as published, makes its calls: node doku-snap.cjs PRIVATE-KEY-FILE
// Nothing of it is changed; only the server is another, DOKU_BASE_URL. The last request is a notification that carries
// what the library takes for its signature, where it verifies one.
const crypto = require('crypto')
const fs = require('fs')
const axios = require('axios')
const { Snap } = require('doku-nodejs-library')
const config = require('doku-nodejs-library/_commons/config')
const tokenService = require('doku-nodejs-library/_services/tokenService')

const base = (config.CORE_SANDBOX_BASE_URL = process.env.DOKU_BASE_URL)
// The library prints its secret key where it goes wrong.
console.log = () => {}

const secretKey = 'SK-TEST-merchant-NOT-A-SECRET'
const number = ['   19008', '0', '   190080']
const place = ['127.0.0.1:1', 'device0001']
const idr = (value) => model('totalAmount', value, 'IDR')

function model(name, ...values) {
  return new (require('doku-nodejs-library/_models/' + name))(...values)
}

async function call(snap) {
  const person = ["Kopi 'Teh'", 'fake@example.com', '6281200000000', 'INV-FAKE-0001', idr('90000.00')]
  const rest = ['C', '2026-11-23T10:10:42+07:00']
  await snap.createVa(model('createVaRequestDto', ...number, ...person, { channel: 'VIRTUAL_ACCOUNT_BRI' }, ...rest,
    [{ english: 'A café, 2/3 < 1', indonesia: 'Kafé' }]))
  await snap.updateVa(model('updateVaRequestDTO', ...number, ...person, model('updateVaAdditionalInfoDTO', 'VIRTUAL_ACCOUNT_BRI',
    model('updateVaVirtualAccountConfigDTO', 'ACTIVE', '10000.00', '90000.00')), ...rest))
  await snap.checkStatusVa(model('checkStatusVARequestDTO', ...number, null, null, {}))
  await snap.deletePaymentCode(model('deleteVaRequestDTO', ...number, 'INV-FAKE-0001', 'VIRTUAL_ACCOUNT_BRI'))
  await snap.doPaymentJumpApp(model('paymentJumpAppRequestDTO', 'INV-FAKE-0001', { value: '90000.00', currency: 'IDR' },
    [{ url: 'https://m.example/r?a=1&b=2', type: 'PAY_RETURN', isDeepLink: 'N' }], '2026-11-23T10:10:42+07:00', 'app',
    { channel: 'EMONEY_DANA_SNAP', orderTitle: 'Kopi é' }), ...place)
  await snap.doBalanceInquiry(model('balanceInquiryRequestDTO', { channel: 'DIRECT_DEBIT_ALLO_SNAP' }), 'AUTH-NOT-A-SECRET', ...place)
  await snap.doRefund(model('refundRequestDTO', 'INV-FAKE-0001', { value: '90000.00', currency: 'IDR' }, 'REFUND-FAKE-0001',
    'EXT-FAKE-0001', 'Broken', { channel: 'EMONEY_DANA_SNAP' }), 'AUTH-NOT-A-SECRET', ...place)
}

/** DOKU notifies with the token that the merchant issued, at the merchant's URL, of which the library sees the route. */
async function verify(snap) {
  const [url, route] = ['/doku/v1.1/transfer-va/payment', '/v1.1/transfer-va/payment']
  const token = snap.generateTokenB2B(true).body.accessToken
  const timestamp = '2026-11-22T10:10:42+07:00'
  const body = { trxId: 'INV-FAKE-0001', paidAmount: { value: '90000.00', currency: 'IDR' } }
  const text = JSON.stringify(body)
  const hash = crypto.createHash('sha256').update(text).digest('hex')
  const right = crypto.createHmac('sha512', secretKey).update(`POST:${url}:${token}:${hash}:${timestamp}`).digest('base64')
  const own = tokenService.generateSymmetricSignature('POST', route, snap.tokenB2B, body, timestamp, secretKey)
  const accepts = (signature) => snap.validateSymmetricSignature({
    route: { path: route }, body, get: (name) => ({ 'x-timestamp': timestamp, 'x-signature': signature })[name],
  })
  if (accepts(right) || !accepts(own)) throw new Error('the library verifies otherwise than is told here')
  await axios.post(base + url, text, {
    headers: {
      'Content-Type': 'application/json', Authorization: 'Bearer ' + token, 'X-PARTNER-ID': 'DOKU-FAKE-0001',
      'X-EXTERNAL-ID': '20261122101042000000000001', 'X-TIMESTAMP': timestamp, 'X-SIGNATURE': own,
    },
  })
}

async function main() {
  const snap = new Snap({
    isProduction: false, privateKey: fs.readFileSync(process.argv[2], 'utf8'), clientID: 'BRN-FAKE-0001', issuer: 'merchant.example',
    secretKey,
  })
  await snap.getTokenB2B()
  await call(snap)
  await verify(snap)
}

main().catch((error) => {
  console.error(error.message)
  process.exit(1)
})
