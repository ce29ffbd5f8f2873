### 请同事就邀请作出决定。

handovers-title = 请同事决定
handovers-text = 选择贵组织的一位全局管理员。对方会收到一封指向此邀请的邮件，登录后作出决定。
handovers-to = 同事
handovers-find = 同事的姓名或邮箱
handovers-more = 以上为按姓名排列的前 { $count } 位同事，其他同事请搜索。
handovers-none = 没有可作决定的同事的姓名或邮箱包含“{ $text }”。
handovers-ask = 请这位同事决定
handovers-history = 已请谁决定
handovers-line = { $by } 已请 { $to } 决定
handovers-done = 已请你的同事决定。对方可通过邮件中的链接或列表找到此邀请。
handovers-asked-already = 你已于{ $date }请 { $to } 决定，未再次发送邮件。

handovers-letter-subject = { $person } 请你就 { $provider } 的邀请作出决定
handovers-letter-text = 贵组织的 { $person } 已阅读 { $provider } 的邀请，请你答复：须由全局管理员决定。
handovers-letter-decide = 请阅读后接受、拒绝或提出修改条件。打开页面不会作出任何决定。
handovers-letter-link = 阅读邀请
