### What a suspension stops, and a reinstatement lets work again: shown before either is done.

effects-invitations = Open invitations that accept
effects-until = until { $date }
effects-no-end = without an end
effects-handed-out = Invitations in the hands of its resellers
effects-handed-to = at { $partner }
effects-handed-in = Invitations that it may forward
effects-handed-by = of { $partner }
effects-delegations = Delegations that it holds
effects-scope = { $service }, { $purpose }
effects-customers = Its customers
effects-partners = Partners whose customer it is
effects-people = Its people
effects-none = None
effects-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }

effects-reinstatement-title = Reinstate { $name }?
effects-again = What works again
effects-again-acts = From the next click on, its people may act again.
effects-again-links = Links that have not expired accept again, and delegations that have not ended can be used again.
effects-again-told = Its global admins are told by mail, with the reason that you give.
effects-lapsed-invitations =
    { $count ->
        [one] { $count } invitation expired during the suspension and stays expired.
       *[other] { $count } invitations expired during the suspension and stay expired.
    }
effects-lapsed-delegations =
    { $count ->
        [one] { $count } delegation that it held ended during the suspension and stays ended.
       *[other] { $count } delegations that it held ended during the suspension and stay ended.
    }
effects-reinstate-do = Reinstate organization
