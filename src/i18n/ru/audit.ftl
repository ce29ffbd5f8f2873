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
audit-event-account-invited = Отправлено приглашение создать учётную запись: { $person }
audit-event-account-set-up = Учётная запись настроена: { $person }
audit-event-email-confirmed = Адрес электронной почты подтверждён
audit-event-membership-changed = Изменены настройки: { $person }. { $agent }, { $admin }
audit-event-membership-ended = Исключение из организации: { $person }

## Organizations
audit-event-organization-registered = Зарегистрирована организация: { $organization } ({ $kind })
audit-event-organization-suspended =
    { $reason ->
        [none] Организация приостановлена: { $organization }
       *[other] Организация приостановлена: { $organization }. Причина: { $reason }
    }
audit-event-organization-reinstated = Организация восстановлена: { $organization }

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
audit-event-invitation-revoked = Приглашение «{ $label }» отозвано
audit-event-invitation-opened = { $customer }: приглашение открыто после входа
audit-event-invitation-accepted = { $customer }: приглашение принято (квитанция { $reference })
audit-event-invitation-declined =
    { $reason ->
        [none] { $customer }: приглашение отклонено
       *[other] { $customer }: приглашение отклонено. Причина: { $reason }
    }
audit-event-invitation-misdirected = { $customer }: открыто приглашение, которое адресовано другому получателю
audit-event-invitation-missed = По недействующей ссылке запрошена новая

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

## Mail
audit-event-mail-retried = Повторная отправка письма, от которого отказались: { $recipient }
## Pages
audit-title = Журнал аудита
audit-intro = Всё, что происходило на портале, сначала новое. Записи связаны в цепочки: изменить, удалить или переставить запись незаметно нельзя.
audit-holds =
    { $entries ->
        [one] Цепочки целы: только что проверена { $entries } запись, цепочек: { $chains }.
        [few] Цепочки целы: только что проверены { $entries } записи, цепочек: { $chains }.
        [many] Цепочки целы: только что проверены { $entries } записей, цепочек: { $chains }.
       *[other] Цепочки целы: только что проверены { $entries } записи, цепочек: { $chains }.
    }
audit-broken = Журнал аудита нарушен
audit-broken-text = Кто-то изменил, удалил или переставил записи в самой базе данных. Первые записи, которые не сходятся:
audit-unchecked =
    { $entries ->
        [one] { $entries } запись, цепочек: { $chains }. Для этой страницы они не проверялись.
        [few] { $entries } записи, цепочек: { $chains }. Для этой страницы они не проверялись.
        [many] { $entries } записей, цепочек: { $chains }. Для этой страницы они не проверялись.
       *[other] { $entries } записи, цепочек: { $chains }. Для этой страницы они не проверялись.
    }
audit-check = Проверить все сейчас
audit-filter-kind = Событие
audit-filter-organization = Организация
audit-filter-person = Кто
audit-filter-from = С
audit-filter-to = По
audit-filter-subject = Идентификатор предмета
audit-subject-wrong = Введите идентификатор, например 0190f5c8-6b7e-7a3c-9d2e-4b1a6c8e0f12
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
audit-kind-account-invited = Учётная запись: приглашение
audit-kind-account-set-up = Учётная запись: настройка
audit-kind-email-confirmed = Адрес подтверждён
audit-kind-membership-changed = Изменены настройки сотрудника
audit-kind-membership-ended = Сотрудник исключён
audit-kind-organization-registered = Организация: регистрация
audit-kind-organization-suspended = Организация: приостановка
audit-kind-organization-reinstated = Организация: восстановление
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
audit-kind-invitation-revoked = Приглашение: отзыв
audit-kind-invitation-opened = Приглашение: просмотр
audit-kind-invitation-misdirected = Приглашение: открыто не тем получателем
audit-kind-invitation-accepted = Приглашение: принятие
audit-kind-invitation-declined = Приглашение: отклонение
audit-kind-invitation-missed = Приглашение: запрос новой ссылки
audit-kind-relationship-started = Отношения: начало
audit-kind-relationship-ended = Отношения: завершение
audit-kind-delegation-granted = Делегирование: предоставление
audit-kind-delegation-consented = Делегирование: согласие
audit-kind-delegation-refused = Делегирование: отказ
audit-kind-delegation-removed = Делегирование: удаление
audit-kind-delegation-given-up = Делегирование: отказ исполнителя
audit-kind-delegation-replaced = Делегирование: замена
audit-kind-delegation-expired = Делегирование: истечение срока
