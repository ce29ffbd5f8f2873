### The audit trail: a sentence for each kind of event, and the operator's page of it.

audit-not-recorded = （未记录）
audit-the-portal = 门户
audit-the-operator = 运营方
audit-somebody = 身份不明的人员
audit-another-organization = 其他组织
audit-who = { $person }，{ $organization }
audit-trail-empty = 尚无任何记录。
audit-trail-all = 查看全部历史记录
audit-other-event = 其他事件：{ $kind }

## Accounts
audit-event-signed-in = 已登录
audit-event-sign-in-failed = 登录失败
audit-event-signed-out = 已退出登录
audit-event-session-ended = 已结束一个会话
audit-event-reset-asked = 已申请重置密码
audit-event-password-changed = 密码已更改
audit-event-account-invited = 已邀请设置帐户：{ $person }
audit-event-account-set-up = 帐户已设置：{ $person }
audit-event-email-confirmed = 电子邮件地址已确认
audit-event-membership-changed = { $person } 的设置已更改：{ $agent }、{ $admin }
audit-event-membership-ended = 已从组织中移除：{ $person }

## Organizations
audit-event-organization-registered = 已注册组织：{ $organization }（{ $kind }）
audit-event-organization-suspended =
    { $reason ->
        [none] 已暂停组织：{ $organization }
       *[other] 已暂停组织：{ $organization }。原因：{ $reason }
    }
audit-event-organization-reinstated = 已恢复组织：{ $organization }

## Partnerships
audit-event-partnership-invited =
    { $recipient ->
        [none] 已发送合作关系邀请
       *[other] 已向 { $recipient } 发送合作关系邀请
    }
audit-event-partnership-authorized = { $provider } 与 { $reseller } 的合作关系已获授权
audit-event-partnership-refused = { $reseller } 拒绝了与 { $provider } 的合作关系
audit-event-partnership-withdrawn =
    { $recipient ->
        [none] 已撤回合作关系邀请
       *[other] 已撤回发给 { $recipient } 的合作关系邀请
    }
audit-event-partnership-ended = { $provider } 与 { $reseller } 的合作关系已结束

## Invitations
audit-event-invitation-created = 已创建{ $kind }：{ $label }
audit-event-invitation-handed-over = 邀请“{ $label }”已交给 { $reseller }
audit-event-invitation-taken-back = 已从 { $reseller } 收回邀请“{ $label }”
audit-event-invitation-forwarded =
    { $recipient ->
        [none] 已转发。{ $way }
       *[other] 已转发给 { $recipient }。{ $way }
    }
audit-event-invitation-paused = 邀请“{ $label }”已暂停
audit-event-invitation-resumed = 邀请“{ $label }”已恢复
audit-event-invitation-rotated = 邀请“{ $label }”的链接已更换，旧链接已失效
audit-event-invitation-revoked = 邀请“{ $label }”已撤回
audit-event-invitation-opened = { $customer } 登录后查看了邀请
audit-event-invitation-accepted = { $customer } 接受了邀请（回执 { $reference }）
audit-event-invitation-declined =
    { $reason ->
        [none] { $customer } 拒绝了邀请
       *[other] { $customer } 拒绝了邀请。原因：{ $reason }
    }
audit-event-invitation-misdirected = { $customer } 打开了此邀请，但邀请的收件人并非该组织
audit-event-invitation-missed = 有人持失效链接申请新链接

## Relationships and delegations
audit-event-relationship-started = { $customer } 与 { $provider } 的关系已开始
audit-event-relationship-ended = { $customer } 与 { $provider } 的关系已结束
audit-event-delegation-granted =
    { $days ->
        [none] { $customer } 委派给 { $holder }：{ $service }，{ $purpose }
       *[other] { $customer } 委派给 { $holder }，为期 { $days } 天：{ $service }，{ $purpose }
    }
audit-event-delegation-consented = { $holder } 同意为 { $customer } 工作：{ $service }，{ $purpose }
audit-event-delegation-refused = { $holder } 拒绝为 { $customer } 工作：{ $service }，{ $purpose }
audit-event-delegation-removed = { $customer } 删除了对 { $holder } 的委派：{ $service }，{ $purpose }
audit-event-delegation-given-up = { $holder } 放弃了 { $customer } 的委派：{ $service }，{ $purpose }
audit-event-delegation-replaced = 在 { $customer } 处，{ $by } 取代了 { $holder }：{ $service }，{ $purpose }
audit-event-delegation-expired = { $customer } 对 { $holder } 的委派已过期：{ $service }，{ $purpose }

## Mail
audit-event-mail-retried = 重新尝试发送已放弃的邮件：{ $recipient }
## Pages
audit-title = 审核记录
audit-intro = 门户中发生的一切，最新的在前。各条记录首尾相连：任何更改、删除或移动都会被发现。
audit-holds = 记录完整：刚刚核对了 { $entries } 条记录，共 { $chains } 条链。
audit-broken = 审核记录不完整
audit-broken-text = 有人直接在数据库中更改、删除或移动了记录。以下是最先不符的记录：
audit-unchecked = 共 { $entries } 条记录、{ $chains } 条链。显示此页时未核对。
audit-check = 立即全部核对
audit-filter-kind = 事件
audit-filter-organization = 组织
audit-filter-person = 人员
audit-filter-from = 从
audit-filter-to = 至
audit-filter-subject = 相关对象的 ID
audit-subject-wrong = 请输入 ID，例如 0190f5c8-6b7e-7a3c-9d2e-4b1a6c8e0f12
audit-number = 记录
audit-place = 链 { $chain } 的第 { $seq } 条记录
audit-details = 详细信息
audit-hash = 哈希值
audit-id-invitation = 邀请
audit-id-relationship = 关系
audit-id-delegation = 委派
audit-id-partnership = 合作关系
audit-id-organization = 组织
audit-id-person = 人员
audit-id-request = 请求
audit-none = 没有事件
audit-none-text = 人员登录、邀请、接受和委派时，事件会出现在这里。如果设置了筛选条件，则没有符合条件的事件。
audit-history-title = 历史记录
audit-history-intro = 贵组织的操作，以及其他组织与贵组织有关的操作。最新的在前。

## Kinds of event, for the filter
audit-kind-signed-in = 登录
audit-kind-sign-in-failed = 登录失败
audit-kind-signed-out = 退出登录
audit-kind-session-ended = 会话结束
audit-kind-reset-asked = 申请重置密码
audit-kind-password-changed = 更改密码
audit-kind-account-invited = 帐户：邀请
audit-kind-account-set-up = 帐户：设置
audit-kind-email-confirmed = 确认电子邮件地址
audit-kind-membership-changed = 更改人员设置
audit-kind-membership-ended = 移除人员
audit-kind-organization-registered = 组织：注册
audit-kind-organization-suspended = 组织：暂停
audit-kind-organization-reinstated = 组织：恢复
audit-kind-partnership-invited = 合作关系：邀请
audit-kind-partnership-authorized = 合作关系：授权
audit-kind-partnership-refused = 合作关系：拒绝
audit-kind-partnership-withdrawn = 合作关系：撤回
audit-kind-partnership-ended = 合作关系：结束
audit-kind-invitation-created = 邀请：创建
audit-kind-invitation-handed-over = 邀请：交给经销商
audit-kind-invitation-taken-back = 邀请：收回
audit-kind-invitation-forwarded = 邀请：转发
audit-kind-invitation-paused = 邀请：暂停
audit-kind-invitation-resumed = 邀请：恢复
audit-kind-invitation-rotated = 邀请：更换链接
audit-kind-invitation-revoked = 邀请：撤回
audit-kind-invitation-opened = 邀请：查看
audit-kind-invitation-misdirected = 邀请：由其他组织打开
audit-kind-invitation-accepted = 邀请：接受
audit-kind-invitation-declined = 邀请：拒绝
audit-kind-invitation-missed = 邀请：申请新链接
audit-kind-relationship-started = 关系：开始
audit-kind-relationship-ended = 关系：结束
audit-kind-delegation-granted = 委派：授予
audit-kind-delegation-consented = 委派：同意
audit-kind-delegation-refused = 委派：拒绝
audit-kind-delegation-removed = 委派：删除
audit-kind-delegation-given-up = 委派：放弃
audit-kind-delegation-replaced = 委派：取代
audit-kind-delegation-expired = 委派：过期
