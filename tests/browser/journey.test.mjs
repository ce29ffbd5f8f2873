// The main journey, from an empty portal on: in a real browser, with JavaScript and without, by mail that really arrives.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { linksIn, person, startChromium, startPortal, text } from './portal.mjs'

const PASSWORD = 'seven quiet herons at dusk'
const OPERATOR = 'olga.petrova@operations.example'
const PARTNERS = [
  { kind: 'indirect-provider', name: 'Northwind Traders', domain: 'northwind.example', admin: 'He Lin', email: 'he.lin@northwind.example' },
  { kind: 'indirect-reseller', name: 'Contoso', domain: 'contoso.example', admin: 'Zhao Yong', email: 'zhao.yong@contoso.example' },
  { kind: 'indirect-reseller', name: 'Adventure Works', domain: 'adventure.example', admin: 'Zhou Jie', email: 'zhou.jie@adventure.example' },
]
const [NORTHWIND, CONTOSO, ADVENTURE] = PARTNERS
const CUSTOMER = { organization: 'Fabrikam', name: 'Zhao Min', email: 'zhao.min@fabrikam.example' }

let browser
before(async () => { browser = await startChromium() })
after(() => browser?.close())

for (const javaScriptEnabled of [true, false]) {
  test(`the whole journey ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, { timeout: 300_000 }, async (t) => {
    const portal = await startPortal()
    try {
      await journey(t, portal, (options) => person(browser, portal.url, { javaScriptEnabled, ...options }))
    } finally {
      await portal.stop()
    }
  })
}

async function journey(t, portal, newPerson) {
  const here = (link) => link.slice(portal.url.length)
  const linkIn = (mail, start) => {
    const found = linksIn(mail, `${portal.url}${start}`)[0]
    assert.ok(found, `no link to ${start} in:\n${mail.text}`)
    return here(found)
  }
  const setsUp = async (somebody, path, name) => {
    await somebody.opens(path)
    await somebody.fills({ name, password: PASSWORD })
    await somebody.presses(text('accounts-set-up-do'))
  }

  // Each step stands on those before it.
  let broken = false
  const step = (name, body) =>
    t.test(name, { skip: broken && 'an earlier step failed' }, async () => {
      broken = true
      await body()
      broken = false
    })

  const operator = await newPerson()
  await step('the operator sets up the first account by the link that the command line prints', async () => {
    const said = portal.command('admin', 'create', OPERATOR, 'Olga Petrova')
    const link = said.match(/http\S+/)[0]
    await setsUp(operator, here(link), 'Olga Petrova')
    await operator.signsIn(OPERATOR, PASSWORD)
    assert.equal(operator.path(), '/today')
  })

  await step('the operator registers a provider and two resellers', async () => {
    for (const partner of PARTNERS) {
      await operator.opens('/organizations/new')
      await operator.fills({
        kind: partner.kind, name: partner.name, country: 'CN', domain: partner.domain,
        contact: `contact@${partner.domain}`, admin_name: partner.admin, admin_email: partner.email, language: 'en',
      })
      await operator.presses(text('organizations-register-do'))
      await operator.sees(text('organizations-registered'))
    }
  })

  const [provider, reseller, holder] = [await newPerson(), await newPerson(), await newPerson()]
  await step('each partner’s first person follows the link in the mail', async () => {
    for (const [somebody, partner] of [[provider, NORTHWIND], [reseller, CONTOSO], [holder, ADVENTURE]]) {
      const mail = await portal.mailTo(partner.email)
      assert.ok(mail.html && mail.text, 'the mail has two parts')
      await setsUp(somebody, linkIn(mail, '/set-up/'), partner.admin)
      await somebody.signsIn(partner.email, PASSWORD)
      await somebody.sees(partner.name)
    }
  })

  await step('the resellers authorize partnerships', async () => {
    for (const [somebody, partner] of [[reseller, CONTOSO], [holder, ADVENTURE]]) {
      await provider.opens('/partnerships/new')
      await provider.fills({ email: partner.email, name: partner.admin, language: 'en', days: '30' })
      await provider.presses(text('partnerships-send'))
      await provider.sees(text('partnerships-done-invited'))
      const mail = await portal.mailTo(partner.email, /partner/i)
      await somebody.opens(linkIn(mail, '/p/'))
      await somebody.sees(text('partnerships-link-page-title', { provider: NORTHWIND.name }))
      await somebody.presses(text('partnerships-authorize'))
      await somebody.sees(text('partnerships-done-authorized'))
    }
  })

  await step('the provider creates a standing invitation, page by page, and hands it to a reseller', async () => {
    await provider.opens('/invitations')
    await provider.presses(text('invitations-create'))
    await provider.fills({ kind: 'standing' })
    await provider.presses(text('ui-continue'))
    await provider.fills({ asks: ['exchange-online/provisioning', 'exchange-online/support'], days: '365' })
    await provider.presses(text('ui-continue'))
    await provider.fills({ label: 'Exchange in spring' })
    await provider.presses(text('ui-continue'))
    await provider.fills({ first: 'We have known each other for years.' })
    await provider.presses(text('ui-continue'))
    await provider.sees(text('invitations-check-title'))
    await provider.sees('We have known each other for years.')
    await provider.presses(text('invitations-create'))
    await provider.sees(text('invitations-done-created'))
    await provider.page.getByLabel(CONTOSO.name).check()
    await provider.presses(text('invitations-hand-over'))
    await provider.sees(text('invitations-done-handed-over'))
  })

  await step('the reseller cannot create, and forwards', async () => {
    await reseller.opens('/invitations')
    assert.equal(await reseller.page.getByRole('button', { name: text('invitations-create') }).count(), 0)
    assert.equal(await reseller.page.request.post('/invitations/drafts', { headers: { origin: portal.url } }).then((answer) => answer.status()), 403)
    await reseller.clicks('Exchange in spring')
    await reseller.clicks(text('invitations-forward'))
    await reseller.fills({ way: 'mail', recipients: CUSTOMER.email, note: 'As we said on the telephone.' })
    await reseller.presses(text('invitations-forward'))
    await reseller.sees(CUSTOMER.email)
  })

  const customer = await newPerson()
  await step('the customer opens the link of the mail that arrived, registers, and is back', async () => {
    const mail = await portal.mailTo(CUSTOMER.email)
    assert.match(mail.text, /We have known each other for years\./)
    assert.match(mail.text, /As we said on the telephone\./)
    const link = linkIn(mail, '/i/')
    await customer.opens(link)
    await customer.sees(text('consents-landing-title', { partner: NORTHWIND.name }))
    await customer.sees(text('consents-stays-bill'))
    await customer.presses(text('consents-continue'))
    await customer.clicks(text('accounts-register-go'))
    await customer.fills({ ...CUSTOMER, country: 'CN', password: PASSWORD })
    await customer.presses(text('accounts-register-do'))
    const confirmation = await portal.mailTo(CUSTOMER.email, /confirm/i)
    await customer.opens(linkIn(confirmation, '/confirm/'))
    await customer.fills({ password: PASSWORD })
    await customer.presses(text('accounts-confirm-do'))
    assert.equal(customer.path(), link, 'back where the way began')
    await customer.presses(text('consents-continue'))
    assert.match(customer.path(), /^\/received\//)
  })

  await step('the customer accepts, and lets another reseller support Exchange', async () => {
    const choose = async (purpose, name) => {
      const select = customer.page.locator(`select[name="holder-exchange-online-${purpose}"]`)
      const value = await select.locator('option', { hasText: name }).getAttribute('value')
      await select.selectOption(value)
    }
    await choose('provisioning', NORTHWIND.name)
    await choose('support', ADVENTURE.name)
    await customer.presses(text('consents-to-check'))
    await customer.sees(text('consents-agreement-required'))
    await customer.page.locator('[name=agreement]').check()
    await customer.presses(text('consents-to-check'))
    await customer.sees(text('consents-check'))
    await customer.presses(text('consents-accept-delegate'))
    assert.match(customer.path(), /^\/receipts\/M-/)
    await customer.sees(text('consents-receipt-yours', { partner: NORTHWIND.name }))
    const receipt = await portal.mailTo(CUSTOMER.email, /receipt|accepted/i)
    assert.match(receipt.text + receipt.subject, /M-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    await customer.opens('/relationships')
    await customer.sees(text('delegation-state-awaiting-partner'))
  })

  await step('inviter and forwarder are told', async () => {
    for (const partner of [NORTHWIND, CONTOSO]) {
      const mail = await portal.mailTo(partner.email, /Fabrikam/)
      assert.match(mail.text, /Fabrikam/)
    }
    await provider.opens('/customers')
    await provider.sees(CUSTOMER.organization)
  })

  await step('the other reseller consents', async () => {
    await portal.mailTo(ADVENTURE.email, /Fabrikam/)
    await holder.opens('/delegations')
    await holder.sees(CUSTOMER.organization)
    await holder.page.locator('form[action$="/consent"] button').first().click()
    await holder.sees(text('delegations-done-consented'))
    await holder.opens('/customers')
    await holder.clicks(CUSTOMER.organization)
    await holder.sees('Exchange Online')
  })

  await step('Partner relationships shows it, and the customer removes it in one step', async () => {
    await customer.opens('/relationships')
    const row = customer.page.getByRole('row', { name: /Exchange Online/ }).first()
    assert.match(await row.innerText(), /Northwind Traders[\s\S]*Adventure Works/)
    assert.doesNotMatch(await row.innerText(), new RegExp(text('delegation-state-awaiting-partner')))
    await row.getByRole('link', { name: new RegExp(`${text('relationships-remove')}.*${ADVENTURE.name}`) }).click()
    await customer.presses(text('delegations-removal-button', { holder: ADVENTURE.name }))
    await customer.sees(text('relationships-done-removed'))
    await portal.mailTo(ADVENTURE.email, /ended|removed|Exchange/i)
  })

  await step('the operator sees every step in the audit trail', async () => {
    await operator.opens('/audit')
    let trail = ''
    for (let pages = 0; pages < 10; pages++) {
      trail += await operator.page.getByRole('main').innerText()
      const next = operator.page.getByRole('link', { name: text('ui-pager-next') })
      if ((await next.count()) === 0) break
      await next.click()
    }
    for (const step of [
      text('audit-event-organization-registered', { organization: NORTHWIND.name, kind: text('kind-indirect-provider') }),
      text('audit-event-partnership-authorized', { provider: NORTHWIND.name, reseller: CONTOSO.name }),
      text('audit-event-invitation-created', { kind: text('invitation-kind-standing'), label: 'Exchange in spring' }),
      text('audit-event-invitation-handed-over', { label: 'Exchange in spring', reseller: CONTOSO.name }),
      `Passed on to ${CUSTOMER.email}`,
      text('audit-event-invitation-opened', { customer: CUSTOMER.organization }),
      `${CUSTOMER.organization} accepted the invitation`,
    ]) {
      assert.ok(trail.includes(step), `${step} is not in the audit trail:\n${trail}`)
    }
    for (const kind of ['relationship-started', 'delegation-granted', 'delegation-consented', 'delegation-removed']) {
      await operator.opens(`/audit?kind=${kind}`)
      await operator.sees(CUSTOMER.organization)
    }
    assert.match(portal.command('audit', 'verify'), /\S/)
  })

  for (const somebody of [operator, provider, reseller, holder, customer]) await somebody.leaves()
}
