### Administering on behalf of customers.

uses-title = Done on behalf of customers
uses-lede-customer = Every time a partner went to work in your services: who, in what, why and when. Nothing is left out.
uses-lede-partner = Every time one of your people went to work in a customer’s services. The customer sees the same.
uses-all = Show all of it, under every relationship
uses-none = Nothing yet
uses-none-text = An entry appears here whenever a partner’s person opens an admin centre by a delegation.
uses-when = When
uses-who = Who
uses-reason = Reason
uses-reason-hint = { $customer } reads it. Name the ticket or the request, no passwords.
uses-go = Open the admin centre
uses-mine = What we did on behalf of this customer
uses-under = What was done on our behalf
uses-last = Last used
uses-last-on = last used { $date }
uses-new-title = Work for { $customer } in { $service }
uses-new-note = It is recorded who opens the admin centre, for what, why and when. { $customer } sees it at once.
uses-begin = Record the reason and go on
uses-begun-title = Recorded: { $customer }, { $service }
uses-begun-text = { $customer } sees this entry now. Work on what you named and nothing else.
uses-open = Open the admin centre of { $service }
uses-leaves = You leave this portal for { $host }. Sign in there with your partner account.
uses-nowhere-title = No address is known
uses-nowhere = The catalogue names no admin centre for { $service }, or the customer’s tenant is not known or its domain not confirmed. Your use is recorded; open the admin centre as you usually do.
uses-over-title = The delegation is not in force any more
uses-not-in-force-text = This delegation is not in force: it was not consented to yet, was removed, or its time is over. Nobody may work by it.
