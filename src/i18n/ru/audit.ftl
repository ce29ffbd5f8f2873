### The audit trail: a sentence for each kind of event, and the operator's page of it.

audit-not-recorded = (не указано)
audit-the-portal = Портал
audit-the-operator = Оператор
audit-somebody = Неизвестно кто
audit-another-organization = Другая организация
audit-who = { $person }, { $organization }
audit-trail-empty = Пока ничего не записано.
audit-trail-all = Смотреть всю историю
audit-other-event = Другое событие: { $kind }

## Accounts
audit-event-signed-in = Вход выполнен
audit-event-sign-in-failed = Неудачная попытка входа
audit-event-signed-out = Выход выполнен
audit-event-session-ended = Сеанс завершён
audit-event-reset-asked = Запрошен новый пароль
audit-event-password-changed = Пароль изменён
audit-event-account-invited = Предложено вступить: { $person }
audit-event-account-set-up = Учётная запись настроена: { $person }
audit-event-email-confirmed = Адрес электронной почты подтверждён
audit-event-membership-changed = Изменены настройки: { $person }. { $agent }, { $admin }
audit-event-membership-ended = Исключение из организации: { $person }
audit-event-membership-refused = { $person }: отказ вступить
audit-event-membership-withdrawn = Отозвано приглашение вступить: { $person }

## Organizations
audit-event-organization-registered = Зарегистрирована организация: { $organization } ({ $kind })
audit-event-organization-suspended =
    { $reason ->
        [none] Организация приостановлена: { $organization }
       *[other] Организация приостановлена: { $organization }. Причина: { $reason }
    }
audit-event-organization-reinstated =
    { $reason ->
        [none] Организация восстановлена: { $organization }
       *[other] Организация восстановлена: { $organization }. Причина: { $reason }
    }
audit-event-domain-confirmed = Домен подтверждён: { $organization }, { $domain }
audit-event-organization-changed =
    { $reason ->
        [none] Профиль изменён: { $organization }. { $changes }
       *[other] Профиль изменён: { $organization }. { $changes }. Причина: { $reason }
    }

## Partnerships
audit-event-partnership-invited =
    { $recipient ->
        [none] Отправлено приглашение к партнёрству
       *[other] Приглашение к партнёрству отправлено на адрес { $recipient }
    }
audit-event-partnership-authorized = Партнёрство подтверждено: { $provider } и { $reseller }
audit-event-partnership-refused = { $reseller }: отказ от партнёрства с { $provider }
audit-event-partnership-withdrawn =
    { $recipient ->
        [none] Приглашение к партнёрству отозвано
       *[other] Приглашение к партнёрству на адрес { $recipient } отозвано
    }
audit-event-partnership-ended = Партнёрство завершено: { $provider } и { $reseller }

## Invitations
audit-event-invitation-created = { $kind } создано: { $label }
audit-event-invitation-handed-over = Приглашение «{ $label }» передано посреднику { $reseller }
audit-event-invitation-taken-back = Приглашение «{ $label }» отозвано у посредника { $reseller }
audit-event-invitation-forwarded =
    { $recipient ->
        [none] Приглашение передано дальше. { $way }
       *[other] Приглашение переслано на адрес { $recipient }. { $way }
    }
audit-event-invitation-paused = Приглашение «{ $label }» приостановлено
audit-event-invitation-resumed = Приглашение «{ $label }» возобновлено
audit-event-invitation-rotated = Ссылка приглашения «{ $label }» заменена, прежние ссылки не действуют
audit-event-invitation-revised = Приглашение «{ $label }» изменено: редакция { $revision }
audit-event-invitation-corrected =
    { $recipient ->
        [none] Адрес приглашения «{ $label }» исправлен
       *[other] Адрес приглашения «{ $label }» исправлен: { $recipient }
    }
audit-event-invitation-reminded =
    { $recipient ->
        [none] Получателю отправлено напоминание
       *[other] Отправлено напоминание: { $recipient }
    }
audit-event-invitation-reminders-on = Напоминания о приглашении «{ $label }» включены
audit-event-invitation-reminders-off = Напоминания о приглашении «{ $label }» выключены
audit-event-invitation-reminders-refused = Получатель попросил больше не напоминать
audit-event-invitation-revoked = Приглашение «{ $label }» отозвано
audit-event-invitation-opened = { $customer }: приглашение открыто после входа
audit-event-invitation-accepted = { $customer }: приглашение принято (квитанция { $reference })
audit-event-invitation-declined =
    { $reason ->
        [none] { $customer }: приглашение отклонено
       *[other] { $customer }: приглашение отклонено. Причина: { $reason }
    }
audit-event-counter-offer-made =
    { $days ->
        [none] { $customer }: встречное предложение
        [one] { $customer }: встречное предложение, не дольше чем на { $days } день
        [few] { $customer }: встречное предложение, не дольше чем на { $days } дня
        [many] { $customer }: встречное предложение, не дольше чем на { $days } дней
       *[other] { $customer }: встречное предложение, не дольше чем на { $days } дня
    }
audit-event-counter-offer-agreed = { $provider } соглашается на встречное предложение клиента { $customer }
audit-event-counter-offer-refused = { $provider } отклоняет встречное предложение клиента { $customer }. Причина: { $reason }
audit-event-counter-offer-withdrawn = { $customer } отзывает встречное предложение
audit-event-request-handed-over = Коллегу попросили решить: { $person }
audit-event-invitation-misdirected = { $customer }: открыто приглашение, которое адресовано другому получателю
audit-event-invitation-missed = По недействующей ссылке запрошена новая
audit-event-invitation-stopped = Оператор остановил приглашение «{ $label }». Причина: { $reason }
audit-event-invitation-stop-lifted = Оператор снял остановку приглашения «{ $label }». Причина: { $reason }
audit-event-invitation-reported = О приглашении от { $provider } сообщили оператору
audit-event-alarm-closed = Сообщение о партнёре { $provider } признано необоснованным: { $reason }
audit-event-alarm-reopened = Сообщение о партнёре { $provider } открыто снова: { $reason }
audit-event-request-made = { $reseller } просит приглашение у { $provider }: { $label }
audit-event-request-issued = { $provider } выдаёт приглашение, о котором просил { $reseller }: { $label }
audit-event-request-issued-by-policy = { $reseller } получает приглашение сразу, по правилам { $provider }: { $label }
audit-event-request-refused = { $provider } отказывает в запросе { $reseller }: { $label }. Причина: { $reason }
audit-event-request-withdrawn = { $reseller } отзывает запрос к { $provider }: { $label }
audit-event-policy-set = { $provider } задаёт правила для запросов { $reseller }

## Relationships and delegations
audit-event-relationship-started = Отношения начались: { $customer } и { $provider }
audit-event-relationship-ended = Отношения завершены: { $customer } и { $provider }
audit-event-delegation-granted =
    { $days ->
        [none] Делегирование предоставлено: { $customer } → { $holder }. { $service }, { $purpose }
        [one] Делегирование предоставлено на { $days } день: { $customer } → { $holder }. { $service }, { $purpose }
        [few] Делегирование предоставлено на { $days } дня: { $customer } → { $holder }. { $service }, { $purpose }
        [many] Делегирование предоставлено на { $days } дней: { $customer } → { $holder }. { $service }, { $purpose }
       *[other] Делегирование предоставлено на { $days } дня: { $customer } → { $holder }. { $service }, { $purpose }
    }
audit-event-delegation-consented = { $holder }: согласие работать для клиента { $customer }. { $service }, { $purpose }
audit-event-delegation-refused = { $holder }: отказ работать для клиента { $customer }. { $service }, { $purpose }
audit-event-delegation-removed = Делегирование удалено клиентом: { $customer } → { $holder }. { $service }, { $purpose }
audit-event-delegation-given-up = { $holder }: отказ от делегирования клиента { $customer }. { $service }, { $purpose }
audit-event-delegation-replaced = Замена у клиента { $customer }: вместо { $holder } теперь { $by }. { $service }, { $purpose }
audit-event-delegation-expired = Срок делегирования истёк: { $customer } → { $holder }. { $service }, { $purpose }
audit-event-delegation-extension-agreed = { $by }: согласие на автоматическое продление делегирования { $customer } → { $holder }. { $service }, { $purpose }
audit-event-delegation-extension-withdrawn = { $by }: отзыв автоматического продления делегирования { $customer } → { $holder }. { $service }, { $purpose }
audit-event-delegation-extended =
    { $days ->
        [none] Делегирование { $customer } → { $holder } продлено автоматически: { $service }, { $purpose }
        [one] Делегирование { $customer } → { $holder } продлено автоматически на { $days } день: { $service }, { $purpose }
        [few] Делегирование { $customer } → { $holder } продлено автоматически на { $days } дня: { $service }, { $purpose }
        [many] Делегирование { $customer } → { $holder } продлено автоматически на { $days } дней: { $service }, { $purpose }
       *[other] Делегирование { $customer } → { $holder } продлено автоматически на { $days } дня: { $service }, { $purpose }
    }
audit-event-delegation-used =
    { $reason ->
        [none] { $holder }: начало работы от имени клиента { $customer }. { $service }, { $purpose }
       *[other] { $holder }: начало работы от имени клиента { $customer }. { $service }, { $purpose }. Причина: { $reason }
    }
audit-event-renewal-prepared =
    { $days ->
        [none] { $by }: предложение клиенту { $customer } возобновить делегирование партнёру { $holder }. { $service }, { $purpose }
        [one] { $by }: предложение клиенту { $customer } возобновить делегирование партнёру { $holder } на { $days } день. { $service }, { $purpose }
        [few] { $by }: предложение клиенту { $customer } возобновить делегирование партнёру { $holder } на { $days } дня. { $service }, { $purpose }
        [many] { $by }: предложение клиенту { $customer } возобновить делегирование партнёру { $holder } на { $days } дней. { $service }, { $purpose }
       *[other] { $by }: предложение клиенту { $customer } возобновить делегирование партнёру { $holder } на { $days } дня. { $service }, { $purpose }
    }
audit-event-renewal-accepted =
    { $days ->
        [none] Делегирование { $customer } → { $holder } возобновлено клиентом: { $service }, { $purpose }
        [one] Делегирование { $customer } → { $holder } возобновлено клиентом на { $days } день: { $service }, { $purpose }
        [few] Делегирование { $customer } → { $holder } возобновлено клиентом на { $days } дня: { $service }, { $purpose }
        [many] Делегирование { $customer } → { $holder } возобновлено клиентом на { $days } дней: { $service }, { $purpose }
       *[other] Делегирование { $customer } → { $holder } возобновлено клиентом на { $days } дня: { $service }, { $purpose }
    }
audit-event-renewal-declined = Возобновление делегирования { $customer } → { $holder } отклонено клиентом: { $service }, { $purpose }
audit-event-renewal-withdrawn = { $by }: отзыв предложения возобновить делегирование { $customer } → { $holder }. { $service }, { $purpose }
audit-event-renewal-lapsed = Предложение возобновить делегирование { $customer } → { $holder } утратило силу: { $service }, { $purpose }

## Календари окончаний
audit-event-calendar-opened = Создана ссылка на календарь окончаний; прежние не работают
audit-event-calendar-closed = Календарь окончаний выключен
audit-event-delegation-closed = Делегирование завершено вместе с отношениями: { $customer } → { $holder }. { $service }, { $purpose }
audit-event-support-contact-chosen = Контакт поддержки клиента { $customer } теперь { $holder }: { $service }
audit-event-import-confirmed = Загрузка подписок подтверждена: { $file }, строк: { $count }
audit-event-import-done = Загрузка подписок завершена: { $file }, строк: { $count }
audit-event-import-failed = Загрузка подписок прервана из-за ошибок: { $file }, загружено строк: { $count }

## Mail
audit-event-mail-retried = Повторная отправка письма, от которого отказались: { $recipient }
audit-event-mail-returned = Письмо вернулось: { $recipient }

## The catalogue, agreements, the trail itself
audit-event-service-added = Служба добавлена в каталог: { $service }
audit-event-service-changed = Служба изменена: { $service }. { $changes }
audit-event-service-retired = Служба снята: { $service }
audit-event-service-returned = Служба возвращена: { $service }
audit-event-agreement-published = Опубликовано клиентское соглашение { $version }
audit-event-trail-verified = Цепочки журнала аудита проверены
audit-event-list-exported = Список выгружен в файл: { $list }

## From what to what
audit-change = { $what }: { $from } → { $to }
audit-changes = { $first }; { $rest }
audit-nothing = ничего
audit-field-name = Юридическое название
audit-field-registered-id = Регистрационный номер
audit-field-domain = Домен
audit-field-country = Рынок
audit-field-contact = Адрес для связи
audit-field-tenant = Идентификатор каталога (tenant)
audit-field-name-en = Название по-английски
audit-field-name-zh = Название по-китайски
audit-field-name-ru = Название по-русски
audit-field-billing = Оплата
audit-field-admin-url = Центр администрирования
audit-field-position = Место в каталоге
audit-list-audit = Журнал аудита
audit-list-relationships = Отношения
audit-list-delegations = Делегирования
audit-list-invitations = Приглашения
audit-list-subscriptions = Подписки

## Pages
audit-title = Журнал аудита
audit-intro = Всё, что происходило на портале, сначала новое. Записи связаны в цепочки: изменить, удалить или переставить запись незаметно нельзя.
audit-holds = Цепочки целы: проверено до записи { $entry }, { $when }. Цепочек: { $chains }.
audit-broken = Журнал аудита нарушен
audit-broken-text = Проверено { $when }: кто-то изменил, удалил или переставил записи в самой базе данных. Первые записи, которые не сходятся:
audit-unchecked =
    { $entries ->
        [one] { $entries } запись, цепочек: { $chains }. Для этой страницы они не проверялись.
        [few] { $entries } записи, цепочек: { $chains }. Для этой страницы они не проверялись.
        [many] { $entries } записей, цепочек: { $chains }. Для этой страницы они не проверялись.
       *[other] { $entries } записи, цепочек: { $chains }. Для этой страницы они не проверялись.
    }
audit-check = Проверить все цепочки сейчас
audit-looked-through = Все цепочки проверены, итог ниже.
audit-filter-kind = Событие
audit-filter-organization = Организация
audit-filter-person = Кто
audit-filter-from = С
audit-filter-to = По
audit-filter-thing = О чём
audit-filter-subject = Идентификатор, квитанция или ID партнёра
audit-subject-wrong = Введите идентификатор вида 0190f5c8-6b7e-7a3c-9d2e-4b1a6c8e0f12, квитанцию вида M-7K3Q-X2VD или идентификатор партнёра из семи цифр
audit-dates-wrong = Введите день не раньше первого
audit-organizations-many = Таких организаций больше 50. Введите название точнее либо полный идентификатор партнёра или домен
audit-people-many = Таких людей больше 50. Введите имя точнее либо полный адрес электронной почты
audit-number = Запись
audit-place = Запись { $seq } цепочки { $chain }
audit-details = Подробности
audit-hash = Хеш
audit-id-invitation = Приглашение
audit-id-relationship = Отношения
audit-id-delegation = Делегирование
audit-id-partnership = Партнёрство
audit-id-organization = Организация
audit-id-person = Кто
audit-id-request = Запрос
audit-none = Событий нет
audit-none-text = События появляются здесь, когда люди входят, приглашают, принимают и делегируют. Если задан отбор, подходящих событий нет.
audit-history-title = История
audit-history-intro = Что сделала ваша организация и что сделали другие, если это её касается. Сначала новое.

## Kinds of event, for the filter
audit-kind-signed-in = Вход
audit-kind-sign-in-failed = Неудачный вход
audit-kind-signed-out = Выход
audit-kind-session-ended = Сеанс завершён
audit-kind-reset-asked = Запрос нового пароля
audit-kind-password-changed = Пароль изменён
audit-kind-account-invited = Люди: приглашение вступить
audit-kind-account-set-up = Учётная запись: настройка
audit-kind-email-confirmed = Адрес подтверждён
audit-kind-membership-changed = Изменены настройки сотрудника
audit-kind-membership-ended = Сотрудник исключён
audit-kind-membership-refused = Люди: отказ вступить
audit-kind-membership-withdrawn = Люди: приглашение вступить отозвано
audit-kind-organization-registered = Организация: регистрация
audit-kind-organization-suspended = Организация: приостановка
audit-kind-organization-reinstated = Организация: восстановление
audit-kind-organization-changed = Организация: изменение профиля
audit-kind-domain-confirmed = Организация: подтверждение домена
audit-kind-partnership-invited = Партнёрство: приглашение
audit-kind-partnership-authorized = Партнёрство: подтверждение
audit-kind-partnership-refused = Партнёрство: отказ
audit-kind-partnership-withdrawn = Партнёрство: отзыв
audit-kind-partnership-ended = Партнёрство: завершение
audit-kind-invitation-created = Приглашение: создание
audit-kind-invitation-handed-over = Приглашение: передача посреднику
audit-kind-invitation-taken-back = Приглашение: изъятие у посредника
audit-kind-invitation-forwarded = Приглашение: пересылка
audit-kind-invitation-paused = Приглашение: приостановка
audit-kind-invitation-resumed = Приглашение: возобновление
audit-kind-invitation-rotated = Приглашение: замена ссылки
audit-kind-invitation-revised = Приглашение: изменено
audit-kind-invitation-corrected = Приглашение: исправлен адрес
audit-kind-invitation-reminded = Приглашение: напоминание
audit-kind-invitation-reminders-on = Приглашение: напоминания включены
audit-kind-invitation-reminders-off = Приглашение: напоминания выключены
audit-kind-invitation-reminders-refused = Приглашение: отказ от напоминаний
audit-kind-invitation-revoked = Приглашение: отзыв
audit-kind-invitation-opened = Приглашение: просмотр
audit-kind-invitation-misdirected = Приглашение: открыто не тем получателем
audit-kind-invitation-accepted = Приглашение: принятие
audit-kind-invitation-declined = Приглашение: отклонение
audit-kind-counter-offer-made = Встречное предложение: сделано
audit-kind-counter-offer-agreed = Встречное предложение: согласовано
audit-kind-counter-offer-refused = Встречное предложение: отклонено
audit-kind-counter-offer-withdrawn = Встречное предложение: отозвано
audit-kind-request-handed-over = Приглашение: передано коллеге
audit-kind-invitation-missed = Приглашение: запрос новой ссылки
audit-kind-invitation-stopped = Приглашение: остановка оператором
audit-kind-invitation-reported = Приглашение: сообщение оператору
audit-kind-alarm-closed = Сообщение: признание необоснованным
audit-kind-request-made = Запрос: отправка
audit-kind-request-issued = Запрос: выпуск приглашения
audit-kind-request-issued-by-policy = Запрос: выпуск сразу по правилам
audit-kind-request-refused = Запрос: отказ
audit-kind-request-withdrawn = Запрос: отзыв
audit-kind-policy-set = Правила для запросов: изменение
audit-kind-invitation-stop-lifted = Приглашение: снятие остановки
audit-kind-alarm-reopened = Сообщение: повторное открытие
audit-kind-relationship-started = Отношения: начало
audit-kind-relationship-ended = Отношения: завершение
audit-kind-delegation-granted = Делегирование: предоставление
audit-kind-delegation-consented = Делегирование: согласие
audit-kind-delegation-refused = Делегирование: отказ
audit-kind-delegation-removed = Делегирование: удаление
audit-kind-delegation-given-up = Делегирование: отказ исполнителя
audit-kind-delegation-replaced = Делегирование: замена
audit-kind-delegation-expired = Делегирование: истечение срока
audit-kind-delegation-extension-agreed = Делегирование: согласие на автоматическое продление
audit-kind-delegation-extension-withdrawn = Делегирование: отзыв автоматического продления
audit-kind-delegation-extended = Делегирование: автоматическое продление
audit-kind-delegation-used = Делегирование: работа от имени клиента
audit-kind-renewal-prepared = Возобновление: предложение
audit-kind-renewal-accepted = Возобновление: принятие
audit-kind-renewal-declined = Возобновление: отклонение
audit-kind-renewal-withdrawn = Возобновление: отзыв предложения
audit-kind-renewal-lapsed = Возобновление: утрата силы
audit-kind-calendar-opened = Календарь окончаний: новая ссылка
audit-kind-calendar-closed = Календарь окончаний: выключение
audit-kind-delegation-closed = Делегирование: завершение вместе с отношениями
audit-kind-support-contact-chosen = Подписка: выбор контакта поддержки
audit-kind-import-confirmed = Подписки: подтверждение загрузки
audit-kind-import-done = Подписки: завершение загрузки
audit-kind-import-failed = Подписки: загрузка прервана
audit-kind-mail-retried = Почта: повторная отправка
audit-kind-mail-returned = Почта: возврат
audit-kind-service-added = Служба: добавление
audit-kind-service-changed = Служба: изменение
audit-kind-service-retired = Служба: снятие
audit-kind-service-returned = Служба: возвращение
audit-kind-agreement-published = Соглашение: публикация
audit-kind-trail-verified = Журнал аудита: проверка
audit-kind-list-exported = Список: выгрузка

## What an event is about, for the filter
audit-thing-people = Люди и учётные записи
audit-thing-organizations = Организации
audit-thing-partnerships = Партнёрства
audit-thing-invitations = Приглашения
audit-thing-relationships = Отношения
audit-thing-delegations = Делегирования
audit-thing-portal = Сам портал

## The file
audit-export = Выгрузить показанное (CSV)
audit-export-hint = В файле всё, что показывает отбор, а не только эта страница. Выгрузка записывается в журнал.
audit-file = журнал-аудита
audit-column-number = Запись
audit-column-utc = Время (UTC)
audit-column-time = Время
audit-column-event = Событие
audit-column-kind = Вид
audit-column-person = Кто
audit-column-organization = Организация
audit-column-details = Подробности
audit-column-invitation = ID приглашения
audit-column-relationship = ID отношений
audit-column-delegation = ID делегирования
audit-column-partnership = ID партнёрства
audit-column-person-id = ID человека
audit-column-organization-id = ID организации
audit-column-request = ID запроса
audit-column-chain = Цепочка и место
audit-column-hash = Хеш
