### Offers to renew a delegation.

renewals-title = Renewal: { $holder }, { $service }
renewals-new-title = Offer { $customer } to renew the delegation
renewals-new-lede = { $customer } accepts or declines on a page of its own. Until it accepts, nothing changes; the delegation ends on its day as before.
renewals-days = For how long from the acceptance on
renewals-days-hint = 1 to 730 days. The renewed delegation begins when the customer accepts, and may overlap with the old one.
renewals-fewer-hint = As many days as offered, or fewer.
renewals-prepare = Send the offer
renewals-prepare-go = Prepare a renewal
renewals-to-delegation = The delegation that it renews
renewals-by = Offered by
renewals-offered-days = Offered for
renewals-so-many-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
renewals-prepared-at = Offered on
renewals-ends-now = The delegation ends
renewals-will = { $holder } may go on working in { $service }, for as many days from now as you enter below
renewals-will-overlap = A delegation of its own begins now. The old one goes on to its end beside it
renewals-stays-rest = The relationship, the subscriptions, their terms, the bills and the partner of record
renewals-stays-removal = You can remove each delegation at any time, with immediate effect
renewals-accept = Renew for { $holder }
renewals-decline = Decline
renewals-told = The partners concerned are told what you answer.
renewals-withdraw = Take the offer back
renewals-open-title = An offer to renew this delegation waits for the customer’s answer
renewals-to-offer = See the offer
renewals-waiting =
    { $count ->
        [one] { $count } offer to renew a delegation waits for your answer
       *[other] { $count } offers to renew a delegation wait for your answer
    }
renewals-waiting-one = { $holder }, { $service }: until { $date }
renewals-done-prepared = The offer is sent. The customer has been told.
renewals-done-withdrawn = The offer is taken back. Nothing else has changed.
renewals-done-accepted = You renewed the delegation. This is the new one; the partners concerned have been told.
renewals-done-declined = You declined. The delegation ends on its day; the partners concerned have been told.
renewals-too-early-text = A delegation can be renewed in the last 60 days before its end. Nothing was changed.
renewals-there-already-text = There is an offer to renew this delegation already, or it has been renewed. Nothing was changed.
renewals-closed-text = This offer can no longer be answered: it was answered, taken back, or the delegation is over. Nothing was changed.
renewals-suspended-text = A partner concerned is suspended at present. The offer can be accepted as soon as it is reinstated, as long as the delegation lasts. Nothing was changed.
renewals-other-market-text = Partner and customer must be in the same market, and no longer are, so this offer cannot be accepted. If your organization’s market is wrong, have it corrected. Nothing was changed.
renewals-letter-offered-subject = { $by } offers to renew: { $holder }, { $service }
renewals-letter-offered-text = The delegation by which { $holder } works in { $service } for { $customer } ends on { $date }. { $by } offers to renew it.
renewals-letter-offered-answer = A global admin of { $customer } accepts or declines until then. Without an answer it ends on its day.
renewals-letter-offered-link = See the offer
renewals-letter-accepted-subject = { $customer } has renewed: { $holder }, { $service }
renewals-letter-accepted-text = { $customer } has accepted the renewal. A new delegation of { $service } to { $holder } has begun; the old one goes on to its end.
renewals-letter-declined-subject = { $customer } has declined to renew: { $holder }, { $service }
renewals-letter-declined-text = { $customer } has declined the renewal. The delegation of { $service } to { $holder } goes on to its end.
renewals-letter-withdrawn-subject = { $by } has taken back its offer to renew: { $holder }, { $service }
renewals-letter-withdrawn-text = There is nothing to answer any more. The delegation by which { $holder } works in { $service } goes on and ends on { $date }.
