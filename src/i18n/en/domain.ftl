### The words of the domain that pages of several slices show: states, purposes, services.

## Organizations
organization-state-active = Active
organization-state-suspended = Suspended

## Settings of users that are not set
agent-none = No agent role
admin-none = No admin role

## Purposes of a delegation
purpose-provisioning = Provisioning
purpose-provisioning-hint = Set up, change and remove users, licences and settings in the service
purpose-support = Support
purpose-support-hint = Look into problems and solve them in the service, without changing licences

## Services
service-kind-licence = Licence-based
service-kind-usage = Usage-based

## Channels of a subscription
channel-direct = Direct from 21Vianet
channel-advisor = Advisor
channel-csp = CSP, through a partner
subscription-state-active = Active
subscription-state-suspended = Suspended
subscription-state-ended = Ended
import-state-reading = Coming in
import-state-checking = Being checked
import-state-ready = To be looked at
import-state-importing = Being imported
import-state-done = Imported
import-state-failed = Failed
import-state-withdrawn = Thrown away

## Invitations and how they are passed on
invitation-kind-standing = Standing invitation
invitation-kind-addressed = Addressed invitation
invitation-state-draft = Draft
invitation-state-open = Open
invitation-state-paused = Paused
invitation-state-revoked = Withdrawn
invitation-state-expired = Expired
invitation-state-accepted = Accepted
invitation-state-declined = Declined
counter-state-open = Waiting for your answer
counter-state-agreed = Agreed
counter-state-refused = Refused
counter-state-withdrawn = Withdrawn by the customer
request-state-waiting = Awaiting an answer
request-state-issued = Issued
request-state-refused = Refused
request-state-withdrawn = Withdrawn
alarm-state-open = To be decided
alarm-state-stopped = Invitation stopped
alarm-state-unfounded = Unfounded
alarm-reason-unknown = I do not know this partner
alarm-reason-unexpected = I know it, and we have agreed on nothing
alarm-reason-pretended = Somebody pretends to be a partner that I know
alarm-reason-too-much = It asks for more than was agreed
alarm-reason-other = Something else

forward-way-mail = Sent by the portal
forward-way-text = Text copied, sent by hand
forward-way-link = Link copied

mail-state-queued = Waiting to be sent
mail-state-sent = Sent
mail-state-dead = Not deliverable
mail-state-cancelled = Cancelled

partnership-state-invited = Awaiting authorization
partnership-state-active = Active
partnership-state-expired = Expired
partnership-state-refused = Refused
partnership-state-withdrawn = Withdrawn
partnership-state-ended = Ended

## Relationships and delegations
relationship-state-active = Active
relationship-state-ended = Ended

delegation-state-awaiting-partner = Awaiting partner
delegation-state-active = Active
delegation-state-ended = Ended
delegation-state-expired = Expired
delegation-state-removed = Removed by the customer
delegation-state-given-up = Given up by the partner
delegation-state-replaced = Replaced by another partner
delegation-state-relationship-ended = Ended with the relationship
delegation-state-refused = Refused by the partner
renewal-state-open = Waits for the customer
renewal-state-accepted = Accepted
renewal-state-declined = Declined
renewal-state-withdrawn = Taken back
renewal-state-lapsed = Lapsed with the delegation

## Markets
country-CN = China
country-HK = Hong Kong SAR
country-MO = Macao SAR
country-TW = Taiwan
country-KZ = Kazakhstan
country-RU = Russia
