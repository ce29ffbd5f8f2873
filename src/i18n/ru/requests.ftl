### Запросы посредников на приглашения и правила, по которым их выдают сразу.

## Lists
requests-title-provider = Запросы посредников
requests-title-reseller = Ваши запросы на приглашения
requests-lede-provider = Посредники просят у вас приглашения. Вы создаёте их как просили или с меньшим объёмом либо отказываете.
requests-lede-reseller = Приглашения создают только поставщики. Попросите своего и следите здесь за ответом.
requests-list = Запросы
requests-for = Для кого
requests-provider = Поставщик
requests-reseller = Посредник
requests-state = Состояние
requests-asked-at = Запрошено
requests-answered-at = Отвечено
requests-show-all = Показать все
requests-none-found = Подходящих запросов нет
requests-none-found-text = Выберите другое состояние, чтобы увидеть остальные.
requests-none-provider = Запросов пока нет
requests-none-provider-text = Здесь появятся запросы посредников. Если задать правила для посредника, подходящее будет выдаваться сразу.
requests-none-reseller = Вы пока ничего не просили
requests-none-reseller-text = Создать приглашение может только ваш поставщик. Попросите его: для названного клиента или для любого числа клиентов.
requests-to-partnerships = Посмотреть партнёрства

## Asking
requests-ask = Попросить приглашение
requests-ask-lede = Приглашение будет поставщика: его сотрудники создадут его и передадут вам, а вы перешлёте.
requests-no-provider = Вам некого просить
requests-no-provider-text = Поставщик предлагает партнёрство по ссылке. Когда вы его подтвердите, можно будет просить приглашения.
requests-kind = Для кого?
requests-kind-addressed = Для одного клиента
requests-kind-addressed-hint = С известным названием. Используется один раз и имеет срок.
requests-kind-standing = Для любого числа клиентов
requests-kind-standing-hint = Постоянное приглашение. Данных клиентов в нём нет.
requests-name = Название
requests-name-hint = Название клиента или постоянного приглашения
requests-email-hint = Для одного клиента. Без адреса отвечать придётся поставщику, какие бы правила он ни задал
requests-email-needed = Адресное приглашение отправляется только на этот адрес
requests-standing-no-customer = Для постоянного приглашения оставьте пустым: данных клиента в нём нет
requests-asks = Запрашиваемые делегированные права администратора
requests-asks-hint = Если нужны только отношения, ничего не выбирайте.
requests-suggest = Предложить нашу организацию как исполнителя
requests-suggest-hint = Клиент может выбрать другого партнёра.
requests-suggest-them = Предложить как исполнителя: { $reseller }
requests-note = Сообщение поставщику
requests-note-hint = Простой текст. Клиент его не увидит.
requests-ask-do = Отправить запрос

## One request
requests-by-policy = Выдано сразу
requests-by-policy-text = Запрос подошёл под правила ({ $provider }), отвечать никому не пришлось.
requests-refused-by = { $provider }: отказ
requests-to-invitation = Открыть приглашение
requests-ask-right-text = Запрос касается делегированных прав администратора. Вы можете выдать приглашение только на отношения или оставить ответ агенту-администратору или глобальному администратору.
requests-issue = Выдать приглашение
requests-issue-title = Выдать приглашение: { $reseller }
requests-issue-lede = Так, как просит { $reseller }. Убрать что-то можно, добавить нельзя.
requests-narrow-hint = Здесь только то, о чём просили. Снимите лишнее.
requests-days-narrow-hint = Не дольше, чем просили
requests-issue-hint = Приглашение создаётся от вашей организации и от вашего имени; его сразу получает { $reseller }.
requests-issue-do = Выдать и передать
requests-refuse = Отказать
requests-refusal-title = Отказать в запросе «{ $title }»?
requests-refusal-text = { $reseller } узнает об этом и прочтёт причину.
requests-reason = Причина
requests-reason-hint = Её прочтёт { $reseller }, клиент — нет.
requests-withdraw = Отозвать запрос
requests-done-asked = Поставщик получил запрос. Когда он ответит, вы получите письмо.
requests-done-issued = Запрос подходит под правила поставщика: приглашение выдано, его можно пересылать.
requests-done-answered = Приглашение выдано и передано. Посредник уведомлён.
requests-done-refused = В запросе отказано. Посредник уведомлён.
requests-done-withdrawn = Запрос отозван.

## Policies
requests-to-policy = Правила для запросов
requests-policy-title = Правила для запросов: { $partner }
requests-policy-lede-provider = Подходящее под эти правила { $reseller } получает сразу. Остальное ждёт вашего ответа.
requests-policy-lede-reseller = Подходящее под эти правила { $provider } выдаёт вам сразу. Остальное ждёт ответа.
requests-policy-on = Включены
requests-policy-off = Выключены
requests-policy-ended = Правила закончились вместе с партнёрством
requests-policy-ended-text = По ним больше ничего не выдаётся. Для нового партнёрства нужны новые правила.
requests-policy-author = Сейчас ничего не выдаётся
requests-policy-author-text = Тот, кто задал правила, больше не может создавать такие приглашения, или ваша организация приостановлена. Запросы ждут ответа. Задать правила заново может сотрудник с нужным правом.
requests-policy-none = Правил нет
requests-policy-none-text = Каждый запрос ждёт ответа поставщика.
requests-policy-set-title = Задать правила
requests-policy-name-text = Приглашения по ним принадлежат вашей организации и создаются от вашего имени, пока у вас самих есть на это право.
requests-policy-active = Сразу выдавать подходящее
requests-policy-active-hint = Выключено: каждый запрос ждёт ответа.
requests-policy-asks = Можно запрашивать
requests-policy-asks-hint = Если разрешены только отношения, ничего не выбирайте.
requests-policy-right-text = Вы можете задать правила только для отношений. Для делегированных прав администратора нужен агент-администратор или глобальный администратор вашей организации.
requests-policy-days = Наибольший срок делегирования
requests-policy-kinds = Виды
requests-policy-both = Адресные и постоянные приглашения
requests-policy-addressed = Адресные приглашения
requests-policy-per-month = Приглашений в календарный месяц
requests-policy-per-month-hint = От 1 до 1 000. Сверх этого запросы ждут
requests-policy-used = { $count } из { $most } в этом месяце
requests-policy-time = Действуют
requests-policy-set = Кто задал
requests-policy-standing = И постоянные приглашения
requests-policy-standing-hint = Их можно переслать любому числу клиентов.
requests-policy-from = С какого дня
requests-policy-until = По какой день
requests-policy-until-hint = Включительно. Оставьте пустым, если срока нет
requests-policy-until-before-from = Укажите последний день не раньше первого
requests-policy-save = Задать правила
requests-done-policy = Правила заданы от вашего имени.
requests-end-will-policy = Правила для запросов заканчиваются; в ожидающих запросах можно только отказать

## When it does not work
requests-conflict-partnership = Действующего партнёрства с этим поставщиком нет, запрос не отправлен. Вернитесь и выберите другого.
requests-conflict-answered = На этот запрос уже ответили или его отозвали, поэтому ничего не изменено. Вернитесь и посмотрите, что сейчас.
requests-conflict-ended = Партнёрство больше не действует, поэтому ничего не изменено. Отказать в запросе всё ещё можно.
