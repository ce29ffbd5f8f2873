### What a customer meets: the link's page, the consent page, the check, the receipt.

## The link's page
consents-to-customer = Invitation to a customer
consents-landing-title = { $partner } asks to be your cloud solution provider
consents-landing-lede = Read what { $partner } asks for, then decide. Opening this page accepts nothing, and tells nobody.
consents-written-in = This invitation was written in another language.
consents-partner-id = Partner ID { $id }
consents-registered = Registered as { $id }
consents-market = Market: { $country }
consents-passed-on = Passed on to you by { $partner } on { $date }
consents-words-of = In the words of { $partner }
consents-answer-until = You can answer until
consents-no-end = This invitation has no end date.
consents-meant-for = It is addressed to { $email }. Only that person’s organization can answer.
consents-asked = What is asked for
consents-asked-nothing = The relationship alone. No access to any of your services is asked for.
consents-asked-days =
    { $days ->
        [one] The relationship, and for at most { $days } day leave to work in:
       *[other] The relationship, and for at most { $days } days leave to work in:
    }
consents-equals-admin = This asks for as much as a global administrator may do
consents-equals-admin-text = It asks for provisioning in every service. Consider choosing fewer services, a shorter time, or nobody: you may do so and still accept the relationship.
consents-will-list-you = { $partner } sees your organization on its customer list and may sell you subscriptions
consents-will-choose =
    { $days ->
        [one] Whoever you choose may work in the services you choose, for at most { $days } day
       *[other] Whoever you choose may work in the services you choose, for at most { $days } days
    }
consents-will-default = If you choose nobody, nobody gets access
consents-will-nobody = Nobody gets access to your services
consents-stays-subscriptions = Your subscriptions stay as they are
consents-stays-seller = Whom you bought them from stays the same
consents-stays-terms = Their terms and everybody’s obligations stay the same
consents-stays-partner-of-record = The partner of record stays the same
consents-stays-bill = No bill comes from accepting
consents-continue = Continue to your decision
consents-continue-hint = You sign in or register first, and come back to this invitation. Continuing accepts nothing.
consents-continue-hint-in = Your organization then finds this invitation in its list. Continuing accepts nothing.
consents-really = Is this really them?
consents-really-text = The name, the partner ID and the contact of { $partner } on this page come from the portal’s own register, not from the mail you received.
consents-really-doubt = In doubt, ask them by a way you know from before. Do not accept what you did not expect.
consents-contact = Contact:
consents-portal = You are on { $host }. Invitations of this portal are at no other address.

## Links that do not work
consents-dead-replaced-title = This link of { $partner } has been replaced by a newer one
consents-dead-replaced-text = A newer link was sent in its place, and this one no longer leads to the invitation. Nothing was changed. Look for a later message, or ask for a new one.
consents-dead-expired-title = This invitation of { $partner } has expired
consents-dead-expired-text = It can no longer be accepted. Nothing was changed. Ask for a new one if you still want to decide.
consents-dead-revoked-title = { $partner } has withdrawn this invitation
consents-dead-revoked-text = It can no longer be accepted. Nothing was changed. If you expected it, ask for a new one.
consents-dead-paused-title = { $partner } has paused this invitation
consents-dead-paused-text = It cannot be accepted for the time being. The same link works again when it is resumed.
consents-dead-used-title = This invitation of { $partner } has been answered
consents-dead-used-text = It was meant for one answer, and that was given. If you should answer as well, ask for an invitation of your own.
consents-dead-suspended-title = { $partner } cannot be accepted at the moment
consents-dead-suspended-text = This partner, or the one that passed the invitation on, may not act on the portal for the time being. The link works again as soon as it may, unless the invitation expires before.
consents-dead-own-suspended-title = Your organization is suspended
consents-dead-own-suspended-text = You can look at the invitation and decline it, but not accept it, until the operator reinstates your organization. Ask the operator why.
consents-dead-stopped-title = The operator has stopped this invitation of { $partner }
consents-dead-stopped-text = The operator of the portal stopped it, and it cannot be accepted. If your organization accepted something through it, you can remove it at any time under “Partner relationships”.
consents-used-yours = Was it your organization?
consents-used-yours-text = Sign in, and you find the receipt.
consents-ask = Ask { $partner } for a new one
consents-ask-new = Ask for an invitation to you
consents-ask-text = Its people get a message that somebody with this link asks for a new invitation, and who.
consents-ask-email = Your e-mail address, for their answer
consents-asked-again = { $partner } has been told that you ask for a new invitation.
consents-works-text = This invitation works as it is. Open the link again and answer it.

## Another account
consents-not-yours = This invitation cannot be answered with this account
consents-not-yours-text = Nothing was changed. Sign out to use another account: you come back to this invitation.
consents-not-yours-ask = Is it meant for you all the same?
consents-account = Your account
consents-company = Organization
consents-company-kind = Kind
consents-needed = Needed
consents-needed-customer = An account of a customer’s organization
consents-needed-address = The account of { $email }, or of somebody at that organization
consents-other-account = Sign out and use another account
consents-to-today = Go to my start page

## The list of invitations received
consents-received = Invitations to your organization
consents-received-lede = Every invitation that somebody of your organization has opened, and what became of it.
consents-received-none = No invitation yet
consents-received-none-text = An invitation appears here once somebody of your organization has opened its link, signed in. Ask your partner to send you one.
consents-from = From
consents-state = Status
consents-came = First opened, signed in
consents-until = Open until
consents-state-open = To be decided
consents-state-accepted = Accepted
consents-state-declined = Declined
consents-state-revoked = Withdrawn
consents-state-used = Answered by others
consents-state-expired = Expired
consents-state-paused = Paused

## The consent page
consents-request-title = { $partner } asks to be the cloud solution provider of { $customer }
consents-other-market = Partner and customer must be in the same market
consents-other-market-detail = The partner’s market is { $partner_market }, your organization’s is { $customer_market }.
consents-other-market-text = This invitation cannot be accepted. If your organization’s market is wrong, have it corrected; otherwise ask for a partner in your market.
consents-no-right = A global admin of your organization decides
consents-no-right-text = You can read everything here. Ask a colleague who may decide: this invitation is in their list as well, under “Invitations”.
consents-unconfirmed = Confirm your e-mail address first
consents-unconfirmed-text = Open the link in the mail that we sent to { $email }. Then come back: this invitation is in your list.
consents-declined-on = Your organization declined this invitation on { $date }
consents-declined-still = You may still accept it.
consents-before = Your organization accepted this invitation on { $date }
consents-before-ended = The relationship with { $partner } ended on { $date }. You may accept the invitation anew; nothing of what you granted then comes back by itself.
consents-before-changed = What you accepted then stays as it is. { $partner } has changed the invitation since; you may accept the new terms beside it, or leave it at that.
consents-before-receipt = To the receipt { $reference }
consents-who = Who may work in your services
consents-who-text =
    { $days ->
        [one] Nobody is chosen until you choose. Accepting the relationship alone gives no access. A choice lasts at most { $days } day; you can make it shorter, and take it back at any time.
       *[other] Nobody is chosen until you choose. Accepting the relationship alone gives no access. A choice lasts at most { $days } days; you can make it shorter, and take it back at any time.
    }
consents-for = for
consents-suggested = { $partner }, suggested
consents-present-provisioning = { $holder } provisions here until { $date }; that stays
consents-present-support = { $holder } supports here until { $date }; that stays
consents-rival = { $holder } sells to you and may work in { $service } today
consents-rival-if = Only one selling partner can. If you choose { $partner } here, { $holder } loses its access at once and is told.
consents-replace = Replace { $holder } in { $service }
consents-replace-required = Tick that the present partner is replaced in this service, or choose somebody else
consents-rival-text = Another selling partner got this service in the meantime. Nothing was accepted. Look at the invitation again: it shows whom you would replace.
consents-another = Another reseller
consents-another-text = Any active reseller on this portal may be chosen. Look it up by name or partner ID, and compare ID and domain. It then stands in the lists above.
consents-find-label = Name or partner ID of a reseller
consents-find = Look up
consents-found =
    { $count ->
        [one] { $count } reseller found. It now stands in the lists above.
       *[other] { $count } resellers found. They now stand in the lists above.
    }
consents-found-none = No active reseller has “{ $text }” in its name or as its partner ID. Check the spelling, or ask your partner for its ID.
consents-inside = Works with { $partner }
consents-outside = Does not work with { $partner }
consents-agreement = Customer agreement
consents-agreement-read = Read “{ $title }”, version { $version }
consents-agree = For { $customer } I accept “{ $title }”, version { $version }
consents-agreement-required = Tick that you accept the customer agreement
consents-agreement-version = Version { $version }, { $language }
consents-version = Version { $version }
consents-to-check = Check before accepting
consents-to-check-hint = Nothing is accepted yet: the next page shows everything once more.
consents-decline = Decline
consents-to-received = To the list of invitations

## The check page
consents-check = Check before you accept
consents-check-lede = This is what you accept, word for word. It is kept with your receipt.
consents-relationship-with = Relationship with
consents-passed-by = Passed on by
consents-by = Accepted by
consents-days-now =
    { $days ->
        [one] For { $days } day, from now on
       *[other] For { $days } days, from now on
    }
consents-days-after =
    { $days ->
        [one] Until { $days } day from now, as soon as it has consented itself
       *[other] Until { $days } days from now, as soon as it has consented itself
    }
consents-told = Who is told
consents-will-list = { $partner } sees { $customer } on its customer list and may sell it subscriptions
consents-will-provision =
    { $days ->
        [one] { $holder } may provision { $service } for { $days } day
       *[other] { $holder } may provision { $service } for { $days } days
    }
consents-will-provision-after =
    { $days ->
        [one] { $holder } may provision { $service } until { $days } day from now, once it has consented itself
       *[other] { $holder } may provision { $service } until { $days } days from now, once it has consented itself
    }
consents-will-support =
    { $days ->
        [one] { $holder } may support { $service } for { $days } day
       *[other] { $holder } may support { $service } for { $days } days
    }
consents-will-support-after =
    { $days ->
        [one] { $holder } may support { $service } until { $days } day from now, once it has consented itself
       *[other] { $holder } may support { $service } until { $days } days from now, once it has consented itself
    }
consents-will-replace = { $holder } loses its access to { $service } at once
consents-stranger = { $holder } does not work with { $partner }
consents-stranger-text = You may choose it all the same. Compare its partner ID and domain with those you know.
consents-stranger-confirm = Yes, I mean { $holder }
consents-outside-required = Confirm that you mean this reseller, or change your choices
consents-accept = Accept the relationship
consents-accept-delegate = Accept and delegate
consents-change = Change my choices
consents-changed = What you saw is not what would be accepted now
consents-changed-text = The invitation, a partner, the language or your account has changed since that page was made. Nothing was accepted. Look at it again, then decide.
consents-look-again = Look at the invitation again

## Declining
consents-decline-title = Decline the invitation of { $partner }
consents-decline-text = No relationship begins, and nobody gets access. Nothing else changes.
consents-decline-text-before = Your organization stays with what it accepted before; nobody gets any further access.
consents-reason = Why
consents-reason-hint = The partner reads it.
consents-declined-title = You declined the invitation of { $partner }
consents-declined-text = Nothing has changed in your organization. Those who sent you the invitation have been told.

## The receipt
consents-receipt-yours = You accepted the relationship with { $partner }
consents-receipt-theirs = { $customer } accepted the relationship with { $partner }
consents-next = What happens next
consents-next-told = { $partner } and everybody concerned have been told. You get this receipt by mail.
consents-next-awaiting = Partners that were not part of the invitation must consent themselves before they may work.
consents-next-remove = You can remove any of them at any time, in one step.
consents-next-list = { $customer } is on the customer list now.
consents-to-customer-page = To the customer’s page
consents-parties = Who
consents-partner = Partner
consents-passed-by-at = { $partner }, { $time }
consents-signed-in-by = Signed in with
consents-by-password = Password
consents-choices = What was chosen
consents-choices-now = Choices may have changed since. How things stand now:
consents-the-relationship = Relationship
consents-accepted = Accepted
consents-delegations = Delegations
consents-replaced = Replaced
consents-replaced-in = { $holder } in { $service }
consents-record = The record
consents-link-kind = Kind of invitation
consents-accepted-at = Accepted
consents-hash = Fingerprint of what was shown
consents-hash-hint = SHA-256. Any change of the text above would change it.
consents-receipt-stays = This page stays where it is: keep its address, or print it.
