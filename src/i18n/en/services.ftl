### The catalogue of services, for the operator; and what is said when something in it can no longer be asked for.

services-title = Services
services-intro = What can be asked for in an invitation, in this order. A retired service stays readable wherever it is in use.
services-add = Add a service
services-edit = Edit service
services-code = Code
services-code-hint = 2 to 40 small letters, digits and hyphens. It is for ever.
services-code-wrong = Enter a code of 2 to 40 small letters, digits and hyphens
services-code-taken = Enter another code: there is a service with this one already, perhaps a retired one
services-code-for-ever = The code of a service never changes
services-name-en = Name in English
services-name-zh = Name in Chinese
services-name-ru = Name in Russian
services-kind = Billing
services-admin-url = Admin centre
services-admin-url-hint = The address at which partners work for a customer. { $tenant } and { $domain } stand for the customer’s.
services-url-https = Enter an address that begins with https://
services-url-host = Enter an address whose host is written out, like https://admin.example.cn/
services-url-places = Use no other places in braces than the two of the hint, and no blanks
services-no-url = None
services-preview = So the address looks for a customer
services-preview-hint = With an invented tenant. Nothing is saved yet.
services-preview-of = For an invented customer: { $address }
services-preview-do = Show the address
services-state = State
services-offered = Can be asked for
services-retired = Retired
services-order = Order
services-up = Up
services-down = Down
services-uses = In use
services-delegations =
    { $count ->
        [one] { $count } delegation that has not ended
       *[other] { $count } delegations that have not ended
    }
services-invitations =
    { $count ->
        [one] { $count } invitation that can be answered
       *[other] { $count } invitations that can be answered
    }
services-to-delegations = Delegations in this service
services-to-invitations = Invitations that ask for it
services-retire = Retire service
services-retire-text = New invitations can no longer ask for it. Open invitations keep their terms, delegations go on, and its name stays readable.
services-return = Bring service back
services-return-text = New invitations can ask for it again.
services-added = The service is in the catalogue.
services-changed = The service is changed.
services-same = Nothing was different, so nothing was changed.
services-is-retired = The service is retired. What is in use goes on.
services-is-back = The service can be asked for again.
services-retired-asked = Choose other services: one of these can no longer be asked for
services-conflict-full = The catalogue is full: 100 services are the most. Nothing was changed.
services-conflict-retired = This service is retired already. Nothing was changed.
services-conflict-not-retired = This service is not retired. Nothing was changed.
services-conflict-last = This is the last service that can be asked for, so it cannot be retired. Add another one first. Nothing was changed.
