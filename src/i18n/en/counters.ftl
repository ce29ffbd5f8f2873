### Counter-offers: a customer would accept less, or another holder.

## The customer's form
counters-make = Make a counter-offer
counters-back = Back to the invitation
counters-title = Your counter-offer to { $partner }
counters-lede = Say what you would accept instead: fewer services, a shorter time, or another holder. Nothing is accepted by it. { $partner } sees your organization’s name, your name and e-mail address, and what you propose.
counters-asks-question = What you would let somebody do
counters-asks-hint = Untick what should not be part of it. If nothing is ticked, you would accept the relationship alone.
counters-days-question = For how long at most
counters-days-hint =
    { $days ->
        [one] At most the { $days } day that was asked for
       *[other] At most the { $days } days that were asked for
    }
counters-holder-question = Who should do it
counters-holder-hint = A suggestion: you choose when you accept.
counters-another = Partner ID of another reseller
counters-another-hint = If it is not in the list above. Seven digits.
counters-another-unknown = Enter the partner ID of an active reseller, seven digits
counters-note-question = Your words to the partner
counters-note-hint = Why, or what else should be different.
counters-what-happens = What happens then
counters-happens-told = { $partner } is told, and agrees or refuses
counters-happens-nothing = Nothing changes: no relationship begins, and nobody gets access
counters-happens-agreed =
    { $days ->
        [one] If it agrees, you get an invitation with exactly these terms, open for { $days } day. You decide about it as about any other
       *[other] If it agrees, you get an invitation with exactly these terms, open for { $days } days. You decide about it as about any other
    }
counters-send = Send the counter-offer
counters-same = Change something: untick a service, shorten the time, or choose another holder
counters-done = Your counter-offer is on its way. The partner has been told.
counters-done-withdrawn = Your counter-offer is withdrawn. The partner has been told.

## What one says
counters-asks = Would accept
counters-alone = The relationship alone
counters-days = For at most
counters-days-count =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
counters-holder = Holder in mind
counters-note = In the customer’s words
counters-made = Made

## How it stands, for the customer
counters-yours = Your counter-offer
counters-waits = Waits for { $partner }
counters-waits-text = You may still accept the invitation as it is, or decline it: either takes the counter-offer back.
counters-withdraw = Withdraw the counter-offer
counters-agreed-note = { $partner } agreed to your counter-offer
counters-agreed-note-text = There is an invitation with exactly those terms. Nothing is granted until you accept it.
counters-to-agreed = Go to the agreed invitation
counters-refused-note = { $partner } refused your counter-offer
counters-refused-note-text = The invitation still stands: accept it as it is, decline it, or make another counter-offer.
counters-conflicts = Accepting could replace a partner that sells to you today
counters-conflicts-text = Only one selling partner can work in a service. You keep the present one unless you choose the new one there and tick the replacement.

## The inviter's side
counters-list = Counter-offers
counters-settled = Answered counter-offers
counters-agreed-on = Agreed invitation
counters-to-invitation = See the invitation
counters-agree = Agree
counters-agree-hint = The customer gets an invitation with exactly these terms and accepts it itself. An invitation addressed to it alone is replaced by that.
counters-agree-who = It asks for delegated administration and the invitation must be open: an admin agent or a global admin of your organization agrees.
counters-answer-who = Somebody who creates invitations answers: an admin agent, a sales agent or a global admin of your organization.
counters-done-agreed = You agreed. This is the invitation with those terms; the customer has been told and decides.
counters-done-refused = You refused the counter-offer. The customer has been told.
counters-refuse = Refuse
counters-refuse-title = Refuse the counter-offer of { $customer }
counters-refuse-text = The invitation stays as it is; the customer may still accept it.
counters-refuse-reason = Reason
counters-refuse-hint = { $customer } reads it.

## When it does not work
counters-one-open = Another counter-offer of your organization still waits for an answer. Withdraw it first. Nothing was changed.
counters-answered = This counter-offer has been answered in the meantime. Nothing was changed. Go back and look at how things stand now.
counters-withdrawn-text = The customer has withdrawn this counter-offer, or answered the invitation itself. Nothing was changed.
counters-over = The invitation that this counter-offer answers is over: it has expired, or was withdrawn or answered. Nothing was changed. Create a new invitation with these terms instead.
counters-other-market = Partner and customer must be in the same market, and no longer are. Nothing was changed.
counters-holder-gone = The holder that the customer has in mind may not act at the moment. Nothing was changed. Refuse with that as the reason, or wait until it may.
counters-nobody = Nobody at the customer’s could accept an invitation now. Nothing was changed. Get in touch with the customer.

## Letters
counters-letter-subject = { $customer } makes a counter-offer
counters-letter-text = { $customer } does not accept your invitation as it is, and proposes something else.
counters-letter-alone = It would accept the relationship alone, without delegated administration.
counters-letter-asks = What it would accept
counters-letter-note = { $customer } writes:
counters-letter-answer = Agree with one click, or refuse with a reason. If you agree, the customer gets an invitation with exactly these terms and accepts it itself.
counters-letter-link = Answer the counter-offer
counters-letter-to-request = See the invitation
counters-agreed-subject = { $provider } and { $customer } agree on a counter-offer
counters-agreed-text = { $provider } has agreed to the counter-offer of { $customer }. There is an invitation with exactly these terms now.
counters-agreed-next = Nothing is granted by that: { $customer } decides about the invitation as about any other.
counters-refused-subject = { $provider } refuses the counter-offer of { $customer }
counters-refused-text = { $provider } has refused the counter-offer of { $customer }.
counters-refused-next = The invitation of { $provider } stays as it was: { $customer } may accept it, decline it, or propose something else.
counters-withdrawn-subject = { $customer } withdraws its counter-offer
counters-withdrawn-said = { $customer } has taken back the counter-offer that it made to { $provider }.
counters-withdrawn-next = The invitation of { $provider } stays as it was, and { $customer } may still answer it.
