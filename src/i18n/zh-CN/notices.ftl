### 邮件：信件本身、运营方的列表、演示邮箱。

notices-kind-customer = 致客户的邀请
notices-kind-partners = 合作伙伴之间 · 不是客户邀请
notices-kind-account = 你的帐户
notices-kind-organization = 你的组织
notices-kind-invitations = 邀请
notices-kind-relationships = 关系
notices-kind-delegations = 委派管理权限
notices-kind-receipt = 回执

notices-fact = { $label }：{ $value }
notices-fact-offer-of = 提出方
notices-fact-provider = 提供商
notices-fact-partner = 合作伙伴
notices-fact-partner-id = 合作伙伴 ID
notices-fact-passed-on-by = 转发方
notices-fact-customer = 客户
notices-fact-invitation = 邀请
notices-fact-asked-by = 请求人
notices-fact-reseller = 经销商
notices-fact-request = 请求
notices-fact-report = 举报原因
notices-fact-service = 服务
notices-fact-purpose = 用途
notices-fact-reason = 情况
notices-fact-reference = 编号
notices-fact-days = 期限
notices-fact-open-until = 有效期至
notices-open-without-end = 直至撤回
notices-days = { $days } 天
notices-scope-both = { $service }：预配和支持
notices-scope-provisioning = { $service }：预配
notices-scope-support = { $service }：支持

notices-foot = 本邮件由合作伙伴关系门户 Mandate（{ $host }）自动发送，回复不会被阅读。
notices-why-invitation = 你收到本邮件，是因为 { $sender } 为这份邀请提供了此地址。
notices-why-partnership = 你收到本邮件，是因为 { $provider } 为合作关系提供了此地址。
notices-why-set-up = 你收到本邮件，是因为 { $organization } 为你的帐户提供了此地址。
notices-why-account = 你收到本邮件，是因为门户中有一个帐户使用此地址。
notices-why-confirm = 你收到本邮件，是因为有人使用此地址注册。
notices-why-admin = 你收到本邮件，是因为你是 { $organization } 的全局管理员。
notices-why-member = 你收到本邮件，是因为你在所属组织中负责此事。
notices-why-operator = 你收到此邮件，是因为你负责运营本门户。
notices-why-customer = 你收到本邮件，是因为你代表所属组织作出了答复。

notices-link-once = 此链接只能使用一次，有效期至 { $date }。请勿转发本邮件。

## 帐户
notices-set-up-subject = 设置你在 { $organization } 的帐户
notices-set-up-title = 欢迎，请设置你的帐户
notices-set-up-text = { $organization } 已在合作伙伴关系门户中为你创建了帐户。设置你自己的密码后即可使用。
notices-set-up-link = 设置帐户
notices-set-up-unexpected = 如果你不认识 { $organization }，无需进行任何操作：没有密码，任何人都无法使用该帐户。
notices-offered-subject = { $organization } 邀请你加入
notices-offered-title = { $organization } 希望你加入
notices-offered-text = 管理 { $organization } 人员的同事邀请你用现有帐户成为其成员。请登录，查看你将担任的角色，然后答复。
notices-offered-link = 查看
notices-offered-unexpected = 如果你不为 { $organization } 工作，请谢绝或不予理会：未经你同意，一切不变。
notices-reset-subject = 设置新密码
notices-reset-title = 设置新密码
notices-reset-text = 有人（很可能是你本人）请求为使用此地址的帐户设置新密码。在你设置新密码之前，当前密码仍然有效。
notices-reset-link = 设置新密码
notices-reset-unexpected = 如果不是你本人请求的，无需进行任何操作。没有人看到或更改过你的密码。
notices-password-changed-subject = 你的密码已更改
notices-password-changed-title = 你的密码已更改
notices-password-changed-text = 使用此地址的帐户刚刚更改了密码。如果是你本人更改的，无需进行任何操作。
notices-password-changed-unexpected = 如果不是你本人更改的，请立即设置新密码，并告知你所在组织的全局管理员。
notices-password-changed-link = 请求设置新密码
notices-confirm-subject = 确认你的电子邮件地址
notices-confirm-title = 确认你的电子邮件地址
notices-confirm-text = 你使用此地址进行了注册。请确认你能够阅读发送到此地址的邮件，然后即可从中断处继续。
notices-confirm-link = 确认地址
notices-confirm-unexpected = 如果你没有注册，无需进行任何操作：未经确认，任何人都无法使用此地址答复邀请。

## 组织
notices-suspended-subject = { $organization } 已被暂停
notices-suspended-title = { $organization } 已被暂停
notices-suspended-text = 门户运营方已暂停 { $organization }。
notices-suspended-effect = 在恢复之前，你的人员可以查看，但不能操作：无法创建或转发邀请，未答复的邀请也无法被接受。现有关系和委派保持不变。
notices-reinstated-subject = { $organization } 已恢复
notices-reinstated-title = { $organization } 已恢复
notices-reinstated-text = 门户运营方已恢复 { $organization }。
notices-reinstated-effect = 你的人员可以重新操作。在此期间未过期的邀请照常有效，链接不变。
notices-profile-subject = { $organization } 的资料已更改
notices-profile-title = { $organization } 的资料已更改
notices-profile-text = 门户运营方更改了 { $organization } 的资料。
notices-profile-fields = 更改的内容
notices-profile-link = 查看资料
notices-organization-reason = 给出的原因：
notices-organization-link = 打开门户

## 致客户的邀请
notices-invitation-subject = { $provider } 邀请你建立经销商关系
notices-invitation-subject-passed-on = { $provider } 邀请你建立经销商关系（由 { $forwarder } 转发）
notices-invitation-title = { $provider } 请求与你的组织建立经销商关系
notices-invitation-passed-on = { $forwarder } 代表 { $provider } 向你转发这份邀请。提出方是 { $provider }。
notices-invitation-note = { $sender } 写给你的话：
notices-invitation-asks = { $provider } 请求你允许的事项（由世纪互联运营的服务）
notices-invitation-asks-nothing = { $provider } 仅请求建立关系，不请求访问任何服务。
notices-invitation-everything = 以上全部权限合在一起，相当于你组织的全局管理员。请确认确有需要再授予。
notices-invitation-decide = 你分别决定两件事：是否接受关系；以及针对每项服务和每种用途，由谁为你工作。系统不会预先选择任何一项。你可以少选、缩短期限或选择其他合作伙伴，并可随时收回。
notices-invitation-stays = 无论你如何答复，以下各项均保持不变
notices-invitation-stays-subscriptions = 你的订阅及其所有者
notices-invitation-stays-terms = 订阅条款和你的义务
notices-invitation-stays-record = 备案合作伙伴
notices-invitation-stays-bill = 你的帐单：接受邀请不产生任何费用
notices-invitation-link = 阅读并答复邀请
notices-invitation-opening = 打开链接不会作出任何决定。答复须由你组织的全局管理员在登录或注册后作出。
notices-invitation-expires = 此邀请将于 { $date } 过期。
notices-invitation-addresses = 他人文字中的网址未经门户核实。此邀请只有上面这一个链接，以 { $address } 开头。
notices-invitation-unknown = 如果你不认识 { $provider }，无需进行任何操作。没有你的答复，任何人都不会获得任何访问权限。
notices-invitation-unknown-both = 如果你不认识 { $provider } 或 { $forwarder }，无需进行任何操作。没有你的答复，任何人都不会获得任何访问权限。

## 邀请的后续
notices-handed-over-subject = { $provider } 已将一份邀请交给你
notices-handed-over-text = 你现在可以将 { $provider } 的这份邀请转发给你的客户。链接保持不变；门户会记录邀请经由你转发。
notices-revoked-subject = { $provider } 已撤回一份邀请
notices-revoked-text = { $provider } 已撤回你持有的一份邀请。其所有链接均已失效。客户此前已接受的内容保持不变。
notices-paused-subject = { $provider } 已暂停一份邀请
notices-paused-text = { $provider } 已暂停你持有或曾转发的一份邀请。在恢复之前，其所有链接（包括你转发的链接）均无法接受。无需重新发送。
notices-resumed-subject = { $provider } 已恢复一份邀请
notices-resumed-text = 你持有或曾转发的 { $provider } 的一份邀请已恢复使用。链接保持不变，包括你转发的链接。
notices-rotated-subject = { $provider } 已更换一份邀请的链接
notices-rotated-text = { $provider } 已更换你持有或曾转发的一份邀请的链接。此前的所有链接（包括你转发的链接）均已失效。尚未答复的客户需要新链接：如果你仍持有此邀请，请重新转发。
notices-taken-back-subject = { $provider } 已收回一份邀请
notices-taken-back-text = 你无法再查看或转发 { $provider } 的这份邀请。此前转发的链接继续有效。
notices-taken-back-link = 查看你持有的邀请
notices-missed-subject = { $who } 请求一份新的邀请
notices-missed-text = 有人使用了你的一个已失效的链接，并请求一份新的邀请。
notices-missed-next = 如果你认识请求人，请发送新的邀请；否则无需进行任何操作。
notices-stopped-subject = 运营方已停用一份邀请
notices-stopped-text = 门户运营方已停用此邀请，其所有链接均已失效。
notices-stopped-stays = 客户此前已接受的内容在其删除前保持不变。如认为有误，请联系运营方。
notices-accepted-stopped-subject = 运营方已停用您接受过的 { $provider } 的邀请
notices-accepted-stopped-text = 门户运营方已停用您据以接受 { $provider } 的邀请，今后任何人都无法再接受它。
notices-accepted-stopped-stays = 您已授予的权限没有变化，继续有效。请查看谁可以在您的服务中做什么；任何委派都可以在那里立即结束。
notices-accepted-stopped-link = 查看谁可以做什么
notices-let-go-subject = 运营方已解除一份邀请的停用
notices-let-go-text = 门户运营方已解除此邀请的停用，邀请恢复原状：未过期且未被更换的链接照常有效。
notices-accepted-let-go-subject = 运营方已解除您接受过的 { $provider } 的邀请的停用
notices-accepted-let-go-text = 门户运营方已解除此前通知您的停用。您已授予的权限没有变化，您可随时结束任何委派。
notices-reported-subject = { $provider } 的一份邀请被举报
notices-reported-text = 有人收到 { $provider } 的邀请后进行了举报。在你作出决定之前，邀请仍然有效。
notices-reported-words = 举报人说明：
notices-reported-see = 查看举报
notices-request-made-subject = { $reseller } 向你请求邀请
notices-request-made-text = { $reseller } 请求一份可转发的邀请。你可以按请求签发、缩减后签发或拒绝。
notices-request-policy-subject = 已根据策略签发：{ $reseller } 的邀请
notices-request-policy-text = { $reseller } 的请求符合 { $provider } 的策略。邀请已以贵组织名义创建并立即交付。
notices-request-issued-subject = { $provider } 已签发你请求的邀请
notices-request-issued-text = 邀请已在你的列表中，可以转发。其内容可能少于你的请求，请先查看条款。
notices-request-refused-subject = { $provider } 已拒绝你的邀请请求
notices-request-refused-text = { $provider } 不会为此请求签发邀请。
notices-request-see = 查看请求
notices-declined-subject = { $customer } 已拒绝你的邀请
notices-declined-text = { $customer } 已拒绝这份邀请。没有建立关系，也没有授予任何访问权限。
notices-declined-reason = 给出的原因：
notices-declined-no-reason = 未给出原因。
notices-invitation-see = 查看邀请

## 合作关系
notices-partnership-subject = 致经销商的合作提议：{ $provider } 希望与你合作
notices-partnership-title = { $provider } 提议与你建立合作关系，由你担任其经销商
notices-partnership-not-customers = 本邮件仅面向间接经销商，不是客户邀请。如果你是购买服务而不是转售服务，请不要打开链接。
notices-partnership-text = CSP 计划中的提供商 { $provider } 希望与贵公司合作，由贵公司担任间接经销商。合作关系自贵公司有权人员授权之时开始。
notices-partnership-means = 授权意味着
notices-partnership-means-forward = { $provider } 可以将邀请交给你，由你转发给客户。你不能自行创建邀请。
notices-partnership-means-delegations = 客户可以选择由你预配或支持某项服务。
notices-partnership-means-customers = 你的客户、他们的订阅以及你的其他合作关系均不受影响。
notices-partnership-means-ending = 任何一方都可以随时结束合作关系。
notices-partnership-link = 阅读合作提议
notices-partnership-expires = 此提议将于 { $date } 过期。打开链接不代表授权。
notices-partnership-unknown = 如果你不认识 { $provider }，无需进行任何操作。没有你的授权，就没有合作关系。
notices-partnership-authorized-subject = { $reseller } 已授权合作关系
notices-partnership-authorized-text = { $reseller } 现在作为间接经销商与你合作。你可以将邀请交给它。
notices-partnership-refused-subject = { $reseller } 已拒绝合作关系
notices-partnership-refused-text = { $reseller } 已拒绝你的合作提议。你不能将邀请交给它。
notices-partnership-ended-subject = { $partner } 已结束合作关系
notices-partnership-ended-text = 从现在起，在此合作关系中不能再移交或转发邀请；已移交的邀请已全部收回。
notices-partnership-ended-stays = 客户、关系和委派保持不变，直至客户或受托方将其结束。请查看遗留的委派。
notices-partnership-see = 查看合作关系

## 客户的决定
notices-accepted-subject = { $customer } 已接受邀请
notices-accepted-text = { $customer } 已接受经销商关系，现已列入客户列表。
notices-accepted-delegations =
    { $count ->
        [0] 未授予委派管理权限。
       *[other] 同时授予了 { $count } 项委派。
    }
notices-accepted-stays = 现有订阅、其条款以及备案合作伙伴均未改变。
notices-accepted-link = 查看你的客户
notices-receipt-subject = 回执 { $reference }：与 { $provider } 的关系
notices-receipt-title = 你已接受与 { $provider } 的关系
notices-receipt-text = 你的组织现已与 { $provider } 建立经销商关系。请保存此回执。
notices-receipt-delegations =
    { $count ->
        [0] 你没有授予委派管理权限。没有任何人获得对你服务的访问权限。
       *[other] 你授予了 { $count } 项委派。你可以随时移除其中任何一项，立即生效。
    }
notices-receipt-stays = 保持不变的内容
notices-receipt-link = 查看回执
notices-receipt-unexpected = 如果这不是你的决定，请在门户中打开“合作伙伴关系”，移除不应存在的内容。

## 委派
notices-awaiting-subject = { $customer } 选择了你：请同意或拒绝
notices-awaiting-text = { $customer } 希望贵公司在其服务中工作。在你同意之前，任何内容都不会生效。
notices-awaiting-scopes = 你将获准进行的工作
notices-awaiting-until = 如果你拒绝，客户会收到通知，并可选择其他合作伙伴。
notices-awaiting-link = 同意或拒绝
notices-consented-subject = { $holder } 已同意：{ $service }
notices-consented-text = { $holder } 已同意，{ $service } 的委派现已生效。
notices-refused-subject = { $holder } 已拒绝：{ $service }
notices-refused-text = { $holder } 已拒绝 { $service } 的委派。没有任何人因此获得访问权限；客户可以选择其他合作伙伴。
notices-ended-subject = 委派已结束：{ $holder }，{ $service }，{ $customer }
notices-ended-title = { $holder } 不再为 { $customer } 在 { $service } 中工作
notices-ended-text = { $customer } 授予的一项委派已结束。{ $holder } 不再凭此访问 { $service }。
notices-ended-stays = 经销商关系、订阅以及各方的义务保持不变。
notices-ended-replaced = 客户已为此服务选择了其他合作伙伴。希望再次在其中工作的合作伙伴须请求新的委派。经销商关系保持不变。
notices-ended-relationship = 该委派随授予它的经销商关系一并结束。
notices-delegation-link = 查看委派

## 运营方的邮件列表
notices-mail-title = 邮件
notices-mail-text = 门户的全部邮件：已发送的、等待发送的以及无法送达的。
notices-search = 按地址搜索
notices-state = 状态
notices-to = 收件人
notices-what = 内容
notices-written = 写入时间
notices-subject = 主题
notices-next =
    { $count ->
        [0] 下次尝试：{ $when }。
       *[other] 已尝试 { $count } 次，下次尝试：{ $when }。
    }
notices-retry = 重试
notices-retried = 正在重新尝试发送此邮件。
notices-return = 已退回
notices-returned = 已记录。转发该邀请的人会看到。
notices-noted = 已记录。此邮件与邀请无关。
notices-return-not-sent = 只有已发送的邮件才会被退回。请重新查看列表。
notices-retry-not-dead = 此邮件并未放弃发送，或已在重新尝试。没有更改任何内容。
notices-shown = 显示 { $count } 封邮件
notices-none = 还没有邮件
notices-none-text = 一旦有人受到邀请、收到通知或提醒，邮件就会显示在这里。
notices-none-found = 没有符合条件的邮件
notices-none-found-text = 请尝试地址的其他部分或其他状态。

notices-letter-account-set-up = 设置帐户
notices-letter-membership-offered = 邀请加入组织
notices-letter-password-reset = 设置新密码
notices-letter-password-changed = 密码已更改
notices-letter-email-confirmation = 确认地址
notices-letter-partnership-invitation = 致经销商的合作提议
notices-letter-partnership-answered = 对合作提议的答复
notices-letter-partnership-ended = 合作关系已结束
notices-letter-delegations-left-over = 遗留的委派
notices-letter-invitation-handed-over = 邀请已交给经销商
notices-letter-invitation = 致客户的邀请
notices-letter-invitation-reminder = 邀请提醒
notices-letter-invitation-revised = 邀请已更改
notices-letter-invitation-revoked = 邀请已撤回
notices-letter-invitation-link-changed = 邀请已暂停、恢复或更换链接
notices-letter-invitation-taken-back = 已从经销商收回邀请
notices-letter-invitation-missed = 请求新的邀请
notices-letter-invitation-stopped = 邀请已被运营方停用
notices-letter-accepted-invitation-stopped = 已接受的邀请被运营方停用
notices-letter-invitation-stop-lifted = 邀请的停用已解除
notices-letter-accepted-invitation-stop-lifted = 已接受的邀请的停用已解除
notices-letter-invitation-reported = 被举报的邀请
notices-letter-request-made = 邀请请求
notices-letter-request-issued-by-policy = 根据策略签发邀请
notices-letter-request-answered = 请求答复
notices-letter-invitation-accepted = 邀请已被接受
notices-letter-receipt = 客户回执
notices-letter-invitation-declined = 邀请已被拒绝
notices-letter-counter-offered = 客户提出修改条件
notices-letter-counter-closed = 修改条件的结果
notices-letter-request-handed-over = 请同事决定
notices-letter-delegation-awaiting = 待同意的委派
notices-letter-delegation-answered = 对委派的答复
notices-letter-delegation-ended = 委派已结束
notices-letter-delegations-ended = 一家合作伙伴的委派已结束
notices-letter-delegation-extended = 委派已延长
notices-letter-extension-refused = 委派未延长
notices-letter-delegations-ending = 即将结束的委派
notices-letter-renewal-offered = 委派续期提议
notices-letter-renewal-answered = 对续期提议的答复
notices-letter-renewal-withdrawn = 续期提议已撤回
notices-letter-extension-spoken = 关于自动延长的表态
notices-letter-support-contact-chosen = 已选择支持联系方
notices-letter-organization-changed = 运营方更改了资料
notices-letter-organization-state = 组织已暂停或恢复

notices-trouble-refused = 收件方邮件服务器永久拒收。请检查地址。
notices-trouble-returned = 收件人的邮件服务器先接收，之后又退回。请检查地址。
notices-trouble-postponed = 收件方邮件服务器要求稍后再试。
notices-trouble-unreachable = 邮件服务器没有响应。邮件不会丢失，服务器恢复后会继续发送。
notices-trouble-login = 邮件服务器不接受本门户。请检查配置中的地址、密码、发件人和证书。
notices-trouble-folder = 无法写入邮件文件夹。请检查磁盘和文件夹权限。
notices-trouble-unreadable = 此版本的门户无法读取要发送的内容。
notices-trouble-resting = 该邀请已暂停，或其合作伙伴已被暂停。邮件将一同等待。
notices-trouble-withdrawn = 发送之前，其内容已被撤回。
notices-trouble-expired = 发送之前，其链接已过期。
notices-trouble-answered = 发送之前，其请求已得到答复。
notices-trouble-renewed = 发送之前，其链接已被新的链接取代。
notices-trouble-used = 发送之前，其链接已被使用。
notices-trouble-unwanted = 发送前，发送方或收件人已不再需要提醒。

## 演示邮箱
notices-mailbox-title = 演示邮箱
notices-mailbox-text = 所有虚构人物的邮件，最新的在前。打开一封邮件并点击其中的链接，就像收件人那样。
notices-mailbox-none-text = 发送一份邀请，或请求设置新密码：邮件会立即显示在这里。
notices-as-html = 查看邮件程序中的显示效果

## 关系已删除
notices-relationship-ended-subject = { $provider } 已结束与 { $customer } 的关系
notices-relationship-ended-text = { $provider } 已删除与 { $customer } 的经销商关系。{ $customer } 不再列于其客户列表中。
notices-relationship-ended-scopes = 以下委派随之立即结束：
notices-relationship-ended-stays = 订阅及其条款、账单和备案合作伙伴保持不变，与其他合作伙伴的关系和委派也保持不变。
notices-relationship-ended-link = 在门户中查看
