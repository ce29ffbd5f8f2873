### Start pages, and the operator's review of everything.

## Start pages: headlines
reports-provider-headline =
    { $count ->
        [0] 没有等待处理的事务
       *[other] 有 { $count } 项事务正在等待处理
    }
reports-reseller-none-headline = 尚未收到提供商交来的邀请
reports-reseller-handed-headline = 有 { $count } 个邀请可供转发
reports-reseller-consents-headline = 有 { $count } 项委派需要贵组织同意
reports-customer-asked-headline = 有 { $count } 个邀请等待答复
reports-customer-calm-headline = { $count } 个合作伙伴可以管理贵组织的服务
reports-customer-none-headline = 没有合作伙伴可以管理贵组织的服务
reports-operator-calm-headline = 一切运行正常
reports-operator-reported-headline = { $count } 份被举报的邀请等待处理
reports-operator-suspended-headline = { $count } 个组织已暂停
reports-operator-dead-headline = { $count } 封邮件无法送达
reports-no-role-headline = 此处没有需要你处理的事务
reports-nowhere-headline = 你尚未代表任何组织

## Start pages: where nothing waits
reports-nowhere-title = 你不属于任何组织
reports-nowhere-text = 请再次打开引导你来此的邀请链接，并在过程中填写组织信息。如果同事已在此处，请让其全局管理员添加你。
reports-choose = 选择组织
reports-no-role-title = 你的角色无法查看客户
reports-no-role-text = 客户和邀请仅供代理和全局管理员使用。贵组织的全局管理员可以更改你的设置。
reports-to-people = 查看组织人员
reports-provider-calm-title = 所有人均已答复
reports-provider-calm-text = 未答复的邀请、尚未回应的受托方和退回的邮件会显示在此处，等待最久的在前。
reports-reseller-none-title = 只有提供商可以创建邀请
reports-reseller-none-text = 提供商将邀请交给贵组织后，邀请会显示在“邀请”中，即可转发给客户。请联系你的提供商。
reports-reseller-calm-title = 没有等待处理的事务
reports-reseller-calm-text = 已转发的邀请均有结果。下一步可以将邀请转发给其他客户。
reports-to-invitations = 查看邀请
reports-customer-calm-title = 没有等待答复的邀请
reports-customer-calm-text = 希望与贵组织合作的合作伙伴会发送邀请。登录后打开其链接，邀请就会显示在此处。
reports-suspended-title = 贵组织已暂停
reports-suspended-text = 在运营方恢复之前，可以查看所有内容，但不能邀请、转交、转发或同意。在此期间，未过期的链接无法接受；恢复后即可继续使用。

## Start pages: numbers
reports-numbers = 概览
reports-tile-open = 开放的邀请
reports-tile-unanswered = 等待答复
reports-tile-requests = 经销商的请求
reports-tile-reported = 被举报的邀请
reports-tile-accepted = 30 天内已接受
reports-tile-awaiting = 等待合作伙伴同意
reports-tile-ending = 30 天内到期
reports-tile-handed = 可转发的邀请
reports-tile-forwarded = 30 天内已转发
reports-tile-to-consent = 等待贵组织同意
reports-tile-to-answer = 待答复的邀请
reports-tile-granted = 有效的委派
reports-tile-partners = 合作伙伴
reports-tile-customers = 客户
reports-tile-suspended = 已暂停
reports-tile-relationships = 有效的关系
reports-tile-delegations = 有效的委派
reports-tile-left-over = 合作关系遗留的委派
reports-tile-dead = 无法送达的邮件

## Start pages: what waits, and why
reports-waiting = 等待最久
reports-waiting-more = 另有 { $count } 项等待时间较短。请从上方数字进入列表。
reports-holders-more = 另有 { $count } 个合作伙伴。
reports-head-who = 对象
reports-head-reason = 等待原因
reports-head-action = 下一步
reports-a-customer = 某客户
reports-a-partner = 某合作伙伴
reports-scope = { $service }，{ $purpose }
reports-reason-nobody-came = 已发送，尚无人登录查看
reports-do-nobody-came = 跟进
reports-reason-not-answered = 已查看，未答复
reports-do-not-answered = 查看
reports-reason-counter-offered = 提出了修改条件
reports-do-counter-offered = 答复
reports-reason-asked-of-us = { $partner } 等待答复
reports-do-asked-of-us = 答复
reports-reason-holder-silent = { $partner } 尚未同意
reports-do-holder-silent = 查看
reports-reason-ours-to-answer = 需要贵组织同意
reports-do-ours-to-answer = 答复
reports-reason-not-delivered = 邮件无法送达
reports-do-not-delivered = 重新发送
reports-reason-not-accepted = 已转发，尚未接受
reports-do-not-accepted = 查看
reports-reason-reseller-asks = { $partner } 请求邀请
reports-do-reseller-asks = 答复
reports-do-invite = 创建邀请
reports-holders = 谁可以管理贵组织的服务
reports-holder-scopes = { $count } 项委派
reports-first-end = 最早到期：{ $date }
reports-to-relationships = 查看所有合作伙伴关系
reports-newest = 最新事件

## The operator's review
reports-relationships-title = 关系
reports-relationships-intro = 整个门户中，谁拥有对哪个客户的销售关系。
reports-relationships-none = 客户接受邀请后，关系会显示在此处。如果设置了筛选条件，则没有符合条件的关系。
reports-delegations-title = 委派
reports-delegations-intro = 谁可以在谁的服务中做什么、到何时为止。已结束的也会保留。
reports-delegations-none = 客户授予委派后，会显示在此处。如果设置了筛选条件，则没有符合条件的委派。
reports-invitations-title = 邀请
reports-invitations-intro = 合作伙伴向客户发出的所有邀请。此处不显示链接：只有可以发送邀请的人才能看到链接。
reports-invitations-none = 合作伙伴创建邀请后，会显示在此处。如果设置了筛选条件，则没有符合条件的邀请。
reports-none = 此处没有内容
reports-search-parties = 名称、合作伙伴 ID 或域名
reports-search-invitations = 标签、地址、合作伙伴或域名
reports-filter-from = 从
reports-filter-to = 至
reports-filter-delegated = 已委派的服务
reports-filter-purpose = 用途
reports-head-customer = 客户
reports-head-owner = 销售归属方
reports-head-holder = 受托方
reports-head-inviter = 合作伙伴
reports-head-scope = 服务和用途
reports-head-state = 状态
reports-head-since = 开始时间
reports-head-until = 截止时间
reports-head-ended = 结束时间
reports-head-kind = 类型
reports-head-invitation = 邀请
reports-head-created = 创建时间
reports-head-expires = 到期时间
reports-head-granted = 授予时间
reports-head-answered = 受托方答复时间
reports-head-days = 期限
reports-head-asks = 请求内容
reports-head-suggested = 建议的受托方
reports-head-recipient = 收件人
reports-head-answer = 答复
reports-head-date = 日期
reports-head-forwarder = 转发方
reports-head-way = 方式
reports-days = { $count } 天
reports-never = 永不
reports-asks-nothing = 仅建立关系，不含委派
reports-relationship-of = { $customer } 与 { $owner }
reports-accepted-by-invitation = 接受的邀请
reports-accepted-how = { $person }，{ $date }，回执 { $reference }
reports-passed-on-by = 由 { $forwarder } 转发
reports-no-delegations = 客户未随此关系授予任何委派。
reports-to-relationship = 查看关系
reports-answers = 答复
reports-no-answers = 尚无客户答复。
reports-forwards = 转发记录
reports-no-forwards = 尚无人转发。
reports-handouts = 持有此邀请的经销商
reports-handed-since = 自 { $from } 起
reports-handed-until = { $from } – { $to }
