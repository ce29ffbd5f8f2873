### Corrections: mails of invitations that came back, and where they should have gone.

corrections-bounced = Mail came back
corrections-note = The mail to { $email } could not be delivered
corrections-reason-refused = The recipient’s mail server does not know this address, or takes no mail for it.
corrections-reason-postponed = The recipient’s mail server put the mail off again and again, for half a day. The portal gave it up.
corrections-reason-other = The mail could not be sent. Correct the address, or send the invitation yourself.
corrections-said = The mail server said:
corrections-correct = Correct the address and send again
corrections-title = Correct the address and send again
corrections-addressed-hint = The invitation is then meant for this address and has a new link. The old one stops working. The terms stay as they are.
corrections-standing-hint = The ledger keeps both sendings. Your own note goes with it again.
corrections-send = Send again
corrections-done = The address is corrected, and the invitation is on its way.
corrections-conflict-none = This mail did not come back, or was sent again already. Nothing was sent.
corrections-ask = Ask { $provider } to correct the address
corrections-ask-text = This invitation is meant for one address, and only { $provider } can change it. Tell them the right one: they correct it on the invitation’s page, and it goes out again in your name, with your note. You then see it in your ledger.
corrections-back = Back to the invitation
