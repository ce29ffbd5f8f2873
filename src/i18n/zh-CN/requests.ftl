### 经销商对邀请的请求，以及可立即签发邀请的策略。

## Lists
requests-title-provider = 经销商的请求
requests-title-reseller = 你的邀请请求
requests-lede-provider = 经销商向你请求邀请。你可以按请求创建、缩减后创建或拒绝。
requests-lede-reseller = 只有提供商可以创建邀请。你可以向提供商请求，并在此跟进结果。
requests-list = 请求
requests-for = 用于
requests-provider = 提供商
requests-reseller = 经销商
requests-state = 状态
requests-asked-at = 请求时间
requests-answered-at = 答复时间
requests-show-all = 显示全部
requests-none-found = 没有符合条件的请求
requests-none-found-text = 选择其他状态以查看其他请求。
requests-none-provider = 还没有请求
requests-none-provider-text = 经销商向你请求邀请后会显示在这里。为经销商设置策略后，符合策略的请求会立即签发。
requests-none-reseller = 你还没有提出请求
requests-none-reseller-text = 只有你的提供商可以创建邀请。你可以请求一份：面向指定客户，或面向任意数量的客户。
requests-to-partnerships = 查看合作关系

## Asking
requests-ask = 请求邀请
requests-ask-lede = 邀请归提供商所有：由其人员创建并交给你，再由你转发。
requests-no-provider = 你没有可请求的提供商
requests-no-provider-text = 提供商会通过链接向你提出合作。授权后，你就可以向其请求邀请。
requests-kind = 面向谁？
requests-kind-addressed = 面向一个客户
requests-kind-addressed-hint = 已知其名称。只能使用一次，并会过期。
requests-kind-standing = 面向任意数量的客户
requests-kind-standing-hint = 长期邀请，不含任何客户数据。
requests-name = 名称
requests-name-hint = 客户名称；或长期邀请的名称
requests-email-hint = 用于一个客户。如不填写，无论策略如何，都须由提供商答复
requests-email-needed = 定向邀请只发送到此地址
requests-standing-no-customer = 长期邀请请留空：其中不含客户数据
requests-asks = 请求的委派管理权限
requests-asks-hint = 若只请求建立关系，则无需选择。
requests-suggest = 建议由我们的组织担任受托方
requests-suggest-hint = 客户可以选择其他合作伙伴。
requests-suggest-them = 建议由 { $reseller } 担任受托方
requests-note = 给提供商的留言
requests-note-hint = 纯文本，客户看不到。
requests-ask-do = 发送请求

## One request
requests-by-policy = 已立即签发
requests-by-policy-text = 请求符合 { $provider } 的策略，无需人工答复。
requests-refused-by = { $provider } 已拒绝
requests-to-invitation = 查看邀请
requests-ask-right-text = 此请求要求委派管理权限。你可以只为建立关系签发，或交由管理代理或全局管理员处理。
requests-issue = 签发邀请
requests-issue-title = 向 { $reseller } 签发邀请
requests-issue-lede = 内容如 { $reseller } 所请求。你可以缩减，但不能增加。
requests-narrow-hint = 此处仅列出所请求的内容。取消你不想提供的项目。
requests-days-narrow-hint = 不超过所请求的期限
requests-issue-hint = 邀请以贵组织的名义由你创建，并立即交给 { $reseller }。
requests-issue-do = 签发并交付
requests-refuse = 拒绝
requests-refusal-title = 拒绝请求“{ $title }”？
requests-refusal-text = { $reseller } 会收到通知并看到原因。
requests-reason = 原因
requests-reason-hint = { $reseller } 可以看到，客户看不到。
requests-withdraw = 撤回请求
requests-done-asked = 已向提供商提出请求。对方答复后你会收到邮件。
requests-done-issued = 符合提供商的策略：邀请已签发，可由你转发。
requests-done-answered = 邀请已签发并交付，已通知经销商。
requests-done-refused = 请求已拒绝，已通知经销商。
requests-done-withdrawn = 请求已撤回。

## Policies
requests-to-policy = 请求策略
requests-policy-title = 请求策略：{ $partner }
requests-policy-lede-provider = { $reseller } 的请求若符合此策略，将立即签发；其余请求等待你的答复。
requests-policy-lede-reseller = 你向 { $provider } 提出的请求若符合此策略，将立即签发；其余请求等待答复。
requests-policy-on = 已启用
requests-policy-off = 未启用
requests-policy-ended = 策略已随合作关系结束
requests-policy-ended-text = 不再据此签发任何邀请。新的合作关系需要新的策略。
requests-policy-author = 目前不签发任何邀请
requests-policy-author-text = 设置策略的人员已不能创建此类邀请，或贵组织已被暂停。请求等待答复。有权限的人员可以重新设置策略。
requests-policy-none = 没有策略
requests-policy-none-text = 每个请求都须等待提供商答复。
requests-policy-set-title = 设置策略
requests-policy-name-text = 据此签发的邀请归贵组织所有，并以你的名义创建，前提是你本人仍有相应权限。
requests-policy-active = 符合策略的立即签发
requests-policy-active-hint = 不启用：每个请求都等待答复。
requests-policy-asks = 可以请求的内容
requests-policy-asks-hint = 若只允许建立关系，则无需选择。
requests-policy-right-text = 你只能设置仅建立关系的策略。包含委派管理权限的策略需由贵组织的管理代理或全局管理员设置。
requests-policy-days = 最长委派期限
requests-policy-kinds = 类型
requests-policy-both = 定向邀请和长期邀请
requests-policy-addressed = 定向邀请
requests-policy-per-month = 每个自然月的邀请数量
requests-policy-per-month-hint = 1 到 1,000。超出后请求进入等待
requests-policy-used = 本月已用 { $count }，共 { $most }
requests-policy-time = 有效期
requests-policy-set = 设置者
requests-policy-standing = 包括长期邀请
requests-policy-standing-hint = 可以转发给任意数量的客户。
requests-policy-from = 开始日期
requests-policy-until = 结束日期
requests-policy-until-hint = 包含当天。留空表示无期限
requests-policy-until-before-from = 请输入不早于开始日期的结束日期
requests-policy-save = 设置策略
requests-done-policy = 策略已以你的名义设置。
requests-end-will-policy = 请求策略随之结束；等待中的请求只能被拒绝

## When it does not work
requests-conflict-partnership = 你与此提供商没有有效的合作关系，因此未提出请求。请返回并选择其他提供商。
requests-conflict-answered = 此请求已被答复或撤回，因此未作任何更改。请返回查看当前状态。
requests-conflict-ended = 合作关系已不再有效，因此未作任何更改。你仍可拒绝请求。
