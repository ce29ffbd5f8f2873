### 委派：列表、答复和结束。

delegations-title = 委派管理权限
delegations-lede = 客户允许你执行的操作，以及其他合作伙伴在你的关系下可执行的操作。
delegations-awaiting = 待你答复
delegations-awaiting-more = 待答复的委派多于此处所列：查看全部
delegations-offer = { $customer } 选择了你；关系归 { $owner } 所有
delegations-consent = 同意
delegations-refuse = 拒绝
delegations-consent-all = 同意（共 { $count } 项）
delegations-refuse-all = 拒绝（共 { $count } 项）
delegations-answer-title = { $customer } 为此选择了你
delegations-answer-hint = 在你同意之前，你没有访问权限。{ $customer } 会收到你的答复。
delegations-answer-who = 由贵组织的管理代理或全局管理员答复。
delegations-all = 所有委派
delegations-none = 此处暂无内容
delegations-none-text = 客户选择你或你的关系下的其他合作伙伴时，委派会显示在此处。
delegations-you = （你）
delegations-state-active = 有效
delegations-state-ending = 30 天内到期
delegations-state-awaiting = 等待合作伙伴同意
delegations-state-ended = 已结束
delegations-state-all = 全部
delegations-title-provisioning = { $holder } 预配 { $service }
delegations-title-support = { $holder } 支持 { $service }
delegations-purpose = 用途
delegations-granted = 授予时间
delegations-remove = 删除此委派
delegations-give-up = 放弃此委派
delegations-to-customer = 转到客户页面
delegations-done-consented = 你已同意，现在可为该客户工作。客户已收到通知。
delegations-done-refused = 你已拒绝。客户已收到通知。
delegations-done-given-up = 你已放弃委派。客户已收到通知。
delegations-not-awaiting-text = 此委派已不再等待答复：已有答复、已被删除或已过期。未进行任何更改。
delegations-over-text = 此委派已结束。未进行任何更改。
delegations-awaiting-text = 此委派仍在等待你的答复。请拒绝，而不是放弃。

## 结束委派。每个句子均可使用三个值。
delegations-removal-title = 将 { $holder } 从 { $service } 中删除
delegations-removal-effect = { $holder } 立即失去对 { $service } 的访问权限，并收到通知
delegations-removal-stays = 关系、订阅以及合作伙伴由此承担的义务
delegations-removal-button = 立即删除 { $holder }
delegations-giving-up-title = 放弃在 { $service } 中为 { $customer } 工作
delegations-giving-up-effect = 你立即失去对 { $customer } 的 { $service } 的访问权限
delegations-giving-up-stays = 关系、订阅以及你可为该客户执行的其他操作
delegations-giving-up-button = 立即放弃
