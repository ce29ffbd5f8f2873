### 修订版：邀请如何更改，以及更改前后的差异。

revisions-change = 更改邀请
revisions-change-hint = 在同一链接下生成新的修订版。客户此前已接受的内容保持不变。
revisions-lede = 链接保持不变。尚未答复的客户会看到差异，并重新作出决定。
revisions-ask-right = 更改所请求的内容需要贵组织的管理代理或全局管理员。你可以更改文字和截止时间。
revisions-end-keep = 保持原样
revisions-end-days = 更改截止时间
revisions-end-days-hint = 仅在更改截止时间时填写。在最后一天结束时过期
revisions-to-check = 检查更改
revisions-nothing-changed = 请更改某项内容，或保持邀请原样
revisions-check-title = 检查更改内容
revisions-changes = 更改内容
revisions-stays-link = 链接：已发送或转发的链接继续有效
revisions-stays-accepted = 客户已接受的内容，按其接受时的条款
revisions-stays-open = 新条款不会在客户未看到的情况下被接受：已打开的页面会先显示差异
revisions-told = 以下经销商持有此邀请，将收到通知
revisions-save = 立即更改邀请
revisions-back = 返回表单
revisions-done = 邀请已更改，链接保持不变。如需客户通过邮件收到新文字，请再次发送。
revisions-title = 修订版
revisions-number = 修订版 { $number }
revisions-of-invitation = 邀请的修订版
revisions-superseded = 这些条款已不再生效。依据它们接受的内容保持不变。
revisions-added = 新增请求：{ $ask }
revisions-removed = 不再请求：{ $ask }
revisions-now = 现在：
revisions-before = 之前：
revisions-left-out = 省略
revisions-changed-text = 在你打开此页面期间，{ $partner } 更改了邀请。未接受任何内容。请先阅读差异，然后重新选择。
revisions-changed-since = 自贵组织首次打开此邀请后，{ $partner } 已对其作出更改
revisions-changed-since-accepted = 自贵组织接受此邀请后，{ $partner } 已对其作出更改
revisions-conflict-base = 在你更改期间，其他人已更改了邀请，因此未做任何更改。请返回邀请查看当前状态。

## 致经销商的邮件
revisions-mail-subject = { $provider } 已更改一份邀请
revisions-mail-text = { $provider } 已更改一份你持有或转发过的邀请。其链接保持不变，并指向新条款。
revisions-mail-added = 新增请求
revisions-mail-removed = 不再请求
revisions-mail-others = 其他更改
revisions-mail-days = 委派期限
revisions-mail-holder = 建议的受托方
revisions-mail-language = 邮件语言
revisions-mail-words = 邮件文字
revisions-mail-end = 可以答复的截止时间
revisions-mail-stays = 客户此前已接受的内容保持不变。尚未答复的客户在接受之前会看到差异。
