### 修改条件：客户愿意接受更少的内容，或另选受托方。

## 客户的表单
counters-make = 提出修改条件
counters-back = 返回邀请
counters-title = 向 { $partner } 提出修改条件
counters-lede = 说明你愿意接受的内容：更少的服务、更短的期限或其他受托方。这不表示接受任何内容。{ $partner } 会看到贵组织的名称、你的姓名和电子邮件地址，以及你提出的条件。
counters-asks-question = 你愿意允许的工作
counters-asks-hint = 取消勾选不应包含的项目。如果全部取消，则表示你只愿接受关系。
counters-days-question = 最长期限
counters-days-hint = 最多为对方请求的 { $days } 天
counters-holder-question = 由谁来做
counters-holder-hint = 仅为建议：接受时由你选择。
counters-another = 其他经销商的合作伙伴 ID
counters-another-hint = 如果上方列表中没有。七位数字。
counters-another-unknown = 请输入一家有效经销商的合作伙伴 ID，七位数字
counters-note-question = 写给合作伙伴的话
counters-note-hint = 原因，或其他需要调整之处。
counters-what-happens = 之后会怎样
counters-happens-told = { $partner } 会收到通知，并表示同意或拒绝
counters-happens-nothing = 一切保持不变：不会建立关系，也没有人获得访问权限
counters-happens-agreed = 如果对方同意，你会收到一份条件完全一致的邀请，{ $days } 天内有效。你可像对待其他邀请一样作出决定
counters-send = 发送修改条件
counters-same = 请作出更改：取消一项服务、缩短期限或选择其他受托方
counters-done = 修改条件已发出，合作伙伴已收到通知。
counters-done-withdrawn = 修改条件已撤回，合作伙伴已收到通知。

## 条件内容
counters-asks = 愿意接受
counters-alone = 仅建立关系
counters-days = 最长
counters-days-count = { $days } 天
counters-holder = 意向受托方
counters-note = 客户的说明
counters-made = 提出时间

## 客户看到的进展
counters-yours = 你提出的修改条件
counters-waits = 等待 { $partner } 答复
counters-waits-text = 你仍可按原样接受此邀请，或拒绝；两者都会撤回修改条件。
counters-withdraw = 撤回修改条件
counters-agreed-note = { $partner } 已同意你提出的修改条件
counters-agreed-note-text = 现有一份条件完全一致的邀请。在你接受之前，不会授予任何权限。
counters-to-agreed = 转到商定的邀请
counters-refused-note = { $partner } 拒绝了你提出的修改条件
counters-refused-note-text = 原邀请仍然有效：可按原样接受、拒绝，或再次提出修改条件。
counters-conflicts = 接受可能会取代目前向贵组织销售的合作伙伴
counters-conflicts-text = 每项服务只能有一家销售合作伙伴在其中工作。除非你在该服务中选择新的合作伙伴并勾选取代，否则现有合作伙伴保持不变。

## 邀请方
counters-list = 修改条件
counters-settled = 已处理的修改条件
counters-agreed-on = 商定的邀请
counters-to-invitation = 查看邀请
counters-agree = 同意
counters-agree-hint = 客户会收到一份条件完全一致的邀请，并自行接受。仅发给该客户的原邀请会由其取代。
counters-agree-who = 其中请求委派管理权限，且邀请须处于开放状态：由贵组织的管理代理或全局管理员同意。
counters-answer-who = 由可创建邀请的人员答复：贵组织的管理代理、销售代理或全局管理员。
counters-done-agreed = 你已同意。这就是条件一致的邀请；客户已收到通知，由其决定。
counters-done-refused = 你已拒绝修改条件。客户已收到通知。
counters-refuse = 拒绝
counters-refuse-title = 拒绝 { $customer } 提出的修改条件
counters-refuse-text = 原邀请保持不变，客户仍可接受。
counters-refuse-reason = 原因
counters-refuse-hint = { $customer } 会看到此内容。

## 无法完成时
counters-one-open = 贵组织的另一项修改条件仍在等待答复。请先撤回。未进行任何更改。
counters-answered = 此修改条件已有答复。未进行任何更改。请返回查看当前情况。
counters-withdrawn-text = 客户已撤回此修改条件，或已直接答复邀请。未进行任何更改。
counters-over = 此修改条件所针对的邀请已结束：已过期、已撤回或已有答复。未进行任何更改。请按这些条件创建新的邀请。
counters-other-market = 合作伙伴与客户须在同一市场，而现在已不在同一市场。未进行任何更改。
counters-holder-gone = 客户意向的受托方目前不能操作。未进行任何更改。请以此为由拒绝，或等待其恢复。
counters-nobody = 客户目前没有可接受邀请的人员。未进行任何更改。请与客户联系。

## 邮件
counters-letter-subject = { $customer } 提出修改条件
counters-letter-text = { $customer } 不按原样接受你的邀请，而是提出其他条件。
counters-letter-alone = 对方只愿接受关系，不授予委派管理权限。
counters-letter-asks = 对方愿意接受的内容
counters-letter-note = { $customer } 写道：
counters-letter-answer = 一键同意，或说明原因后拒绝。如果你同意，客户会收到一份条件完全一致的邀请，并自行接受。
counters-letter-link = 答复修改条件
counters-letter-to-request = 查看邀请
counters-agreed-subject = { $provider } 与 { $customer } 就修改条件达成一致
counters-agreed-text = { $provider } 已同意 { $customer } 提出的修改条件。现有一份条件完全一致的邀请。
counters-agreed-next = 这不会授予任何权限：{ $customer } 可像对待其他邀请一样作出决定。
counters-refused-subject = { $provider } 拒绝 { $customer } 提出的修改条件
counters-refused-text = { $provider } 已拒绝 { $customer } 提出的修改条件。
counters-refused-next = { $provider } 的邀请保持不变：{ $customer } 可接受、拒绝或提出其他条件。
counters-withdrawn-subject = { $customer } 撤回修改条件
counters-withdrawn-said = { $customer } 已撤回向 { $provider } 提出的修改条件。
counters-withdrawn-next = { $provider } 的邀请保持不变，{ $customer } 仍可答复。
