### Что видит клиент: страница ссылки, согласие, проверка, квитанция.

## Страница ссылки
consents-to-customer = Приглашение клиенту
consents-landing-title = { $partner } просит стать вашим поставщиком облачных решений
consents-landing-lede = Прочитайте, о чём просит { $partner }, и решите. Открытие этой страницы ничего не принимает, и никто о нём не узнаёт.
consents-written-in = Это приглашение написано на другом языке.
consents-partner-id = ID партнёра { $id }
consents-registered = Регистрационный номер { $id }
consents-market = Рынок: { $country }
consents-passed-on = Вам переслал партнёр { $partner }, { $date }
consents-words-of = Своими словами: { $partner }
consents-answer-until = Ответить можно до:
consents-no-end = У этого приглашения нет срока.
consents-meant-for = Оно адресовано { $email }. Ответить может только организация этого человека.
consents-asked = О чём просят
consents-asked-nothing = Только отношения. Доступ к вашим службам не запрашивается.
consents-asked-days =
    { $days ->
        [one] Отношения и не более чем на { $days } день разрешение работать в службах:
        [few] Отношения и не более чем на { $days } дня разрешение работать в службах:
        [many] Отношения и не более чем на { $days } дней разрешение работать в службах:
       *[other] Отношения и не более чем на { $days } дня разрешение работать в службах:
    }
consents-equals-admin = Запрошено столько же прав, сколько у глобального администратора
consents-equals-admin-text = Запрошена подготовка во всех службах. Можно выбрать меньше служб, меньший срок или никого и всё равно принять отношения.
consents-will-list-you = { $partner } видит вашу организацию в списке клиентов и может продавать вам подписки
consents-will-choose =
    { $days ->
        [one] Тот, кого вы выберете, может работать в выбранных вами службах не дольше { $days } дня
        [few] Тот, кого вы выберете, может работать в выбранных вами службах не дольше { $days } дней
        [many] Тот, кого вы выберете, может работать в выбранных вами службах не дольше { $days } дней
       *[other] Тот, кого вы выберете, может работать в выбранных вами службах не дольше { $days } дня
    }
consents-will-default = Если вы никого не выберете, доступа не получит никто
consents-will-nobody = Доступа к вашим службам не получает никто
consents-stays-subscriptions = Ваши подписки остаются прежними
consents-stays-seller = Продавец, у которого они куплены, остаётся прежним
consents-stays-terms = Условия и обязательства сторон остаются прежними
consents-stays-partner-of-record = Зарегистрированный партнёр остаётся прежним
consents-stays-bill = Принятие не влечёт никаких счетов
consents-continue = Перейти к решению
consents-continue-hint = Сначала вы войдёте или зарегистрируетесь и вернётесь к этому приглашению. Переход ничего не принимает.
consents-continue-hint-in = После этого ваша организация найдёт приглашение в своём списке. Переход ничего не принимает.
consents-really = Это действительно они?
consents-really-text = Название, ID и контакт партнёра { $partner } на этой странице взяты из реестра портала, а не из полученного вами письма.
consents-really-doubt = Если сомневаетесь, спросите их способом, который знали раньше. Не принимайте того, чего не ждали.
consents-contact = Контакт:
consents-portal = Вы на { $host }. Приглашения этого портала не бывают по другим адресам.

## Ссылки, которые не работают
consents-dead-replaced-title = Эта ссылка от { $partner } заменена более новой
consents-dead-replaced-text = Вместо неё отправлена другая ссылка, а эта больше не ведёт к приглашению. Ничего не изменилось. Поищите более позднее письмо или попросите новое приглашение.
consents-dead-expired-title = Срок приглашения партнёра { $partner } истёк
consents-dead-expired-text = Принять его больше нельзя. Ничего не изменилось. Если вы хотите принять решение, попросите новое.
consents-dead-revoked-title = { $partner }: приглашение отозвано
consents-dead-revoked-text = Принять его больше нельзя. Ничего не изменилось. Если вы его ждали, попросите новое.
consents-dead-paused-title = { $partner }: приглашение приостановлено
consents-dead-paused-text = Сейчас принять его нельзя. Когда его возобновят, эта же ссылка снова заработает.
consents-dead-used-title = На приглашение партнёра { $partner } уже ответили
consents-dead-used-text = Оно рассчитано на один ответ, и он дан. Если ответить должны и вы, попросите отдельное приглашение.
consents-dead-suspended-title = Сейчас принять приглашение партнёра { $partner } нельзя
consents-dead-suspended-text = Этот партнёр или тот, кто переслал приглашение, пока не может действовать на портале. Ссылка снова заработает, когда сможет, если приглашение до этого не истечёт.
consents-dead-own-suspended-title = Ваша организация приостановлена
consents-dead-own-suspended-text = Вы можете посмотреть приглашение и отклонить его, но принять сможете, только когда оператор восстановит вашу организацию. О причине спросите оператора.
consents-dead-stopped-title = Оператор остановил это приглашение от { $partner }
consents-dead-stopped-text = Оператор портала остановил его, и принять его нельзя. Если ваша организация что-то по нему приняла, это можно удалить в любое время на странице «Отношения с партнёрами».
consents-used-yours = Это была ваша организация?
consents-used-yours-text = Войдите, чтобы найти квитанцию.
consents-ask = Попросить у партнёра { $partner } новое
consents-ask-new = Попросить приглашение для вас
consents-ask-text = Его сотрудники получат сообщение о том, что по этой ссылке просят новое приглашение, и кто просит.
consents-ask-email = Ваш адрес электронной почты для ответа
consents-asked-again = { $partner } знает, что вы просите новое приглашение.
consents-works-text = Это приглашение действует. Откройте ссылку ещё раз и ответьте.

## Другая учётная запись
consents-not-yours = С этой учётной записью ответить на приглашение нельзя
consents-not-yours-text = Ничего не изменилось. Выйдите, чтобы войти с другой учётной записью: вы вернётесь к этому приглашению.
consents-not-yours-ask = Оно всё же для вас?
consents-account = Ваша учётная запись
consents-company = Организация
consents-company-kind = Вид
consents-needed = Нужно
consents-needed-customer = Учётная запись организации клиента
consents-needed-address = Учётная запись { $email } или сотрудника той же организации
consents-other-account = Выйти и войти с другой учётной записью
consents-to-today = На мою начальную страницу

## Список полученных приглашений
consents-received = Приглашения вашей организации
consents-received-lede = Все приглашения, которые открыли сотрудники вашей организации, и что с ними стало.
consents-received-none = Приглашений пока нет
consents-received-none-text = Приглашение появится здесь, когда кто-нибудь из вашей организации войдёт и откроет его ссылку. Попросите партнёра прислать его.
consents-from = От кого
consents-state = Состояние
consents-came = Впервые открыто после входа
consents-until = Открыто до
consents-state-open = Ждёт решения
consents-state-accepted = Принято
consents-state-declined = Отклонено
consents-state-revoked = Отозвано
consents-state-used = Ответили другие
consents-state-expired = Истекло
consents-state-paused = Приостановлено

## Страница согласия
consents-request-title = { $partner } просит стать поставщиком облачных решений организации { $customer }
consents-other-market = Партнёр и клиент должны быть на одном рынке
consents-other-market-detail = Рынок партнёра: { $partner_market }, рынок вашей организации: { $customer_market }.
consents-other-market-text = Принять это приглашение нельзя. Если рынок вашей организации указан неверно, исправьте его; иначе обратитесь к партнёру на вашем рынке.
consents-no-right = Решает глобальный администратор вашей организации
consents-no-right-text = Здесь вы можете прочитать всё. Попросите решить коллегу, который вправе это сделать: приглашение есть и в его списке, в разделе «Приглашения».
consents-unconfirmed = Сначала подтвердите адрес электронной почты
consents-unconfirmed-text = Откройте ссылку в письме, которое мы отправили на { $email }. Затем вернитесь: приглашение останется в вашем списке.
consents-declined-on = Ваша организация отклонила это приглашение { $date }
consents-declined-still = Его ещё можно принять.
consents-before = Ваша организация приняла это приглашение { $date }
consents-before-ended = Отношения с партнёром { $partner } завершились { $date }. Приглашение можно принять заново; ничего из предоставленного тогда само не вернётся.
consents-before-changed = Принятое тогда остаётся в силе. С тех пор { $partner } изменил приглашение; новые условия можно принять вдобавок или оставить всё как есть.
consents-before-receipt = К квитанции { $reference }
consents-who = Кто может работать в ваших службах
consents-who-text =
    { $days ->
        [one] Пока вы не выбрали, не выбран никто. Сами отношения доступа не дают. Выбор действует не дольше { $days } дня; срок можно сократить, а выбор — отменить в любое время.
        [few] Пока вы не выбрали, не выбран никто. Сами отношения доступа не дают. Выбор действует не дольше { $days } дней; срок можно сократить, а выбор — отменить в любое время.
        [many] Пока вы не выбрали, не выбран никто. Сами отношения доступа не дают. Выбор действует не дольше { $days } дней; срок можно сократить, а выбор — отменить в любое время.
       *[other] Пока вы не выбрали, не выбран никто. Сами отношения доступа не дают. Выбор действует не дольше { $days } дня; срок можно сократить, а выбор — отменить в любое время.
    }
consents-for = на
consents-suggested = { $partner }, предложен
consents-present-provisioning = { $holder }: подготовка до { $date }; это остаётся
consents-present-support = { $holder }: поддержка до { $date }; это остаётся
consents-rival = { $holder } продаёт вам и сейчас может работать в { $service }
consents-rival-if = Продающий партнёр может быть только один. Если вы выберете здесь партнёра { $partner }, { $holder } сразу потеряет доступ и узнает об этом.
consents-replace = Заменить партнёра { $holder } в { $service }
consents-replace-required = Отметьте замену нынешнего партнёра в этой службе или выберите другого
consents-rival-text = Тем временем эту службу получил другой продающий партнёр. Ничего не принято. Откройте приглашение ещё раз: там видно, кого вы замените.
consents-another = Другой посредник
consents-another-text = Можно выбрать любого действующего посредника портала. Найдите его по названию или ID партнёра, сверьте ID и домен. После этого он появится в списках выше.
consents-find-label = Название или ID посредника
consents-find = Найти
consents-found =
    { $count ->
        [one] Найден { $count } посредник. Теперь он есть в списках выше.
        [few] Найдено { $count } посредника. Теперь они есть в списках выше.
        [many] Найдено { $count } посредников. Теперь они есть в списках выше.
       *[other] Найдено { $count } посредника. Теперь они есть в списках выше.
    }
consents-found-none = Нет действующего посредника с «{ $text }» в названии или с таким ID. Проверьте написание или узнайте ID у партнёра.
consents-inside = Работает с партнёром { $partner }
consents-outside = Не работает с партнёром { $partner }
consents-agreement = Клиентское соглашение
consents-agreement-read = Прочитать «{ $title }», версия { $version }
consents-agree = От имени организации { $customer } принимаю «{ $title }», версия { $version }
consents-agreement-required = Отметьте, что принимаете клиентское соглашение
consents-agreement-version = Версия { $version }, { $language }
consents-version = Версия { $version }
consents-to-check = Проверить перед принятием
consents-to-check-hint = Пока ничего не принимается: следующая страница покажет всё ещё раз.
consents-decline = Отклонить
consents-to-received = К списку приглашений

## Страница проверки
consents-check = Проверьте перед принятием
consents-check-lede = Это дословно то, что вы принимаете. Текст хранится вместе с квитанцией.
consents-relationship-with = Отношения с партнёром
consents-passed-by = Переслал
consents-by = Принимает
consents-days-now =
    { $days ->
        [one] На { $days } день, с этого момента
        [few] На { $days } дня, с этого момента
        [many] На { $days } дней, с этого момента
       *[other] На { $days } дня, с этого момента
    }
consents-days-after =
    { $days ->
        [one] До истечения { $days } дня, после собственного согласия партнёра
        [few] До истечения { $days } дней, после собственного согласия партнёра
        [many] До истечения { $days } дней, после собственного согласия партнёра
       *[other] До истечения { $days } дня, после собственного согласия партнёра
    }
consents-told = Кто об этом узнает
consents-will-list = { $partner } видит организацию { $customer } в списке клиентов и может продавать ей подписки
consents-will-provision =
    { $days ->
        [one] { $holder } может выполнять подготовку в { $service } { $days } день
        [few] { $holder } может выполнять подготовку в { $service } { $days } дня
        [many] { $holder } может выполнять подготовку в { $service } { $days } дней
       *[other] { $holder } может выполнять подготовку в { $service } { $days } дня
    }
consents-will-provision-after =
    { $days ->
        [one] { $holder } после собственного согласия может выполнять подготовку в { $service } до истечения { $days } дня
        [few] { $holder } после собственного согласия может выполнять подготовку в { $service } до истечения { $days } дней
        [many] { $holder } после собственного согласия может выполнять подготовку в { $service } до истечения { $days } дней
       *[other] { $holder } после собственного согласия может выполнять подготовку в { $service } до истечения { $days } дня
    }
consents-will-support =
    { $days ->
        [one] { $holder } может поддерживать { $service } { $days } день
        [few] { $holder } может поддерживать { $service } { $days } дня
        [many] { $holder } может поддерживать { $service } { $days } дней
       *[other] { $holder } может поддерживать { $service } { $days } дня
    }
consents-will-support-after =
    { $days ->
        [one] { $holder } после собственного согласия может поддерживать { $service } до истечения { $days } дня
        [few] { $holder } после собственного согласия может поддерживать { $service } до истечения { $days } дней
        [many] { $holder } после собственного согласия может поддерживать { $service } до истечения { $days } дней
       *[other] { $holder } после собственного согласия может поддерживать { $service } до истечения { $days } дня
    }
consents-will-replace = { $holder } сразу теряет доступ к { $service }
consents-stranger = { $holder } не работает с партнёром { $partner }
consents-stranger-text = Его всё равно можно выбрать. Сверьте ID партнёра и домен с теми, что вам известны.
consents-stranger-confirm = Да, я имею в виду партнёра { $holder }
consents-outside-required = Подтвердите, что имеете в виду этого посредника, или измените выбор
consents-accept = Принять отношения
consents-accept-delegate = Принять и делегировать
consents-change = Изменить выбор
consents-changed = То, что вы видели, отличается от того, что было бы принято сейчас
consents-changed-text = С тех пор как страница была открыта, изменились приглашение, партнёр, язык или ваша учётная запись. Ничего не принято. Посмотрите ещё раз и решите.
consents-look-again = Посмотреть приглашение ещё раз

## Отклонение
consents-decline-title = Отклонить приглашение партнёра { $partner }
consents-decline-text = Отношения не начнутся, и никто не получит доступа. Больше ничего не изменится.
consents-decline-text-before = У вашей организации остаётся то, что она приняла раньше; нового доступа никто не получит.
consents-reason = Почему
consents-reason-hint = Партнёр это прочитает.
consents-declined-title = Вы отклонили приглашение партнёра { $partner }
consents-declined-text = В вашей организации ничего не изменилось. Отправители приглашения об этом узнают.

## Квитанция
consents-receipt-yours = Вы приняли отношения с партнёром { $partner }
consents-receipt-theirs = { $customer }: приняты отношения с партнёром { $partner }
consents-next = Что дальше
consents-next-told = { $partner } и все, кого это касается, уже извещены. Квитанция придёт вам по почте.
consents-next-awaiting = Партнёры, не участвовавшие в приглашении, смогут работать только после собственного согласия.
consents-next-remove = Любого из них можно удалить в любое время, одним действием.
consents-next-list = { $customer } теперь в списке клиентов.
consents-to-customer-page = К странице клиента
consents-parties = Стороны
consents-partner = Партнёр
consents-passed-by-at = { $partner }, { $time }
consents-signed-in-by = Способ входа
consents-by-password = Пароль
consents-choices = Что выбрано
consents-choices-now = Выбор мог с тех пор измениться. Как обстоит дело сейчас:
consents-the-relationship = Отношения
consents-accepted = Приняты
consents-delegations = Делегирование
consents-replaced = Заменён
consents-replaced-in = { $holder } в { $service }
consents-record = Запись
consents-link-kind = Вид приглашения
consents-accepted-at = Принято
consents-hash = Отпечаток показанного текста
consents-hash-hint = SHA-256. Любое изменение текста выше изменило бы его.
consents-receipt-stays = Эта страница остаётся на месте: сохраните её адрес или распечатайте.
