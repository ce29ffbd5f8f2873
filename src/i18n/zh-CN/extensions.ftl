### 自动延长的委派。

extensions-title = 自动延长
extensions-itself = 自动延长
extensions-neither = 委派将如期结束。尚无任何一方同意自动延长。
extensions-customer = 客户同意自动延长。受托方也同意后生效。
extensions-holder = 受托方同意自动延长。客户也同意后生效。
extensions-both = 只要双方都同意，委派每次在结束前一周自动延长 180 天。
extensions-everything-title = 等同于全局管理员
extensions-everything = 受托方可预配每一项服务，等同于全局管理员。此类委派不会自动延长。
extensions-hint = 须双方同意。任何一方可随时收回同意，每次延长都会通过邮件通知双方。
extensions-agree = 同意自动延长
extensions-withdraw = 让委派如期结束
extensions-so-far = 已延长
extensions-times = { $count } 次
extensions-done-agreed = 你已同意。只要双方都同意，委派就会自动延长。
extensions-done-withdrawn = 你已收回同意。委派将如期结束。
extensions-everything-text = 受托方可预配每一项服务，等同于全局管理员。此类委派不会自动延长；请改为提出续期。未进行任何更改。
extensions-letter-subject = 已延长 180 天：{ $holder }，{ $service }
extensions-letter-text = 双方已同意 { $service } 的委派自动延长。{ $holder } 的访问权限现有效至 { $date }。
extensions-letter-take-back = 任何一方都可随时在委派页面上收回同意。客户也可随时删除委派，立即生效。
extensions-letter-waits-subject = { $by } 同意自动延长，正在等待你的答复：{ $holder }，{ $service }
extensions-letter-waits-text = { $by } 同意 { $service } 的委派每次自动延长 180 天。只有贵组织也同意，委派才会延长；否则将于 { $date } 结束。
extensions-letter-agreed-subject = 双方已同意自动延长：{ $holder }，{ $service }
extensions-letter-agreed-text = { $by } 也已同意：{ $service } 的委派每次自动延长 180 天，首次在 { $date } 前一周。任何一方都可随时收回同意。
extensions-letter-withdrawn-subject = { $by } 不再同意自动延长：{ $holder }，{ $service }
extensions-letter-withdrawn-text = { $by } 已收回同意。{ $service } 的委派不再自动延长，将于 { $date } 结束。
