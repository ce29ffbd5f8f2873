### Mail: the letters themselves, the list of the operator, the mailbox of the demonstration.

notices-kind-customer = Invitation to a customer
notices-kind-partners = Between partners · no customer invitation
notices-kind-account = Your account
notices-kind-organization = Your organization
notices-kind-invitations = Invitations
notices-kind-relationships = Relationships
notices-kind-delegations = Delegated administration
notices-kind-receipt = Receipt

notices-fact = { $label }: { $value }
notices-fact-offer-of = Offer of
notices-fact-provider = Provider
notices-fact-partner = Partner
notices-fact-partner-id = Partner ID
notices-fact-passed-on-by = Passed on by
notices-fact-customer = Customer
notices-fact-invitation = Invitation
notices-fact-asked-by = Asked by
notices-fact-reseller = Reseller
notices-fact-request = Request
notices-fact-report = Reported because
notices-fact-service = Service
notices-fact-purpose = Purpose
notices-fact-reason = What happened
notices-fact-reference = Reference
notices-fact-days = For how long
notices-fact-open-until = Open until
notices-open-without-end = Until it is withdrawn
notices-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
notices-scope-both = { $service }: provisioning and support
notices-scope-provisioning = { $service }: provisioning
notices-scope-support = { $service }: support

notices-foot = Sent by Mandate, the portal for partner relationships, at { $host }. This mail was written automatically; replies are not read.
notices-why-invitation = You receive this mail because { $sender } gave this address for the invitation.
notices-why-partnership = You receive this mail because { $provider } gave this address for the partnership.
notices-why-set-up = You receive this mail because { $organization } gave this address for your account.
notices-why-account = You receive this mail because an account of the portal has this address.
notices-why-confirm = You receive this mail because somebody registered with this address.
notices-why-admin = You receive this mail as a global admin of { $organization }.
notices-why-member = You receive this mail because you work on this for your organization.
notices-why-operator = You receive this mail because you operate the portal.
notices-why-customer = You receive this mail because you answered for your organization.

notices-link-once = The link works once, until { $date }. Do not pass this mail on.

## Accounts
notices-set-up-subject = Set up your account for { $organization }
notices-set-up-title = Welcome. Set up your account
notices-set-up-text = { $organization } has made an account for you in the portal for partner relationships. Choose a password of your own, and it is ready.
notices-set-up-link = Set up the account
notices-set-up-unexpected = If you do not know { $organization }, do nothing: without a password nobody can use the account.
notices-offered-subject = { $organization } asks you to join
notices-offered-title = { $organization } would like to have you
notices-offered-text = Somebody who manages the people of { $organization } asks you to become a member there, with the account that you have. Sign in, look at what you would be, and answer.
notices-offered-link = Look at it
notices-offered-unexpected = If you do not work for { $organization }, decline or do nothing: without your yes nothing changes.
notices-reset-subject = Choose a new password
notices-reset-title = Choose a new password
notices-reset-text = Somebody, probably you, asked for a new password for the account with this address. Until you choose one, your present password goes on working.
notices-reset-link = Choose a new password
notices-reset-unexpected = If it was not you, do nothing. Nobody has seen or changed your password.
notices-password-changed-subject = Your password was changed
notices-password-changed-title = Your password was changed
notices-password-changed-text = The password of the account with this address has just been changed. If you did it, there is nothing to do.
notices-password-changed-unexpected = If it was not you, choose a new password at once and tell a global admin of your organization.
notices-password-changed-link = Ask for a new password
notices-confirm-subject = Confirm your e-mail address
notices-confirm-title = Confirm your e-mail address
notices-confirm-text = You registered with this address. Confirm that you read its mail, and you can go on where you stopped.
notices-confirm-link = Confirm the address
notices-confirm-unexpected = If you did not register, do nothing: without the confirmation nobody can answer an invitation with this address.

## Organizations
notices-suspended-subject = { $organization } is suspended
notices-suspended-title = { $organization } is suspended
notices-suspended-text = The operator of the portal has suspended { $organization }.
notices-suspended-effect = Until it is reinstated, your people can look but not act: invitations can be neither created nor passed on, and open ones cannot be accepted. Relationships and delegations stay as they are.
notices-reinstated-subject = { $organization } is reinstated
notices-reinstated-title = { $organization } is reinstated
notices-reinstated-text = The operator of the portal has reinstated { $organization }.
notices-reinstated-effect = Your people can act again. Invitations that have not expired in the meantime work as before, with the same links.
notices-profile-subject = The profile of { $organization } was changed
notices-profile-title = The profile of { $organization } was changed
notices-profile-text = The operator of the portal has changed the profile of { $organization }.
notices-profile-fields = What was changed
notices-profile-link = Look at the profile
notices-organization-reason = The reason given:
notices-organization-link = Open the portal

## The invitation to a customer
notices-invitation-subject = { $provider } invites you to a reseller relationship
notices-invitation-subject-passed-on = { $provider } invites you to a reseller relationship, passed on by { $forwarder }
notices-invitation-title = { $provider } asks for a reseller relationship with your organization
notices-invitation-passed-on = { $forwarder } passes this invitation on to you, on behalf of { $provider }. The offer is that of { $provider }.
notices-invitation-note = { $sender } writes to you:
notices-invitation-asks = What { $provider } asks you to allow, in services operated by 21Vianet
notices-invitation-asks-nothing = { $provider } asks for the relationship alone, not for access to any service.
notices-invitation-everything = All this together lets a partner do as much as a global admin of your organization. Grant it only if you mean it.
notices-invitation-decide = You decide on two things separately: whether you accept the relationship, and, for each service and purpose, who may work there for you. Nothing is chosen beforehand. You may choose fewer, a shorter time, or another partner, and take it back at any time.
notices-invitation-stays = What stays as it is, whatever you answer
notices-invitation-stays-subscriptions = Your subscriptions and who owns them
notices-invitation-stays-terms = Their terms and your obligations
notices-invitation-stays-record = The partner of record
notices-invitation-stays-bill = Your bills: accepting costs nothing
notices-invitation-link = Read the invitation and answer it
notices-invitation-opening = Opening the link decides nothing. A global admin of your organization answers, after signing in or registering.
notices-invitation-expires = The invitation expires on { $date }.
notices-invitation-addresses = Web addresses in the words of others are not checked by the portal. The invitation has one link, the one above, and it begins with { $address }.
notices-invitation-unknown = If you do not know { $provider }, do nothing. Without your answer nobody gets access to anything.
notices-invitation-unknown-both = If you do not know { $provider } or { $forwarder }, do nothing. Without your answer nobody gets access to anything.

## What became of an invitation
notices-handed-over-subject = { $provider } has handed you an invitation
notices-handed-over-text = You can now pass this invitation of { $provider } on to your customers. The link stays the same; the portal records that it came through you.
notices-revoked-subject = { $provider } has withdrawn an invitation
notices-revoked-text = { $provider } has withdrawn an invitation that you had. Its links no longer work, wherever they are. What customers accepted before stays.
notices-paused-subject = { $provider } has paused an invitation
notices-paused-text = { $provider } has paused an invitation that you have or passed on. Its links accept nothing until it goes on, those that you passed on included. You need not send them again.
notices-resumed-subject = { $provider } has resumed an invitation
notices-resumed-text = An invitation of { $provider } that you have or passed on works again. Its links are the same as before, those that you passed on included.
notices-rotated-subject = { $provider } has replaced the link of an invitation
notices-rotated-text = { $provider } has replaced the link of an invitation that you have or passed on. All earlier links have stopped working, those that you passed on included. Whoever has not answered needs a new one: if you still have the invitation, pass it on again.
notices-taken-back-subject = { $provider } has taken back an invitation
notices-taken-back-text = You can no longer see this invitation of { $provider } or pass it on. Links that you passed on before keep working.
notices-taken-back-link = See the invitations that you have
notices-missed-subject = { $who } asks for a new invitation
notices-missed-text = Somebody came with a link of yours that no longer works, and asks for a new one.
notices-missed-next = If you know who asks, send a new invitation. If not, there is nothing to do.
notices-stopped-subject = The operator has stopped an invitation
notices-stopped-text = The operator of the portal has stopped this invitation. Its links no longer work, wherever they are.
notices-stopped-stays = What customers accepted before stays until they remove it. If you think this is a mistake, ask the operator.
notices-accepted-stopped-subject = The operator has stopped an invitation of { $provider } that you accepted
notices-accepted-stopped-text = The operator of the portal has stopped the invitation by which you accepted { $provider }. Nobody else can accept it any more.
notices-accepted-stopped-stays = What you granted has not changed and goes on. Look at who may do what in your services; you can end any delegation there, at once.
notices-accepted-stopped-link = See who may do what
notices-let-go-subject = The operator has lifted the stop of an invitation
notices-let-go-text = The operator of the portal has lifted the stop of this invitation. It is again what it was before: links that have not expired or been replaced work as they did.
notices-accepted-let-go-subject = The operator has lifted the stop of an invitation of { $provider } that you accepted
notices-accepted-let-go-text = The operator of the portal has lifted the stop of which we wrote to you. What you granted has not changed, and you can end any delegation at any time.
notices-reported-subject = An invitation of { $provider } was reported
notices-reported-text = Somebody who came to an invitation of { $provider } reports it. The invitation works until you decide.
notices-reported-words = In their own words:
notices-reported-see = See the report
notices-request-made-subject = { $reseller } asks you for an invitation
notices-request-made-text = { $reseller } asks for an invitation that it can forward. Issue it as asked, with less, or refuse.
notices-request-policy-subject = Issued under your policy: an invitation for { $reseller }
notices-request-policy-text = { $reseller } asked for an invitation that fits the policy of { $provider }. It was created as yours and handed over at once.
notices-request-issued-subject = { $provider } has issued the invitation that you asked for
notices-request-issued-text = The invitation is in your list, ready to be forwarded. It may ask for less than you wanted: look at its terms first.
notices-request-refused-subject = { $provider } has refused your request for an invitation
notices-request-refused-text = { $provider } issues no invitation for this request.
notices-request-see = See the request
notices-declined-subject = { $customer } has declined your invitation
notices-declined-text = { $customer } has declined the invitation. There is no relationship and no access.
notices-declined-reason = The reason given:
notices-declined-no-reason = No reason was given.
notices-invitation-see = See the invitation

## Partnerships
notices-partnership-subject = Partnership offer to resellers: { $provider } wants to work with you
notices-partnership-title = { $provider } offers you a partnership as its reseller
notices-partnership-not-customers = This is for indirect resellers only. It is not an invitation to a customer: if you buy services rather than resell them, do not open the link.
notices-partnership-text = { $provider }, a provider in the CSP program, wants to work with your company as an indirect reseller. The partnership begins when somebody with the right to do so authorizes it.
notices-partnership-means = What authorizing means
notices-partnership-means-forward = { $provider } can hand you invitations, and you can pass them on to customers. You do not create your own.
notices-partnership-means-delegations = Customers can choose you to provision or support a service.
notices-partnership-means-customers = Your customers, their subscriptions and your other partnerships are not touched.
notices-partnership-means-ending = Either side can end the partnership at any time.
notices-partnership-link = Read the partnership offer
notices-partnership-expires = The offer expires on { $date }. Opening the link authorizes nothing.
notices-partnership-unknown = If you do not know { $provider }, do nothing. Without your authorization there is no partnership.
notices-partnership-authorized-subject = { $reseller } has authorized the partnership
notices-partnership-authorized-text = { $reseller } now works with you as an indirect reseller. You can hand it invitations.
notices-partnership-refused-subject = { $reseller } has refused the partnership
notices-partnership-refused-text = { $reseller } has refused your offer of a partnership. You can hand it no invitations.
notices-partnership-ended-subject = { $partner } has ended the partnership
notices-partnership-ended-text = From now on no invitation can be handed over or passed on within this partnership; what was handed over has been taken back.
notices-partnership-ended-stays = Customers, relationships and delegations stay as they are until the customer or the holder ends them. Look through the delegations that are left over.
notices-partnership-see = See the partnership

## What a customer decided
notices-accepted-subject = { $customer } has accepted the invitation
notices-accepted-text = { $customer } has accepted the reseller relationship and is on the customer list now.
notices-accepted-delegations =
    { $count ->
        [0] No delegated administration was granted.
        [one] { $count } delegation was granted with it.
       *[other] { $count } delegations were granted with it.
    }
notices-accepted-stays = Nothing has changed with existing subscriptions, their terms or the partner of record.
notices-accepted-link = See your customers
notices-receipt-subject = Receipt { $reference }: relationship with { $provider }
notices-receipt-title = You accepted the relationship with { $provider }
notices-receipt-text = Your organization now has a reseller relationship with { $provider }. Keep this receipt.
notices-receipt-delegations =
    { $count ->
        [0] You granted no delegated administration. Nobody got access to your services.
        [one] You granted { $count } delegation. You can remove it at any time, with immediate effect.
       *[other] You granted { $count } delegations. You can remove each at any time, with immediate effect.
    }
notices-receipt-stays = What stays as it was
notices-receipt-link = See the receipt
notices-receipt-unexpected = If this is not what you decided, open Partner relationships in the portal and remove what should not be there.

## Delegations
notices-awaiting-subject = { $customer } has chosen you: please consent or refuse
notices-awaiting-text = { $customer } wants your company to work in its services. Nothing is in force until you consent.
notices-awaiting-scopes = What you would be allowed to do
notices-awaiting-until = If you refuse, the customer is told and can choose somebody else.
notices-awaiting-link = Consent or refuse
notices-consented-subject = { $holder } has consented: { $service }
notices-consented-text = { $holder } has consented, and the delegation for { $service } is active now.
notices-refused-subject = { $holder } has refused: { $service }
notices-refused-text = { $holder } has refused the delegation for { $service }. Nobody got access by it; the customer can choose somebody else.
notices-ended-subject = Delegation ended: { $holder }, { $service }, { $customer }
notices-ended-title = { $holder } no longer works in { $service } for { $customer }
notices-ended-text = A delegation by { $customer } has ended. It gives { $holder } no access to { $service } any more.
notices-ended-stays = The reseller relationship, the subscriptions and everybody’s duties stay as they are.
notices-ended-replaced = The customer has chosen another partner for this service. Whoever wants to work there again asks for a new delegation. The reseller relationship stays as it is.
notices-ended-relationship = It ended together with the reseller relationship under which it was granted.
notices-delegation-link = See the delegation

## The operator's list of mail
notices-mail-title = Mail
notices-mail-text = Every mail of the portal: what was sent, what waits, and what could not be delivered.
notices-search = Search by address
notices-state = Status
notices-to = To
notices-what = What it says
notices-written = Written
notices-subject = Subject
notices-next =
    { $count ->
        [0] Next attempt { $when }.
        [one] { $count } attempt so far, the next one { $when }.
       *[other] { $count } attempts so far, the next one { $when }.
    }
notices-retry = Try again
notices-retried = The mail is tried again now.
notices-return = It came back
notices-returned = Noted. Whoever passed the invitation on sees it.
notices-noted = Noted. No invitation hangs on this mail.
notices-return-not-sent = Only a mail that was sent can have come back. Look at the list again.
notices-retry-not-dead = This mail was not given up, or is being tried again already. Nothing was changed.
notices-shown =
    { $count ->
        [one] { $count } mail shown
       *[other] { $count } mails shown
    }
notices-none = No mail yet
notices-none-text = As soon as somebody is invited, told or reminded of something, the mail appears here.
notices-none-found = No mail fits
notices-none-found-text = Look for another part of the address, or for another status.

notices-letter-account-set-up = Set up an account
notices-letter-membership-offered = Asked to join an organization
notices-letter-password-reset = Choose a new password
notices-letter-password-changed = Password changed
notices-letter-email-confirmation = Confirm an address
notices-letter-partnership-invitation = Partnership offer to a reseller
notices-letter-partnership-answered = Answer to a partnership offer
notices-letter-partnership-ended = Partnership ended
notices-letter-delegations-left-over = Delegations left over
notices-letter-invitation-handed-over = Invitation handed to a reseller
notices-letter-invitation = Invitation to a customer
notices-letter-invitation-reminder = Reminder of an invitation
notices-letter-invitation-revised = Invitation changed
notices-letter-invitation-revoked = Invitation withdrawn
notices-letter-invitation-link-changed = Invitation paused, resumed, or its link replaced
notices-letter-invitation-taken-back = Invitation taken back from a reseller
notices-letter-invitation-missed = New invitation asked for
notices-letter-invitation-stopped = Invitation stopped by the operator
notices-letter-accepted-invitation-stopped = Accepted invitation stopped by the operator
notices-letter-invitation-stop-lifted = Stop of an invitation lifted
notices-letter-accepted-invitation-stop-lifted = Stop of an accepted invitation lifted
notices-letter-invitation-reported = Reported invitation
notices-letter-request-made = Request for an invitation
notices-letter-request-issued-by-policy = Invitation issued under a policy
notices-letter-request-answered = Answer to a request
notices-letter-invitation-accepted = Invitation accepted
notices-letter-receipt = Receipt for a customer
notices-letter-invitation-declined = Invitation declined
notices-letter-counter-offered = Counter-offer of a customer
notices-letter-counter-closed = What became of a counter-offer
notices-letter-request-handed-over = A colleague is asked to decide
notices-letter-delegation-awaiting = Delegation to consent to
notices-letter-delegation-answered = Answer to a delegation
notices-letter-delegation-ended = Delegation ended
notices-letter-delegations-ended = Delegations of a partner ended
notices-letter-delegation-extended = Delegation extended
notices-letter-extension-refused = Delegation not extended
notices-letter-delegations-ending = What ends soon
notices-letter-renewal-offered = Offer to renew a delegation
notices-letter-renewal-answered = Answer to an offer to renew
notices-letter-renewal-withdrawn = Offer to renew taken back
notices-letter-extension-spoken = Word about an extension
notices-letter-support-contact-chosen = Support contact chosen
notices-letter-organization-changed = Profile changed by the operator
notices-letter-organization-state = Organization suspended or reinstated

notices-trouble-refused = The recipient’s mail server refused it for good. Check the address.
notices-trouble-returned = The recipient’s mail server took it and sent it back later. Check the address.
notices-trouble-postponed = The recipient’s mail server asked to try again later.
notices-trouble-unreachable = The mail server did not answer. Nothing is lost; mail goes out when it is back.
notices-trouble-login = The mail server does not accept the portal. Check its address, password, sender and certificate in the configuration.
notices-trouble-folder = The mail folder could not be written. Check the disk and the rights of the folder.
notices-trouble-unreadable = This version of the portal cannot read what was to be sent.
notices-trouble-resting = The offer rests, or its partner is suspended. The mail waits with it.
notices-trouble-withdrawn = What it offers was withdrawn before it was sent.
notices-trouble-expired = Its link expired before it was sent.
notices-trouble-answered = What it asks was answered before it was sent.
notices-trouble-renewed = Its link was replaced by a newer one before it was sent.
notices-trouble-used = Its link was used before it was sent.
notices-trouble-unwanted = The sender or the recipient wanted no more reminders before it was sent.

## The mailbox of the demonstration
notices-mailbox-title = Demo mailbox
notices-mailbox-text = The mail of all the invented people, newest first. Open one and follow its link, as they would.
notices-mailbox-none-text = Send an invitation, or ask for a new password: the mail appears here at once.
notices-as-html = See it as a mail program shows it

## A relationship was removed
notices-relationship-ended-subject = { $provider } ended its relationship with { $customer }
notices-relationship-ended-text = { $provider } removed its reseller relationship with { $customer }. From now on { $customer } is not on its customer list.
notices-relationship-ended-scopes = These delegations ended with it, at once:
notices-relationship-ended-stays = Subscriptions, their terms, bills and partner of record stay as they are, and so do relationships and delegations with other partners.
notices-relationship-ended-link = Look at it in the portal
