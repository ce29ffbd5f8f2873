### Вход и выход, собственная учётная запись, люди организации.

## Начальная страница
accounts-home-title = Кто работает в ваших службах, решаете вы
accounts-home-eyebrow = Приглашения, согласие и делегированное администрирование
accounts-home-lede = Подписка куплена в одном месте, а помощь нужна от другого партнёра. Здесь партнёр просит, вы решаете по каждой службе, и все видят, о чём договорились.
accounts-home-customer = Вы клиент
accounts-home-customer-text = Откройте ссылку, которую прислал партнёр. Ещё до входа видно, кто и о чём просит. Вы принимаете отношения и для каждой службы выбираете, кто занимается подготовкой, а кто поддержкой: этот партнёр, другой или никто.
accounts-home-provider = Вы поставщик или прямой партнёр
accounts-home-provider-text = Создайте приглашение, отправьте его или передайте посредникам и следите за его судьбой: кто переслал, кто принял, что ждёт ответа.
accounts-home-reseller = Вы торговый посредник
accounts-home-reseller-text = Пересылайте приглашения поставщика своим клиентам и давайте согласие на работу, которую клиент вам поручает.
accounts-home-promise = Что верно для всех
accounts-home-promise-choice = Открытая ссылка ничего не предоставляет. Каждое разрешение выбирается отдельно и действует ограниченное время.
accounts-home-promise-subscriptions = Принятие приглашения не меняет ни подписок, ни цен, ни договоров и не ведёт к счетам.
accounts-home-promise-removal = Клиент отзывает разрешение в один шаг, и это действует сразу.
accounts-home-promise-trail = Каждый шаг записывается, и все, кого он касается, могут его найти.
accounts-home-account = Ещё нет учётной записи?
accounts-home-account-text = Клиенты регистрируются сами, лучше всего по ссылке из приглашения. Партнёров регистрирует оператор портала: им приходит письмо со ссылкой на учётную запись.
accounts-home-register = Зарегистрироваться как клиент

## Вход и выход
accounts-sign-in = Войти
accounts-email = Адрес электронной почты
accounts-password = Пароль
accounts-forgotten = Забыли пароль?
accounts-sign-in-wrong = Введите адрес и пароль учётной записи. Эти два не подходят друг к другу
accounts-sign-in-password-changed = Пароль изменён, все сеансы завершены. Войдите с новым паролем.
accounts-sign-in-set-up = Учётная запись готова. Войдите с паролем, который вы только что выбрали.
accounts-new-here = Вы здесь впервые?
accounts-new-here-text = Клиенты регистрируются сами. Людей партнёра приглашает коллега, а первого из них — оператор.
accounts-register-go = Зарегистрироваться как клиент
accounts-going-invitation = Затем вы вернётесь к приглашению.
accounts-going-partnership = Затем вы вернётесь к предложению партнёрства.
accounts-going-page = Затем вы вернётесь на страницу, которую хотели открыть.
accounts-sign-out-title = Выйти?
accounts-sign-out-text = Вы вошли как { $email }.
accounts-sign-out-returns = После этого можно войти с другой учётной записью и продолжить с этого места.
accounts-stay = Остаться

## Забытый пароль
accounts-forgotten-title = Получить новый пароль
accounts-forgotten-text = Введите адрес, с которым вы входите. На него придёт ссылка, по которой можно выбрать новый пароль.
accounts-forgotten-send = Отправить ссылку
accounts-forgotten-sent = Проверьте почту
accounts-forgotten-sent-text = Если учётная запись с таким адресом есть, ссылка уже отправлена. Она действует один раз, в течение 30 минут.
accounts-forgotten-again = Ввести другой адрес
accounts-no-mail = Через несколько минут ничего нет? Загляните в папку нежелательной почты и проверьте адрес.
accounts-reset-title = Выберите новый пароль
accounts-reset-text = Для учётной записи { $email }. Все ваши сеансы будут завершены.
accounts-reset-do = Изменить пароль
accounts-password-new = Новый пароль
accounts-password-hint = Не короче 15 знаков. Хороши и легко запоминаются несколько слов, не связанных между собой. Ещё лучше менеджер паролей.
accounts-password-too-short = Введите пароль не короче 15 знаков
accounts-password-guessable = Введите пароль, который труднее угадать: не из распространённых и не из вашего имени или названия организации

## Настройка учётной записи
accounts-set-up-title = Настройте учётную запись
accounts-set-up-for = { $organization } открывает для вас учётную запись. Адрес для входа: { $email }.
accounts-set-up-text = Для вас открыта учётная запись. Адрес для входа: { $email }.
accounts-set-up-do = Настроить учётную запись
accounts-name = Ваше имя
accounts-name-hint = Так, как его должны видеть коллеги и партнёры

## Ссылки, которые не работают
accounts-dead-title = Эта ссылка не работает
accounts-dead-text = Такая ссылка действует один раз и ограниченное время. Возможно, её уже использовали, срок истёк или она скопирована не полностью.
accounts-dead-reset = Если она ещё нужна, попросите новую.
accounts-dead-set-up = Если учётная запись уже настроена, войдите. Если нет, мы пришлём новую ссылку на тот же адрес.
accounts-dead-confirm = Если адрес уже подтверждён, всё сделано. Если нет, войдите и отправьте ссылку ещё раз.
accounts-dead-confirm-go = Отправить ещё раз

## Регистрация
accounts-register-title = Регистрация клиента
accounts-register-text = Для организации, которая покупает облачные службы и хочет решать, кто в них работает. Это займёт две минуты и ничего не стоит.
accounts-register-have = Уже есть учётная запись?
accounts-register-organization = Ваша организация
accounts-organization-name = Название организации
accounts-organization-name-hint = Юридическое название: его увидят партнёры, с которыми вы работаете
accounts-country = Страна или регион
accounts-country-hint = Рынок, на котором организация делает покупки. Работать можно только с партнёрами того же рынка; позже изменить его нельзя.
accounts-country-choose = Выберите
accounts-domain = Домен вашего каталога (tenant)
accounts-domain-hint = Например, fabrikam.partner.onmschina.cn. Пока оператор не подтвердит его, другие видят пометку «не подтверждён».
accounts-registered-id = Регистрационный номер компании
accounts-registered-id-hint = Например, единый код кредитоспособности или ОГРН
accounts-register-person = Вы
accounts-register-person-text = Вы станете первым глобальным администратором организации: будете решать о приглашениях и добавлять коллег.
accounts-register-email-hint = С ним вы будете входить. На него придёт ссылка для подтверждения.
accounts-register-do = Зарегистрироваться
accounts-wait-title = Подтвердите адрес электронной почты
accounts-wait-text = На { $email } отправлено письмо. Перейдите по ссылке в нём; она действует один раз, в течение 24 часов.
accounts-wait-registered = На указанный адрес отправлено письмо. Перейдите по ссылке в нём; она действует один раз, в течение 24 часов.
accounts-wait-why = До этого можно всё смотреть, но нельзя ничего принимать и добавлять людей.
accounts-wait-sign-in = Можно уже войти и отправить письмо ещё раз.
accounts-wait-again = Отправить письмо ещё раз
accounts-wait-later = Сначала осмотреться
accounts-wait-sent = Письмо отправлено ещё раз.
accounts-confirm-title = Подтвердите адрес электронной почты
accounts-confirm-for = С адресом { $email } зарегистрирована организация «{ $organization }».
accounts-confirm-text = { $email } — адрес учётной записи этого портала.
accounts-confirm-password-hint = Тот, который вы выбрали при регистрации. Вход выполнится сразу.
accounts-confirm-do = Подтвердить адрес
accounts-confirm-not-you = Регистрировались не вы? Ничего не делайте и закройте страницу: никто не сможет действовать от вашего имени.
accounts-confirm-wrong = Введите пароль, который вы выбрали при регистрации
accounts-unconfirmed-title = Адрес электронной почты ещё не подтверждён
accounts-unconfirmed-text = Можно всё смотреть, но нельзя ничего принимать и добавлять людей.
accounts-unconfirmed-go = Подтвердить сейчас

## Смена организации
accounts-choose-title = От имени какой организации вы действуете?
accounts-choose-text = Всё, что вы делаете на портале, вы делаете от имени выбранной здесь организации. Сменить её можно в любое время.
accounts-choose-current = Сейчас
accounts-choose-go = Продолжить
accounts-choose-none = Вы не состоите ни в одной организации
accounts-choose-none-text = Вас может добавить коллега, который управляет людьми вашей организации: ему нужен только ваш адрес электронной почты.

## Собственная учётная запись
accounts-account-title = Ваша учётная запись
accounts-account-profile = О вас
accounts-account-saved = Изменения сохранены.
accounts-account-password = Пароль
accounts-account-password-text = После смены пароля завершатся все сеансы, кроме этого.
accounts-account-password-changed = Пароль изменён. Все сеансы, кроме этого, завершены.
accounts-account-session-ended = Тот сеанс завершён.
accounts-language = Язык
accounts-language-hint = Страниц и писем, которые вам приходят
accounts-time-zone = Часовой пояс
accounts-time-zone-hint = В нём показано всё время на портале
accounts-password-current = Текущий пароль
accounts-password-change = Изменить пароль
accounts-password-not-current = Введите пароль, с которым вы входите сейчас
accounts-sessions = Где выполнен вход
accounts-sessions-text = Видите что-то незнакомое? Завершите тот сеанс и смените пароль.
accounts-session-browser = Браузер
accounts-session-seen = Последнее использование
accounts-session-started = Вход
accounts-session-ending = Завершение
accounts-session-here = Этот сеанс
accounts-session-end = Завершить сеанс
accounts-session-unknown = Неизвестный браузер

## Люди
accounts-people-title = Люди
accounts-people-search = Имя или адрес
accounts-people-found-none = Никто не найден
accounts-people-found-none-text = В вашей организации нет никого с таким именем или адресом. Проверьте написание.
accounts-people-text = Кто состоит в вашей организации и что может делать. Изменения действуют со следующего щелчка.
accounts-people-add = Добавить человека
accounts-people-add-text = Ему придёт письмо: со ссылкой, по которой он выберет пароль, или, если учётная запись уже есть, с предложением вступить. Участником он станет, когда согласится.
accounts-people-add-do = Добавить
accounts-people-added = Письмо отправлено. Человек станет участником, как только согласится.
accounts-people-changed = Настройки изменены.
accounts-people-removed = Человек больше не состоит в вашей организации.
accounts-people-sent = Письмо отправлено ещё раз.
accounts-people-send = Отправить письмо ещё раз
accounts-people-withdrawn = Предложение отозвано.
accounts-people-withdraw = Отозвать
accounts-people-offers = Приглашены вступить
accounts-people-offers-text = Они ещё не ответили и к вашей организации отношения не имеют.
accounts-people-asked = Приглашён
accounts-people-offered = Введите адрес другого человека: этот уже приглашён и ещё не ответил
accounts-state-offered = Приглашён вступить
accounts-offers = Организации, которые вас приглашают
accounts-offers-text = Вступайте только в организацию, на которую работаете: её люди увидят ваше имя и адрес как имя и адрес коллеги.
accounts-offer-since = Приглашение от { $date }
accounts-offer-accept = Вступить
accounts-offer-refuse = Отказаться
accounts-offer-accepted = Теперь вы состоите в организации.
accounts-offer-refused = Вы отказались.
accounts-people-you = (вы)
accounts-people-do = Действия
accounts-people-already = Введите адрес другого человека: этот уже состоит в организации
accounts-people-closed = Учётная запись с этим адресом закрыта.
accounts-people-last-admin = Сначала назначьте другого глобального администратора: в организации должен остаться хотя бы один с настроенной учётной записью
accounts-people-not-global = Обратитесь к глобальному администратору: только он назначает глобальных администраторов и меняет их настройки
accounts-people-not-oneself = Обратитесь к коллеге: собственные настройки изменить нельзя
accounts-person = Человек
accounts-person-name = Имя
accounts-person-name-hint = При настройке учётной записи его можно исправить
accounts-settings = Настройки
accounts-since = В организации с
accounts-letter-language = Язык письма этому человеку
accounts-person-settings = Настройки: { $name }
accounts-person-settings-text = Они действуют со следующего щелчка, где бы ни был выполнен вход.
accounts-person-removal = Удаление из организации
accounts-person-removal-text = Для тех, кто ушёл или больше не работает с порталом.
accounts-person-removal-go = Удалить человека
accounts-removal-title = Удалить: { $name }?
accounts-removal-effect = Со следующего щелчка этот человек ничего не сможет ни видеть, ни делать от имени организации «{ $organization }».
accounts-removal-own = С этого момента вы ничего не сможете ни видеть, ни делать от имени организации «{ $organization }».
accounts-removal-stays = Всё сделанное остаётся в записях. Учётная запись остаётся; в других организациях ничего не меняется.
accounts-removal-do = Удалить

## Две настройки
accounts-settings-explained = Что означают настройки
accounts-settings-explained-text = Человек может делать то, что разрешает любая из двух настроек.
accounts-agent = Агент
accounts-agent-hint = Что человек делает для клиентов
accounts-admin = Администратор
accounts-admin-hint = Что человек делает для организации
accounts-no-agent-hint = Не работает с клиентами
accounts-no-admin-hint = Не управляет организацией
accounts-setting-partner-admin-agent = Приглашает клиентов, запрашивает делегированное администрирование и соглашается на него, работает в службах клиентов, удаляет отношения
accounts-setting-partner-sales-agent = Приглашает и пересылает, регистрирует посредников, видит соглашения; не запрашивает делегированное администрирование и не пользуется им
accounts-setting-partner-helpdesk-agent = Видит клиентов и работает в их службах; ничего не запрашивает
accounts-setting-partner-global-admin = Может всё для клиентов и для организации, управляет людьми
accounts-setting-partner-billing-admin = Видит соглашения и сведения об организации
accounts-setting-partner-user-management-admin = Добавляет и удаляет людей и меняет их настройки, кроме глобальных администраторов
accounts-setting-customer-global-admin = Принимает и отклоняет приглашения, даёт и отзывает разрешения, управляет людьми
accounts-setting-customer-billing-admin = Видит приглашения и отношения, передаёт запросы глобальному администратору
accounts-setting-customer-reader = Видит приглашения и отношения, ничего не меняет
accounts-setting-operator-operator-admin = Регистрирует, приостанавливает и восстанавливает организации, управляет людьми, видит всё
accounts-setting-operator-auditor = Видит всё и ничего не меняет

## Первый администратор оператора, из командной строки
accounts-operator-exists = У оператора уже есть администратор: он может добавить вас в разделе «Люди». Если войти больше никто не может, повторите команду с --force.
