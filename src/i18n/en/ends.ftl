### Ends: what is shown before one, removing everything of a partner, and what the end of a partnership leaves over.

## The rehearsal
ends-obstacles = This stands in the way
ends-nothing-in-the-way = Nothing stands in the way.
ends-told = Who is told
ends-told-people =
    { $count ->
        [0] { $name }: nobody there has the role to be told
        [one] { $name }: { $count } person
       *[other] { $name }: { $count } people
    }
ends-told-more =
    { $count ->
        [one] and { $count } more customer
       *[other] and { $count } more customers
    }
ends-letter = The letter that is sent
ends-letter-hint = Word for word; everybody gets it in their own language.
ends-to-everybody = To everybody named above
ends-to-both = To both partners
ends-stays-record = What happened so far is kept and can be read by both sides
ends-stays-asking = A new invitation can be made and accepted at any time
ends-stays-others = What other partners may do

## Everything of one partner
ends-holders = Who may work for you
ends-remove-all = Remove everything
ends-all-title = Remove { $holder } from all your services
ends-all-button =
    { $count ->
        [one] Remove { $count } delegation now
       *[other] Remove all { $count } delegations now
    }
ends-all-done = { $holder } no longer has any delegation from you, and has been told. Below is what became of each.
ends-all-results = Ended, one by one
ends-all-over = These delegations are over already. Nothing was changed.
ends-will-lose = { $holder } loses its access to { $service } at once: { $purpose }
ends-letter-subject = { $holder } no longer works for { $customer } in these services
ends-letter-text = { $customer } has removed these delegations of { $holder }. They give no access any more.
ends-letter-scopes = What has ended
ends-letter-link = Open the portal

## Left over
ends-left-title = Delegations left over
ends-left-lede-customer = These partners may still work for you, but no longer work with the provider that sells to you. Decide whether they should.
ends-left-lede-holder = You may still work here, but your partnership with the provider that owns the relationship has ended. Give up what you no longer need.
ends-left-lede-owner = These resellers no longer work with you, but may still work for customers of yours. Customers decide; talk to them if the work should go to somebody else.
ends-left-lede-operator = The holder’s partnership with the owner of the relationship has ended, and the delegation has not.
ends-left-none = Nothing is left over
ends-left-none-text = When a partnership ends, delegations that its reseller has from customers of its provider appear here, until the customer or the reseller ends them.
ends-left-since = Partnership ended
ends-left-way = Next step
ends-give-up = Give up
ends-to-left-over = See everything that is left over
ends-left-over-subject = { $reseller } no longer works with { $provider }, but may still work for you
ends-left-over-text = { $by } has ended the partnership of { $provider } and { $reseller }. Your relationship with { $provider } and your delegations stay as they are.
ends-left-over-count =
    { $count ->
        [one] { $reseller } still has { $count } delegation from you.
       *[other] { $reseller } still has { $count } delegations from you.
    }
ends-left-over-decide = Decide whether { $reseller } should go on. You can remove it at any time, in one step, or leave it as it is.
ends-left-over-link = See what is left over
ends-partnership-left-over =
    { $count ->
        [0] No delegation is left over.
        [one] { $count } delegation is left over. The customer has been told as well.
       *[other] { $count } delegations are left over. The customers have been told as well.
    }
