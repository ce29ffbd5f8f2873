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
audit-event-account-invited = 已邀请加入：{ $person }
audit-event-account-set-up = 帐户已设置：{ $person }
audit-event-email-confirmed = 电子邮件地址已确认
audit-event-membership-changed = { $person } 的设置已更改：{ $agent }、{ $admin }
audit-event-membership-ended = 已从组织中移除：{ $person }
audit-event-membership-refused = { $person } 谢绝加入
audit-event-membership-withdrawn = 撤回了对 { $person } 的加入邀请

## Organizations
audit-event-organization-registered = 已注册组织：{ $organization }（{ $kind }）
audit-event-organization-suspended =
    { $reason ->
        [none] 已暂停组织：{ $organization }
       *[other] 已暂停组织：{ $organization }。原因：{ $reason }
    }
audit-event-organization-reinstated =
    { $reason ->
        [none] 已恢复组织：{ $organization }
       *[other] 已恢复组织：{ $organization }。原因：{ $reason }
    }
audit-event-domain-confirmed = 已确认 { $organization } 的域名：{ $domain }
audit-event-organization-changed =
    { $reason ->
        [none] 已更改 { $organization } 的资料。{ $changes }
       *[other] 已更改 { $organization } 的资料。{ $changes }。原因：{ $reason }
    }

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
audit-event-invitation-revised = 邀请“{ $label }”已更改：修订版 { $revision }
audit-event-invitation-corrected =
    { $recipient ->
        [none] 已更正邀请“{ $label }”的地址
       *[other] 已更正邀请“{ $label }”的地址：{ $recipient }
    }
audit-event-invitation-reminded =
    { $recipient ->
        [none] 已提醒收件人
       *[other] 已提醒 { $recipient }
    }
audit-event-invitation-reminders-on = 已开启邀请“{ $label }”的提醒
audit-event-invitation-reminders-off = 已关闭邀请“{ $label }”的提醒
audit-event-invitation-reminders-refused = 收件人要求不再接收提醒
audit-event-invitation-revoked = 邀请“{ $label }”已撤回
audit-event-invitation-opened = { $customer } 登录后查看了邀请
audit-event-invitation-accepted = { $customer } 接受了邀请（回执 { $reference }）
audit-event-invitation-declined =
    { $reason ->
        [none] { $customer } 拒绝了邀请
       *[other] { $customer } 拒绝了邀请。原因：{ $reason }
    }
audit-event-counter-offer-made =
    { $days ->
        [none] { $customer } 提出了修改条件
       *[other] { $customer } 提出了修改条件，最长 { $days } 天
    }
audit-event-counter-offer-agreed = { $provider } 同意了 { $customer } 提出的修改条件
audit-event-counter-offer-refused = { $provider } 拒绝了 { $customer } 提出的修改条件。原因：{ $reason }
audit-event-counter-offer-withdrawn = { $customer } 撤回了修改条件
audit-event-request-handed-over = 已请同事决定：{ $person }
audit-event-invitation-misdirected = { $customer } 打开了此邀请，但邀请的收件人并非该组织
audit-event-invitation-missed = 有人持失效链接申请新链接
audit-event-invitation-stopped = 运营方停用了邀请“{ $label }”。原因：{ $reason }
audit-event-invitation-stop-lifted = 运营方解除了邀请“{ $label }”的停用。原因：{ $reason }
audit-event-invitation-reported = { $provider } 的一份邀请被举报给运营方
audit-event-alarm-closed = 关于 { $provider } 的举报不成立：{ $reason }
audit-event-alarm-reopened = 关于 { $provider } 的举报已重新打开：{ $reason }
audit-event-request-made = { $reseller } 向 { $provider } 请求邀请：{ $label }
audit-event-request-issued = { $provider } 签发了 { $reseller } 请求的邀请：{ $label }
audit-event-request-issued-by-policy = 根据 { $provider } 的策略立即签发给 { $reseller }：{ $label }
audit-event-request-refused = { $provider } 拒绝了 { $reseller } 的请求：{ $label }。原因：{ $reason }
audit-event-request-withdrawn = { $reseller } 撤回了对 { $provider } 的请求：{ $label }
audit-event-policy-set = { $provider } 设置了 { $reseller } 的请求策略

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
audit-event-delegation-extension-agreed = { $by } 同意 { $customer } 对 { $holder } 的委派自动延长：{ $service }，{ $purpose }
audit-event-delegation-extension-withdrawn = { $by } 收回了 { $customer } 对 { $holder } 的委派的自动延长：{ $service }，{ $purpose }
audit-event-delegation-extended =
    { $days ->
        [none] { $customer } 对 { $holder } 的委派已自动延长：{ $service }，{ $purpose }
       *[other] { $customer } 对 { $holder } 的委派已自动延长 { $days } 天：{ $service }，{ $purpose }
    }
audit-event-delegation-used =
    { $reason ->
        [none] { $holder } 开始代表 { $customer } 工作：{ $service }，{ $purpose }
       *[other] { $holder } 开始代表 { $customer } 工作：{ $service }，{ $purpose }。原因：{ $reason }
    }
audit-event-renewal-prepared =
    { $days ->
        [none] { $by } 向 { $customer } 提出对 { $holder } 的委派续期：{ $service }，{ $purpose }
       *[other] { $by } 向 { $customer } 提出对 { $holder } 的委派续期 { $days } 天：{ $service }，{ $purpose }
    }
audit-event-renewal-accepted =
    { $days ->
        [none] { $customer } 已对 { $holder } 的委派续期：{ $service }，{ $purpose }
       *[other] { $customer } 已对 { $holder } 的委派续期 { $days } 天：{ $service }，{ $purpose }
    }
audit-event-renewal-declined = { $customer } 拒绝对 { $holder } 的委派续期：{ $service }，{ $purpose }
audit-event-renewal-withdrawn = { $by } 撤回了 { $customer } 对 { $holder } 的委派的续期提议：{ $service }，{ $purpose }
audit-event-renewal-lapsed = { $customer } 对 { $holder } 的委派的续期提议已失效：{ $service }，{ $purpose }

## 到期日历
audit-event-calendar-opened = 已生成到期日历的链接，旧链接已失效
audit-event-calendar-closed = 到期日历已关闭
audit-event-delegation-closed = { $customer } 对 { $holder } 的委派随关系结束：{ $service }，{ $purpose }
audit-event-support-contact-chosen = { $holder } 今后是 { $customer } 的支持联系方：{ $service }
audit-event-import-confirmed = 已确认导入订阅：{ $file }，行数：{ $count }
audit-event-import-done = 订阅导入完成：{ $file }，行数：{ $count }
audit-event-import-failed = 订阅导入因反复出错而中止：{ $file }，已导入行数：{ $count }

## Mail
audit-event-mail-retried = 重新尝试发送已放弃的邮件：{ $recipient }
audit-event-mail-returned = 邮件被退回：{ $recipient }

## The catalogue, agreements, the trail itself
audit-event-service-added = 服务已加入目录：{ $service }
audit-event-service-changed = 服务 { $service } 已更改。{ $changes }
audit-event-service-retired = 服务已停用：{ $service }
audit-event-service-returned = 服务已恢复：{ $service }
audit-event-agreement-published = 客户协议 { $version } 已发布
audit-event-trail-verified = 已核对审核记录的各条链
audit-event-list-exported = 列表已导出为文件：{ $list }

## From what to what
audit-change = { $what }：{ $from } → { $to }
audit-changes = { $first }；{ $rest }
audit-nothing = 无
audit-field-name = 法定名称
audit-field-registered-id = 注册号
audit-field-domain = 域名
audit-field-country = 市场
audit-field-contact = 联系地址
audit-field-tenant = 租户 ID
audit-field-name-en = 英文名称
audit-field-name-zh = 中文名称
audit-field-name-ru = 俄文名称
audit-field-billing = 计费方式
audit-field-admin-url = 管理中心
audit-field-position = 目录中的位置
audit-list-audit = 审核记录
audit-list-relationships = 关系
audit-list-delegations = 委派
audit-list-invitations = 邀请
audit-list-subscriptions = 订阅

## Pages
audit-title = 审核记录
audit-intro = 门户中发生的一切，最新的在前。各条记录首尾相连：任何更改、删除或移动都会被发现。
audit-holds = 记录完整：已于 { $when } 核对至第 { $entry } 条记录，共 { $chains } 条链。
audit-broken = 审核记录不完整
audit-broken-text = 于 { $when } 核对：有人直接在数据库中更改、删除或移动了记录。以下是最先不符的记录：
audit-unchecked = 共 { $entries } 条记录、{ $chains } 条链。显示此页时未核对。
audit-check = 立即核对所有链
audit-looked-through = 所有链均已核对，结果如下。
audit-filter-kind = 事件
audit-filter-organization = 组织
audit-filter-person = 人员
audit-filter-from = 从
audit-filter-to = 至
audit-filter-thing = 相关内容
audit-filter-subject = ID、回执或合作伙伴 ID
audit-subject-wrong = 请输入 ID（例如 0190f5c8-6b7e-7a3c-9d2e-4b1a6c8e0f12）、回执编号（例如 M-7K3Q-X2VD）或七位数字的合作伙伴 ID
audit-dates-wrong = 请输入不早于起始日期的日期
audit-organizations-many = 名称中含有此内容的组织超过 50 个。请输入更完整的名称，或完整的合作伙伴 ID 或域名
audit-people-many = 姓名中含有此内容的人员超过 50 名。请输入更完整的姓名，或完整的电子邮件地址
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
audit-kind-account-invited = 人员：邀请加入
audit-kind-account-set-up = 帐户：设置
audit-kind-email-confirmed = 确认电子邮件地址
audit-kind-membership-changed = 更改人员设置
audit-kind-membership-ended = 移除人员
audit-kind-membership-refused = 人员：谢绝加入
audit-kind-membership-withdrawn = 人员：撤回加入邀请
audit-kind-organization-registered = 组织：注册
audit-kind-organization-suspended = 组织：暂停
audit-kind-organization-reinstated = 组织：恢复
audit-kind-organization-changed = 组织：更改资料
audit-kind-domain-confirmed = 组织：确认域名
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
audit-kind-invitation-revised = 邀请：更改
audit-kind-invitation-corrected = 邀请：更正地址
audit-kind-invitation-reminded = 邀请：提醒
audit-kind-invitation-reminders-on = 邀请：开启提醒
audit-kind-invitation-reminders-off = 邀请：关闭提醒
audit-kind-invitation-reminders-refused = 邀请：拒绝提醒
audit-kind-invitation-revoked = 邀请：撤回
audit-kind-invitation-opened = 邀请：查看
audit-kind-invitation-misdirected = 邀请：由其他组织打开
audit-kind-invitation-accepted = 邀请：接受
audit-kind-invitation-declined = 邀请：拒绝
audit-kind-counter-offer-made = 修改条件：已提出
audit-kind-counter-offer-agreed = 修改条件：已同意
audit-kind-counter-offer-refused = 修改条件：已拒绝
audit-kind-counter-offer-withdrawn = 修改条件：已撤回
audit-kind-request-handed-over = 邀请：已请同事决定
audit-kind-invitation-missed = 邀请：申请新链接
audit-kind-invitation-stopped = 邀请：运营方停用
audit-kind-invitation-reported = 邀请：举报
audit-kind-alarm-closed = 举报：不成立
audit-kind-request-made = 请求：提出
audit-kind-request-issued = 请求：已签发邀请
audit-kind-request-issued-by-policy = 请求：按策略立即签发
audit-kind-request-refused = 请求：拒绝
audit-kind-request-withdrawn = 请求：撤回
audit-kind-policy-set = 请求策略：设置
audit-kind-invitation-stop-lifted = 邀请：解除停用
audit-kind-alarm-reopened = 举报：重新打开
audit-kind-relationship-started = 关系：开始
audit-kind-relationship-ended = 关系：结束
audit-kind-delegation-granted = 委派：授予
audit-kind-delegation-consented = 委派：同意
audit-kind-delegation-refused = 委派：拒绝
audit-kind-delegation-removed = 委派：删除
audit-kind-delegation-given-up = 委派：放弃
audit-kind-delegation-replaced = 委派：取代
audit-kind-delegation-expired = 委派：过期
audit-kind-delegation-extension-agreed = 委派：同意自动延长
audit-kind-delegation-extension-withdrawn = 委派：收回自动延长
audit-kind-delegation-extended = 委派：自动延长
audit-kind-delegation-used = 委派：代表客户使用
audit-kind-renewal-prepared = 续期：提出
audit-kind-renewal-accepted = 续期：接受
audit-kind-renewal-declined = 续期：拒绝
audit-kind-renewal-withdrawn = 续期：撤回
audit-kind-renewal-lapsed = 续期：失效
audit-kind-calendar-opened = 到期日历：生成链接
audit-kind-calendar-closed = 到期日历：关闭
audit-kind-delegation-closed = 委派：随关系结束
audit-kind-support-contact-chosen = 订阅：选择支持联系方
audit-kind-import-confirmed = 订阅：确认导入
audit-kind-import-done = 订阅：导入完成
audit-kind-import-failed = 订阅：导入中止
audit-kind-mail-retried = 邮件：重新发送
audit-kind-mail-returned = 邮件：被退回
audit-kind-service-added = 服务：添加
audit-kind-service-changed = 服务：更改
audit-kind-service-retired = 服务：停用
audit-kind-service-returned = 服务：恢复
audit-kind-agreement-published = 协议：发布
audit-kind-trail-verified = 审核记录：核对
audit-kind-list-exported = 列表：导出

## What an event is about, for the filter
audit-thing-people = 人员和帐户
audit-thing-organizations = 组织
audit-thing-partnerships = 合作关系
audit-thing-invitations = 邀请
audit-thing-relationships = 关系
audit-thing-delegations = 委派
audit-thing-portal = 门户本身

## The file
audit-export = 导出当前视图 (CSV)
audit-export-hint = 文件包含筛选条件下的全部内容，而不仅是本页。导出操作会被记录。
audit-file = 审核记录
audit-column-number = 记录
audit-column-utc = 时间 (UTC)
audit-column-time = 时间
audit-column-event = 事件
audit-column-kind = 类型
audit-column-person = 人员
audit-column-organization = 组织
audit-column-details = 详细信息
audit-column-invitation = 邀请 ID
audit-column-relationship = 关系 ID
audit-column-delegation = 委派 ID
audit-column-partnership = 合作关系 ID
audit-column-person-id = 人员 ID
audit-column-organization-id = 组织 ID
audit-column-request = 请求 ID
audit-column-chain = 链和位置
audit-column-hash = 哈希值
