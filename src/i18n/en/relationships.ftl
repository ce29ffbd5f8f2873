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
relationships-may-sell = may sell it to you since { $date }
relationships-since-until = { $date } to { $end }
relationships-until-date = until { $date }
relationships-partners = Your partners
relationships-receipt = Receipt { $reference }
relationships-receipt-head = Receipt
relationships-receipts = Receipts
relationships-former = Former partners
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

## Removing a relationship
relationships-remove-relationship = Remove this relationship
relationships-removal-title = Remove the relationship with { $customer }
relationships-removal-in-the-way = { $customer } still has active subscriptions through you
relationships-removal-in-the-way-text = The relationship cannot be removed while they are active. Once they have ended and the operator has imported that, you can remove it.
relationships-removal-list = { $customer } leaves your customer list
relationships-removal-delegation = { $holder } loses { $service } at once: { $purpose }
relationships-removal-stays-subscriptions = Every subscription, its terms, its bills and its partner of record
relationships-removal-stays-others = The customer’s relationships with other partners, and the delegations under them
relationships-removal-stays-record = The record of what was accepted and done
relationships-removal-stays-again = You may invite the customer again
relationships-removal-notice = The notice
relationships-removal-button = Remove the relationship with { $customer }
relationships-done-ended = The relationship is removed, and the delegations under it have ended. Everybody concerned has been told.
relationships-over-text = This relationship is over already. Nothing was changed.
relationships-in-the-way-text = The customer has an active subscription through you, so the relationship cannot be removed. Nothing was changed. The page before lists what stands in the way.
relationships-changed-text = Somebody was let in under this relationship just now. Nothing was changed. Look at the page again before you remove it.
