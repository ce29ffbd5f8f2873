### The way in and out, one's own account, the organization's people.

## Start page
accounts-home-title = Who works in your services is your decision
accounts-home-eyebrow = Invitations, consent and delegated administration
accounts-home-lede = You bought a subscription in one place and want help with it from another. Here a partner asks, you decide service by service, and everybody can see what was agreed.
accounts-home-customer = You are a customer
accounts-home-customer-text = Open the link that a partner sent you. You see who asks and for what before you sign in. You accept the relationship, and choose for each service who may provision and who may support it: the partner, another one, or nobody.
accounts-home-provider = You are a provider or a direct partner
accounts-home-provider-text = Create an invitation, send it or hand it to your resellers, and follow what became of it: who passed it on, who accepted, what waits for an answer.
accounts-home-reseller = You are a reseller
accounts-home-reseller-text = Forward your provider’s invitations to your customers, and consent to the work that a customer entrusts to you.
accounts-home-promise = What holds for everybody
accounts-home-promise-choice = Nothing is granted by opening a link. Each permission is a choice of its own, for a limited time.
accounts-home-promise-subscriptions = Accepting changes no subscription, no price and no contract, and causes no bill.
accounts-home-promise-removal = A customer takes a permission back in one step, with immediate effect.
accounts-home-promise-trail = Every step is recorded and can be looked up by those whom it concerns.
accounts-home-account = No account yet?
accounts-home-account-text = Customers register themselves, best by the link of an invitation. Partners are registered by the operator of this portal, and get a mail with the way to their account.
accounts-home-register = Register as a customer

## Signing in and out
accounts-sign-in = Sign in
accounts-email = E-mail address
accounts-password = Password
accounts-forgotten = Forgotten your password?
accounts-sign-in-wrong = Enter the e-mail address and password of an account. These two do not go together
accounts-sign-in-password-changed = Your password was changed, and you are signed out everywhere. Sign in with the new one.
accounts-sign-in-set-up = Your account is ready. Sign in with the password you have just chosen.
accounts-new-here = New here?
accounts-new-here-text = Customers register themselves. People of a partner are invited by a colleague, a partner’s first person by the operator.
accounts-register-go = Register as a customer
accounts-going-invitation = Afterwards you come back to the invitation.
accounts-going-partnership = Afterwards you come back to the partnership offer.
accounts-going-page = Afterwards you come back to the page you wanted to see.
accounts-sign-out-title = Do you want to sign out?
accounts-sign-out-text = You are signed in as { $email }.
accounts-sign-out-returns = Afterwards you can sign in with another account and go on where you are now.
accounts-stay = Stay signed in

## A forgotten password
accounts-forgotten-title = Get a new password
accounts-forgotten-text = Enter the address you sign in with. We send a link to it by which you choose a new password.
accounts-forgotten-send = Send me a link
accounts-forgotten-sent = Look into your mail
accounts-forgotten-sent-text = If there is an account with this address, a link is on its way to it. The link works once, for 30 minutes.
accounts-forgotten-again = Enter another address
accounts-no-mail = Nothing there after a few minutes? Look into the folder for unwanted mail, and check that the address is right.
accounts-reset-title = Choose a new password
accounts-reset-text = For the account { $email }. You will be signed out everywhere.
accounts-reset-do = Change password
accounts-password-new = New password
accounts-password-hint = At least 15 characters. Several words that do not belong together are good and easy to remember. A password manager is better still.
accounts-password-too-short = Enter a password of at least 15 characters
accounts-password-guessable = Enter a password that is harder to guess: not a common one, not your name or your organization’s

## Setting up an account
accounts-set-up-title = Set up your account
accounts-set-up-for = { $organization } opened an account for you. You will sign in with { $email }.
accounts-set-up-text = An account was opened for you. You will sign in with { $email }.
accounts-set-up-do = Set up account
accounts-name = Your name
accounts-name-hint = As colleagues and partners should see it, family name first if that is your way

## Links that do not work
accounts-dead-title = This link does not work
accounts-dead-text = Such a link works once and for a limited time. Perhaps it was used already, has expired, or was not copied completely.
accounts-dead-reset = Ask for a new one if you still need it.
accounts-dead-set-up = If you have set up your account, sign in. If not, we can send you a new link to the same address.
accounts-dead-confirm = If you have confirmed your address already, everything is done. If not, sign in and have the link sent again.
accounts-dead-confirm-go = Have it sent again

## Registering
accounts-register-title = Register as a customer
accounts-register-text = For an organization that buys cloud services and wants to decide who works in them. It takes two minutes and costs nothing.
accounts-register-have = Do you have an account already?
accounts-register-organization = Your organization
accounts-organization-name = Name of the organization
accounts-organization-name-hint = The legal name: partners you work with will see it
accounts-country = Country or region
accounts-country-hint = The market in which your organization buys. It can only work with partners of the same market, and this cannot be changed later.
accounts-country-choose = Choose one
accounts-domain = Domain of your tenant
accounts-domain-hint = For example fabrikam.partner.onmschina.cn. Others see it as not confirmed until the operator has confirmed it.
accounts-registered-id = Registration number of the company
accounts-registered-id-hint = For example the Unified Social Credit Identifier
accounts-register-person = You
accounts-register-person-text = You will be the organization’s first global admin: you decide on invitations, and add colleagues.
accounts-register-email-hint = You will sign in with it. We send a link there to confirm it.
accounts-register-do = Register
accounts-wait-title = Confirm your e-mail address
accounts-wait-text = We sent a mail to { $email }. Follow the link in it; it works once, for 24 hours.
accounts-wait-registered = We sent a mail to the address you entered. Follow the link in it; it works once, for 24 hours.
accounts-wait-why = Until then you can look at everything, but not accept anything or add people.
accounts-wait-sign-in = You can sign in already and have it sent again.
accounts-wait-again = Send the mail again
accounts-wait-later = Look around first
accounts-wait-sent = The mail was sent again.
accounts-confirm-title = Confirm your e-mail address
accounts-confirm-for = { $email } is the address of the person who registered { $organization }.
accounts-confirm-text = { $email } is the address of an account in this portal.
accounts-confirm-password-hint = The one you chose when you registered. You will be signed in.
accounts-confirm-do = Confirm address
accounts-confirm-not-you = You did not register? Then do nothing and close this page: nobody can act in your name.
accounts-confirm-wrong = Enter the password you chose when you registered
accounts-unconfirmed-title = Your e-mail address is not confirmed yet
accounts-unconfirmed-text = You can look at everything, but not accept anything or add people.
accounts-unconfirmed-go = Confirm it now

## Change of organization
accounts-choose-title = For which organization do you act?
accounts-choose-text = Whatever you do in this portal, you do for the organization you choose here. You can change at any time.
accounts-choose-current = Now
accounts-choose-go = Go on
accounts-choose-none = You belong to no organization
accounts-choose-none-text = A colleague who manages the people of your organization can add you: your e-mail address is all they need.

## One's own account
accounts-account-title = Your account
accounts-account-profile = About you
accounts-account-saved = Your changes are saved.
accounts-account-password = Password
accounts-account-password-text = If you change it, you are signed out everywhere but here.
accounts-account-password-changed = Your password was changed. You are signed out everywhere but here.
accounts-account-session-ended = You are signed out there.
accounts-language = Language
accounts-language-hint = Of the pages, and of mails to you
accounts-time-zone = Time zone
accounts-time-zone-hint = All times in the portal are shown in it
accounts-password-current = Current password
accounts-password-change = Change password
accounts-password-not-current = Enter the password you sign in with now
accounts-sessions = Where you are signed in
accounts-sessions-text = Do you see something you do not know? Sign out there and change your password.
accounts-session-browser = Browser
accounts-session-seen = Last used
accounts-session-started = Signed in
accounts-session-ending = Sign out
accounts-session-here = This one
accounts-session-end = Sign out there
accounts-session-unknown = Unknown browser

## People
accounts-people-title = People
accounts-people-search = Name or address
accounts-people-found-none = Nobody was found
accounts-people-found-none-text = Nobody in your organization has that in their name or address. Check the spelling.
accounts-people-text = Who belongs to your organization and what they may do. A change counts from their next click.
accounts-people-add = Add a person
accounts-people-add-text = They get a mail: with a link by which they choose a password, or, if they have an account already, with the way to join. They become a member when they have said yes.
accounts-people-add-do = Add person
accounts-people-added = A mail is on its way. The person becomes a member as soon as they have said yes.
accounts-people-changed = The settings were changed.
accounts-people-removed = The person was removed from your organization.
accounts-people-sent = Another mail is on its way.
accounts-people-send = Send the mail again
accounts-people-withdrawn = The offer is withdrawn.
accounts-people-withdraw = Withdraw
accounts-people-offers = Asked to join
accounts-people-offers-text = They have not answered yet and have no part in your organization.
accounts-people-asked = Asked
accounts-people-offered = Enter the address of somebody else: this person was asked already and has not answered
accounts-state-offered = Asked to join
accounts-offers = Organizations that would like to have you
accounts-offers-text = Join only an organization that you work for: its people will see your name and address as a colleague’s.
accounts-offer-since = Asked on { $date }
accounts-offer-accept = Join
accounts-offer-refuse = Decline
accounts-offer-accepted = You belong to the organization now.
accounts-offer-refused = You declined.
accounts-people-you = (you)
accounts-people-do = Actions
accounts-people-already = Enter the address of somebody else: this person is a member already
accounts-people-closed = The account with this address is closed.
accounts-people-last-admin = Make somebody else a global admin first: an organization keeps at least one whose account is set up
accounts-people-not-global = Ask a global admin: only they make somebody a global admin, or change one
accounts-people-not-oneself = Ask a colleague: you cannot change your own settings
accounts-person = Person
accounts-person-name = Name
accounts-person-name-hint = They can correct it when they set up the account
accounts-settings = Settings
accounts-since = Member since
accounts-letter-language = Language of the mail to this person
accounts-person-settings = Settings of { $name }
accounts-person-settings-text = They count from the person’s next click, wherever they are signed in.
accounts-person-removal = Remove from the organization
accounts-person-removal-text = For people who have left or no longer work with this portal.
accounts-person-removal-go = Remove this person
accounts-removal-title = Remove { $name }?
accounts-removal-effect = From the next click on, this person can neither see nor do anything for { $organization }.
accounts-removal-own = From now on you can neither see nor do anything for { $organization }.
accounts-removal-stays = What they did stays recorded. Their account stays; in other organizations nothing changes.
accounts-removal-do = Remove

## The two settings
accounts-settings-explained = What the settings mean
accounts-settings-explained-text = A person may do what either of the settings allows.
accounts-agent = Agent
accounts-agent-hint = What the person does for customers
accounts-admin = Admin
accounts-admin-hint = What the person does for the organization
accounts-no-agent-hint = Does not work with customers
accounts-no-admin-hint = Does not administer the organization
accounts-setting-partner-admin-agent = Invites customers, asks for and consents to delegated administration, works in customers’ services, removes relationships
accounts-setting-partner-sales-agent = Invites and forwards, registers resellers and sees agreements, but neither asks for delegated administration nor uses it
accounts-setting-partner-helpdesk-agent = Sees customers and works in their services; asks for nothing
accounts-setting-partner-global-admin = May do everything, for customers and for the organization, and manages people
accounts-setting-partner-billing-admin = Sees agreements and the organization’s profile
accounts-setting-partner-user-management-admin = Adds and removes people and changes their settings, except those of global admins
accounts-setting-customer-global-admin = Accepts and declines invitations, grants and removes permissions, manages people
accounts-setting-customer-billing-admin = Sees invitations and relationships, and passes requests on to a global admin
accounts-setting-customer-reader = Sees invitations and relationships, and changes nothing
accounts-setting-operator-operator-admin = Registers, suspends and reinstates organizations, manages people, sees everything
accounts-setting-operator-auditor = Sees everything and changes nothing

## The first operator, on the command line
accounts-operator-exists = The operator has an admin already. They can add you under People; if nobody can sign in any more, repeat the command with --force.
