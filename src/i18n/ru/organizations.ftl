### Страницы оператора об организациях.

organizations-title = Организации
organizations-text = Все участвующие компании, какого бы вида они ни были.
organizations-register = Зарегистрировать партнёра
organizations-search = Часть названия или идентификатор партнёра
organizations-kind = Вид
organizations-state = Состояние
organizations-name = Организация
organizations-partner-id = Идентификатор партнёра
organizations-market = Рынок
organizations-since = Дата регистрации
organizations-none = Организаций ещё нет
organizations-none-text = Здесь появятся партнёры, которых вы зарегистрируете, и клиенты, которые регистрируются сами.
organizations-none-found = Ничего не найдено
organizations-none-found-text = Под этот поиск не подходит ни одна организация. Попробуйте часть названия покороче или меньше условий.

## Регистрация партнёра
organizations-register-text = Клиенты регистрируются сами; партнёров регистрируют здесь, когда подписан договор.
organizations-kind-of-partner = Какой это партнёр?
organizations-kind-direct-partner = Продаёт своим клиентам сам. Создаёт приглашения, посредников не имеет.
organizations-kind-indirect-provider = Продаёт через посредников. Создаёт приглашения и передаёт их своим посредникам.
organizations-kind-indirect-reseller = Работает с поставщиками. Пересылает их приглашения, от своего имени не продаёт.
organizations-legal-name = Юридическое название
organizations-partner-id-hint = Семь цифр. Оставьте пустым, и он будет создан.
organizations-partner-id-wrong = Введите идентификатор партнёра из семи цифр, первая не 0
organizations-partner-id-taken = Введите другой идентификатор партнёра: этот уже занят
organizations-market-hint = Партнёр работает только с клиентами того же рынка.
organizations-domain = Домен
organizations-domain-hint = Клиенты видят его рядом с названием партнёра с пометкой «подтверждён»: убедитесь, что он принадлежит партнёру
organizations-registered-id = Регистрационный номер компании
organizations-contact = Адрес для связи
organizations-contact-hint = Клиенты видят его, когда хотят убедиться, что приглашение подлинное
organizations-first-admin = Первый глобальный администратор
organizations-first-admin-text = Получит письмо со ссылкой для настройки учётной записи и добавит коллег. Ссылка действует один раз, в течение трёх дней.
organizations-admin-name = Имя
organizations-admin-email = Адрес электронной почты
organizations-letter-language = Язык письма
organizations-register-do = Зарегистрировать партнёра и отправить ссылку
organizations-registered = Партнёр зарегистрирован. Письмо его первому глобальному администратору отправлено.

## Одна организация
organizations-facts = Сведения
organizations-holdings = На портале
organizations-open-invitations = Открытые приглашения
organizations-handed-invitations = Приглашения, которые можно пересылать
organizations-relationships = Действующие отношения
organizations-delegations-held = Делегирования у организации
organizations-delegations-granted = Предоставленные делегирования
organizations-history = История в журнале аудита
organizations-people = Люди
organizations-nobody = В этой организации никого нет.
organizations-domain-confirm = Подтвердить этот домен
organizations-domain-confirm-text = Подтвердите его, когда убедитесь, что он принадлежит этой организации: все увидят его подтверждённым, по нему загружаются подписки клиента и открывается центр администрирования клиента.
organizations-domain-rival = Этот домен уже подтверждён за организацией { $name }. Если это ошибка, сначала измените домен у неё.
organizations-domain-rival-go = Открыть: { $name }
organizations-domain-confirmed = Домен подтверждён.
organizations-domain-not-confirmable = У организации уже другой домен, или этот уже подтверждён. Ничего не изменено.
organizations-domain-of-another = Этот домен подтверждён за другой организацией. Ничего не изменено.
organizations-suspend = Приостановить
organizations-reinstate = Восстановить
organizations-suspended-since = Приостановлена с { $when }
organizations-suspended = Организация приостановлена. Её глобальные администраторы получат письмо.
organizations-reinstated = Организация снова может действовать. Её глобальные администраторы получат письмо.

## Приостановка
organizations-suspension-title = Приостановить: { $name }?
organizations-suspension-affected = Что это затронет
organizations-suspension-effects = Что произойдёт
organizations-suspension-acts = Со следующего щелчка её люди смогут смотреть, но не смогут создавать, передавать и пересылать приглашения и пользоваться делегированиями.
organizations-suspension-links = По её открытым ссылкам ничего нельзя принять, пока она не восстановлена. Затем неистёкшие снова заработают.
organizations-suspension-customer = Со следующего щелчка все, кто её видит, увидят отметку о приостановке.
organizations-suspension-told = Её глобальные администраторы получат письмо с указанной вами причиной.
organizations-suspension-stays = Отношения и делегирования остаются как есть. Клиенты могут удалить их в любое время.
organizations-reason = Причина
organizations-reason-hint = Её прочтут глобальные администраторы организации и те, кто смотрит журнал аудита
organizations-suspend-do = Приостановить организацию
organizations-not-suspendable = Эта организация уже приостановлена или является самим оператором. Ничего не изменено.
organizations-not-suspended = Эта организация не приостановлена. Ничего не изменено.
