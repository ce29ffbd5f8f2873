### Сообщения оператору о приглашениях.

## Whoever reports
alarms-report = Сообщить об этом приглашении
alarms-report-title = Сообщить о приглашении от { $partner }
alarms-report-text = Оператор портала рассмотрит сообщение и может остановить приглашение. Сообщение не является ответом: решить о приглашении вы по-прежнему можете.
alarms-why = Причина сообщения
alarms-words = Своими словами
alarms-words-hint = Что произошло и что вы знаете об отправителе. Не указывайте пароли.
alarms-contact = Адрес для вопросов
alarms-contact-hint = Его увидит только оператор
alarms-report-do = Отправить сообщение
alarms-private = { $partner } не узнает, что сообщение от вас.
alarms-reported-title = Оператор получил ваше сообщение
alarms-reported-text = Сотрудники проверят приглашение. До их решения оно действует как прежде. Не принимайте того, чего не ожидали.
alarms-back = Назад к приглашению

## The operator's list and the report
alarms-title = Сообщения о приглашениях
alarms-lede = О чём сообщают те, кому пришло приглашение. Партнёр не видит, кто сообщил.
alarms-none = Сообщений нет
alarms-none-text = Когда кто-то сообщит о приглашении, сообщение появится здесь, а сотрудники оператора получат письмо.
alarms-when = Получено
alarms-about = Сообщение о «{ $label }»
alarms-their-words = Своими словами
alarms-by = От кого
alarms-by-nobody = Без входа в систему
alarms-came-by = Пришло по ссылке от
alarms-closed = Решено
alarms-others = Другие сообщения об этом приглашении
alarms-accepted = Принято по этому приглашению
alarms-accepted-none = Никто его не принял.
alarms-relationship = Отношения
alarms-delegations = Делегирования, выданные вместе с ним
alarms-no-delegations = Делегирований с ним не выдано.

## The decision
alarms-stop = Остановить приглашение
alarms-stop-title = Остановить «{ $label }»?
alarms-stop-will-links = Все его ссылки, и пересланные тоже, сразу перестают работать
alarms-stop-will-page = Открывший ссылку прочтёт, что приглашение остановил оператор
alarms-stop-will-reports = Все открытые сообщения о нём закрываются
alarms-stop-will-customers = Принявшие его клиенты получат письмо с вашей причиной и узнают, как завершить предоставленное
alarms-stop-told = Об этом и о причине узнают:
alarms-stop-stays-accepted = Всё, что клиенты по нему приняли: удалить это могут они сами
alarms-stop-stays-others = Другие приглашения этого партнёра
alarms-stop-reason = Причина
alarms-stop-reason-hint = Её прочтут партнёр и его посредники. Не указывайте, кто сообщил.
alarms-stop-do = Остановить приглашение
alarms-close = Закрыть как необоснованное
alarms-close-title = Закрыть сообщение о «{ $label }» как необоснованное?
alarms-close-text = Приглашение продолжает действовать. Никто об этом не узнает.
alarms-close-note = Примечание
alarms-close-note-hint = Почему всё в порядке. Прочтут только сотрудники оператора.
alarms-close-do = Закрыть сообщение
alarms-done-stopped = Приглашение остановлено. Партнёр и все, у кого оно было, уведомлены.
alarms-done-closed = Сообщение закрыто как необоснованное.
alarms-conflict-closed = По этому сообщению уже принято решение, поэтому ничего не изменено. Вернитесь и посмотрите, что сейчас.
