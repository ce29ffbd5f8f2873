### 代表客户管理。

uses-title = 代表客户执行的操作
uses-lede-customer = 合作伙伴每次进入你的服务工作的记录：谁、哪项服务、为何、何时。记录完整无遗漏。
uses-lede-partner = 贵组织人员每次进入客户服务工作的记录。客户看到的内容相同。
uses-all = 显示所有关系下的全部记录
uses-none = 尚无记录
uses-none-text = 合作伙伴的人员凭委派打开管理中心时，记录会显示在此处。
uses-when = 时间
uses-who = 人员
uses-reason = 原因
uses-reason-hint = { $customer } 会看到该内容。请写明工单或请求，不要填写密码。
uses-go = 打开管理中心
uses-mine = 我们代表该客户执行的操作
uses-under = 代表我们执行的操作
uses-last = 上次使用
uses-last-on = 上次使用：{ $date }
uses-new-title = 在 { $service } 中为 { $customer } 工作
uses-new-note = 系统会记录谁打开管理中心、用途、原因和时间。{ $customer } 立即可见。
uses-begin = 记录原因并继续
uses-begun-title = 已记录：{ $customer }，{ $service }
uses-begun-text = { $customer } 现在可看到此记录。请仅处理你所写明的事项。
uses-open = 打开 { $service } 管理中心
uses-leaves = 你将离开本门户，前往 { $host }。请在那里使用你的合作伙伴帐户登录。
uses-nowhere-title = 没有已知的地址
uses-nowhere = 服务目录中没有 { $service } 的管理中心地址，或客户的租户未知、域名未确认。你的使用已记录；请按平常的方式打开管理中心。
uses-over-title = 委派已失效
uses-not-in-force-text = 此委派无效：尚未获得同意、已被删除或已过期。任何人都不得凭此工作。
