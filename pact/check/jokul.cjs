// DOKU's own library, as published, asks for a virtual account: node jokul.cjs doku|mandiri
// Nothing of it is changed; only the server is another, DOKU_BASE_URL.
const jokul = require('jokul-nodejs-library')

const setup = {
  ...jokul.SetupConfiguration,
  client_id: 'MCH-TEST-0001',
  shared_key: 'SK-TEST-merchant-NOT-A-SECRET',
  serverLocation: jokul.getServerLocation(process.env.DOKU_BASE_URL),
  channel: process.argv[2],
}
const order = {
  order: { invoice_number: 'INV-FAKE-0001', amount: 150000 },
  virtual_account_info: { expired_time: 60, reusable_status: false, info1: 'Fake', info2: '', info3: '' },
  customer: { name: 'Fake Customer', email: 'fake@merchant.example' },
  additional_info: {},
}
const call = process.argv[2] === 'mandiri' ? jokul.generateMandiriVa : jokul.generateDOKUVa
call(setup, order).catch((error) => {
  // A refusal is what the proxy's report is about; anything else is this script's failure.
  if (!error.response) throw error
})
