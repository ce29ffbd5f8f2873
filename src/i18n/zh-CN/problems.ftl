### 无法完成操作时门户显示的内容：每种状态一个页面，以及表单字段的提示。

problems-400-title = 无法识别此请求
problems-400-text = 地址或表单中的某些内容与本门户生成的不一致。请返回并刷新页面，然后重试。
problems-401-title = 请登录后继续
problems-401-text = 此页面仅供已登录的用户使用，而你尚未登录或登录已失效。请登录，登录后将回到此页面。
problems-403-title = 你无法执行此操作
problems-403-text = 你的帐户没有执行此操作的权限。未进行任何更改。请让贵组织的全局管理员代为操作，或为你授予相应权限。
problems-404-title = 这里没有可供你查看的内容
problems-404-text = 请检查地址。如果你是通过链接打开的，请向提供链接的人索取新链接，或使用其他帐户登录。
problems-409-title = 情况已发生变化
problems-409-text = 其他人（或你在另一个窗口中）已先行操作。你的更改未生效。请返回并刷新页面，查看当前情况。
problems-410-title = 此内容已不可用
problems-410-text = 此链接指向的内容已被使用、撤回或已过期。请向发送者索取新链接。
problems-413-title = 一次提交的内容过多
problems-413-text = 你提交的内容超出了门户允许的大小。未保存任何内容。请提交较小的文件或较短的文本。
problems-421-title = 这不是门户的地址
problems-421-text = 你访问门户时使用的名称不是其本身的名称。请检查浏览器中的地址，或通过书签打开门户。
problems-422-title = 有内容需要更正
problems-422-text = 无法接受你提交的内容。未进行任何更改。请返回，检查你的填写内容，然后重新提交表单。
problems-429-title = 尝试次数过多
problems-429-text = 短时间内的请求过多。未进行任何更改。请等待几分钟后重试。
problems-500-title = 我们这边出现了问题
problems-500-text = 这不是你的原因，我们已有记录。你的更改可能未生效：再次操作之前请先查看。如果再次出现此问题，请将下方的编号告知支持人员。
problems-503-title = 门户暂时不可用
problems-503-text = 没有丢失任何内容：所有已向你确认的内容均已保存。请在几分钟后重试。
problems-suspended-text = 您的组织已被暂停。在运营商恢复之前，您可以查看所有内容，但不能更改。未作任何更改。请向运营商了解原因。
problems-rights-text = 在提交过程中，您的权限或组织的状态发生了变化。未进行任何更改。请刷新页面，查看您现在可以执行的操作。
problems-strange-form-text = 此表单属于另一个会话，或来自其他网站。未作任何更改。请返回、刷新页面后重新提交。
problems-request-id = 支持编号：{ $id }
problems-home = 转到起始页

## 表单字段的提示。表单上方的摘要与字段旁的文字相同。

field-required = 请填写此项
field-required-choice = 请选择一项
field-too-long = 请输入不超过 { $max } 个字符
field-email = 请输入格式正确的电子邮件地址，例如 name@example.com
field-domain = 请输入格式正确的域名，例如 example.cn
field-number-range = 请输入 { $min } 到 { $max } 之间的整数
field-choice = 请从所列选项中选择一项
field-date = 请输入有效的日期，例如 2026-11-22

## 未填写的字段：各自应输入什么
required-organization = 请输入组织名称
required-name = 请输入名称
required-email = 请输入电子邮件地址
required-password = 请输入密码
required-current = 请输入当前密码
required-admin-name = 请输入首位全局管理员的姓名
required-admin-email = 请输入首位全局管理员的电子邮件地址
required-contact = 请输入联系地址
required-reason = 请输入原因
required-words = 请说明发生了什么
required-title = 请输入名称
