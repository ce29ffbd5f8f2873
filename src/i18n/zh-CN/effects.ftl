### 暂停会停止什么、恢复后什么重新可用：操作之前先显示。

effects-invitations = 可用于接受的开放邀请
effects-until = 有效期至 { $date }
effects-no-end = 无截止日期
effects-handed-out = 经销商手中的邀请
effects-handed-to = 在 { $partner } 处
effects-handed-in = 可转发的邀请
effects-handed-by = 来自 { $partner }
effects-delegations = 持有的委派
effects-scope = { $service }，{ $purpose }
effects-customers = 其客户
effects-partners = 其所属的合作伙伴
effects-people = 其人员
effects-none = 无
effects-more = 另有 { $count } 项

effects-reinstatement-title = 恢复 { $name }？
effects-again = 重新可用的内容
effects-again-acts = 从下一次点击起，其人员可以重新操作。
effects-again-links = 未过期的链接重新可用于接受，未结束的委派重新可用。
effects-again-told = 其全局管理员将收到邮件通知，其中包含你填写的原因。
effects-lapsed-invitations = 暂停期间有 { $count } 个邀请过期，恢复后仍为过期。
effects-lapsed-delegations = 暂停期间其持有的 { $count } 项委派已结束，恢复后仍为已结束。
effects-reinstate-do = 恢复组织
