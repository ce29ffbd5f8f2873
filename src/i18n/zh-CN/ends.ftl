### 结束：结束之前显示的内容、删除一家合作伙伴的全部委派，以及合作关系结束后遗留的内容。

## 预览
ends-obstacles = 以下情况阻止此操作
ends-nothing-in-the-way = 没有任何阻碍。
ends-told = 将通知
ends-told-people =
    { $count ->
        [0] { $name }：没有相应角色的人员可通知
       *[other] { $name }：{ $count } 人
    }
ends-told-more = 以及另外 { $count } 家客户
ends-letter = 将发送的邮件
ends-letter-hint = 一字不差；每位收件人会收到其所用语言的版本。
ends-to-everybody = 发给以上各方
ends-to-both = 发给双方合作伙伴
ends-stays-record = 此前的记录会保留，双方均可查看
ends-stays-asking = 可随时发出并接受新的邀请
ends-stays-others = 其他合作伙伴可进行的工作

## 一家合作伙伴的全部委派
ends-holders = 谁可以为贵组织工作
ends-remove-all = 全部删除
ends-all-title = 将 { $holder } 从贵组织的所有服务中删除
ends-all-button = 立即删除全部 { $count } 项委派
ends-all-done = { $holder } 已不再持有贵组织的任何委派，并已收到通知。各项结果如下。
ends-all-results = 已结束的委派，逐项列出
ends-all-over = 这些委派均已结束。未进行任何更改。
ends-will-lose = { $holder } 立即失去对 { $service } 的访问权限：{ $purpose }
ends-letter-subject = { $holder } 不再为 { $customer } 在这些服务中工作
ends-letter-text = { $customer } 已删除 { $holder } 的以下委派。这些委派不再提供任何访问权限。
ends-letter-scopes = 已结束的内容
ends-letter-link = 打开门户

## 遗留的委派
ends-left-title = 遗留的委派
ends-left-lede-customer = 这些合作伙伴仍可为贵组织工作，但已不再与向贵组织销售的提供商合作。请决定是否继续。
ends-left-lede-holder = 你仍可在此工作，但你与关系所有者的合作关系已结束。请放弃不再需要的委派。
ends-left-lede-owner = 这些经销商已不再与你合作，但仍可为你的客户工作。由客户决定；如果工作应转交他人，请与客户联系。
ends-left-lede-operator = 受托方与关系所有者的合作关系已结束，而委派尚未结束。
ends-left-none = 没有遗留的委派
ends-left-none-text = 合作关系结束后，经销商仍持有的该提供商客户的委派会显示在此处，直到客户或经销商将其结束。
ends-left-since = 合作关系结束时间
ends-left-way = 下一步
ends-give-up = 放弃
ends-to-left-over = 查看所有遗留的委派
ends-left-over-subject = { $reseller } 已不再与 { $provider } 合作，但仍可为你工作
ends-left-over-text = { $by } 已结束 { $provider } 与 { $reseller } 的合作关系。你与 { $provider } 的关系以及你的委派保持不变。
ends-left-over-count = { $reseller } 仍持有你的 { $count } 项委派。
ends-left-over-decide = 请决定 { $reseller } 是否继续。你可随时一步将其删除，也可保持不变。
ends-left-over-link = 查看遗留的委派
ends-partnership-left-over =
    { $count ->
        [0] 没有遗留的委派。
       *[other] 遗留 { $count } 项委派。客户也已收到通知。
    }
