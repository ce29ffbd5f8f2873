### Слова предметной области, общие для страниц нескольких разделов: состояния, цели, службы.

## Организации
organization-state-active = Активна
organization-state-suspended = Приостановлена

## Незаданные настройки пользователей
agent-none = Без роли агента
admin-none = Без роли администратора

## Цели делегирования
purpose-provisioning = Подготовка
purpose-provisioning-hint = Создание, изменение и удаление пользователей, лицензий и настроек в службе
purpose-support = Поддержка
purpose-support-hint = Поиск и устранение неполадок в службе без изменения лицензий

## Службы
service-kind-licence = По лицензиям
service-kind-usage = По потреблению

## Каналы подписки
channel-direct = Напрямую у 21Vianet
channel-advisor = Консультант
channel-csp = CSP, через партнёра
subscription-state-active = Активна
subscription-state-suspended = Приостановлена
subscription-state-ended = Закончилась
import-state-reading = Поступает
import-state-checking = Проверяется
import-state-ready = Ждёт просмотра
import-state-importing = Загружается
import-state-done = Загружен
import-state-failed = Прерван
import-state-withdrawn = Отброшен

## Приглашения и способы их передачи
invitation-kind-standing = Постоянное приглашение
invitation-kind-addressed = Адресное приглашение
invitation-state-draft = Черновик
invitation-state-open = Открыто
invitation-state-paused = Приостановлено
invitation-state-revoked = Отозвано
invitation-state-expired = Истекло
invitation-state-accepted = Принято
invitation-state-declined = Отклонено
counter-state-open = Ждёт вашего ответа
counter-state-agreed = Согласовано
counter-state-refused = Отклонено
counter-state-withdrawn = Отозвано клиентом
request-state-waiting = Ожидает ответа
request-state-issued = Выдано
request-state-refused = Отказано
request-state-withdrawn = Отозван
alarm-state-open = Ждёт решения
alarm-state-stopped = Приглашение остановлено
alarm-state-unfounded = Необоснованное
alarm-reason-unknown = Я не знаю этого партнёра
alarm-reason-unexpected = Знаю, но мы ни о чём не договаривались
alarm-reason-pretended = Кто-то выдаёт себя за знакомого мне партнёра
alarm-reason-too-much = Просят больше, чем договаривались
alarm-reason-other = Другое

forward-way-mail = Отправлено порталом
forward-way-text = Текст скопирован для самостоятельной отправки
forward-way-link = Ссылка скопирована

mail-state-queued = Ожидает отправки
mail-state-sent = Отправлено
mail-state-dead = Не доставлено
mail-state-cancelled = Отменено

partnership-state-invited = Ожидает подтверждения
partnership-state-active = Действует
partnership-state-expired = Истекло
partnership-state-refused = Отклонено
partnership-state-withdrawn = Отозвано
partnership-state-ended = Завершено

## Отношения и делегирование
relationship-state-active = Действуют
relationship-state-ended = Завершены

delegation-state-awaiting-partner = Ожидает партнёра
delegation-state-active = Действует
delegation-state-ended = Завершено
delegation-state-expired = Истекло
delegation-state-removed = Удалено клиентом
delegation-state-given-up = Партнёр отказался
delegation-state-replaced = Передано другому партнёру
delegation-state-relationship-ended = Завершено вместе с отношениями
delegation-state-refused = Отклонено партнёром
renewal-state-open = Ждёт клиента
renewal-state-accepted = Принято
renewal-state-declined = Отклонено
renewal-state-withdrawn = Отозвано
renewal-state-lapsed = Утратило силу вместе с делегированием

## Рынки
country-CN = Китай
country-HK = Гонконг (САР)
country-MO = Макао (САР)
country-TW = Тайвань
country-KZ = Казахстан
country-RU = Россия
