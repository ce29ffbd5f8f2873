### Partnerships: a provider and its resellers, from the link to the end.

partnerships-title-provider = Resellers
partnerships-title-reseller = Providers
partnerships-lede-provider = Resellers you work with, and those you have invited.
partnerships-lede-reseller = Providers you work with. They create invitations and hand them to you.
partnerships-list = Partnerships
partnerships-partnership = Partnership
partnerships-provider = Provider
partnerships-reseller = Reseller
partnerships-customer = Customer
partnerships-state = State
partnerships-since = Since
partnerships-until = Until
partnerships-history = History
partnerships-facts = Details
partnerships-invited-at = Invited
partnerships-open-until = Can be answered until
partnerships-answered-at = Answered
partnerships-ended-at = Ended
partnerships-sent-to = Sent to
partnerships-none-found = No partnership in this state
partnerships-none-found-text = Choose another state to see others.
partnerships-show-all = Show all
partnerships-none-provider = No resellers yet
partnerships-none-provider-text = Resellers appear here as soon as you invite them. One that has authorized the partnership can forward the invitations you hand to it.
partnerships-none-reseller = No providers yet
partnerships-none-reseller-text = A provider appears here when you open the partnership link it sent you and authorize it. Ask your provider for one if you have none.

## Offering
partnerships-invite = Invite a reseller
partnerships-invite-lede = The reseller gets a link by e-mail. It works with you as soon as one of its admins has authorized the partnership.
partnerships-not-customer-title = This is not a customer invitation
partnerships-not-customer-provider = This link makes an organization your reseller, never your customer. To win a customer, create an invitation instead.
partnerships-email = E-mail address at the reseller
partnerships-email-hint = A global admin or an admin agent there can answer
partnerships-name = Name
partnerships-name-hint = As the letter should address them
partnerships-language = Language of the letter
partnerships-days = The link can be answered for
partnerships-days-hint = From 1 to 90 days
partnerships-send = Send partnership invitation
partnerships-too-many = Enter another address, or try again tomorrow: the limit of partnership letters for one day is reached. Nothing was sent

## One partnership
partnerships-done-invited = The partnership invitation is on its way.
partnerships-done-withdrawn = The partnership invitation is withdrawn. Its link is dead.
partnerships-done-authorized = The partnership is authorized. The provider has been told.
partnerships-done-refused = You refused the partnership. The provider has been told.
partnerships-done-ended = The partnership has ended. Both sides have been told.
partnerships-link-title = Waiting for the reseller
partnerships-link-text = The letter went to { $email }. You can also send the link yourself.
partnerships-link = Partnership link
partnerships-link-hint = For the reseller only. It makes nobody a customer.
partnerships-withdraw = Withdraw invitation
partnerships-withdraw-hint = The link stops working at once.
partnerships-end = End partnership
partnerships-left-over = Delegations that are left
partnerships-left-over-provider = The partnership is over, but this reseller still works for these customers of yours. Customers decide about their delegations; talk to them if the work should go to somebody else.
partnerships-left-over-reseller = The partnership is over, but you still have these delegations from customers of this provider. Give up those you no longer need.

## Ending
partnerships-end-title = End the partnership with { $name }?
partnerships-end-will-provider = { $name } can no longer see or forward your invitations: whatever you handed over is taken back.
partnerships-end-will-reseller = You can no longer see or forward the invitations of { $name }: whatever was handed to you is taken back.
partnerships-end-will-told = Both sides are told by e-mail.
partnerships-end-will-again = To work together again, the reseller has to authorize a new partnership link and be handed invitations anew.
partnerships-end-stays-customers = Customers and reseller relationships stay as they are.
partnerships-end-stays-delegations = Delegations stay as they are: customers, or whoever holds them, decide about them.
partnerships-end-stays-links = Links that were forwarded before keep working until the provider replaces or withdraws them.
partnerships-end-left-over =
    { $count ->
        [one] { $count } delegation will be left
       *[other] { $count } delegations will be left
    }

## The link
partnerships-kind = Partnership between partners
partnerships-link-page-title = { $provider } offers you a partnership
partnerships-link-page-lede = { $provider } wants to work with your organization as its indirect reseller.
partnerships-not-customer = This link is for partners only. It makes nobody a customer and gives nobody access to anything. If you expected an invitation to become a customer, ask the sender for the right link.
partnerships-partner-id = Partner ID
partnerships-registered-id = Registration number
partnerships-domain = Domain
partnerships-will-listed = { $provider } sees your organization among its resellers.
partnerships-will-forward = { $provider } can hand you invitations, and you can forward them to customers.
partnerships-will-suggested = Customers can be shown your organization as one that may work for them. They choose, and you consent.
partnerships-stays-customer = Your organization becomes nobody’s customer.
partnerships-stays-customers = Your customers, relationships and delegations with other providers stay as they are.
partnerships-stays-end = Either side can end the partnership at any time.
partnerships-answer-for = You answer for { $org }. { $provider } will see its name and partner ID.
partnerships-authorize = Authorize partnership
partnerships-refuse = Refuse
partnerships-answer-told = { $provider } is told your answer by e-mail.
partnerships-sign-in-title = Sign in to answer
partnerships-sign-in-text = A global admin or an admin agent of an indirect reseller can answer. You come back to this page after signing in.
partnerships-sign-in = Sign in and come back
partnerships-no-account = No account yet? Partners are registered by the operator of this portal. Ask the provider that sent you this link.
partnerships-already-title = You are partners already
partnerships-already = Your organization already has an active partnership with { $provider }. There is nothing to do here.
partnerships-to-providers = Go to your providers
partnerships-to-partnership = Go to the partnership
partnerships-to-today = Go to my start page
partnerships-wrong-role-title = Somebody else has to answer
partnerships-wrong-role = Only a global admin or an admin agent of your organization can answer. Pass this link on to one of them; it works for them as well.
partnerships-suspended-title = Your organization is suspended
partnerships-suspended = It can authorize no partnership until the operator of this portal reinstates it. The link works again after that, if it has not expired.
partnerships-provider-suspended-title = { $provider } cannot begin a partnership now
partnerships-provider-suspended = The operator has suspended it. The link works again once it is reinstated, if it has not expired by then. You can refuse it now.
partnerships-wrong-kind-title = This account cannot answer
partnerships-wrong-kind = You are signed in as { $name } of { $org }, which takes part as: { $kind }. Only an indirect reseller can authorize a partnership with a provider.
partnerships-wrong-kind-nobody = You are signed in as { $name }, who belongs to no organization yet. Only an indirect reseller can authorize a partnership with a provider.
partnerships-wrong-kind-way = Sign out and use an account of the reseller; you come back to this page.
partnerships-other-account = Sign out and use another account
partnerships-ask = Ask { $provider } for a new link

## Dead links
partnerships-dead-expired-title = This partnership link has expired
partnerships-dead-expired-text = Nobody answered in time. Ask { $provider } for a new link.
partnerships-dead-withdrawn-title = This partnership link was withdrawn
partnerships-dead-withdrawn-text = { $provider } withdrew it. Ask there if you think that it was a mistake.
partnerships-dead-refused-title = This partnership was refused
partnerships-dead-refused-text = The reseller refused it. If that has changed, ask { $provider } for a new link.
partnerships-dead-active-title = This partnership is authorized already
partnerships-dead-active-text = The link has done its work: a reseller authorized the partnership with { $provider }. Its people find it under Providers after signing in.
partnerships-dead-ended-title = This partnership has ended
partnerships-dead-ended-text = To work together again, ask { $provider } for a new link.

## When it does not work
partnerships-conflict-answered = This partnership invitation has been answered or withdrawn in the meantime, so nothing was changed. Go back and look at how things stand now.
partnerships-conflict-over = This partnership link can no longer be answered: it has expired, or was answered or withdrawn. Nothing was changed. Ask the provider for a new link.
partnerships-conflict-provider-suspended = The provider is suspended, so this partnership cannot be authorized now. Nothing was changed. The link works again once it is reinstated, if it has not expired by then.
partnerships-conflict-partners = Your organization and this provider are partners already. Nothing was changed.
partnerships-conflict-not-active = This partnership is not active (any more), so it cannot be ended. Nothing was changed.
