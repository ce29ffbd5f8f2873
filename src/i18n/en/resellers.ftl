### Reports over resellers.
resellers-title = Resellers and their customers
resellers-lede = What your resellers made of your invitations. Every number leads to the list behind it.
resellers-period-label = How far back
resellers-period =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
resellers-none = No resellers yet
resellers-none-text = Resellers in an active partnership appear here, with what they forwarded and what came of it.
resellers-to-report = Report
resellers-report-title = Report: { $reseller }
resellers-report-lede = What { $reseller } made of the invitations of { $provider }. Both see this page.
resellers-stalls = Stalled
resellers-stalls-hint = Forwarded or opened more than 7 days ago without a further step, not deliverable, or waiting for a chosen partner.
resellers-tally-in-hand = In hand
resellers-hint-in-hand = Invitations that can be forwarded now.
resellers-tally-forwards = Forwarded
resellers-hint-forwards = Each act of passing an invitation on.
resellers-tally-openings = Opened
resellers-hint-openings = Customers that came by a forward, signed in. A reseller reads their names once they have answered.
resellers-tally-acceptances = Accepted
resellers-hint-acceptances = Customers that accepted by a forward.
resellers-tally-declines = Declined
resellers-hint-declines = Customers that declined.
resellers-tally-undeliverable = Not deliverable
resellers-hint-undeliverable = The mail came back: correct the address and forward again.
resellers-tally-unopened = Not opened
resellers-hint-unopened = Forwarded more than 7 days ago, and nobody has come, signed in.
resellers-tally-unanswered = Not answered
resellers-hint-unanswered = Opened more than 7 days ago, and nobody has answered.
resellers-tally-awaiting-holder = Awaiting a partner
resellers-hint-awaiting-holder = Accepted; a partner that the customer chose has not consented.
resellers-list-none = Nothing in this time.
resellers-unknown = Not known
