### 登录与退出、个人帐户、组织人员。

## 首页
accounts-home-title = 谁能在你的服务中工作，由你决定
accounts-home-eyebrow = 邀请、同意与委派管理权限
accounts-home-lede = 订阅在一处购买，协助来自另一处。在这里，合作伙伴提出请求，你按服务逐项决定，各方都能看到达成了什么约定。
accounts-home-customer = 你是客户
accounts-home-customer-text = 打开合作伙伴发给你的链接。登录之前，你就能看到是谁在请求、请求什么。接受关系后，你为每项服务选择由谁预配、由谁支持：这家合作伙伴、另一家，或者无人。
accounts-home-provider = 你是提供商或直接合作伙伴
accounts-home-provider-text = 创建邀请，自行发送或交给经销商，并跟踪结果：谁转发了、谁接受了、什么还在等待答复。
accounts-home-reseller = 你是经销商
accounts-home-reseller-text = 将提供商的邀请转发给你的客户，并同意客户委托给你的工作。
accounts-home-promise = 对各方都适用
accounts-home-promise-choice = 打开链接不会授予任何权限。每项权限都单独选择，并有期限。
accounts-home-promise-subscriptions = 接受邀请不会改变任何订阅、价格或合同，也不会产生费用。
accounts-home-promise-removal = 客户一步即可收回权限，立即生效。
accounts-home-promise-trail = 每一步都有记录，相关各方均可查阅。
accounts-home-account = 还没有帐户？
accounts-home-account-text = 客户自行注册，最好通过邀请中的链接。合作伙伴由本门户的运营方注册，随后会收到设置帐户的邮件。
accounts-home-register = 注册为客户

## 登录与退出
accounts-sign-in = 登录
accounts-email = 电子邮件地址
accounts-password = 密码
accounts-forgotten = 忘记密码？
accounts-sign-in-wrong = 请输入帐户的电子邮件地址和密码。所输入的两项不匹配
accounts-sign-in-password-changed = 密码已更改，所有设备上均已退出登录。请使用新密码登录。
accounts-sign-in-set-up = 帐户已设置完成。请使用刚才选择的密码登录。
accounts-new-here = 第一次来？
accounts-new-here-text = 客户自行注册。合作伙伴的人员由同事邀请，首位人员由运营方邀请。
accounts-register-go = 注册为客户
accounts-going-invitation = 完成后将回到邀请页面。
accounts-going-partnership = 完成后将回到合作关系邀约页面。
accounts-going-page = 完成后将回到你要查看的页面。
accounts-sign-out-title = 要退出登录吗？
accounts-sign-out-text = 当前登录的帐户为 { $email }。
accounts-sign-out-returns = 之后可以使用其他帐户登录，并从这里继续。
accounts-stay = 保持登录

## 忘记密码
accounts-forgotten-title = 重新设置密码
accounts-forgotten-text = 请输入登录所用的地址。我们会向该地址发送链接，用于选择新密码。
accounts-forgotten-send = 发送链接
accounts-forgotten-sent = 请查收邮件
accounts-forgotten-sent-text = 如果该地址有对应的帐户，链接已在发送途中。链接只能使用一次，30 分钟内有效。
accounts-forgotten-again = 输入其他地址
accounts-no-mail = 几分钟后仍未收到？请查看垃圾邮件文件夹，并确认地址无误。
accounts-reset-title = 选择新密码
accounts-reset-text = 帐户：{ $email }。更改后，所有设备上都会退出登录。
accounts-reset-do = 更改密码
accounts-password-new = 新密码
accounts-password-hint = 至少 15 个字符。几个互不相关的词组合在一起，既安全又好记。使用密码管理器更好。
accounts-password-too-short = 请输入至少 15 个字符的密码
accounts-password-guessable = 请输入更难猜到的密码：不要使用常见密码，也不要使用姓名或组织名称

## 设置帐户
accounts-set-up-title = 设置你的帐户
accounts-set-up-for = { $organization } 为你开通了帐户。登录时请使用 { $email }。
accounts-set-up-text = 已为你开通帐户。登录时请使用 { $email }。
accounts-set-up-do = 设置帐户
accounts-name = 你的姓名
accounts-name-hint = 同事和合作伙伴将看到此姓名

## 无效的链接
accounts-dead-title = 此链接无效
accounts-dead-text = 此类链接只能使用一次，且有时限。可能已被使用、已过期，或者复制不完整。
accounts-dead-reset = 如果仍然需要，请重新获取链接。
accounts-dead-set-up = 如果已经设置过帐户，请直接登录。如果没有，我们可以向同一地址重新发送链接。
accounts-dead-confirm = 如果已经确认过地址，则无需再做任何操作。如果没有，请登录并重新发送链接。
accounts-dead-confirm-go = 重新发送

## 注册
accounts-register-title = 注册为客户
accounts-register-text = 适用于购买云服务并希望自行决定由谁在其中工作的组织。只需两分钟，不收取费用。
accounts-register-have = 已经有帐户了？
accounts-register-organization = 贵组织
accounts-organization-name = 组织名称
accounts-organization-name-hint = 法定名称：与贵组织合作的合作伙伴会看到
accounts-country = 国家或地区
accounts-country-hint = 贵组织购买服务的市场。只能与同一市场的合作伙伴合作，且以后无法更改。
accounts-country-choose = 请选择
accounts-domain = 租户的域名
accounts-domain-hint = 例如 fabrikam.partner.onmschina.cn。在运营方确认之前，他人会看到未确认的标记。
accounts-registered-id = 公司注册号
accounts-registered-id-hint = 例如统一社会信用代码
accounts-register-person = 你本人
accounts-register-person-text = 你将成为贵组织的首位全局管理员：由你决定是否接受邀请，并添加同事。
accounts-register-email-hint = 登录时使用。我们会向该地址发送确认链接。
accounts-register-do = 注册
accounts-wait-title = 确认电子邮件地址
accounts-wait-text = 我们已向 { $email } 发送邮件。请打开其中的链接；链接只能使用一次，24 小时内有效。
accounts-wait-registered = 我们已向你输入的地址发送邮件。请打开其中的链接；链接只能使用一次，24 小时内有效。
accounts-wait-why = 在此之前可以查看所有内容，但不能接受邀请，也不能添加人员。
accounts-wait-sign-in = 现在即可登录并重新发送邮件。
accounts-wait-again = 重新发送邮件
accounts-wait-later = 先看看
accounts-wait-sent = 邮件已重新发送。
accounts-confirm-title = 确认电子邮件地址
accounts-confirm-for = { $email } 是注册 { $organization } 时使用的地址。
accounts-confirm-text = { $email } 是本门户中一个帐户的地址。
accounts-confirm-password-hint = 注册时选择的密码。确认后将同时登录。
accounts-confirm-do = 确认地址
accounts-confirm-not-you = 不是你注册的？请直接关闭此页面：任何人都无法以你的名义操作。
accounts-confirm-wrong = 请输入注册时选择的密码
accounts-unconfirmed-title = 电子邮件地址尚未确认
accounts-unconfirmed-text = 你可以查看所有内容，但不能接受邀请，也不能添加人员。
accounts-unconfirmed-go = 立即确认

## 切换组织
accounts-choose-title = 你要代表哪个组织？
accounts-choose-text = 在本门户中的所有操作都以此处选择的组织名义进行。可以随时切换。
accounts-choose-current = 当前
accounts-choose-go = 继续
accounts-choose-none = 你不属于任何组织
accounts-choose-none-text = 贵组织中管理人员的同事可以添加你：只需提供你的电子邮件地址。

## 个人帐户
accounts-account-title = 你的帐户
accounts-account-profile = 个人信息
accounts-account-saved = 更改已保存。
accounts-account-password = 密码
accounts-account-password-text = 更改密码后，除此处以外的所有设备都会退出登录。
accounts-account-password-changed = 密码已更改。除此处以外的所有设备均已退出登录。
accounts-account-session-ended = 该处已退出登录。
accounts-language = 语言
accounts-language-hint = 页面及发给你的邮件所用的语言
accounts-time-zone = 时区
accounts-time-zone-hint = 门户中的所有时间均以此时区显示
accounts-password-current = 当前密码
accounts-password-change = 更改密码
accounts-password-not-current = 请输入现在登录所用的密码
accounts-sessions = 已登录的设备
accounts-sessions-text = 发现陌生的设备？请在该处退出登录并更改密码。
accounts-session-browser = 浏览器
accounts-session-seen = 上次使用
accounts-session-started = 登录时间
accounts-session-ending = 退出登录
accounts-session-here = 当前设备
accounts-session-end = 在该处退出登录
accounts-session-unknown = 未知浏览器

## 人员
accounts-people-title = 人员
accounts-people-search = 姓名或邮箱
accounts-people-found-none = 未找到任何人
accounts-people-found-none-text = 贵组织中没有人的姓名或邮箱包含该内容。请检查拼写。
accounts-people-text = 谁属于贵组织，可以做什么。更改从对方的下一次点击起生效。
accounts-people-add = 添加人员
accounts-people-add-text = 对方会收到邮件：其中有选择密码的链接；如果已有帐户，则有加入的方式。对方同意后才成为成员。
accounts-people-add-do = 添加
accounts-people-added = 邮件已在发送途中。对方同意后即成为成员。
accounts-people-changed = 设置已更改。
accounts-people-removed = 该人员已从贵组织移除。
accounts-people-sent = 又一封邮件已在发送途中。
accounts-people-send = 重新发送邮件
accounts-people-withdrawn = 邀请加入已撤回。
accounts-people-withdraw = 撤回
accounts-people-offers = 已邀请加入
accounts-people-offers-text = 他们尚未答复，目前与贵组织无关。
accounts-people-asked = 邀请时间
accounts-people-offered = 请输入其他人的地址：此人已被邀请，尚未答复
accounts-state-offered = 已邀请加入
accounts-offers = 希望你加入的组织
accounts-offers-text = 只加入你为其工作的组织：其人员会将你的姓名和地址视为同事的。
accounts-offer-since = { $date }邀请
accounts-offer-accept = 加入
accounts-offer-refuse = 谢绝
accounts-offer-accepted = 你现已属于该组织。
accounts-offer-refused = 你已谢绝。
accounts-people-you = （你）
accounts-people-do = 操作
accounts-people-already = 请输入其他人的地址：此人已是成员
accounts-people-closed = 使用该地址的帐户已关闭。
accounts-people-last-admin = 请先将另一人设为全局管理员：组织必须保留至少一位已设置帐户的全局管理员
accounts-people-not-global = 请联系全局管理员：只有全局管理员才能设立或更改全局管理员
accounts-people-not-oneself = 请联系同事：不能更改自己的设置
accounts-person = 人员
accounts-person-name = 姓名
accounts-person-name-hint = 对方设置帐户时可以更正
accounts-settings = 设置
accounts-since = 加入时间
accounts-letter-language = 发给此人的邮件语言
accounts-person-settings = { $name } 的设置
accounts-person-settings-text = 无论在何处登录，设置都从此人的下一次点击起生效。
accounts-person-removal = 从组织中移除
accounts-person-removal-text = 适用于已离开或不再使用本门户的人员。
accounts-person-removal-go = 移除此人
accounts-removal-title = 移除 { $name }？
accounts-removal-effect = 从下一次点击起，此人无法再查看 { $organization } 的任何内容，也无法代表其进行任何操作。
accounts-removal-own = 从现在起，你无法再查看 { $organization } 的任何内容，也无法代表其进行任何操作。
accounts-removal-stays = 已完成的操作仍保留在记录中。帐户仍然存在，在其他组织中没有变化。
accounts-removal-do = 移除

## 两项设置
accounts-settings-explained = 设置的含义
accounts-settings-explained-text = 任一设置允许的操作，此人都可以执行。
accounts-agent = 代理
accounts-agent-hint = 此人为客户做什么
accounts-admin = 管理员
accounts-admin-hint = 此人为组织做什么
accounts-no-agent-hint = 不与客户打交道
accounts-no-admin-hint = 不管理组织
accounts-setting-partner-admin-agent = 邀请客户，请求并同意委派管理权限，在客户的服务中工作，删除关系
accounts-setting-partner-sales-agent = 邀请和转发，登记经销商，查看协议；不请求也不使用委派管理权限
accounts-setting-partner-helpdesk-agent = 查看客户并在其服务中工作；不提出任何请求
accounts-setting-partner-global-admin = 可以为客户和组织执行所有操作，并管理人员
accounts-setting-partner-billing-admin = 查看协议和组织资料
accounts-setting-partner-user-management-admin = 添加和移除人员并更改其设置，全局管理员除外
accounts-setting-customer-global-admin = 接受和拒绝邀请，授予和删除权限，管理人员
accounts-setting-customer-billing-admin = 查看邀请和关系，并将请求转交给全局管理员
accounts-setting-customer-reader = 查看邀请和关系，不做任何更改
accounts-setting-operator-operator-admin = 注册、暂停和恢复组织，管理人员，查看所有内容
accounts-setting-operator-auditor = 查看所有内容，不做任何更改

## 命令行中的首位运营管理员
accounts-operator-exists = 运营方已有管理员，可以在“人员”中添加你；如果已无人能够登录，请加上 --force 重新执行命令。
