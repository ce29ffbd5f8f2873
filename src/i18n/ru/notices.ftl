### Почта: сами письма, список оператора, почтовый ящик демонстрации.

notices-kind-customer = Приглашение клиенту
notices-kind-partners = Между партнёрами · не приглашение клиенту
notices-kind-account = Ваша учётная запись
notices-kind-organization = Ваша организация
notices-kind-invitations = Приглашения
notices-kind-relationships = Отношения
notices-kind-delegations = Делегированное администрирование
notices-kind-receipt = Квитанция

notices-fact = { $label }: { $value }
notices-fact-offer-of = Предложение от
notices-fact-provider = Поставщик
notices-fact-partner = Партнёр
notices-fact-partner-id = Идентификатор партнёра
notices-fact-passed-on-by = Кем переслано
notices-fact-customer = Клиент
notices-fact-invitation = Приглашение
notices-fact-asked-by = Кто просит
notices-fact-reseller = Посредник
notices-fact-request = Запрос
notices-fact-report = Причина
notices-fact-service = Служба
notices-fact-purpose = Назначение
notices-fact-reason = Что произошло
notices-fact-reference = Номер
notices-fact-days = На какой срок
notices-fact-open-until = Действует до
notices-open-without-end = Пока не отозвано
notices-days =
    { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }
notices-scope-both = { $service }: подготовка и поддержка
notices-scope-provisioning = { $service }: подготовка
notices-scope-support = { $service }: поддержка

notices-foot = Письмо отправлено порталом партнёрских отношений Mandate, { $host }. Оно составлено автоматически, ответы на него не читаются.
notices-why-invitation = Вы получили это письмо, потому что { $sender } указывает этот адрес для приглашения.
notices-why-partnership = Вы получили это письмо, потому что { $provider } указывает этот адрес для партнёрства.
notices-why-set-up = Вы получили это письмо, потому что { $organization } указывает этот адрес для вашей учётной записи.
notices-why-account = Вы получили это письмо, потому что на портале есть учётная запись с этим адресом.
notices-why-confirm = Вы получили это письмо, потому что кто-то зарегистрировался с этим адресом.
notices-why-admin = Вы получили это письмо как глобальный администратор организации «{ $organization }».
notices-why-member = Вы получили это письмо, потому что занимаетесь этим в своей организации.
notices-why-operator = Вы получили это письмо, потому что управляете порталом.
notices-why-customer = Вы получили это письмо, потому что ответили от имени своей организации.

notices-link-once = Ссылка действует один раз, до { $date }. Не пересылайте это письмо.

## Учётные записи
notices-set-up-subject = Настройте учётную запись: { $organization }
notices-set-up-title = Добро пожаловать! Настройте учётную запись
notices-set-up-text = Организация «{ $organization }» создала для вас учётную запись на портале партнёрских отношений. Придумайте свой пароль, и она готова.
notices-set-up-link = Настроить учётную запись
notices-set-up-unexpected = Если организация «{ $organization }» вам незнакома, ничего не делайте: без пароля учётной записью никто не воспользуется.
notices-offered-subject = { $organization } приглашает вас вступить
notices-offered-title = { $organization } приглашает вас
notices-offered-text = Тот, кто управляет людьми организации { $organization }, предлагает вам стать её участником с вашей нынешней учётной записью. Войдите, посмотрите, кем вы в ней будете, и ответьте.
notices-offered-link = Посмотреть
notices-offered-unexpected = Если вы не работаете на { $organization }, откажитесь или ничего не делайте: без вашего согласия ничего не изменится.
notices-reset-subject = Выберите новый пароль
notices-reset-title = Выберите новый пароль
notices-reset-text = Кто-то, вероятно вы, запросил новый пароль для учётной записи с этим адресом. Пока вы не выберете новый, действует прежний пароль.
notices-reset-link = Выбрать новый пароль
notices-reset-unexpected = Если это были не вы, ничего не делайте. Ваш пароль никто не видел и не менял.
notices-password-changed-subject = Ваш пароль изменён
notices-password-changed-title = Ваш пароль изменён
notices-password-changed-text = Пароль учётной записи с этим адресом только что изменён. Если это сделали вы, ничего больше не нужно.
notices-password-changed-unexpected = Если это были не вы, сразу выберите новый пароль и сообщите глобальному администратору своей организации.
notices-password-changed-link = Запросить новый пароль
notices-confirm-subject = Подтвердите адрес электронной почты
notices-confirm-title = Подтвердите адрес электронной почты
notices-confirm-text = Вы зарегистрировались с этим адресом. Подтвердите, что читаете его почту, и продолжите с того места, где остановились.
notices-confirm-link = Подтвердить адрес
notices-confirm-unexpected = Если вы не регистрировались, ничего не делайте: без подтверждения с этим адресом нельзя ответить ни на одно приглашение.

## Организации
notices-suspended-subject = Работа организации «{ $organization }» приостановлена
notices-suspended-title = Работа организации «{ $organization }» приостановлена
notices-suspended-text = Оператор портала приостановил работу организации «{ $organization }».
notices-suspended-effect = До возобновления ваши сотрудники могут смотреть, но не действовать: приглашения нельзя ни создавать, ни пересылать, а открытые нельзя принять. Отношения и делегирования остаются как есть.
notices-reinstated-subject = Работа организации «{ $organization }» возобновлена
notices-reinstated-title = Работа организации «{ $organization }» возобновлена
notices-reinstated-text = Оператор портала возобновил работу организации «{ $organization }».
notices-reinstated-effect = Ваши сотрудники снова могут действовать. Приглашения, срок которых за это время не истёк, работают как прежде, с теми же ссылками.
notices-profile-subject = Профиль изменён: { $organization }
notices-profile-title = Профиль изменён: { $organization }
notices-profile-text = Оператор портала изменил профиль организации { $organization }.
notices-profile-fields = Что изменено
notices-profile-link = Посмотреть профиль
notices-organization-reason = Указанная причина:
notices-organization-link = Открыть портал

## Приглашение клиенту
notices-invitation-subject = { $provider } приглашает вас к отношениям с торговым посредником
notices-invitation-subject-passed-on = { $provider } приглашает вас к отношениям с торговым посредником (пересылает { $forwarder })
notices-invitation-title = { $provider } предлагает вашей организации отношения с торговым посредником
notices-invitation-passed-on = { $forwarder } пересылает вам это приглашение от имени { $provider }. Предложение исходит от { $provider }.
notices-invitation-note = { $sender } пишет вам:
notices-invitation-asks = Что просит разрешить { $provider } в службах под управлением 21Vianet
notices-invitation-asks-nothing = { $provider } просит только об отношениях, но не о доступе к службам.
notices-invitation-everything = Всё это вместе позволяет партнёру столько же, сколько глобальному администратору вашей организации. Предоставляйте это только осознанно.
notices-invitation-decide = Вы решаете два вопроса отдельно: принять ли отношения и кто может работать для вас в каждой службе и с каждым назначением. Заранее ничего не выбрано. Можно выбрать меньше, на более короткий срок или другого партнёра и в любое время всё отозвать.
notices-invitation-stays = Что останется как есть при любом ответе
notices-invitation-stays-subscriptions = Ваши подписки и их владелец
notices-invitation-stays-terms = Условия подписок и ваши обязательства
notices-invitation-stays-record = Зарегистрированный партнёр
notices-invitation-stays-bill = Ваши счета: согласие ничего не стоит
notices-invitation-link = Прочитать приглашение и ответить
notices-invitation-opening = Открытие ссылки ничего не решает. Отвечает глобальный администратор вашей организации после входа или регистрации.
notices-invitation-expires = Приглашение действует до { $date }.
notices-invitation-addresses = Веб-адреса в чужих словах портал не проверяет. У приглашения одна ссылка, та, что выше; она начинается с { $address }.
notices-invitation-unknown = Если { $provider } вам не знаком, ничего не делайте. Без вашего ответа никто не получит никакого доступа.
notices-invitation-unknown-both = Если { $provider } или { $forwarder } вам не знакомы, ничего не делайте. Без вашего ответа никто не получит никакого доступа.

## Что стало с приглашением
notices-handed-over-subject = { $provider } передаёт вам приглашение
notices-handed-over-text = Теперь вы можете пересылать это приглашение от { $provider } своим клиентам. Ссылка не меняется; портал отмечает, что оно прошло через вас.
notices-revoked-subject = { $provider } отзывает приглашение
notices-revoked-text = { $provider } отзывает приглашение, которое у вас было. Его ссылки больше нигде не работают. То, что клиенты приняли раньше, остаётся.
notices-paused-subject = { $provider } приостанавливает приглашение
notices-paused-text = { $provider } приостанавливает приглашение, которое есть у вас или было вами переслано. Пока оно приостановлено, по его ссылкам, в том числе пересланным вами, ничего нельзя принять. Отправлять их заново не нужно.
notices-resumed-subject = { $provider } возобновляет приглашение
notices-resumed-text = Приглашение от { $provider }, которое есть у вас или было вами переслано, снова действует. Ссылки прежние, в том числе пересланные вами.
notices-rotated-subject = { $provider } заменяет ссылку приглашения
notices-rotated-text = { $provider } заменяет ссылку приглашения, которое есть у вас или было вами переслано. Все прежние ссылки, в том числе пересланные вами, больше не работают. Тем, кто ещё не ответил, нужна новая: если приглашение по-прежнему у вас, перешлите его ещё раз.
notices-taken-back-subject = { $provider } забирает приглашение
notices-taken-back-text = Вы больше не можете видеть и пересылать это приглашение от { $provider }. Ссылки, пересланные ранее, продолжают работать.
notices-taken-back-link = Посмотреть приглашения, которые у вас есть
notices-missed-subject = Просят новое приглашение: { $who }
notices-missed-text = Кто-то открыл вашу ссылку, которая больше не работает, и просит новую.
notices-missed-next = Если вы знаете, кто просит, отправьте новое приглашение. Если нет, ничего делать не нужно.
notices-stopped-subject = Оператор остановил приглашение
notices-stopped-text = Оператор портала остановил это приглашение. Его ссылки больше нигде не работают.
notices-stopped-stays = Принятое клиентами раньше остаётся, пока они это не удалят. Если это ошибка, обратитесь к оператору.
notices-accepted-stopped-subject = Оператор остановил принятое вами приглашение партнёра { $provider }
notices-accepted-stopped-text = Оператор портала остановил приглашение, по которому вы начали работать с партнёром { $provider }. Больше его никто не примет.
notices-accepted-stopped-stays = Предоставленные вами права не изменились и действуют. Проверьте, кто и что может делать в ваших службах: любое делегирование там можно сразу завершить.
notices-accepted-stopped-link = Посмотреть, кто что может
notices-let-go-subject = Оператор снял остановку приглашения
notices-let-go-text = Оператор портала снял остановку этого приглашения. Оно снова такое же, как было: ссылки, которые не истекли и не заменены, действуют.
notices-accepted-let-go-subject = Оператор снял остановку принятого вами приглашения партнёра { $provider }
notices-accepted-let-go-text = Оператор портала снял остановку, о которой мы вам писали. Предоставленные вами права не изменились, и любое делегирование можно завершить в любое время.
notices-reported-subject = Сообщение о приглашении от { $provider }
notices-reported-text = Кто-то сообщает о приглашении от { $provider }. До вашего решения оно действует.
notices-reported-words = Своими словами:
notices-reported-see = Открыть сообщение
notices-request-made-subject = { $reseller } просит у вас приглашение
notices-request-made-text = { $reseller } просит приглашение, которое сможет переслать. Выдайте его как просят или с меньшим объёмом либо откажите.
notices-request-policy-subject = Выдано по вашим правилам: { $reseller }
notices-request-policy-text = Запрос от { $reseller } подходит под правила { $provider }. Приглашение создано от вашей организации и сразу передано.
notices-request-issued-subject = { $provider } выдаёт приглашение, о котором вы просили
notices-request-issued-text = Приглашение в вашем списке, его можно пересылать. Оно может просить меньше, чем вы хотели: сначала посмотрите условия.
notices-request-refused-subject = { $provider } отказывает в запросе на приглашение
notices-request-refused-text = По этому запросу { $provider } приглашение не выдаёт.
notices-request-see = Открыть запрос
notices-declined-subject = { $customer } отклоняет ваше приглашение
notices-declined-text = { $customer } отклоняет приглашение. Отношений и доступа нет.
notices-declined-reason = Указанная причина:
notices-declined-no-reason = Причина не указана.
notices-invitation-see = Посмотреть приглашение

## Партнёрства
notices-partnership-subject = Предложение партнёрства посредникам: { $provider } хочет работать с вами
notices-partnership-title = { $provider } предлагает вам партнёрство в качестве торгового посредника
notices-partnership-not-customers = Только для косвенных торговых посредников. Это не приглашение клиенту: если вы покупаете службы, а не перепродаёте их, не открывайте ссылку.
notices-partnership-text = { $provider }, поставщик программы CSP, хочет работать с вашей компанией как с косвенным торговым посредником. Партнёрство начнётся, когда его авторизует сотрудник, имеющий на это право.
notices-partnership-means = Что означает авторизация
notices-partnership-means-forward = { $provider } может передавать вам приглашения, а вы можете пересылать их клиентам. Собственных приглашений вы не создаёте.
notices-partnership-means-delegations = Клиенты могут выбрать вас для подготовки или поддержки службы.
notices-partnership-means-customers = Ваши клиенты, их подписки и другие ваши партнёрства не затрагиваются.
notices-partnership-means-ending = Любая сторона может завершить партнёрство в любое время.
notices-partnership-link = Прочитать предложение партнёрства
notices-partnership-expires = Предложение действует до { $date }. Открытие ссылки ничего не авторизует.
notices-partnership-unknown = Если { $provider } вам не знаком, ничего не делайте. Без вашей авторизации партнёрства нет.
notices-partnership-authorized-subject = Партнёрство авторизовано: { $reseller }
notices-partnership-authorized-text = { $reseller } теперь работает с вами как косвенный торговый посредник. Ему можно передавать приглашения.
notices-partnership-refused-subject = Партнёрство отклонено: { $reseller }
notices-partnership-refused-text = { $reseller } отклоняет ваше предложение партнёрства. Передавать ему приглашения нельзя.
notices-partnership-ended-subject = { $partner } завершает партнёрство
notices-partnership-ended-text = С этого момента в рамках этого партнёрства нельзя передавать и пересылать приглашения; ранее переданные возвращены поставщику.
notices-partnership-ended-stays = Клиенты, отношения и делегирования остаются как есть, пока их не завершит клиент или исполнитель. Просмотрите оставшиеся делегирования.
notices-partnership-see = Посмотреть партнёрство

## Что решил клиент
notices-accepted-subject = { $customer } принимает приглашение
notices-accepted-text = { $customer } принимает отношения с торговым посредником и теперь есть в списке клиентов.
notices-accepted-delegations =
    { $count ->
        [0] Делегированное администрирование не предоставлено.
        [one] Вместе с ними предоставлено { $count } делегирование.
        [few] Вместе с ними предоставлено { $count } делегирования.
        [many] Вместе с ними предоставлено { $count } делегирований.
       *[other] Вместе с ними предоставлено { $count } делегирования.
    }
notices-accepted-stays = С имеющимися подписками, их условиями и зарегистрированным партнёром ничего не изменилось.
notices-accepted-link = Посмотреть своих клиентов
notices-receipt-subject = Квитанция { $reference }: отношения с { $provider }
notices-receipt-title = Вы приняли отношения с { $provider }
notices-receipt-text = Теперь у вашей организации есть отношения с торговым посредником: { $provider }. Сохраните эту квитанцию.
notices-receipt-delegations =
    { $count ->
        [0] Делегированное администрирование вы не предоставили. Доступа к вашим службам никто не получил.
        [one] Вы предоставили { $count } делегирование. Его можно удалить в любое время, немедленно.
        [few] Вы предоставили { $count } делегирования. Любое можно удалить в любое время, немедленно.
        [many] Вы предоставили { $count } делегирований. Любое можно удалить в любое время, немедленно.
       *[other] Вы предоставили { $count } делегирования. Любое можно удалить в любое время, немедленно.
    }
notices-receipt-stays = Что осталось как было
notices-receipt-link = Посмотреть квитанцию
notices-receipt-unexpected = Если вы решили не так, откройте на портале «Отношения с партнёрами» и удалите лишнее.

## Делегирования
notices-awaiting-subject = { $customer } выбирает вас: согласитесь или откажитесь
notices-awaiting-text = { $customer } хочет, чтобы ваша компания работала в его службах. До вашего согласия ничего не действует.
notices-awaiting-scopes = Что вам будет разрешено
notices-awaiting-until = Если вы откажетесь, клиент узнает об этом и сможет выбрать другого партнёра.
notices-awaiting-link = Согласиться или отказаться
notices-consented-subject = { $holder } даёт согласие: { $service }
notices-consented-text = { $holder } даёт согласие, и делегирование для { $service } теперь действует.
notices-refused-subject = { $holder } отказывается: { $service }
notices-refused-text = { $holder } отказывается от делегирования для { $service }. Доступа по нему никто не получил; клиент может выбрать другого партнёра.
notices-ended-subject = Делегирование завершено: { $holder }, { $service }, { $customer }
notices-ended-title = { $holder } больше не работает в { $service } для { $customer }
notices-ended-text = Делегирование от { $customer } завершено. По нему { $holder } больше не имеет доступа к { $service }.
notices-ended-stays = Отношения с торговым посредником, подписки и обязанности всех сторон остаются как есть.
notices-ended-replaced = Клиент выбрал для этой службы другого партнёра. Кто хочет снова там работать, запрашивает новое делегирование. Отношения с торговым посредником остаются как есть.
notices-ended-relationship = Оно завершилось вместе с отношениями, в рамках которых было предоставлено.
notices-delegation-link = Посмотреть делегирование

## Список писем оператора
notices-mail-title = Почта
notices-mail-text = Все письма портала: отправленные, ожидающие и те, что не удалось доставить.
notices-search = Поиск по адресу
notices-state = Состояние
notices-to = Кому
notices-what = О чём
notices-written = Составлено
notices-subject = Тема
notices-next =
    { $count ->
        [0] Следующая попытка { $when }.
        [one] Была { $count } попытка, следующая { $when }.
        [few] Были { $count } попытки, следующая { $when }.
        [many] Было { $count } попыток, следующая { $when }.
       *[other] Было { $count } попытки, следующая { $when }.
    }
notices-retry = Повторить
notices-retried = Письмо отправляется снова.
notices-return = Письмо вернулось
notices-returned = Отмечено. Тот, кто передал приглашение, увидит это.
notices-noted = Отмечено. С этим письмом не связано приглашение.
notices-return-not-sent = Вернуться может только отправленное письмо. Откройте список снова.
notices-retry-not-dead = От отправки этого письма не отказывались, или она уже повторяется. Ничего не изменено.
notices-shown =
    { $count ->
        [one] Показано { $count } письмо
        [few] Показано { $count } письма
        [many] Показано { $count } писем
       *[other] Показано { $count } письма
    }
notices-none = Писем пока нет
notices-none-text = Как только кого-нибудь пригласят, оповестят или о чём-то напомнят, письмо появится здесь.
notices-none-found = Подходящих писем нет
notices-none-found-text = Попробуйте другую часть адреса или другое состояние.

notices-letter-account-set-up = Настройка учётной записи
notices-letter-membership-offered = Приглашение вступить в организацию
notices-letter-password-reset = Новый пароль
notices-letter-password-changed = Пароль изменён
notices-letter-email-confirmation = Подтверждение адреса
notices-letter-partnership-invitation = Предложение партнёрства посреднику
notices-letter-partnership-answered = Ответ на предложение партнёрства
notices-letter-partnership-ended = Партнёрство завершено
notices-letter-delegations-left-over = Оставшиеся делегирования
notices-letter-invitation-handed-over = Приглашение передано посреднику
notices-letter-invitation = Приглашение клиенту
notices-letter-invitation-reminder = Напоминание о приглашении
notices-letter-invitation-revised = Приглашение изменено
notices-letter-invitation-revoked = Приглашение отозвано
notices-letter-invitation-link-changed = Приглашение приостановлено, возобновлено или его ссылка заменена
notices-letter-invitation-taken-back = Приглашение забрано у посредника
notices-letter-invitation-missed = Запрос нового приглашения
notices-letter-invitation-stopped = Приглашение остановлено оператором
notices-letter-accepted-invitation-stopped = Принятое приглашение остановлено оператором
notices-letter-invitation-stop-lifted = Остановка приглашения снята
notices-letter-accepted-invitation-stop-lifted = Остановка принятого приглашения снята
notices-letter-invitation-reported = Сообщение о приглашении
notices-letter-request-made = Запрос на приглашение
notices-letter-request-issued-by-policy = Приглашение выдано по правилам
notices-letter-request-answered = Ответ на запрос
notices-letter-invitation-accepted = Приглашение принято
notices-letter-receipt = Квитанция клиенту
notices-letter-invitation-declined = Приглашение отклонено
notices-letter-counter-offered = Встречное предложение клиента
notices-letter-counter-closed = Что стало со встречным предложением
notices-letter-request-handed-over = Коллегу просят решить
notices-letter-delegation-awaiting = Делегирование ждёт согласия
notices-letter-delegation-answered = Ответ на делегирование
notices-letter-delegation-ended = Делегирование завершено
notices-letter-delegations-ended = Делегирования партнёра завершены
notices-letter-delegation-extended = Делегирование продлено
notices-letter-extension-refused = Делегирование не продлено
notices-letter-delegations-ending = Что скоро заканчивается
notices-letter-renewal-offered = Предложение возобновить делегирование
notices-letter-renewal-answered = Ответ на предложение возобновить
notices-letter-renewal-withdrawn = Предложение возобновить отозвано
notices-letter-extension-spoken = Слово о продлении
notices-letter-support-contact-chosen = Выбран контакт поддержки
notices-letter-organization-changed = Оператор изменил профиль
notices-letter-organization-state = Работа организации приостановлена или возобновлена

notices-trouble-refused = Почтовый сервер получателя окончательно отказал. Проверьте адрес.
notices-trouble-returned = Почтовый сервер получателя принял письмо, а позже вернул его. Проверьте адрес.
notices-trouble-postponed = Почтовый сервер получателя просит повторить позже.
notices-trouble-unreachable = Почтовый сервер не отвечает. Ничего не потеряно: письма уйдут, когда он вернётся.
notices-trouble-login = Почтовый сервер не принимает портал. Проверьте в настройках адрес, пароль, отправителя и сертификат.
notices-trouble-folder = Не удалось записать в папку писем. Проверьте диск и права на папку.
notices-trouble-unreadable = Эта версия портала не может прочитать то, что нужно отправить.
notices-trouble-resting = Предложение приостановлено, или приостановлена работа партнёра. Письмо ждёт вместе с ним.
notices-trouble-withdrawn = То, что в нём предложено, отозвано до отправки.
notices-trouble-expired = Срок его ссылки истёк до отправки.
notices-trouble-answered = На то, о чём в нём просят, ответили до отправки.
notices-trouble-renewed = Его ссылку до отправки заменили новой.
notices-trouble-used = Его ссылкой воспользовались до отправки.
notices-trouble-unwanted = До отправки отправитель или получатель отказался от напоминаний.

## Почтовый ящик демонстрации
notices-mailbox-title = Демонстрационная почта
notices-mailbox-text = Письма всех вымышленных людей, сначала новые. Откройте письмо и перейдите по ссылке, как сделали бы они.
notices-mailbox-none-text = Отправьте приглашение или запросите новый пароль: письмо сразу появится здесь.
notices-as-html = Посмотреть, как его показывает почтовая программа

## Отношения удалены
notices-relationship-ended-subject = { $provider } завершает отношения с клиентом { $customer }
notices-relationship-ended-text = Партнёр { $provider } удалил отношения с клиентом { $customer }. Теперь { $customer } не входит в список его клиентов.
notices-relationship-ended-scopes = Вместе с ними сразу завершены делегирования:
notices-relationship-ended-stays = Подписки, их условия, счета и зарегистрированный партнёр не меняются, как и отношения и делегирования с другими партнёрами.
notices-relationship-ended-link = Посмотреть на портале
