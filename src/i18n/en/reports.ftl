### Start pages, and the operator's review of everything.

## Start pages: headlines
reports-provider-headline =
    { $count ->
        [0] Nothing is waiting
        [one] { $count } thing is waiting for somebody
       *[other] { $count } things are waiting for somebody
    }
reports-reseller-none-headline = No invitation has been handed to you yet
reports-reseller-handed-headline =
    { $count ->
        [one] { $count } invitation is yours to forward
       *[other] { $count } invitations are yours to forward
    }
reports-reseller-consents-headline =
    { $count ->
        [one] { $count } delegation needs your consent
       *[other] { $count } delegations need your consent
    }
reports-customer-asked-headline =
    { $count ->
        [one] { $count } invitation is waiting for your answer
       *[other] { $count } invitations are waiting for your answer
    }
reports-customer-calm-headline =
    { $count ->
        [one] { $count } partner may work in your services
       *[other] { $count } partners may work in your services
    }
reports-customer-none-headline = No partner may work in your services
reports-operator-calm-headline = Everything is running
reports-operator-reported-headline =
    { $count ->
        [one] { $count } reported invitation waits for your decision
       *[other] { $count } reported invitations wait for your decision
    }
reports-operator-suspended-headline =
    { $count ->
        [one] { $count } organization is suspended
       *[other] { $count } organizations are suspended
    }
reports-operator-dead-headline =
    { $count ->
        [one] { $count } mail could not be delivered
       *[other] { $count } mails could not be delivered
    }
reports-no-role-headline = There is nothing for you to decide here
reports-nowhere-headline = You do not act for an organization yet

## Start pages: where nothing waits
reports-nowhere-title = You belong to no organization here
reports-nowhere-text = Open the link of the invitation that brought you here once more: on the way you name your organization. If colleagues are here already, ask their global admin to add you.
reports-choose = Choose an organization
reports-no-role-title = Your role does not see customers
reports-no-role-text = Customers and invitations are for agents and global admins. A global admin of your organization can change your settings.
reports-to-people = See the people of your organization
reports-provider-calm-title = Everybody has answered
reports-provider-calm-text = Invitations without an answer, silent holders and letters that came back appear here, the longest wait first.
reports-reseller-none-title = Only your provider can create invitations
reports-reseller-none-text = When a provider hands you an invitation, it appears under Invitations, and you can forward it to customers. Ask your provider for one.
reports-reseller-calm-title = Nothing is waiting for you
reports-reseller-calm-text = What you forwarded has been answered. The next step is to forward an invitation to another customer.
reports-to-invitations = See the invitations
reports-customer-calm-title = Nothing is waiting for your answer
reports-customer-calm-text = A partner that wants to work with you sends an invitation. Open its link while you are signed in, and it appears here.
reports-suspended-title = Your organization is suspended
reports-suspended-text = You can look at everything, but not invite, hand over, forward or consent, until the operator reinstates it. Open links do not accept meanwhile; afterwards they work again.

## Start pages: numbers
reports-numbers = In numbers
reports-tile-open = Open invitations
reports-tile-unanswered = Awaiting an answer
reports-tile-requests = Requests of resellers
reports-tile-reported = Reported invitations
reports-tile-accepted = Accepted in 30 days
reports-tile-awaiting = Awaiting partner
reports-tile-ending = Ending in 30 days
reports-tile-handed = Invitations to forward
reports-tile-forwarded = Forwarded in 30 days
reports-tile-to-consent = Awaiting your consent
reports-tile-to-answer = Invitations to answer
reports-tile-granted = Delegations in force
reports-tile-partners = Partners
reports-tile-customers = Customers
reports-tile-suspended = Suspended
reports-tile-relationships = Active relationships
reports-tile-delegations = Active delegations
reports-tile-left-over = Left over by partnerships
reports-tile-dead = Mails not deliverable

## Start pages: what waits, and why
reports-waiting = Waiting longest
reports-waiting-more = { $count ->
    [one] One more waits, for a shorter time. The numbers above lead to the lists.
   *[other] { $count } more wait, for a shorter time. The numbers above lead to the lists.
}
reports-holders-more = { $count ->
    [one] And one partner more.
   *[other] And { $count } partners more.
}
reports-head-who = Who
reports-head-reason = Why it waits
reports-head-action = Next step
reports-a-customer = A customer
reports-a-partner = A partner
reports-scope = { $service }, { $purpose }
reports-reason-nobody-came = Sent; nobody has opened it signed in
reports-do-nobody-came = Push on
reports-reason-not-answered = Opened, not answered
reports-do-not-answered = Look
reports-reason-counter-offered = Made a counter-offer
reports-do-counter-offered = Answer
reports-reason-asked-of-us = { $partner } asks for your answer
reports-do-asked-of-us = Answer
reports-reason-holder-silent = { $partner } has not consented
reports-do-holder-silent = Look
reports-reason-ours-to-answer = Your consent is needed
reports-do-ours-to-answer = Answer
reports-reason-not-delivered = The mail could not be delivered
reports-do-not-delivered = Send again
reports-reason-not-accepted = Forwarded; not accepted so far
reports-do-not-accepted = Look
reports-reason-reseller-asks = { $partner } asks for an invitation
reports-do-reseller-asks = Answer
reports-do-invite = Create an invitation
reports-holders = Who may work in your services
reports-holder-scopes =
    { $count ->
        [one] { $count } delegation
       *[other] { $count } delegations
    }
reports-first-end = First end: { $date }
reports-to-relationships = See all partner relationships
reports-newest = Newest events

## The operator's review
reports-relationships-title = Relationships
reports-relationships-intro = Who owns the sale to whom, in the whole portal.
reports-relationships-none = A relationship appears here when a customer accepts an invitation. If you have filtered, there is none like that.
reports-delegations-title = Delegations
reports-delegations-intro = Who may do what in whose services, and until when. Ended ones stay.
reports-delegations-none = A delegation appears here when a customer grants it. If you have filtered, there is none like that.
reports-invitations-title = Invitations
reports-invitations-intro = Every offer by a partner to customers. Links are not shown here: only those who may send an invitation have its link.
reports-invitations-none = An invitation appears here when a partner creates it. If you have filtered, there is none like that.
reports-none = Nothing here
reports-search-parties = Name, partner ID or domain
reports-search-invitations = Label, address, partner or domain
reports-filter-from = From
reports-filter-to = To
reports-filter-delegated = Delegated service
reports-filter-purpose = Purpose
reports-head-customer = Customer
reports-head-owner = Owner of the sale
reports-head-holder = Holder
reports-head-inviter = Partner
reports-head-scope = Service and purpose
reports-head-state = State
reports-head-since = Since
reports-head-until = Until
reports-head-ended = Ended
reports-head-kind = Kind
reports-head-invitation = Invitation
reports-head-created = Created
reports-head-expires = Expires
reports-head-granted = Granted
reports-head-answered = Holder answered
reports-head-days = Asked for
reports-head-asks = Asks for
reports-head-suggested = Suggested holder
reports-head-recipient = Recipient
reports-head-answer = Answer
reports-head-date = Date
reports-head-forwarder = Passed on by
reports-head-way = Way
reports-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
reports-never = Never
reports-asks-nothing = The relationship alone, no delegation
reports-relationship-of = { $customer } and { $owner }
reports-accepted-by-invitation = Accepted invitation
reports-accepted-how = { $person }, { $date }, receipt { $reference }
reports-passed-on-by = Passed on by { $forwarder }
reports-no-delegations = The customer has granted no delegation with it.
reports-to-relationship = The relationship
reports-answers = Answers
reports-no-answers = No customer has answered it.
reports-forwards = Who passed it on
reports-no-forwards = Nobody has passed it on.
reports-handouts = Who has it
reports-handed-since = Since { $from }
reports-handed-until = { $from } – { $to }
