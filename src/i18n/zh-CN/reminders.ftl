### 提醒：发给尚未答复的收件人的内容，以及如何停止。

reminders-title = 提醒
reminders-text = 在答复之前，门户会在上次发送后第 3 天、第 7 天以及截止前 3 天提醒收件人，链接保持不变。
reminders-off = 此邀请不发送提醒。
reminders-unwanted = 收件人要求不再接收发送方的提醒，因此不再发送。
reminders-next = 下一次发送时间：
reminders-preview = 预览提醒
reminders-preview-text = 主题和正文与实际发送的完全一致，其中包含上次发送的链接。
reminders-switch-off = 不发送提醒
reminders-switch-on = 发送提醒
reminders-done-on = 此邀请会发送提醒。
reminders-done-off = 此邀请不再发送提醒。
reminders-step-third-day = 发送后第 3 天：
reminders-step-seventh-day = 发送后第 7 天：
reminders-step-last-days = 截止前 3 天：

## 邮件
reminders-mail-subject = 提醒：{ $provider } 的邀请等待你答复
reminders-mail-title = { $provider } 的邀请等待你答复
reminders-mail-text = { $sender } 于 { $date } 向你发送了这份邀请，目前尚未答复。链接与第一封邮件相同。
reminders-mail-stop = 不再接收 { $sender } 的提醒：

## 停止提醒
reminders-stop-title = 不再接收 { $sender } 的提醒？
reminders-stop-text = 此后 { $sender } 不再向 { $email } 发送提醒。你仍会收到邀请，已有的邀请保持不变。
reminders-stop = 不再向我发送提醒
reminders-stopped-title = { $sender } 不再向你发送提醒
reminders-stopped-text = 不再向 { $email } 发送提醒。你仍会收到邀请。
reminders-stopped-done = 已完成。
