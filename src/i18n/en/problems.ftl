### What the portal says when something cannot be done: a page for each status, and the messages of form fields.

problems-400-title = We could not read that request
problems-400-text = Something in the address or the form was not as this portal makes it. Go back, reload the page and try again.
problems-401-title = Sign in to continue
problems-401-text = This page is for people who are signed in, and you are not, or no longer. Sign in; you will come back here.
problems-403-title = You cannot do this
problems-403-text = Your account does not have the right to do this. Nothing was changed. Ask a global admin of your organization to do it, or to give you the right.
problems-404-title = There is nothing for you here
problems-404-text = Check the address. If you followed a link, ask whoever gave it to you for a new one, or sign in with another account.
problems-409-title = This has changed in the meantime
problems-409-text = Somebody else, or you in another window, acted first. Your change was not made. Go back, reload the page and look at how things stand now.
problems-410-title = This is no longer available
problems-410-text = What this link led to has been used, withdrawn or has expired. Ask whoever sent it to you for a new one.
problems-413-title = That is too much at once
problems-413-text = What you sent is larger than the portal accepts. Nothing was saved. Send a smaller file or a shorter text.
problems-421-title = This is not the portal’s address
problems-421-text = You reached the portal under a name that is not its own. Check the address in your browser, or open the portal from your bookmark.
problems-422-title = Something needs correcting
problems-422-text = What you sent could not be accepted. Nothing was changed. Go back, check your answers and send the form again.
problems-429-title = Too many attempts
problems-429-text = There were too many requests in a short time. Nothing was changed. Wait a few minutes, then try again.
problems-500-title = Something went wrong on our side
problems-500-text = It is not your fault, and we have a record of it. Your change may not have been made: look before you repeat it. If it happens again, tell support the reference below.
problems-503-title = The portal is not available right now
problems-503-text = Nothing was lost: everything that was confirmed to you is saved. Try again in a few minutes.
problems-suspended-text = Your organization is suspended. You can look at everything, and change nothing until the operator reinstates it. Nothing was changed. Ask the operator why.
problems-rights-text = Your rights, or the standing of your organization, changed while this was on its way. Nothing was changed. Reload the page and look at what you may do now.
problems-strange-form-text = This form was made for another session, or came from another site. Nothing was changed. Go back, reload the page and send it again.
problems-request-id = Reference for support: { $id }
problems-home = Go to the start page

## Messages of form fields. The summary above the form and the field itself say the same words.

field-required = Enter an answer
field-required-choice = Choose an answer
field-too-long =
    { $max ->
        [one] Enter no more than { $max } character
       *[other] Enter no more than { $max } characters
    }
field-email = Enter an e-mail address in the correct format, like name@example.com
field-domain = Enter a domain name in the correct format, like example.cn
field-number-range = Enter a whole number from { $min } to { $max }
field-choice = Choose one of the answers shown
field-date = Enter a real date, like 2026-11-22

## Fields that were left empty: what to enter in each
required-organization = Enter the name of the organization
required-name = Enter a name
required-email = Enter an e-mail address
required-password = Enter a password
required-current = Enter your current password
required-admin-name = Enter the name of the first global admin
required-admin-email = Enter the e-mail address of the first global admin
required-contact = Enter a contact address
required-reason = Enter a reason
required-words = Enter what happened
required-title = Enter a name
