### Delegations that extend themselves.

extensions-title = Automatic extension
extensions-itself = Extended automatically
extensions-neither = It ends on its day. Neither side has agreed to extend it automatically.
extensions-customer = The customer agrees to extend it automatically. It takes effect once the holder agrees as well.
extensions-holder = The holder agrees to extend it automatically. It takes effect once the customer agrees as well.
extensions-both = It is extended by 180 days a week before each end, as long as both sides agree.
extensions-everything-title = As much as a global admin
extensions-everything = Its holder may provision every service, as much as a global admin. Such a delegation is never extended automatically.
extensions-hint = Both sides have to agree. Either takes that back at any time, and both are told by mail of every extension.
extensions-agree = Agree to automatic extension
extensions-withdraw = Let it end on its day
extensions-so-far = Extended
extensions-times =
    { $count ->
        [one] { $count } time
       *[other] { $count } times
    }
extensions-done-agreed = You agreed. It is extended automatically as long as both sides agree.
extensions-done-withdrawn = You took it back. It ends on its day.
extensions-everything-text = Its holder may provision every service, as much as a global admin. Such a delegation is never extended automatically; offer to renew it instead. Nothing was changed.
extensions-letter-subject = Extended by 180 days: { $holder }, { $service }
extensions-letter-text = Both sides agreed to extend the delegation for { $service } automatically. It now gives { $holder } access until { $date }.
extensions-letter-take-back = Either side can take the agreement back at any time on the page of the delegation. The customer can remove the delegation at any time as well, with immediate effect.
extensions-letter-waits-subject = { $by } agrees to an extension and waits for you: { $holder }, { $service }
extensions-letter-waits-text = { $by } agrees that the delegation for { $service } extends itself by 180 days at a time. It does so only if your organization agrees as well; without that it ends on { $date }.
extensions-letter-agreed-subject = Both sides agree to an extension: { $holder }, { $service }
extensions-letter-agreed-text = { $by } has agreed as well: the delegation for { $service } extends itself by 180 days at a time, a week before { $date } for the first time. Either side can take that back at any time.
extensions-letter-withdrawn-subject = { $by } no longer agrees to an extension: { $holder }, { $service }
extensions-letter-withdrawn-text = { $by } has taken back its agreement. The delegation for { $service } no longer extends itself and ends on { $date }.
extensions-hindered-renewed = It was renewed: it ends on its day, and the new delegation goes on.
extensions-hindered-suspended = Both sides agree, but its holder is suspended. If it is not reinstated before, the delegation ends on its day.
extensions-hindered-rival = Both sides agree, but another selling partner has a delegation for this service from then on, and only one can. It ends on its day.
extensions-refused-subject = Not extended: { $holder }, { $service }
extensions-refused-text = Both sides agreed to extend the delegation for { $service } automatically. As things stand, that cannot be done. It gives { $holder } access until { $date } and then ends.
extensions-refused-everything = { $holder } may by now provision every service, as much as a global admin. Such a delegation is never extended automatically. If access is to go on, it takes a new offer: the partner prepares a renewal, and the customer accepts it.
extensions-refused-suspended = { $holder } is suspended and may not act on the portal. If it is reinstated before that day, the delegation is extended after all.
extensions-refused-rival = Another selling partner has a delegation for { $service } from then on, and only one selling partner can have one for a service. If that one ends before, this delegation is extended after all.
