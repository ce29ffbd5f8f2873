### 向运营方举报邀请。

## Whoever reports
alarms-report = 举报此邀请
alarms-report-title = 举报 { $partner } 的邀请
alarms-report-text = 门户运营方会查看你的举报，并可停用此邀请。举报不等于答复：你仍可对邀请作出决定。
alarms-why = 举报原因
alarms-words = 具体说明
alarms-words-hint = 发生了什么，以及你对发送者的了解。请勿输入密码。
alarms-contact = 联系地址
alarms-contact-hint = 仅运营方可见
alarms-report-do = 提交举报
alarms-private = { $partner } 不会得知是你举报的。
alarms-reported-title = 运营方已收到你的举报
alarms-reported-text = 工作人员会核查此邀请。作出决定之前，邀请照常有效。请勿接受你未曾预期的邀请。
alarms-back = 返回邀请

## The operator's list and the report
alarms-title = 被举报的邀请
alarms-lede = 收到邀请的人员提交的举报。合作伙伴看不到举报人。
alarms-none = 没有举报
alarms-none-text = 有人举报邀请后，举报会显示在这里，运营人员会收到邮件。
alarms-when = 举报时间
alarms-about = 关于“{ $label }”的举报
alarms-their-words = 举报说明
alarms-by = 举报人
alarms-by-nobody = 未登录的人员
alarms-came-by = 经由其链接
alarms-closed = 处理时间
alarms-others = 此邀请的其他举报
alarms-accepted = 通过此邀请接受的内容
alarms-accepted-none = 尚无人接受。
alarms-relationship = 关系
alarms-delegations = 随之授予的委派
alarms-no-delegations = 未随之授予任何委派。

## The decision
alarms-stop = 停用邀请
alarms-stop-title = 停用“{ $label }”？
alarms-stop-will-links = 其所有链接立即失效，包括已转发的链接
alarms-stop-will-page = 打开链接的人会看到邀请已被运营方停用
alarms-stop-will-reports = 与之相关的所有未处理举报均会关闭
alarms-stop-will-customers = 已接受的客户会收到通知和您填写的原因，并了解如何结束已授予的权限
alarms-stop-told = 将通知以下组织并告知原因：
alarms-stop-stays-accepted = 客户已接受的内容：客户可自行删除
alarms-stop-stays-others = 该合作伙伴的其他邀请
alarms-stop-reason = 原因
alarms-stop-reason-hint = 合作伙伴及其经销商会看到。请勿提及举报人。
alarms-stop-do = 停用邀请
alarms-close = 关闭：不成立
alarms-close-title = 将关于“{ $label }”的举报作为不成立关闭？
alarms-close-text = 邀请继续有效，不会通知任何人。
alarms-close-note = 备注
alarms-close-note-hint = 说明为何没有问题。仅运营人员可见。
alarms-close-do = 关闭举报
alarms-done-stopped = 邀请已停用。合作伙伴及所有持有者均已收到通知。
alarms-done-closed = 举报已作为不成立关闭。
alarms-conflict-closed = 此举报已处理，因此未作任何更改。请返回查看当前状态。
