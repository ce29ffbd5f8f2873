### 运营方的组织页面。

organizations-title = 组织
organizations-text = 参与其中的所有公司，不论类型。
organizations-register = 注册合作伙伴
organizations-search = 名称的一部分，或合作伙伴 ID
organizations-kind = 类型
organizations-state = 状态
organizations-name = 组织
organizations-partner-id = 合作伙伴 ID
organizations-market = 市场
organizations-since = 注册日期
organizations-none = 还没有组织
organizations-none-text = 你注册的合作伙伴和自行注册的客户会显示在这里。
organizations-none-found = 未找到
organizations-none-found-text = 没有符合条件的组织。请尝试更短的名称，或减少筛选条件。

## 注册合作伙伴
organizations-register-text = 客户自行注册；合作伙伴在签订合同后在此注册。
organizations-kind-of-partner = 是哪种合作伙伴？
organizations-kind-direct-partner = 向自己的客户销售。可创建邀请，没有经销商。
organizations-kind-indirect-provider = 通过经销商销售。可创建邀请并交给经销商。
organizations-kind-indirect-reseller = 与提供商合作。转发其邀请，从不以自己的名义销售。
organizations-legal-name = 法定名称
organizations-partner-id-hint = 七位数字。留空则自动生成。
organizations-partner-id-wrong = 请输入七位数字的合作伙伴 ID，首位不能为 0
organizations-partner-id-taken = 请输入其他合作伙伴 ID：此 ID 已被占用
organizations-market-hint = 合作伙伴只能与同一市场的客户合作。
organizations-domain = 域名
organizations-domain-hint = 客户会在合作伙伴名称旁看到，并标为已确认：请先核实它属于该合作伙伴
organizations-registered-id = 公司注册号
organizations-contact = 联系地址
organizations-contact-hint = 客户核实邀请真伪时会看到
organizations-first-admin = 首位全局管理员
organizations-first-admin-text = 将收到设置帐户的邮件链接，并可添加同事。链接只能使用一次，三天内有效。
organizations-admin-name = 姓名
organizations-admin-email = 电子邮件地址
organizations-letter-language = 邮件语言
organizations-register-do = 注册合作伙伴并发送链接
organizations-registered = 合作伙伴已注册。发给首位全局管理员的邮件已在发送途中。

## 单个组织
organizations-facts = 基本信息
organizations-holdings = 在本门户中
organizations-open-invitations = 开放的邀请
organizations-handed-invitations = 可转发的邀请
organizations-relationships = 有效关系
organizations-delegations-held = 持有的委派
organizations-delegations-granted = 授予的委派
organizations-history = 审核记录中的历史
organizations-people = 人员
organizations-nobody = 此组织没有任何人员。
organizations-domain-confirm = 确认此域名
organizations-domain-confirm-text = 核实此域名确实属于该组织后再确认：确认后所有人都会看到已确认的标记，客户的订阅会按它导入，合作伙伴也会据此进入客户的管理中心。
organizations-domain-rival = 此域名已确认属于 { $name }。如果有误，请先更改那里的域名。
organizations-domain-rival-go = 打开 { $name }
organizations-domain-confirmed = 域名已确认。
organizations-domain-not-confirmable = 该组织的域名已经更改，或此域名已经确认。未做任何更改。
organizations-domain-of-another = 此域名已确认属于其他组织。未做任何更改。
organizations-suspend = 暂停
organizations-reinstate = 恢复
organizations-suspended-since = 自 { $when } 起暂停
organizations-suspended = 组织已暂停。其全局管理员将收到邮件通知。
organizations-reinstated = 组织已恢复。其全局管理员将收到邮件通知。

## 暂停
organizations-suspension-title = 暂停 { $name }？
organizations-suspension-affected = 受影响的内容
organizations-suspension-effects = 会发生什么
organizations-suspension-acts = 从下一次点击起，其人员可以查看，但不能创建、移交和转发邀请，也不能使用委派。
organizations-suspension-links = 恢复之前，其开放的链接不能用于接受邀请。恢复后，未过期的链接重新可用。
organizations-suspension-customer = 从下一次点击起，能看到它的各方都会看到已暂停的标记。
organizations-suspension-told = 其全局管理员将收到邮件通知，其中包含暂停原因。
organizations-suspension-stays = 关系和委派保持不变。客户可以随时删除。
organizations-reason = 原因
organizations-reason-hint = 该组织的全局管理员以及查看审核记录的人员都会看到
organizations-suspend-do = 暂停组织
organizations-not-suspendable = 此组织已经暂停，或者是运营方本身。未做任何更改。
organizations-not-suspended = 此组织并未暂停。未做任何更改。
