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
audit-event-account-invited = Asked to join: { $person }
audit-event-account-set-up = Account set up: { $person }
audit-event-email-confirmed = The e-mail address was confirmed
audit-event-membership-changed = Settings changed for { $person }: { $agent }, { $admin }
audit-event-membership-ended = Removed from the organization: { $person }
audit-event-membership-refused = { $person } did not want to join
audit-event-membership-withdrawn = The offer to { $person } to join was withdrawn

## Organizations
audit-event-organization-registered = Organization registered: { $organization } ({ $kind })
audit-event-organization-suspended =
    { $reason ->
        [none] Organization suspended: { $organization }
       *[other] Organization suspended: { $organization }. Reason: { $reason }
    }
audit-event-organization-reinstated =
    { $reason ->
        [none] Organization reinstated: { $organization }
       *[other] Organization reinstated: { $organization }. Reason: { $reason }
    }
audit-event-domain-confirmed = Domain of { $organization } confirmed: { $domain }
audit-event-organization-changed =
    { $reason ->
        [none] Profile of { $organization } changed. { $changes }
       *[other] Profile of { $organization } changed. { $changes }. Reason: { $reason }
    }

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
audit-event-invitation-revised = Invitation “{ $label }” changed: revision { $revision }
audit-event-invitation-corrected =
    { $recipient ->
        [none] Address of the invitation “{ $label }” corrected
       *[other] Address of the invitation “{ $label }” corrected: { $recipient }
    }
audit-event-invitation-reminded =
    { $recipient ->
        [none] The recipient was reminded
       *[other] { $recipient } was reminded
    }
audit-event-invitation-reminders-on = Reminders of the invitation “{ $label }” switched on
audit-event-invitation-reminders-off = Reminders of the invitation “{ $label }” switched off
audit-event-invitation-reminders-refused = The recipient asked for no more reminders
audit-event-invitation-revoked = Invitation “{ $label }” withdrawn
audit-event-invitation-opened = { $customer } came to the invitation, signed in
audit-event-invitation-accepted = { $customer } accepted the invitation (receipt { $reference })
audit-event-invitation-declined =
    { $reason ->
        [none] { $customer } declined the invitation
       *[other] { $customer } declined the invitation. Reason: { $reason }
    }
audit-event-counter-offer-made =
    { $days ->
        [none] { $customer } made a counter-offer
        [one] { $customer } made a counter-offer, for at most { $days } day
       *[other] { $customer } made a counter-offer, for at most { $days } days
    }
audit-event-counter-offer-agreed = { $provider } agreed to the counter-offer of { $customer }
audit-event-counter-offer-refused = { $provider } refused the counter-offer of { $customer }. Reason: { $reason }
audit-event-counter-offer-withdrawn = { $customer } took its counter-offer back
audit-event-request-handed-over = Asked a colleague to decide: { $person }
audit-event-invitation-misdirected = { $customer } came to the invitation, which is addressed to somebody else
audit-event-invitation-missed = Somebody with a link that no longer works asked for a new one
audit-event-invitation-stopped = The operator stopped the invitation “{ $label }”. Reason: { $reason }
audit-event-invitation-stop-lifted = The operator lifted the stop of the invitation “{ $label }”. Reason: { $reason }
audit-event-invitation-reported = An invitation of { $provider } was reported to the operator
audit-event-alarm-closed = A report about { $provider } was found unfounded: { $reason }
audit-event-alarm-reopened = A report about { $provider } was reopened: { $reason }
audit-event-request-made = { $reseller } asked { $provider } for an invitation: { $label }
audit-event-request-issued = { $provider } issued the invitation that { $reseller } asked for: { $label }
audit-event-request-issued-by-policy = Issued to { $reseller } at once, under the policy of { $provider }: { $label }
audit-event-request-refused = { $provider } refused the request of { $reseller }: { $label }. Reason: { $reason }
audit-event-request-withdrawn = { $reseller } withdrew its request to { $provider }: { $label }
audit-event-policy-set = { $provider } set the policy for requests of { $reseller }

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
audit-event-delegation-extension-agreed = { $by } agreed that the delegation of { $customer } to { $holder } may extend itself: { $service }, { $purpose }
audit-event-delegation-extension-withdrawn = { $by } took back that the delegation of { $customer } to { $holder } may extend itself: { $service }, { $purpose }
audit-event-delegation-extended =
    { $days ->
        [none] The delegation of { $customer } to { $holder } extended itself: { $service }, { $purpose }
        [one] The delegation of { $customer } to { $holder } extended itself by { $days } day: { $service }, { $purpose }
       *[other] The delegation of { $customer } to { $holder } extended itself by { $days } days: { $service }, { $purpose }
    }
audit-event-delegation-used =
    { $reason ->
        [none] { $holder } went to work on behalf of { $customer }: { $service }, { $purpose }
       *[other] { $holder } went to work on behalf of { $customer }: { $service }, { $purpose }. Reason: { $reason }
    }
audit-event-renewal-prepared =
    { $days ->
        [none] { $by } offered { $customer } to renew the delegation to { $holder }: { $service }, { $purpose }
        [one] { $by } offered { $customer } to renew the delegation to { $holder } for { $days } day: { $service }, { $purpose }
       *[other] { $by } offered { $customer } to renew the delegation to { $holder } for { $days } days: { $service }, { $purpose }
    }
audit-event-renewal-accepted =
    { $days ->
        [none] { $customer } renewed the delegation to { $holder }: { $service }, { $purpose }
        [one] { $customer } renewed the delegation to { $holder } for { $days } day: { $service }, { $purpose }
       *[other] { $customer } renewed the delegation to { $holder } for { $days } days: { $service }, { $purpose }
    }
audit-event-renewal-declined = { $customer } declined to renew the delegation to { $holder }: { $service }, { $purpose }
audit-event-renewal-withdrawn = { $by } took back the offer to renew the delegation of { $customer } to { $holder }: { $service }, { $purpose }
audit-event-renewal-lapsed = The offer to renew the delegation of { $customer } to { $holder } lapsed: { $service }, { $purpose }

## Calendars of ends
audit-event-calendar-opened = A link to the calendar of ends was made; older ones are dead
audit-event-calendar-closed = The calendar of ends was switched off
audit-event-delegation-closed = The delegation of { $customer } to { $holder } ended with the relationship: { $service }, { $purpose }
audit-event-support-contact-chosen = { $holder } is from now on the support contact of { $customer }: { $service }
audit-event-import-confirmed = Import of subscriptions confirmed: { $file }, rows: { $count }
audit-event-import-done = Import of subscriptions finished: { $file }, rows: { $count }
audit-event-import-failed = Import of subscriptions given up after errors: { $file }, rows imported: { $count }

## Mail
audit-event-mail-retried = A mail that was given up is tried again: { $recipient }
audit-event-mail-returned = A mail came back: { $recipient }

## The catalogue, agreements, the trail itself
audit-event-service-added = Service added to the catalogue: { $service }
audit-event-service-changed = Service { $service } changed. { $changes }
audit-event-service-retired = Service retired: { $service }
audit-event-service-returned = Service brought back: { $service }
audit-event-agreement-published = Customer agreement { $version } published
audit-event-trail-verified = The chains of the audit trail were looked through
audit-event-list-exported = List exported as a file: { $list }

## From what to what
audit-change = { $what }: { $from } → { $to }
audit-changes = { $first }; { $rest }
audit-nothing = nothing
audit-field-name = Legal name
audit-field-registered-id = Registration number
audit-field-domain = Domain
audit-field-country = Market
audit-field-contact = Contact address
audit-field-tenant = Tenant ID
audit-field-name-en = Name in English
audit-field-name-zh = Name in Chinese
audit-field-name-ru = Name in Russian
audit-field-billing = Billing
audit-field-admin-url = Admin centre
audit-field-position = Place in the catalogue
audit-list-audit = Audit trail
audit-list-relationships = Relationships
audit-list-delegations = Delegations
audit-list-invitations = Invitations
audit-list-subscriptions = Subscriptions

## Pages
audit-title = Audit trail
audit-intro = Everything that happened in the portal, newest first. Entries are chained: none can be changed, removed or moved without being noticed.
audit-holds = The chains hold: verified to entry { $entry } on { $when }. Number of chains: { $chains }.
audit-broken = The audit trail does not hold
audit-broken-text = Looked through on { $when }: somebody has changed, removed or moved entries in the database itself. These are the first ones that do not hold:
audit-unchecked =
    { $entries ->
        [one] { $entries } entry; number of chains: { $chains }. They were not looked through for this page.
       *[other] { $entries } entries; number of chains: { $chains }. They were not looked through for this page.
    }
audit-check = Verify all chains now
audit-looked-through = All chains have been looked through; the result is below.
audit-filter-kind = Event
audit-filter-organization = Organization
audit-filter-person = Person
audit-filter-from = From
audit-filter-to = To
audit-filter-thing = About
audit-filter-subject = Id, receipt or partner ID
audit-subject-wrong = Enter an id like 0190f5c8-6b7e-7a3c-9d2e-4b1a6c8e0f12, a receipt like M-7K3Q-X2VD, or a partner ID of seven digits
audit-dates-wrong = Enter a day that is not before the first one
audit-organizations-many = More than 50 organizations have this in their name. Enter more of it, or the whole partner ID or domain
audit-people-many = More than 50 people have this in their name. Enter more of the name, or the whole e-mail address
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
audit-kind-account-invited = Person: asked to join
audit-kind-account-set-up = Account: set up
audit-kind-email-confirmed = Address confirmed
audit-kind-membership-changed = Settings of a person changed
audit-kind-membership-ended = Person removed
audit-kind-membership-refused = People: did not want to join
audit-kind-membership-withdrawn = People: offer to join withdrawn
audit-kind-organization-registered = Organization: registered
audit-kind-organization-suspended = Organization: suspended
audit-kind-organization-reinstated = Organization: reinstated
audit-kind-organization-changed = Organization: profile changed
audit-kind-domain-confirmed = Organization: domain confirmed
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
audit-kind-invitation-revised = Invitation: changed
audit-kind-invitation-corrected = Invitation: address corrected
audit-kind-invitation-reminded = Invitation: reminder
audit-kind-invitation-reminders-on = Invitation: reminders on
audit-kind-invitation-reminders-off = Invitation: reminders off
audit-kind-invitation-reminders-refused = Invitation: reminders refused
audit-kind-invitation-revoked = Invitation: withdrawn
audit-kind-invitation-opened = Invitation: opened
audit-kind-invitation-misdirected = Invitation: opened by somebody else
audit-kind-invitation-accepted = Invitation: accepted
audit-kind-invitation-declined = Invitation: declined
audit-kind-counter-offer-made = Counter-offer: made
audit-kind-counter-offer-agreed = Counter-offer: agreed to
audit-kind-counter-offer-refused = Counter-offer: refused
audit-kind-counter-offer-withdrawn = Counter-offer: withdrawn
audit-kind-request-handed-over = Invitation: handed to a colleague
audit-kind-invitation-missed = Invitation: new link asked for
audit-kind-invitation-stopped = Invitation: stopped by the operator
audit-kind-invitation-reported = Invitation: reported
audit-kind-alarm-closed = Report: found unfounded
audit-kind-request-made = Request: made
audit-kind-request-issued = Request: invitation issued
audit-kind-request-issued-by-policy = Request: invitation issued at once
audit-kind-request-refused = Request: refused
audit-kind-request-withdrawn = Request: taken back
audit-kind-policy-set = Policy for requests: set
audit-kind-invitation-stop-lifted = Invitation: stop lifted
audit-kind-alarm-reopened = Report: reopened
audit-kind-relationship-started = Relationship: began
audit-kind-relationship-ended = Relationship: ended
audit-kind-delegation-granted = Delegation: granted
audit-kind-delegation-consented = Delegation: consented to
audit-kind-delegation-refused = Delegation: refused
audit-kind-delegation-removed = Delegation: removed
audit-kind-delegation-given-up = Delegation: given up
audit-kind-delegation-replaced = Delegation: replaced
audit-kind-delegation-expired = Delegation: expired
audit-kind-delegation-extension-agreed = Delegation: agreed to its extending itself
audit-kind-delegation-extension-withdrawn = Delegation: took back that it extends itself
audit-kind-delegation-extended = Delegation: extended itself
audit-kind-delegation-used = Delegation: used on behalf
audit-kind-renewal-prepared = Renewal: offered
audit-kind-renewal-accepted = Renewal: accepted
audit-kind-renewal-declined = Renewal: declined
audit-kind-renewal-withdrawn = Renewal: taken back
audit-kind-renewal-lapsed = Renewal: lapsed
audit-kind-calendar-opened = Calendar of ends: link made
audit-kind-calendar-closed = Calendar of ends: off
audit-kind-delegation-closed = Delegation: ended with the relationship
audit-kind-support-contact-chosen = Subscription: support contact chosen
audit-kind-import-confirmed = Subscriptions: import confirmed
audit-kind-import-done = Subscriptions: import finished
audit-kind-import-failed = Subscriptions: import given up
audit-kind-mail-retried = Mail: tried again
audit-kind-mail-returned = Mail: came back
audit-kind-service-added = Service: added
audit-kind-service-changed = Service: changed
audit-kind-service-retired = Service: retired
audit-kind-service-returned = Service: brought back
audit-kind-agreement-published = Agreement: published
audit-kind-trail-verified = Audit trail: looked through
audit-kind-list-exported = List: exported

## What an event is about, for the filter
audit-thing-people = People and accounts
audit-thing-organizations = Organizations
audit-thing-partnerships = Partnerships
audit-thing-invitations = Invitations
audit-thing-relationships = Relationships
audit-thing-delegations = Delegations
audit-thing-portal = The portal itself

## The file
audit-export = Export this view (CSV)
audit-export-hint = The file has everything that the filters show, not only this page. That it was exported is recorded.
audit-file = audit-trail
audit-column-number = Entry
audit-column-utc = Time (UTC)
audit-column-time = Time
audit-column-event = Event
audit-column-kind = Kind
audit-column-person = Person
audit-column-organization = Organization
audit-column-details = Details
audit-column-invitation = Invitation ID
audit-column-relationship = Relationship ID
audit-column-delegation = Delegation ID
audit-column-partnership = Partnership ID
audit-column-person-id = Person ID
audit-column-organization-id = Organization ID
audit-column-request = Request ID
audit-column-chain = Chain and place
audit-column-hash = Hash
