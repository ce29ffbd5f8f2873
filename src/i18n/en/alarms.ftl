### Reports of invitations to the operator.

## Whoever reports
alarms-report = Report this invitation
alarms-report-title = Report the invitation of { $partner }
alarms-report-text = The operator of the portal looks at your report and can stop the invitation. Reporting it answers nothing: you can still decide on it.
alarms-why = Why it is reported
alarms-words = In your own words
alarms-words-hint = What happened, and what you know of whoever sent it. Do not enter passwords.
alarms-contact = Address for questions
alarms-contact-hint = Only the operator sees it
alarms-report-do = Send report
alarms-private = { $partner } does not learn that you reported it.
alarms-reported-title = The operator has your report
alarms-reported-text = Its people look at the invitation. Until they have decided, the invitation works as before. Do not accept what you did not expect.
alarms-back = Back to the invitation

## The operator's list and the report
alarms-title = Reported invitations
alarms-lede = What people report who came to an invitation. The partner does not see who reported it.
alarms-none = No reports here
alarms-none-text = When somebody reports an invitation, it appears here, and the people who operate the portal get a mail.
alarms-when = Reported
alarms-about = Report about “{ $label }”
alarms-their-words = In their own words
alarms-by = Reported by
alarms-by-nobody = Somebody who was not signed in
alarms-came-by = Came by a link of
alarms-closed = Decided
alarms-others = Other reports of this invitation
alarms-accepted = Accepted through this invitation
alarms-accepted-none = Nobody has accepted it.
alarms-relationship = Relationship
alarms-delegations = Delegations granted with it
alarms-no-delegations = No delegation was granted with it.

## The decision
alarms-stop = Stop the invitation
alarms-stop-title = Stop “{ $label }”?
alarms-stop-will-links = All its links stop working at once, forwarded ones too
alarms-stop-will-page = Whoever opens a link reads that the operator stopped it
alarms-stop-will-reports = Every open report of it is closed
alarms-stop-will-customers = Customers who accepted it are told, with your reason, and see how to end what they granted
alarms-stop-will-agreed =
    { $count ->
        [one] The invitation that was agreed on from it by a counter-offer stops as well: { $labels }
       *[other] The { $count } invitations that were agreed on from it by counter-offers stop as well: { $labels }
    }
alarms-stop-stays-accepted = What customers accepted through it: they can remove it themselves
alarms-stop-stays-others = Other invitations of this partner
alarms-stop-reason = Reason
alarms-stop-reason-hint = The partner and its resellers read it. Do not name who reported.
alarms-stop-do = Stop invitation
alarms-close = Close as unfounded
alarms-close-title = Close the report about “{ $label }” as unfounded?
alarms-close-text = The invitation goes on working. Nobody is told.
alarms-close-note = Note
alarms-close-note-hint = Why nothing is wrong. Only the people who operate the portal read it.
alarms-close-do = Close report
alarms-follow-title = Close the report about “{ $label }”?
alarms-follow-text = The invitation is stopped already, and everybody concerned has been told. This only closes the report; nobody is told once more.
alarms-follow-note-hint = What you found. Only the people who operate the portal read it.
alarms-done-stopped = The invitation is stopped. The partner and everybody who had it have been told.
alarms-done-closed = The report is closed as unfounded.
alarms-conflict-closed = This report has been decided already, so nothing was changed. Go back and look at how things stand now.
alarms-stop-stays-lift = The terms, the links and who has it: the stop can be lifted, and it is then what it was
alarms-lift = Lift the stop
alarms-lift-title = Lift the stop of “{ $label }”?
alarms-lift-will-links = Its links lead again to what they led to before: one that was open can be accepted again
alarms-lift-will-partner = The partner and its resellers can work with it again
alarms-lift-will-agreed =
    { $count ->
        [one] The invitation that was stopped with it, agreed on by a counter-offer, works again as well: { $labels }
       *[other] The { $count } invitations that were stopped with it, agreed on by counter-offers, work again as well: { $labels }
    }
alarms-lift-stays-over = What is over without the stop: an invitation that has expired or was withdrawn
alarms-lift-stays-reports = The reports about it and what was decided about them; each can be reopened
alarms-lift-reason-hint = The partner, its resellers and the customers who accepted it read it. Do not name who reported.
alarms-lift-do = Lift stop
alarms-reopen = Reopen the report
alarms-reopen-title = Reopen the report about “{ $label }”?
alarms-reopen-text = The report waits for a decision once more. The invitation goes on working. Nobody is told.
alarms-reopen-note-hint = Why it is looked at again. Only the people who operate the portal read it.
alarms-reopen-do = Reopen report
alarms-reason-here = (your reason)
alarms-to-partners = To the partner, and to everybody who has the invitation or passed it on
alarms-to-customers = To each customer who accepted it
alarms-done-lifted = The stop is lifted. Everybody who was told of it has been told.
alarms-done-reopened = The report waits for a decision once more.
alarms-is-stopped = The operator has stopped this invitation
alarms-conflict-stopped = The invitation is stopped, so there is nothing to decide and nothing was changed. Lift the stop first.
alarms-conflict-not-stopped = The invitation is not stopped, so nothing was changed.
alarms-conflict-open = This report waits for a decision already, so nothing was changed.
