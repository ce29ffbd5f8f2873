### 订阅：客户购买了什么、由谁支持；运营方的导入。

subscriptions-title = 订阅
subscriptions-none = 此处没有已知的订阅。
subscriptions-of-customer = 贵组织购买了什么、从何处购买、由谁支持，以及谁可以处理。
subscriptions-of-partner = 该客户直接购买或通过贵组织购买的订阅，以及贵组织可以处理的内容。
subscriptions-bought = 购买渠道
subscriptions-term-head = 期限
subscriptions-may-work = 谁可以处理
subscriptions-seller-is = 销售方：{ $partner }
subscriptions-record-is = 备案合作伙伴：{ $partner }
subscriptions-seats-are = 席位：{ $seats }
subscriptions-by-use = 按用量付费
subscriptions-term = { $start } 至 { $end }
subscriptions-term-open = 自 { $start } 起
subscriptions-multi-any = 适用多渠道：直接购买，可允许任何合作伙伴处理。
subscriptions-multi-with = 与 { $partner } 之间适用多渠道：当时作为顾问售出。
subscriptions-multi-no = 不适用多渠道：由销售方预配。
subscriptions-delegation-you = 贵组织需要委派才能处理。
subscriptions-delegation-not-you = 由贵组织售出：处理订阅本身不需要委派。
subscriptions-delegation-others = 由 { $partner } 售出，其不需要委派；其他合作伙伴均需要。
subscriptions-delegation-all = 任何合作伙伴都需要委派才能处理。
subscriptions-worker = { $partner }：{ $purpose }，至 { $date }
subscriptions-nobody-works = 没有受托方

## 支持联系方
subscriptions-contact = 支持联系方
subscriptions-contact-title = 由谁支持 { $customer } 的 { $service }
subscriptions-contact-text = 客户对此订阅的问题会转到支持联系方。作为销售方，你可以自行答复，也可以交给客户允许支持此服务的经销商。订阅的其他内容不变。
subscriptions-contact-seller-hint = 此订阅的销售方
subscriptions-contact-holder-hint = 在此持有 { $service } 的支持委派
subscriptions-contact-nobody = 目前没有经销商在贵组织的关系下持有 { $service } 的支持委派。
subscriptions-contact-found-none = 没有在此持有支持委派的经销商的名称包含“{ $text }”或以其为合作伙伴 ID。
subscriptions-contact-21vianet = 世纪互联
subscriptions-contact-back = 曾选择 { $partner }，但其已不再持有此处的支持委派。
subscriptions-contact-not-holder-text = 你选择的经销商已不再持有此服务的支持委派。未作任何更改。请重新选择。
subscriptions-done-contact = 支持联系方已更改。

## 导入
subscriptions-imports = 订阅导入
subscriptions-imports-lede = 已上传的订阅文件、检查结果以及导入内容。
subscriptions-upload-title = 上传文件
subscriptions-upload-text = 系统会先检查每一行，在你查看结果之前不会导入任何内容。
subscriptions-limit-size = 逗号分隔值（CSV）文件，最多 { $rows } 行、{ $megabytes } MB。
subscriptions-limit-cell = 每个单元格最多 { $count } 个字符。
subscriptions-limit-encoding = UTF-8（带或不带 BOM）或 GB18030（GBK），自动识别。不接受 UTF-16：请另存为“CSV UTF-8”。
subscriptions-limit-columns = 第一行为列名：
subscriptions-limit-words = tenant 为租户 ID 或已确认的域名，service 为代码或名称；seller 和 partner_of_record 为合作伙伴 ID；channel 为 direct、advisor 或 csp；state 为 active、suspended 或 ended；日期写作 2026-11-25。customer 列仅供阅读。
subscriptions-sample = 下载示例
subscriptions-file = 文件
subscriptions-upload = 上传并检查
subscriptions-uploads = 上传记录
subscriptions-uploads-none = 暂无文件
subscriptions-uploads-none-text = 运营管理员上传的文件及其检查结果会显示在此处。
subscriptions-uploaded = 上传
subscriptions-rows = 行
subscriptions-rows-none = 没有这样的行。
subscriptions-head-state = 状态
subscriptions-progress = 已完成 { $done }，共 { $of }
subscriptions-refresh = 刷新状态
subscriptions-ready-title = 已检查，尚未导入
subscriptions-ready-text = 请查看下面的行。有错误的行不会导入；你可以下载、更正后重新上传。
subscriptions-confirm =
    { $count ->
       *[other] 导入 { $count } 行
    }
subscriptions-withdraw = 丢弃此文件
subscriptions-given-up-title = 处理此文件时反复出错
subscriptions-given-up-count =
    { $count ->
        [0] 处理已中止，未导入任何内容。
       *[other] 处理了 { $count } 行后中止。已导入的内容会保留。
    }
subscriptions-given-up-next = 请丢弃此文件并重新上传：已导入的行届时会显示为未更改。如果仍然失败，请联系本门户的运行人员。
subscriptions-nothing-to-import = 没有可导入的内容：没有新增或更改的行。
subscriptions-done =
    { $count ->
       *[other] 已导入 { $count } 行。
    }
subscriptions-encoding = 编码
subscriptions-by-at = { $person }，{ $date }
subscriptions-confirmed = 确认导入
subscriptions-finished = 完成
subscriptions-failed =
    { $count ->
       *[other] 下载有错误的 { $count } 行
    }
subscriptions-failed-hint = 原因在最后一列；重新上传时可以保留该列。
subscriptions-failed-line = 第 { $line } 行：{ $reasons }
subscriptions-line = 行号
subscriptions-external-id = 外部 ID
subscriptions-findings = 检查结果
subscriptions-since = 已于 { $date } 导入，没有变化。
subscriptions-change = { $column }：{ $from } → { $to }
subscriptions-nothing = （空）
subscriptions-verdict = 结论
subscriptions-verdict-none = 尚未检查
subscriptions-verdict-new = 新增
subscriptions-verdict-changed = 更改
subscriptions-verdict-unchanged = 无变化
subscriptions-verdict-wrong = 错误
subscriptions-imported-new = 已新增
subscriptions-imported-changed = 已更改

## 无法读取的文件
subscriptions-file-required = 请选择文件
subscriptions-file-empty = 文件中没有数据行。请在列名下面至少填写一行。
subscriptions-file-not-text = 这是 UTF-16 文件或不是文本文件。请另存为“CSV UTF-8（逗号分隔）”后重新上传。
subscriptions-file-header = 第一行没有按顺序列出列名。请以示例为准。
subscriptions-file-too-many-rows = 文件行数过多。请拆分为多个文件。
subscriptions-file-quote-open = 第 { $line } 行或其后的引号没有闭合。请闭合或删除该引号。
subscriptions-busy-text = 目前有多个文件正在处理。此文件未保留任何内容。请等其中一个完成后重新上传。
subscriptions-broken-off-text = 上传时间过长，已放弃。未保留任何内容。请重新上传文件。
subscriptions-not-ready-text = 此文件现在不能导入或丢弃：仍在处理、已处理完毕，或没有新内容。未作任何更改。

## 行中的错误
subscriptions-flaw-too-long = 此行过长。请检查引号。
subscriptions-flaw-columns = 此行有 { $number } 个单元格，与第一行不一致。请检查逗号和引号。
subscriptions-flaw-cell = { $column }：超过 { $number } 个字符。请缩短。
subscriptions-flaw-line-break = { $column }：跨越多行。可能有引号未闭合。
subscriptions-flaw-letters = { $column }：含有无法读取的字符。请将文件另存为 UTF-8。
subscriptions-flaw-required = { $column }：为空。请填写。
subscriptions-flaw-external-id = { $column }：“{ $value }”不是外部 ID。请使用字母、数字和 . _ : -（最多 100 个）。
subscriptions-flaw-duplicate = { $column }：“{ $value }”在第 { $number } 行也出现。请只保留其中一行。
subscriptions-flaw-tenant = { $column }：没有客户使用“{ $value }”。请填写已登记客户的租户 ID 或域名。
subscriptions-flaw-tenant-unconfirmed = { $column }：有客户自称使用“{ $value }”，但此域名尚未确认。请在该客户的页面确认域名，或改填租户 ID。
subscriptions-flaw-other-customer = { $column }：此订阅属于“{ $value }”以外的客户。请使用其他外部 ID。
subscriptions-flaw-service = { $column }：服务目录中没有“{ $value }”。
subscriptions-flaw-channel = { $column }：“{ $value }”不是渠道。请填写 direct、advisor 或 csp。
subscriptions-flaw-seller-of-direct = { $column }：“{ $value }”，但直接购买的订阅没有销售方。请留空或更改渠道。
subscriptions-flaw-partner = { $column }：没有合作伙伴使用合作伙伴 ID“{ $value }”。
subscriptions-flaw-seller-kind = { $column }：“{ $value }”是间接经销商，不以自己的名义销售。请填写其提供商。
subscriptions-flaw-seats = { $column }：“{ $value }”不是席位数。请填写不小于 1 的整数。
subscriptions-flaw-seats-of-usage = { $column }：“{ $value }”，但此服务按用量付费。请留空。
subscriptions-flaw-date = { $column }：“{ $value }”不是日期。请写作 2026-11-25。
subscriptions-flaw-term = { $column }：期限的结束早于开始。
subscriptions-flaw-state = { $column }：“{ $value }”不是状态。请填写 active、suspended 或 ended。

## 运营方查看的全部订阅
subscriptions-register = 全部订阅
subscriptions-register-lede = 所有已导入的订阅：谁购买了什么、在哪里购买、到何时为止。
subscriptions-register-none = 订阅导入后会显示在此处。如果设置了筛选条件，则没有符合条件的订阅。
subscriptions-register-search = 外部 ID、客户或合作伙伴
subscriptions-head-channel = 渠道
subscriptions-head-seller = 销售方
subscriptions-head-record = 备案合作伙伴
subscriptions-head-seats = 席位
subscriptions-to-relationship = 关系

## 相关通知
subscriptions-letter-subject = { $customer } 的 { $service } 现由 { $contact } 支持
subscriptions-letter-text = { $seller } 已选择由谁支持 { $customer } 的一项订阅。今后有关 { $service } 的问题由 { $contact } 负责答复。订阅的其他内容不变。
subscriptions-letter-link = 查看订阅
