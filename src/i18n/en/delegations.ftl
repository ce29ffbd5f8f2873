### Delegations: the list, the answer, the end.

delegations-title = Delegations
delegations-lede = What customers let you do, and what others may do under your relationships.
delegations-awaiting = Waiting for your answer
delegations-awaiting-more = More offers wait than are shown here: see all that wait
delegations-offer = { $customer } chose you; the relationship is owned by { $owner }
delegations-consent = Consent
delegations-refuse = Refuse
delegations-consent-all =
    { $count ->
        [one] Consent
       *[other] Consent to all { $count }
    }
delegations-refuse-all =
    { $count ->
        [one] Refuse
       *[other] Refuse all { $count }
    }
delegations-answer-title = { $customer } chose you for this
delegations-answer-hint = Until you consent you have no access. { $customer } is told what you answer.
delegations-answer-who = An admin agent or a global admin of your organization answers.
delegations-all = All delegations
delegations-none = Nothing here
delegations-none-text = A delegation appears here when a customer chooses you, or somebody under a relationship of yours.
delegations-you = (you)
delegations-state-active = Active
delegations-state-ending = Ending within 30 days
delegations-state-awaiting = Awaiting partner
delegations-state-ended = Ended
delegations-state-all = All
delegations-title-provisioning = { $holder } provisions { $service }
delegations-title-support = { $holder } supports { $service }
delegations-purpose = Purpose
delegations-granted = Granted
delegations-remove = Remove this delegation
delegations-give-up = Give this delegation up
delegations-to-customer = To the customer’s page
delegations-done-consented = You consented. You may work for the customer now; it has been told.
delegations-done-refused = You refused. The customer has been told.
delegations-done-given-up = You gave the delegation up. The customer has been told.
delegations-not-awaiting-text = This delegation no longer waits for an answer: it was answered, removed, or its time is over. Nothing was changed.
delegations-over-text = This delegation is over already. Nothing was changed.
delegations-awaiting-text = This delegation still waits for your answer. Refuse it instead of giving it up.

## Ending one. The three values are offered to each sentence.
delegations-removal-title = Remove { $holder } from { $service }
delegations-removal-effect = { $holder } loses its access to { $service } at once, and is told
delegations-removal-stays = The relationship, the subscriptions and the partner’s duties from them
delegations-removal-button = Remove { $holder } now
delegations-giving-up-title = Give up working for { $customer } in { $service }
delegations-giving-up-effect = You lose your access to { $service } of { $customer } at once
delegations-giving-up-stays = The relationship, the subscriptions, and whatever else you may do for this customer
delegations-giving-up-button = Give it up now
