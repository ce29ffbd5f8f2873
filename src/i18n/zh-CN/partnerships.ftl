### 合作关系：提供商与其经销商，从链接到结束。

partnerships-title-provider = 经销商
partnerships-title-reseller = 提供商
partnerships-lede-provider = 与你合作的经销商，以及你已邀请的经销商。
partnerships-lede-reseller = 与你合作的提供商。他们创建邀请并交给你转发。
partnerships-list = 合作关系
partnerships-partnership = 合作关系
partnerships-provider = 提供商
partnerships-reseller = 经销商
partnerships-customer = 客户
partnerships-state = 状态
partnerships-since = 起始时间
partnerships-until = 截止时间
partnerships-history = 历史记录
partnerships-facts = 详细信息
partnerships-invited-at = 邀请时间
partnerships-open-until = 可答复至
partnerships-answered-at = 答复时间
partnerships-ended-at = 结束时间
partnerships-sent-to = 发送给
partnerships-none-found = 没有处于此状态的合作关系
partnerships-none-found-text = 选择其他状态以查看其他合作关系。
partnerships-show-all = 显示全部
partnerships-none-provider = 还没有经销商
partnerships-none-provider-text = 你邀请经销商后，它们会显示在这里。经销商授权合作关系后，即可转发你交给它的邀请。
partnerships-none-reseller = 还没有提供商
partnerships-none-reseller-text = 打开提供商发来的合作关系链接并授权后，该提供商会显示在这里。如果没有收到链接，请向你的提供商索取。

## 发出邀请
partnerships-invite = 邀请经销商
partnerships-invite-lede = 经销商会通过电子邮件收到一个链接。其管理员授权合作关系后，双方即可开始合作。
partnerships-not-customer-title = 这不是客户邀请
partnerships-not-customer-provider = 此链接会使对方成为你的经销商，绝不会成为你的客户。要发展客户，请改为创建邀请。
partnerships-email = 经销商的电子邮件地址
partnerships-email-hint = 对方的全局管理员或管理代理可以答复
partnerships-name = 姓名
partnerships-name-hint = 邮件中对收件人的称呼
partnerships-language = 邮件语言
partnerships-days = 链接可答复的期限
partnerships-days-hint = 1 到 90 天
partnerships-send = 发送合作关系邀请
partnerships-too-many = 请输入其他地址，或明天再试：已达到一天内合作关系邮件的上限。未发送任何邮件

## 单个合作关系
partnerships-done-invited = 合作关系邀请正在发送。
partnerships-done-withdrawn = 合作关系邀请已撤回，其链接已失效。
partnerships-done-authorized = 合作关系已授权，并已通知提供商。
partnerships-done-refused = 你拒绝了合作关系，并已通知提供商。
partnerships-done-ended = 合作关系已结束，并已通知双方。
partnerships-link-title = 等待经销商答复
partnerships-link-text = 邮件已发送至 { $email }。你也可以自行发送链接。
partnerships-link = 合作关系链接
partnerships-link-hint = 仅供经销商使用，不会使任何人成为客户。
partnerships-withdraw = 撤回邀请
partnerships-withdraw-hint = 链接将立即失效。
partnerships-end = 结束合作关系
partnerships-left-over = 遗留的委派
partnerships-left-over-provider = 合作关系已结束，但该经销商仍在为你的这些客户工作。委派由客户决定；如果工作应转交他人，请与客户联系。
partnerships-left-over-reseller = 合作关系已结束，但你仍持有该提供商客户的这些委派。请放弃不再需要的委派。

## 结束
partnerships-end-title = 结束与 { $name } 的合作关系？
partnerships-end-will-provider = { $name } 将无法再查看或转发你的邀请：已移交的邀请全部收回。
partnerships-end-will-reseller = 你将无法再查看或转发 { $name } 的邀请：移交给你的邀请全部收回。
partnerships-end-will-told = 双方都会收到电子邮件通知。
partnerships-end-will-again = 如需再次合作，经销商须授权新的合作关系链接，并须重新向其移交邀请。
partnerships-end-stays-customers = 客户和经销商关系保持不变。
partnerships-end-stays-delegations = 委派保持不变：由客户或受托方自行决定。
partnerships-end-stays-links = 此前已转发的链接继续有效，直到提供商更换或撤回。
partnerships-end-left-over = 将遗留 { $count } 项委派

## 链接页面
partnerships-kind = 合作伙伴之间的合作关系
partnerships-link-page-title = { $provider } 邀请你建立合作关系
partnerships-link-page-lede = { $provider } 希望贵组织作为其间接经销商开展合作。
partnerships-not-customer = 此链接仅供合作伙伴使用，不会使任何人成为客户，也不授予任何访问权限。如果你期待的是成为客户的邀请，请向发件人索取正确的链接。
partnerships-partner-id = 合作伙伴 ID
partnerships-registered-id = 注册号
partnerships-domain = 域名
partnerships-will-listed = { $provider } 会在其经销商中看到贵组织。
partnerships-will-forward = { $provider } 可以将邀请交给你，由你转发给客户。
partnerships-will-suggested = 客户可能会看到贵组织是可为其工作的合作伙伴。由客户选择，并经你同意。
partnerships-stays-customer = 贵组织不会成为任何人的客户。
partnerships-stays-customers = 你的客户，以及与其他提供商的关系和委派保持不变。
partnerships-stays-end = 任何一方都可以随时结束合作关系。
partnerships-answer-for = 你代表 { $org } 答复。{ $provider } 会看到其名称和合作伙伴 ID。
partnerships-authorize = 授权合作关系
partnerships-refuse = 拒绝
partnerships-answer-told = { $provider } 会通过电子邮件得知你的答复。
partnerships-sign-in-title = 登录后答复
partnerships-sign-in-text = 间接经销商的全局管理员或管理代理可以答复。登录后会返回此页面。
partnerships-sign-in = 登录并返回
partnerships-no-account = 还没有帐户？合作伙伴由本门户的运营方注册。请咨询向你发送此链接的提供商。
partnerships-already-title = 你们已是合作伙伴
partnerships-already = 贵组织与 { $provider } 已有有效的合作关系，无需在此操作。
partnerships-to-providers = 转到你的提供商
partnerships-to-partnership = 转到该合作关系
partnerships-to-today = 转到我的起始页
partnerships-wrong-role-title = 需要由其他人答复
partnerships-wrong-role = 只有贵组织的全局管理员或管理代理可以答复。请将此链接转给其中一位，链接对其同样有效。
partnerships-suspended-title = 贵组织已被暂停
partnerships-suspended = 在本门户的运营方恢复之前，贵组织无法授权合作关系。恢复后，如果链接尚未过期，即可再次使用。
partnerships-provider-suspended-title = { $provider } 目前无法建立合作关系
partnerships-provider-suspended = 运营方已暂停该提供商。恢复后，如果链接尚未过期，即可再次使用。你现在可以拒绝。
partnerships-wrong-kind-title = 此帐户无法答复
partnerships-wrong-kind = 你以 { $org } 的 { $name } 身份登录，该组织的类型为：{ $kind }。只有间接经销商可以授权与提供商的合作关系。
partnerships-wrong-kind-nobody = 你以 { $name } 身份登录，尚不属于任何组织。只有间接经销商可以授权与提供商的合作关系。
partnerships-wrong-kind-way = 请退出登录并使用经销商的帐户；之后会返回此页面。
partnerships-other-account = 退出登录并使用其他帐户
partnerships-ask = 向 { $provider } 索取新链接

## 失效的链接
partnerships-dead-expired-title = 此合作关系链接已过期
partnerships-dead-expired-text = 期限内无人答复。请向 { $provider } 索取新链接。
partnerships-dead-withdrawn-title = 此合作关系链接已撤回
partnerships-dead-withdrawn-text = { $provider } 已将其撤回。如果你认为有误，请向对方询问。
partnerships-dead-refused-title = 此合作关系已被拒绝
partnerships-dead-refused-text = 经销商已拒绝。如果情况有变，请向 { $provider } 索取新链接。
partnerships-dead-active-title = 此合作关系已获授权
partnerships-dead-active-text = 链接已完成其用途：一家经销商已授权与 { $provider } 的合作关系。其人员登录后可在“提供商”下找到。
partnerships-dead-ended-title = 此合作关系已结束
partnerships-dead-ended-text = 如需再次合作，请向 { $provider } 索取新链接。

## 无法完成时
partnerships-conflict-answered = 此合作关系邀请已被答复或撤回，因此未做任何更改。请返回查看当前状态。
partnerships-conflict-over = 此合作关系链接已无法答复：它已过期，或已被答复或撤回。未做任何更改。请向提供商索取新链接。
partnerships-conflict-provider-suspended = 该提供商已被暂停，目前无法授权此合作关系。未做任何更改。恢复后，如果链接尚未过期，即可再次使用。
partnerships-conflict-partners = 贵组织与该提供商已是合作伙伴。未做任何更改。
partnerships-conflict-not-active = 此合作关系并非有效状态，因此无法结束。未做任何更改。
