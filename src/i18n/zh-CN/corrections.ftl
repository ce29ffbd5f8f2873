### 更正：被退回的邀请邮件，以及正确的收件地址。

corrections-bounced = 邮件被退回
corrections-note = 发往 { $email } 的邮件无法送达
corrections-reason-refused = 收件人的邮件服务器不认识此地址，或不接收发往此地址的邮件。
corrections-reason-postponed = 收件人的邮件服务器在半天内多次推迟接收，门户已放弃发送。
corrections-reason-other = 邮件无法发送。请更正地址，或自行发送邀请。
corrections-said = 邮件服务器的答复：
corrections-correct = 更正地址并重新发送
corrections-title = 更正地址并重新发送
corrections-addressed-hint = 此后邀请仅面向此地址，并使用新链接，旧链接失效。条款保持不变。
corrections-standing-hint = 转发记录会保留两次发送。你的附言会一并重新发送。
corrections-send = 重新发送
corrections-done = 地址已更正，邀请正在发送。
corrections-conflict-none = 此邮件未被退回，或已重新发送。未发送任何内容。
corrections-ask = 请 { $provider } 更正地址
corrections-ask-text = 此邀请仅面向一个地址，只有 { $provider } 可以更改。请告知正确的地址：对方在邀请页面上更正后，邀请会以贵组织的名义附上你的附言重新发出，届时可在你的转发记录中看到。
corrections-back = 返回邀请
