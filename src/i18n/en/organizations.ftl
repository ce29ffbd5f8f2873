### The operator's pages of organizations.

organizations-title = Organizations
organizations-text = Every company that takes part, of whatever kind.
organizations-register = Register a partner
organizations-search = Part of the name, or partner ID
organizations-kind = Kind
organizations-state = State
organizations-name = Organization
organizations-partner-id = Partner ID
organizations-market = Market
organizations-since = Registered
organizations-none = No organization yet
organizations-none-text = Partners that you register appear here, and customers that register themselves.
organizations-none-found = Nothing found
organizations-none-found-text = No organization fits this search. Try a shorter part of the name, or fewer filters.

## Registering a partner
organizations-register-text = Customers register themselves; partners are registered here, once their contract is signed.
organizations-kind-of-partner = What kind of partner is it?
organizations-kind-direct-partner = Sells to its own customers. Creates invitations, has no resellers.
organizations-kind-indirect-provider = Sells through resellers. Creates invitations and hands them to its resellers.
organizations-kind-indirect-reseller = Works with providers. Forwards their invitations, never sells in its own name.
organizations-legal-name = Legal name
organizations-partner-id-hint = Seven digits. Leave it empty to have one made.
organizations-partner-id-wrong = Enter a partner ID of seven digits, the first not 0
organizations-partner-id-taken = Enter another partner ID: this one belongs to somebody else
organizations-market-hint = A partner works with customers of the same market only.
organizations-domain = Domain
organizations-domain-hint = Customers see it beside the partner’s name, marked as confirmed: make sure that it is the partner’s
organizations-registered-id = Registration number of the company
organizations-contact = Contact address
organizations-contact-hint = Customers see it when they ask themselves whether an invitation is genuine
organizations-first-admin = First global admin
organizations-first-admin-text = Gets a mail with a link to set up the account, and adds colleagues. The link works once, for three days.
organizations-admin-name = Name
organizations-admin-email = E-mail address
organizations-letter-language = Language of the mail
organizations-register-do = Register partner and send the link
organizations-registered = The partner is registered. The mail to its first global admin is on its way.

## One organization
organizations-facts = Facts
organizations-holdings = In this portal
organizations-open-invitations = Open invitations
organizations-handed-invitations = Invitations it may forward
organizations-relationships = Active relationships
organizations-delegations-held = Delegations held
organizations-delegations-granted = Delegations granted
organizations-history = History in the audit trail
organizations-people = People
organizations-nobody = Nobody belongs to this organization.
organizations-domain-confirm = Confirm this domain
organizations-domain-confirm-text = Confirm it once you know that it belongs to this organization: everybody then sees it as confirmed, a customer’s subscriptions are imported by it, and partners are led to the customer’s admin centre by it.
organizations-domain-rival = { $name } has this domain already. If that is wrong, change the domain there first.
organizations-domain-rival-go = Open { $name }
organizations-domain-confirmed = The domain is confirmed.
organizations-domain-not-confirmable = The organization has another domain by now, or this one is confirmed already. Nothing was changed.
organizations-domain-of-another = This domain is confirmed for another organization. Nothing was changed.
organizations-suspend = Suspend
organizations-reinstate = Reinstate
organizations-suspended-since = Suspended since { $when }
organizations-suspended = The organization is suspended. Its global admins are told by mail.
organizations-reinstated = The organization may act again. Its global admins are told by mail.

## Suspending
organizations-suspension-title = Suspend { $name }?
organizations-suspension-affected = What is affected
organizations-suspension-effects = What happens
organizations-suspension-acts = From the next click on, its people may look, but neither create, hand over and forward invitations nor use delegations.
organizations-suspension-links = Its open links accept nothing until it is reinstated. Then those that have not expired work again.
organizations-suspension-customer = From the next click on, it is marked as suspended for everybody who sees it.
organizations-suspension-told = Its global admins are told by mail, with your reason.
organizations-suspension-stays = Relationships and delegations stay as they are. Customers can remove them at any time.
organizations-reason = Reason
organizations-reason-hint = The organization’s global admins read it, and so does whoever looks at the audit trail
organizations-suspend-do = Suspend organization
organizations-not-suspendable = This organization is suspended already, or it is the operator itself. Nothing was changed.
organizations-not-suspended = This organization is not suspended. Nothing was changed.
