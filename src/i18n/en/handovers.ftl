### A colleague is asked to decide about an invitation.

handovers-title = Ask a colleague to decide
handovers-text = Choose a global admin of your organization. They get a mail that leads to this invitation, and decide after signing in.
handovers-to = Colleague
handovers-ask = Ask this colleague
handovers-history = Who was asked to decide
handovers-line = { $by } asked { $to }
handovers-done = Your colleague has been asked, and finds this invitation by the link in the mail or in the list.

handovers-letter-subject = { $person } asks you to decide about an invitation of { $provider }
handovers-letter-text = { $person } of your organization has read an invitation of { $provider } and asks you to answer it: a global admin decides.
handovers-letter-decide = Read it, then accept, decline or make a counter-offer. Opening the page decides nothing.
handovers-letter-link = Read the invitation
