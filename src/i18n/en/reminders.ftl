### Reminders: what is sent to recipients that have not answered, and how it is stopped.

reminders-title = Reminders
reminders-text = The portal reminds the recipient 3 and 7 days after the last sending and 3 days before the end, with the same link, until the invitation is answered.
reminders-off = No reminders are sent for this invitation.
reminders-unwanted = The recipient asked for no more reminders from the sender. None are sent.
reminders-next = The next one is sent
reminders-preview = Preview the reminder
reminders-preview-text = Subject and text, exactly as they are sent. It carries the link of the last sending.
reminders-switch-off = Send no reminders
reminders-switch-on = Send reminders
reminders-done-on = Reminders are sent for this invitation.
reminders-done-off = No more reminders are sent for this invitation.
reminders-step-third-day = 3 days after sending:
reminders-step-seventh-day = 7 days after sending:
reminders-step-last-days = 3 days before the end:

## The letter
reminders-mail-subject = Reminder: the invitation of { $provider } waits for your answer
reminders-mail-title = The invitation of { $provider } waits for your answer
reminders-mail-text = { $sender } sent you this invitation on { $date }. It has not been answered yet. The link is the same as in the first mail.
reminders-mail-stop = No more reminders from { $sender }:

## The way out
reminders-stop-title = No more reminders from { $sender }?
reminders-stop-text = { $sender } then sends no more reminders to { $email }. Invitations still reach you, and the one you have stays as it is.
reminders-stop = Send me no more reminders
reminders-stopped-title = { $sender } sends you no more reminders
reminders-stopped-text = No reminders go to { $email }. Invitations still reach you.
reminders-stopped-done = Done.
