### Revisions: how an invitation changes, and what is different afterwards.

revisions-change = Change the invitation
revisions-change-hint = Makes a new revision under the same link. What customers accepted before stays as it is.
revisions-lede = The link stays the same. Customers who have not answered see the difference and decide anew.
revisions-ask-right = Changing what is asked for needs an admin agent or a global admin of your organization. You can change the text and the end.
revisions-end-keep = As it is
revisions-end-days = Another end
revisions-end-days-hint = Only for another end. It expires at the end of the last day
revisions-to-check = Check the changes
revisions-nothing-changed = Change something, or leave the invitation as it is
revisions-check-title = Check what changes
revisions-changes = What changes
revisions-stays-link = The link: those that were sent or forwarded keep working
revisions-stays-accepted = What customers accepted, under the terms that they accepted
revisions-stays-open = Nobody accepts the new terms unseen: an open page is answered with the difference
revisions-told = These resellers have it and are told
revisions-save = Change the invitation now
revisions-back = Back to the form
revisions-done = The invitation is changed. Its link stays the same; send it again if customers should have the new text by mail.
revisions-title = Revisions
revisions-number = Revision { $number }
revisions-of-invitation = Revision of the invitation
revisions-superseded = These terms are in force no more. What was accepted under them stays.
revisions-added = Also asked for: { $ask }
revisions-removed = No longer asked for: { $ask }
revisions-now = Now:
revisions-before = Before:
revisions-left-out = left out
revisions-changed-text = { $partner } changed the invitation while this page was open. Nothing was accepted. Read what is different, then choose anew.
revisions-changed-since = { $partner } has changed this invitation since your organization first opened it
revisions-changed-since-accepted = { $partner } has changed this invitation since your organization accepted it
revisions-conflict-base = Somebody else has changed the invitation while you did, so nothing was changed. Go back to the invitation and look at how it stands now.

## The letter to resellers
revisions-mail-subject = { $provider } has changed an invitation
revisions-mail-text = { $provider } has changed an invitation that you have or passed on. Its links stay the same and lead to the new terms.
revisions-mail-added = Also asked for
revisions-mail-removed = No longer asked for
revisions-mail-others = Changed as well
revisions-mail-days = How long delegations last
revisions-mail-holder = The suggested holder
revisions-mail-language = The language of the mail
revisions-mail-words = The words of the mail
revisions-mail-end = Until when it can be answered
revisions-mail-stays = What customers accepted before stays as it is. Those who have not answered see the difference before they can accept.
