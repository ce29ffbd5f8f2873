### Приглашения: как поставщик их создаёт и передаёт и как их пересылают.

invitations-title = Приглашения
invitations-lede = Что вы предлагаете клиентам, у кого это на руках и чем закончилось.
invitations-handed-title = Приглашения от поставщиков
invitations-handed-lede = Пересылайте их своим клиентам. Создают и меняют приглашения только поставщики.
invitations-invitation = Приглашение
invitations-state = Состояние
invitations-kind = Вид
invitations-passed-on = Переслано
invitations-you-passed-on = Вы переслали
invitations-reactions = Клиенты
invitations-accepted = Принято
invitations-until = Действует до
invitations-no-end = Бессрочно
invitations-not-yet = Пока нет
invitations-times =
    { $count ->
        [one] { $count } раз
        [few] { $count } раза
        [many] { $count } раз
       *[other] { $count } раза
    }
invitations-count-accepted =
    { $count ->
        [one] { $count } принял
        [few] { $count } приняли
        [many] { $count } приняли
       *[other] { $count } приняли
    }
invitations-count-opened =
    { $count ->
        [one] { $count } вошёл
        [few] { $count } вошли
        [many] { $count } вошли
       *[other] { $count } вошли
    }
invitations-count-declined =
    { $count ->
        [one] { $count } отклонил
        [few] { $count } отклонили
        [many] { $count } отклонили
       *[other] { $count } отклонили
    }
invitations-uses-opened = Вошли
invitations-uses-accepted = Приняли
invitations-uses-declined = Отклонили
invitations-none = Приглашений пока нет
invitations-none-text = Здесь появятся приглашения вашей организации: у кого они и чем закончились.
invitations-none-found = Подходящих приглашений нет
invitations-none-found-text = Выберите другое состояние или другой вид, чтобы увидеть остальные.
invitations-show-all = Показать все
invitations-handed-none = Пересылать пока нечего
invitations-handed-none-text = Создавать приглашения может только ваш поставщик. Переданные вам появятся здесь, и их можно будет переслать.
invitations-to-providers = Перейти к поставщикам
invitations-from = { $kind } от { $provider }
invitations-create = Создать приглашение
invitations-drafts = Ваши черновики
invitations-draft-untitled = Приглашение пока без названия
invitations-draft-changed = Последнее изменение:
invitations-draft-remove = Удалить черновик
invitations-done-removed = Черновик удалён.

## Создание
invitations-later = Сохранить черновик и выйти
invitations-kind-question = Для кого приглашение?
invitations-standing-hint = Для любого числа клиентов. Ссылкой можно пользоваться снова и снова, данных клиентов в нём нет.
invitations-addressed-hint = Для одного клиента с известным адресом электронной почты. Используется один раз и имеет срок.
invitations-services-question = О чём вы просите клиента?
invitations-services-hint = Клиент всегда решает по каждой службе отдельно и может выбрать меньше. Не выбирайте ничего, если нужны только отношения.
invitations-asked = Запрашиваемое делегированное администрирование
invitations-asked-nothing = Ничего: только отношения
invitations-ask = { $service }: { $purpose }
invitations-ask-right-title = Вы можете запросить только отношения
invitations-ask-right-text = Запрашивать делегированное администрирование может агент-администратор или глобальный администратор вашей организации. Попросите его создать приглашение, если клиент должен что-то делегировать.
invitations-ask-right = Ничего здесь не выбирайте: запрашивать делегированное администрирование может агент-администратор или глобальный администратор
invitations-everything = Это равно правам глобального администратора
invitations-everything-text = Подготовка во всех службах равна правам глобального администратора. Клиентам об этом сообщается, и такие делегирования никогда не продлеваются сами. Запрашивайте только необходимое.
invitations-days = Срок делегирования
invitations-days-hint = От 1 до 730 дней. Клиент может выбрать меньший срок.
invitations-days-count =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
        [many] { $count } дней
       *[other] { $count } дня
    }
invitations-holder = Предлагаемый исполнитель
invitations-holder-hint = Кто будет выполнять работу. Клиент может выбрать другого партнёра.
invitations-holder-ourselves = Мы сами: { $name }
invitations-recipient-question = Для какого клиента приглашение?
invitations-recipient-hint = Принять его сможет только тот, у кого этот адрес или этот каталог (tenant).
invitations-email = Адрес электронной почты клиента
invitations-email-hint = Лучше всего глобального администратора
invitations-name = Имя или название
invitations-name-hint = Человека или компании, для письма и вашего списка
invitations-domain = Домен каталога (tenant)
invitations-domain-hint = Например, fabrikam.partner.onmschina.cn
invitations-open-days = Приглашение открыто в течение
invitations-open-days-hint = Срок истекает в конце последнего дня
invitations-open-days-standing-hint = Оставьте пустым, если срок не нужен
invitations-label-question = Как вы его назовёте?
invitations-label-intro = В постоянном приглашении нет данных клиентов; название нужно вам и вашим посредникам. Клиенты его не видят.
invitations-label = Название приглашения
invitations-label-hint = Например, «Поддержка Office 365, Шанхай»
invitations-message-question = Что написать в письме?
invitations-message-hint = Оба абзаца можно изменить или удалить. Остальное не меняется, прежде всего ссылка.
invitations-language = Язык письма
invitations-language-hint = Язык получателя, каким бы ни был ваш. Абзацы, которые вы не меняли, следуют за ним.
invitations-usual-text = Показать обычный текст на этом языке
invitations-first = Первый абзац
invitations-second = Второй абзац
invitations-paragraph-hint = Оставьте пустым, чтобы его не было
invitations-rest-stays = Портал добавит, кто вы, о чём просите, до какого срока, и ссылку.
invitations-paragraph-1 = { $provider } предлагает вашей организации работать с ней в качестве поставщика облачных решений для служб под управлением 21Vianet.
invitations-paragraph-2 = По ссылке ниже ещё до входа видно, что изменится и что останется прежним. По каждой службе вы сами решаете, кому доверить подготовку, а кому поддержку, и любое решение потом можно отменить.
invitations-check-title = Проверьте ответы
invitations-mail-title = Письмо, каким его отправят
invitations-subject = Тема
invitations-text = Текст
invitations-preview-html = Открыть HTML-часть в новом окне
invitations-frozen-hint = После создания условия закреплены: клиенты принимают именно то, что видят. Последующее изменение создаёт новую редакцию, которую клиенты увидят, прежде чем принять.
invitations-create-and-send = Создать и отправить приглашение
invitations-create-only = Создать, отправлю самостоятельно
invitations-similar = У этого клиента, возможно, уже есть что-то от вас
invitations-similar-customer = Клиент с
invitations-similar-invitation = Открытое приглашение от
invitations-similar-services = Те же службы: { $services }
invitations-similar-anyway = Всё равно создать это приглашение
invitations-similar-confirm = Подтвердите, что нужно ещё одно приглашение, или сначала посмотрите, что уже есть

## Одно приглашение
invitations-done-created = Приглашение создано. Скопируйте ссылку, отправьте его или передайте посредникам.
invitations-done-created-and-sent = Приглашение создано и отправляется.
invitations-done-sent = Отправляется. В журнале видно, что стало с каждым письмом.
invitations-done-paused = Приглашение приостановлено. По ссылкам ничего нельзя принять, пока вы его не возобновите.
invitations-done-resumed = Приглашение снова открыто.
invitations-done-rotated = У приглашения новая ссылка. Прежние больше не действуют.
invitations-done-revoked = Приглашение отозвано. Всем, у кого оно было, об этом сообщено.
invitations-done-handed-over = Передано. Посредникам об этом сообщено.
invitations-done-taken-back = Забрано. Посредник больше не может его переслать.
invitations-send-title = Отправка
invitations-link = Ссылка приглашения
invitations-link-hint = Для клиентов. Она показывает, кто и о чём просит, и сама по себе никаких прав не даёт.
invitations-send = Отправить
invitations-preview-mail = Посмотреть письмо
invitations-preview-mail-text = Тема и текст ровно такие, какими их отправят. В письме от портала у каждого получателя своя ссылка.
invitations-preview-link-dead = Ссылка в этом образце никуда не ведёт. При каждой пересылке портал создаёт отдельную ссылку, чтобы было известно, что ответ клиента пришёл через вас.
invitations-preview-page = Посмотреть глазами получателя
invitations-hands = У кого оно
invitations-hands-empty = Ни у одного посредника его нет.
invitations-handed-since = С какого времени:
invitations-take-back = Забрать
invitations-resellers-more =
    { $count ->
        [one] Показан первый { $count } по названию. Остальных найдите по названию или ID партнёра.
        [few] Показаны первые { $count } по названию. Остальных найдите по названию или ID партнёра.
        [many] Показаны первые { $count } по названию. Остальных найдите по названию или ID партнёра.
       *[other] Показаны первые { $count } по названию. Остальных найдите по названию или ID партнёра.
    }
invitations-resellers-none = Ни у кого из ваших посредников нет «{ $text }» в названии или в качестве ID партнёра.
invitations-told-more =
    { $count ->
        [one] и ещё { $count } посредник
        [few] и ещё { $count } посредника
        [many] и ещё { $count } посредников
       *[other] и ещё { $count } посредника
    }
invitations-take-back-hint = Посредник, у которого его забрали, больше не пересылает его. Ранее пересланные им ссылки действуют, пока вы не замените ссылку или не отзовёте приглашение.
invitations-hand-over-to = Кому передать
invitations-hand-over-hint = Посредники с действующим партнёрством. Им сообщат по электронной почте; они могут пересылать, но не менять.
invitations-hand-over-nobody = Выберите хотя бы одного посредника
invitations-hand-over = Передать посредникам
invitations-no-resellers = Сначала пригласите посредника, затем можно будет передать
invitations-what-became = Чем закончилось
invitations-what-became-yours = Чем закончились ваши пересылки
invitations-reactions-empty = Пока никто не вошёл, чтобы его посмотреть.
invitations-stopped = Оператор остановил это приглашение
invitations-stopped-reason = Причина: { $reason }
invitations-stopped-text = Его ссылки больше не работают, и на них это сказано. Принятое клиентами раньше остаётся.

## What was passed on and is in hands no more
invitations-passed-title = Приглашение партнёра { $provider }, которое вы пересылали
invitations-passed-text = Сейчас его у вас нет, поэтому его условия здесь не показаны. Ниже видно, что вы переслали и что из этого вышло.
invitations-missed = Просят новое
invitations-missed-count =
    { $count ->
        [one] Новое приглашение по недействующей ссылке просили { $count } раз.
        [few] Новое приглашение по недействующей ссылке просили { $count } раза.
        [many] Новое приглашение по недействующей ссылке просили { $count } раз.
       *[other] Новое приглашение по недействующей ссылке просили { $count } раза.
    }
invitations-missed-text = Кто просил, указано в письме вашим сотрудникам.
invitations-outcome-accepted = Принято
invitations-outcome-declined = Отклонено
invitations-outcome-opened = Вход выполнен, ответа нет
invitations-customer-unknown = Клиент; название появится после ответа
invitations-a-customer = Клиент
invitations-own-link = Ссылка без пересылки
invitations-reason = Причина: { $reason }
invitations-chain = Каким путём дошло
invitations-ledger = Журнал пересылок
invitations-ledger-yours = Ваши пересылки
invitations-ledger-empty = Пока никто его не пересылал.
invitations-to = Кому
invitations-to-unknown = Не записано
invitations-by = Кто
invitations-way = Способ
invitations-when = Когда
invitations-terms = Условия
invitations-recipient = Получатель
invitations-created = Создано
invitations-frozen = Клиенты принимают именно то, что видят: изменение создаёт новую редакцию, и никто не примет её не глядя.
invitations-history = История
invitations-manage = Управление
invitations-pause = Приостановить
invitations-pause-hint = Ссылки остаются, сообщают, что приглашение приостановлено, и ничего не принимают, пока вы его не возобновите.
invitations-resume = Возобновить
invitations-resume-hint = Ссылки снова будут действовать.
invitations-rotate = Заменить ссылку
invitations-rotate-hint = Прежние ссылки сразу перестанут действовать, в том числе пересланные посредниками.
invitations-revoke = Отозвать приглашение
invitations-revoke-hint = Навсегда. Сначала вы увидите, что это означает.
invitations-revoke-title = Отозвать «{ $label }»?
invitations-revoke-will-links = Все ссылки сразу перестанут действовать, в том числе пересланные.
invitations-revoke-will-page = Кто откроет ссылку, прочтёт, что вы её отозвали и когда.
invitations-revoke-will-told = Посредникам, у которых оно есть или которые его пересылали, сообщат по электронной почте.
invitations-revoke-will-final = Снова открыть его нельзя. Можно создать другое.
invitations-revoke-stays-customers = Клиенты, которые приняли, их отношения и делегирования остаются без изменений.
invitations-revoke-stays-ledger = Журнал и история остаются.
invitations-revoke-told = Оно есть у этих посредников, им сообщат
invitations-cannot-forward = Сейчас его нельзя переслать
invitations-forward-title = Пересылка
invitations-forward-text = Ссылка и слова поставщика { $provider } не меняются; можно добавить собственное примечание. Каждая пересылка записывается.
invitations-forward = Переслать
invitations-handed-by = Когда вам его передал поставщик { $provider }:

## Отправка и пересылка
invitations-send-again = При повторной отправке приглашение получает новую ссылку. Прежние перестают действовать.
invitations-way-question = Как вы хотите его отправить?
invitations-way-mail = Отправит портал
invitations-way-mail-hint = Письмо каждому получателю, у каждого своя ссылка. Видно, что с ним стало.
invitations-way-text = Отправлю самостоятельно, с текстом
invitations-way-text-hint = Вы получите тему и текст для копирования. Записывается как подготовленное, а не отправленное.
invitations-way-link = Нужна только ссылка
invitations-way-link-hint = Например, для сообщения в чате. Записывается как подготовленное, а не отправленное.
invitations-recipients = Получатели
invitations-recipients-hint = По одному в строке, до 50: zhao@example.cn или Zhao Min <zhao@example.cn>. Если отправляете самостоятельно, укажите одного получателя или никого.
invitations-recipient-fixed = Адресное приглашение отправляется только на этот адрес.
invitations-recipient-line = Исправьте строку { $line }: введите один адрес электронной почты, перед ним можно указать имя
invitations-recipients-none = Введите хотя бы одного получателя
invitations-recipients-too-many = Введите не более 50 получателей за один раз
invitations-recipient-one = Введите один адрес электронной почты или ничего
invitations-too-many-mails = Попробуйте завтра или отправьте самостоятельно: дневной предел писем с приглашениями достигнут у вас или у одного из этих адресов. Ничего не отправлено
invitations-note = Ваше примечание
invitations-note-hint = Простой текст. Стоит над приглашением и отмечено как ваше.
invitations-link-stays = Ссылку создаёт портал, изменить её нельзя.
invitations-pass-on = Передать
invitations-take-along = Отправьте самостоятельно
invitations-take-along-text = Пересылка записана в журнал как подготовленная. Скопируйте нужное; по ссылке видно, что она пришла от вас.
invitations-take-along-for = Для: { $name }.
invitations-take-along-link-hint = Эта ссылка относится к этой пересылке. Для другого клиента сделайте новую.
invitations-take-along-done = Вернуться к приглашению

## Глазами получателя
invitations-preview-banner = Предварительный просмотр: здесь ничего нельзя принять.
invitations-preview-back = Вернуться к приглашению

## Если не получилось
invitations-conflict-drafts = У вас очень много черновиков. Сначала удалите часть из них; ничего не изменено.
invitations-conflict-draft-changed = Пока вы смотрели, черновик изменили в другом окне, поэтому ничего не создано. Вернитесь, обновите страницу и проверьте ответы ещё раз.
invitations-conflict-holder = Предлагаемый исполнитель больше не входит в число ваших действующих посредников, поэтому ничего не создано. Вернитесь и выберите другого.
invitations-conflict-state = Состояние приглашения тем временем изменилось, поэтому ничего не изменено. Вернитесь и посмотрите текущее состояние.
invitations-conflict-revised = Посмотрите приглашение в нынешнем виде и отправьте ещё раз: оно изменено после того, как вы открыли эту страницу. Ничего не отправлено
invitations-conflict-not-open = Приглашение сейчас не открыто: приостановлено, истекло, на него ответили или его отозвали. Ничего не отправлено.
invitations-conflict-partnership = Ваше партнёрство с этим поставщиком не действует, поэтому пересылать его приглашения нельзя. Ничего не отправлено.
invitations-conflict-provider = Поставщик приостановлен. Пока его не восстановят, пересылать его приглашения нельзя; затем ссылки с неистёкшим сроком снова будут действовать.
