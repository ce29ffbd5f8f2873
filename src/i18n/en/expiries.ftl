### What ends soon: the list, the letter of the day, the calendar.

expiries-title = Ends soon
expiries-lede = Every delegation that ends within 90 days, the first end first.
expiries-none = Nothing ends soon
expiries-none-text = A delegation appears here 90 days before its end. Both sides are told by mail 30, 7 and 1 days before it.
expiries-then = What happens then
expiries-ends = Ends
expiries-renew = Renew it
expiries-renewing = Renewal offered
expiries-calendar-title = Calendar of ends
expiries-calendar-about = A private link lets your calendar program show when delegations end.
expiries-calendar-go = To the calendar
expiries-calendar-lede = The ends of the delegations that you may see at { $organization }, for your calendar program.
expiries-calendar-link = Private link
expiries-calendar-link-hint = Subscribe to it in Outlook, Apple Calendar or another program.
expiries-calendar-private = Keep it to yourself
expiries-calendar-private-text = Whoever has the link reads this calendar without signing in. If somebody else has seen it, replace it: the old one stops working at once.
expiries-calendar-rotate = Replace the link
expiries-calendar-off = Switch the calendar off
expiries-calendar-on = Switch the calendar on
expiries-calendar-is-off = The calendar is off: there is no link by which anybody could read it.
expiries-calendar-done-on = This is your link now. Links from before do not work.
expiries-calendar-done-off = The calendar is off. Its links do not work any more.
expiries-calendar-name = Ends of delegations: { $organization }
expiries-calendar-summary = Ends: { $holder }, { $service } ({ $purpose }), { $customer }
expiries-calendar-ends = The delegation of { $customer } to { $holder } ends on { $date }: { $service }, { $purpose }.
expiries-calendar-extends = The delegation of { $customer } to { $holder } is extended automatically before { $date }, as long as both sides agree: { $service }, { $purpose }.
expiries-calendar-more = More delegations end after this
expiries-calendar-more-text = This calendar has the first thousand ends. The list in the portal has all of them.
expiries-letter-subject =
    { $count ->
        [one] { $count } delegation ends soon
       *[other] { $count } delegations end soon
    }
expiries-letter-over-subject =
    { $count ->
        [one] { $count } delegation has ended
       *[other] { $count } delegations have ended
    }
expiries-letter-text = This letter comes once a day at most, and only when there is something to say.
expiries-letter-soon = Ends soon
expiries-letter-extends = Extended automatically before that, as both sides agreed
expiries-letter-over = Is over
expiries-letter-provisioning = { $date }: { $holder } provisions { $service } for { $customer }
expiries-letter-support = { $date }: { $holder } supports { $service } for { $customer }
expiries-letter-more =
    { $count ->
        [one] { $count } more is on the list.
       *[other] { $count } more are on the list.
    }
expiries-letter-renew = A partner can offer to renew a delegation in its last 60 days; the customer accepts or declines. The relationship and the subscriptions do not end with it.
expiries-letter-link = See what ends soon
