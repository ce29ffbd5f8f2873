### Subscriptions: what a customer bought, who supports it; the operator's imports.

subscriptions-title = Subscriptions
subscriptions-none = No subscription is known here.
subscriptions-of-customer = What your organization bought, where, who supports it, and who may work on it.
subscriptions-of-partner = What this customer bought directly or through you, and what you may work on.
subscriptions-bought = Bought
subscriptions-term-head = Term
subscriptions-may-work = Who may work on it
subscriptions-seller-is = Seller: { $partner }
subscriptions-record-is = Partner of record: { $partner }
subscriptions-seats-are = Seats: { $seats }
subscriptions-by-use = paid by use
subscriptions-term = { $start } to { $end }
subscriptions-term-open = since { $start }
subscriptions-multi-any = Multi-channel applies: bought directly, so any partner may be let in.
subscriptions-multi-with = Multi-channel applies with { $partner }, the advisor it was bought from.
subscriptions-multi-no = Multi-channel does not apply: its seller provisions it.
subscriptions-delegation-you = You need a delegation to work on it.
subscriptions-delegation-not-you = You sold it: you need no delegation for the subscription itself.
subscriptions-delegation-others = { $partner } sold it and needs no delegation; everybody else does.
subscriptions-delegation-all = Every partner needs a delegation to work on it.
subscriptions-worker = { $partner }: { $purpose }, until { $date }
subscriptions-nobody-works = Nobody by a delegation

## Support contact
subscriptions-contact = Support contact
subscriptions-contact-title = Who supports { $service } of { $customer }
subscriptions-contact-text = The customer’s questions about this subscription go to the support contact. As its seller you answer them yourself, or hand that to a reseller that the customer lets support the service. Nothing else of the subscription changes.
subscriptions-contact-seller-hint = The seller of the subscription
subscriptions-contact-holder-hint = Holds support in { $service } here
subscriptions-contact-nobody = No reseller holds support in { $service } under your relationship now.
subscriptions-contact-found-none = No reseller that holds support here has “{ $text }” in its name or as its partner ID.
subscriptions-contact-21vianet = 21Vianet
subscriptions-contact-back = { $partner } was chosen, but no longer holds support here.
subscriptions-contact-not-holder-text = The reseller you chose does not hold support in this service any more. Nothing was changed. Choose again.
subscriptions-done-contact = The support contact is changed.

## Imports
subscriptions-imports = Subscription imports
subscriptions-imports-lede = Files of subscriptions that came in, what was found in them, and what was imported.
subscriptions-upload-title = Upload a file
subscriptions-upload-text = Every row is checked first, and nothing is imported until you have looked at what was found.
subscriptions-limit-size = A file of comma-separated values (CSV), at most { $rows } rows and { $megabytes } MB.
subscriptions-limit-cell = At most { $count } characters in a cell.
subscriptions-limit-encoding = UTF-8, with or without a mark at the beginning, or GB18030 (GBK); recognized by itself. UTF-16 is refused: save it as “CSV UTF-8”.
subscriptions-limit-columns = The first line names the columns:
subscriptions-limit-words = The tenant is an ID or a confirmed domain, the service a code or a name; seller and partner of record are partner IDs; the channel is direct, advisor or csp; the state is active, suspended or ended; days are written 2026-11-25. The customer’s name is only for readers.
subscriptions-sample = Download a sample
subscriptions-file = File
subscriptions-upload = Upload and check
subscriptions-uploads = Uploads
subscriptions-uploads-none = No file yet
subscriptions-uploads-none-text = Files that an operator admin uploads appear here, with what was found in them.
subscriptions-uploaded = Uploaded
subscriptions-rows = Rows
subscriptions-rows-none = No such rows.
subscriptions-head-state = Status
subscriptions-progress = { $done } of { $of }
subscriptions-refresh = Refresh status
subscriptions-ready-title = Checked; nothing is imported yet
subscriptions-ready-text = Look at the rows below. Rows with an error are left out; you can download them, correct them and upload them again.
subscriptions-confirm =
    { $count ->
        [one] Import { $count } row
       *[other] Import { $count } rows
    }
subscriptions-withdraw = Throw this file away
subscriptions-given-up-title = The work on this file failed again and again
subscriptions-given-up-count =
    { $count ->
        [0] It was given up. Nothing of it was imported.
        [one] It was given up after { $count } row. What was imported stays.
       *[other] It was given up after { $count } rows. What was imported stays.
    }
subscriptions-given-up-next = Throw this file away and upload it again: rows that were imported already are then found unchanged. If that fails as well, tell whoever runs this portal.
subscriptions-nothing-to-import = There is nothing to import: no row is new or changed.
subscriptions-done =
    { $count ->
        [one] { $count } row was imported.
       *[other] { $count } rows were imported.
    }
subscriptions-encoding = Encoding
subscriptions-by-at = { $person }, { $date }
subscriptions-confirmed = Import confirmed
subscriptions-finished = Finished
subscriptions-failed =
    { $count ->
        [one] Download the { $count } row with an error
       *[other] Download the { $count } rows with an error
    }
subscriptions-failed-hint = With the reason in the last column; it may stay there when you upload the file again.
subscriptions-failed-line = Line { $line }: { $reasons }
subscriptions-line = Line
subscriptions-external-id = External ID
subscriptions-findings = What was found
subscriptions-since = Already imported on { $date }; nothing is different.
subscriptions-change = { $column }: { $from } → { $to }
subscriptions-nothing = (empty)
subscriptions-verdict = Verdict
subscriptions-verdict-none = Not checked yet
subscriptions-verdict-new = New
subscriptions-verdict-changed = Changed
subscriptions-verdict-unchanged = Unchanged
subscriptions-verdict-wrong = Error
subscriptions-imported-new = Imported as new
subscriptions-imported-changed = Change imported

## A file that cannot be read
subscriptions-file-required = Choose a file
subscriptions-file-empty = The file has no rows. Put at least one below the line that names the columns.
subscriptions-file-not-text = This is UTF-16 or not a text file. Save it as “CSV UTF-8 (comma delimited)” and upload it again.
subscriptions-file-header = The first line does not name the columns in their order. Start with the sample.
subscriptions-file-too-many-rows = The file has too many rows. Divide it into several files.
subscriptions-file-quote-open = A quotation mark in line { $line } or after it is never closed. Close it, or remove it.
subscriptions-busy-text = Several files are being worked on at present. Nothing was kept of this one. Wait until one of them is finished, then upload it again.
subscriptions-broken-off-text = The upload took too long and was given up. Nothing was kept of it. Upload the file again.
subscriptions-not-ready-text = This file cannot be imported or thrown away now: it is still being worked on, was dealt with already, or has nothing new. Nothing was changed.

## What is wrong with a row
subscriptions-flaw-too-long = The row is far too long. Check its quotation marks.
subscriptions-flaw-columns = The row has { $number } cells, not as many as the first line. Check its commas and quotation marks.
subscriptions-flaw-cell = { $column }: more than { $number } characters. Shorten it.
subscriptions-flaw-line-break = { $column }: goes over several lines. A quotation mark may not be closed.
subscriptions-flaw-letters = { $column }: has letters that cannot be read. Save the file as UTF-8.
subscriptions-flaw-required = { $column }: is empty. Fill it in.
subscriptions-flaw-external-id = { $column }: “{ $value }” is not an external ID. Use letters, digits and . _ : - (at most 100).
subscriptions-flaw-duplicate = { $column }: “{ $value }” is also in line { $number }. Keep one of the two.
subscriptions-flaw-tenant = { $column }: no customer has “{ $value }”. Enter a tenant ID or domain of a registered customer.
subscriptions-flaw-tenant-unconfirmed = { $column }: a customer says that “{ $value }” is its domain, but nobody has confirmed it. Confirm the domain on the customer’s page, or enter the tenant ID.
subscriptions-flaw-other-customer = { $column }: this subscription belongs to another customer than “{ $value }”. Use another external ID.
subscriptions-flaw-service = { $column }: “{ $value }” is not in the catalogue of services.
subscriptions-flaw-channel = { $column }: “{ $value }” is not a channel. Enter direct, advisor or csp.
subscriptions-flaw-seller-of-direct = { $column }: “{ $value }”, but what is bought directly has no seller. Leave it empty, or change the channel.
subscriptions-flaw-partner = { $column }: no partner has the partner ID “{ $value }”.
subscriptions-flaw-seller-kind = { $column }: “{ $value }” is an indirect reseller, which never sells in its own name. Enter its provider.
subscriptions-flaw-seats = { $column }: “{ $value }” is not a number of seats. Enter a whole number from 1.
subscriptions-flaw-seats-of-usage = { $column }: “{ $value }”, but this service is paid by use. Leave it empty.
subscriptions-flaw-date = { $column }: “{ $value }” is not a day. Write it as 2026-11-25.
subscriptions-flaw-term = { $column }: the term ends before it begins.
subscriptions-flaw-state = { $column }: “{ $value }” is not a state. Enter active, suspended or ended.

## The register, for the operator
subscriptions-register = All subscriptions
subscriptions-register-lede = Everything that was imported: who bought what, where, and until when.
subscriptions-register-none = A subscription appears here when it has been imported. If you have filtered, there is none like that.
subscriptions-register-search = External ID, customer or partner
subscriptions-head-channel = Channel
subscriptions-head-seller = Seller
subscriptions-head-record = Partner of record
subscriptions-head-seats = Seats
subscriptions-to-relationship = Relationship

## The letter about it
subscriptions-letter-subject = { $contact } now supports { $service } of { $customer }
subscriptions-letter-text = { $seller } has chosen who supports a subscription of { $customer }. Questions about { $service } go to { $contact } from now on. Nothing else of the subscription changes.
subscriptions-letter-link = See the subscriptions
