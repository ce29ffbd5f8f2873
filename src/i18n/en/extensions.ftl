### Delegations that extend themselves.

extensions-title = Extending itself
extensions-itself = Extends itself
extensions-neither = It ends on its day. Nobody has agreed to its extending itself.
extensions-customer = The customer agrees to its extending itself. It does so once the holder agrees as well.
extensions-holder = The holder agrees to its extending itself. It does so once the customer agrees as well.
extensions-both = It extends itself by 180 days, a week before each end, as long as both sides agree.
extensions-everything-title = As much as a global admin
extensions-everything = Its holder may provision every service, as much as a global admin. Such a delegation never extends itself.
extensions-hint = Both sides have to agree. Either takes that back at any time, and both are told by mail of every extension.
extensions-agree = Agree to its extending itself
extensions-withdraw = Let it end on its day
extensions-so-far = Extended
extensions-times =
    { $count ->
        [one] { $count } time
       *[other] { $count } times
    }
extensions-done-agreed = You agreed. It extends itself as soon as, and as long as, both sides agree.
extensions-done-withdrawn = You took it back. It ends on its day.
extensions-everything-text = Its holder may provision every service, as much as a global admin. Such a delegation never extends itself; offer to renew it instead. Nothing was changed.
extensions-letter-subject = Extended by 180 days: { $holder }, { $service }
extensions-letter-text = Both sides agreed that the delegation for { $service } extends itself. It now gives { $holder } access until { $date }.
extensions-letter-take-back = Either side can take the agreement back at any time on the page of the delegation. The customer can remove the delegation at any time as well, with immediate effect.
