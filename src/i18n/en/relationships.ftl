### Partner relationships as customers see them, customers as partners see them.

relationships-title = Partner relationships
relationships-lede = Who sells to you, and who may work in which of your services.
relationships-none = No partner yet
relationships-none-text = A partner appears here once your organization has accepted its invitation.
relationships-to-received = Look at your invitations
relationships-services = Service by service
relationships-owns-sale = Owns the sale
relationships-provisions = Provisions
relationships-supports = Supports
relationships-complete = This list is complete: every service of the catalogue and everybody who may work in one.
relationships-since = since { $date }
relationships-since-until = { $date } to { $end }
relationships-until-date = until { $date }
relationships-partners = Your partners
relationships-receipt = Receipt { $reference }
relationships-receipt-head = Receipt
relationships-remove = Remove
relationships-ended = Ended
relationships-holder = Who
relationships-state = Status
relationships-until = Until
relationships-done-removed = The delegation is removed. The partner can no longer work in this service by it, and has been told.

## Customers, as partners see them
relationships-customers = Customers
relationships-customers-lede = Every customer that accepted an invitation of yours.
relationships-customers-lede-reseller = Every customer you may work for, or that accepted an invitation you passed on. The provider owns the relationship.
relationships-customers-none = No customer yet
relationships-customers-none-text = A customer appears here as soon as it accepts an invitation. You are told by mail as well.
relationships-to-invitations = To the invitations
relationships-search = Name of a customer
relationships-found-none = No customer of that name
relationships-found-none-text = Check the spelling, or clear the search to see all of them.
relationships-owner = Owner of the relationship
relationships-since-head = Since
relationships-may-work = You may work in
relationships-delegations-active =
    { $count ->
        [one] { $count } delegation
       *[other] { $count } delegations
    }
relationships-delegations-awaiting = { $count } awaiting you
relationships-delegations-none = No access
relationships-waiting =
    { $count ->
        [one] { $count } delegation of this customer waits for your consent
       *[other] { $count } delegations of this customer wait for your consent
    }
relationships-to-delegations = Answer them
relationships-my-services = Services you may work in
relationships-my-services-none = None. The relationship alone gives no access.
relationships-delegations = Delegations
relationships-no-delegations = Nobody has a delegation here that you may see.
relationships-details = Details
relationships-domain = Domain
relationships-market = Market
relationships-tenant = Tenant ID
relationships-contact = Contact
relationships-not-owner = { $partner } owns this relationship, whoever works for the customer.
relationships-history = History
