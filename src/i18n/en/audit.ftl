### The audit trail: a sentence for each kind of event, and the operator's page of it.

audit-not-recorded = (not recorded)
audit-the-portal = The portal
audit-the-operator = The operator
audit-somebody = Somebody unknown
audit-another-organization = Another organization
audit-who = { $person }, { $organization }
audit-trail-empty = Nothing has been recorded yet.
audit-trail-all = See everything that happened
audit-other-event = Another event: { $kind }

## Accounts
audit-event-signed-in = Signed in
audit-event-sign-in-failed = A sign-in failed
audit-event-signed-out = Signed out
audit-event-session-ended = A session was ended
audit-event-reset-asked = A new password was asked for
audit-event-password-changed = The password was changed
audit-event-account-invited = Invited to set up an account: { $person }
audit-event-account-set-up = Account set up: { $person }
audit-event-email-confirmed = The e-mail address was confirmed
audit-event-membership-changed = Settings changed for { $person }: { $agent }, { $admin }
audit-event-membership-ended = Removed from the organization: { $person }

## Organizations
audit-event-organization-registered = Organization registered: { $organization } ({ $kind })
audit-event-organization-suspended =
    { $reason ->
        [none] Organization suspended: { $organization }
       *[other] Organization suspended: { $organization }. Reason: { $reason }
    }
audit-event-organization-reinstated = Organization reinstated: { $organization }

## Partnerships
audit-event-partnership-invited =
    { $recipient ->
        [none] Partnership invitation sent
       *[other] Partnership invitation sent to { $recipient }
    }
audit-event-partnership-authorized = Partnership of { $provider } and { $reseller } authorized
audit-event-partnership-refused = { $reseller } refused the partnership with { $provider }
audit-event-partnership-withdrawn =
    { $recipient ->
        [none] Partnership invitation withdrawn
       *[other] Partnership invitation to { $recipient } withdrawn
    }
audit-event-partnership-ended = Partnership of { $provider } and { $reseller } ended

## Invitations
audit-event-invitation-created = { $kind } created: { $label }
audit-event-invitation-handed-over = Invitation “{ $label }” handed to { $reseller }
audit-event-invitation-taken-back = Invitation “{ $label }” taken back from { $reseller }
audit-event-invitation-forwarded =
    { $recipient ->
        [none] Passed on. { $way }
       *[other] Passed on to { $recipient }. { $way }
    }
audit-event-invitation-paused = Invitation “{ $label }” paused
audit-event-invitation-resumed = Invitation “{ $label }” resumed
audit-event-invitation-rotated = Link of the invitation “{ $label }” replaced; older links are dead
audit-event-invitation-revoked = Invitation “{ $label }” withdrawn
audit-event-invitation-opened = { $customer } came to the invitation, signed in
audit-event-invitation-accepted = { $customer } accepted the invitation (receipt { $reference })
audit-event-invitation-declined =
    { $reason ->
        [none] { $customer } declined the invitation
       *[other] { $customer } declined the invitation. Reason: { $reason }
    }
audit-event-invitation-misdirected = { $customer } came to the invitation, which is addressed to somebody else
audit-event-invitation-missed = Somebody with a link that no longer works asked for a new one

## Relationships and delegations
audit-event-relationship-started = Relationship of { $customer } with { $provider } began
audit-event-relationship-ended = Relationship of { $customer } with { $provider } ended
audit-event-delegation-granted =
    { $days ->
        [none] { $customer } delegated to { $holder }: { $service }, { $purpose }
        [one] { $customer } delegated to { $holder } for { $days } day: { $service }, { $purpose }
       *[other] { $customer } delegated to { $holder } for { $days } days: { $service }, { $purpose }
    }
audit-event-delegation-consented = { $holder } consented to work for { $customer }: { $service }, { $purpose }
audit-event-delegation-refused = { $holder } refused to work for { $customer }: { $service }, { $purpose }
audit-event-delegation-removed = { $customer } removed the delegation of { $holder }: { $service }, { $purpose }
audit-event-delegation-given-up = { $holder } gave up the delegation of { $customer }: { $service }, { $purpose }
audit-event-delegation-replaced = { $by } replaced { $holder } at { $customer }: { $service }, { $purpose }
audit-event-delegation-expired = The delegation of { $customer } to { $holder } expired: { $service }, { $purpose }

## Mail
audit-event-mail-retried = A mail that was given up is tried again: { $recipient }
## Pages
audit-title = Audit trail
audit-intro = Everything that happened in the portal, newest first. Entries are chained: none can be changed, removed or moved without being noticed.
audit-holds =
    { $entries ->
        [one] The chains hold: looked through { $entries } entry just now. Number of chains: { $chains }.
       *[other] The chains hold: looked through { $entries } entries just now. Number of chains: { $chains }.
    }
audit-broken = The audit trail does not hold
audit-broken-text = Somebody has changed, removed or moved entries in the database itself. These are the first ones that do not hold:
audit-unchecked =
    { $entries ->
        [one] { $entries } entry; number of chains: { $chains }. They were not looked through for this page.
       *[other] { $entries } entries; number of chains: { $chains }. They were not looked through for this page.
    }
audit-check = Look through all of them now
audit-filter-kind = Event
audit-filter-organization = Organization
audit-filter-person = Person
audit-filter-from = From
audit-filter-to = To
audit-filter-subject = Id of what it is about
audit-subject-wrong = Enter an id, like 0190f5c8-6b7e-7a3c-9d2e-4b1a6c8e0f12
audit-number = Entry
audit-place = Entry { $seq } of the chain { $chain }
audit-details = Details
audit-hash = Hash
audit-id-invitation = Invitation
audit-id-relationship = Relationship
audit-id-delegation = Delegation
audit-id-partnership = Partnership
audit-id-organization = Organization
audit-id-person = Person
audit-id-request = Request
audit-none = No events
audit-none-text = Events appear here as people sign in, invite, accept and delegate. If you have filtered, there is none of that kind.
audit-history-title = History
audit-history-intro = What your organization did, and what others did that concerns it. Newest first.

## Kinds of event, for the filter
audit-kind-signed-in = Signed in
audit-kind-sign-in-failed = Sign-in failed
audit-kind-signed-out = Signed out
audit-kind-session-ended = Session ended
audit-kind-reset-asked = New password asked for
audit-kind-password-changed = Password changed
audit-kind-account-invited = Account: invited
audit-kind-account-set-up = Account: set up
audit-kind-email-confirmed = Address confirmed
audit-kind-membership-changed = Settings of a person changed
audit-kind-membership-ended = Person removed
audit-kind-organization-registered = Organization: registered
audit-kind-organization-suspended = Organization: suspended
audit-kind-organization-reinstated = Organization: reinstated
audit-kind-partnership-invited = Partnership: invited
audit-kind-partnership-authorized = Partnership: authorized
audit-kind-partnership-refused = Partnership: refused
audit-kind-partnership-withdrawn = Partnership: withdrawn
audit-kind-partnership-ended = Partnership: ended
audit-kind-invitation-created = Invitation: created
audit-kind-invitation-handed-over = Invitation: handed over
audit-kind-invitation-taken-back = Invitation: taken back
audit-kind-invitation-forwarded = Invitation: passed on
audit-kind-invitation-paused = Invitation: paused
audit-kind-invitation-resumed = Invitation: resumed
audit-kind-invitation-rotated = Invitation: link replaced
audit-kind-invitation-revoked = Invitation: withdrawn
audit-kind-invitation-opened = Invitation: opened
audit-kind-invitation-misdirected = Invitation: opened by somebody else
audit-kind-invitation-accepted = Invitation: accepted
audit-kind-invitation-declined = Invitation: declined
audit-kind-invitation-missed = Invitation: new link asked for
audit-kind-relationship-started = Relationship: began
audit-kind-relationship-ended = Relationship: ended
audit-kind-delegation-granted = Delegation: granted
audit-kind-delegation-consented = Delegation: consented to
audit-kind-delegation-refused = Delegation: refused
audit-kind-delegation-removed = Delegation: removed
audit-kind-delegation-given-up = Delegation: given up
audit-kind-delegation-replaced = Delegation: replaced
audit-kind-delegation-expired = Delegation: expired
