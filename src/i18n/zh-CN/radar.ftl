### 运营方雷达：冲突、遗留委派、即将结束、风险标记。

radar-title = 雷达
radar-intro = 在有人投诉之前值得查看的内容。选择数字查看列表；每一行都指向具体对象。
radar-about = 内容
radar-scope = { $service }，{ $purpose }
radar-open-links = { $count } 个开放链接
radar-grants = { $count } 项委派
radar-none = 暂无内容
radar-none-text = 目前没有此类情况。一旦出现，会自动显示在这里。

radar-contested-title = 有争议的服务
radar-contested-text = 客户打开了某家交易合作伙伴的邀请，而其中请求的服务已有另一家持有委派。若接受并委派，原委派将被取代。
radar-contested-who = 客户
radar-contested-partner = 邀请方
radar-contested-other = 当前受托方
radar-contested-at = 打开时间

radar-replaced-title = 近期被取代
radar-replaced-text = 最近 30 天内被其他交易合作伙伴取代的委派。
radar-replaced-who = 客户
radar-replaced-partner = 失去方
radar-replaced-other = 销售所有者
radar-replaced-at = 取代时间

radar-silent-title = 未回应的受托方
radar-silent-text = 等待受托方同意超过 14 天的委派。
radar-silent-who = 客户
radar-silent-partner = 受托方
radar-silent-other = 销售所有者
radar-silent-at = 授予时间

radar-suspended-title = 已暂停但有开放链接
radar-suspended-text = 已暂停的组织，恢复后其链接重新可用于接受。
radar-suspended-who = 组织
radar-suspended-partner = 合作伙伴 ID
radar-suspended-other = –
radar-suspended-at = 暂停时间

radar-orphans-title = 遗留委派
radar-orphans-text = 经销商与销售所有者的合作关系已结束，但仍持有的委派。
radar-orphans-who = 客户
radar-orphans-partner = 受托方
radar-orphans-other = 销售所有者
radar-orphans-at = 授予时间

radar-ending-title = 即将结束
radar-ending-text = 30 天内结束的委派。
radar-ending-who = 客户
radar-ending-partner = 受托方
radar-ending-other = 销售所有者
radar-ending-at = 结束时间

radar-many-title = 一天内大量授予
radar-many-text = 一天内授予 20 项或更多委派的邀请。
radar-many-who = 邀请
radar-many-partner = 邀请方
radar-many-other = –
radar-many-at = 最近一次

radar-newcomers-title = 新合作伙伴
radar-newcomers-text = 最近 30 天内注册的合作伙伴的开放邀请。
radar-newcomers-who = 邀请
radar-newcomers-partner = 邀请方
radar-newcomers-other = –
radar-newcomers-at = 创建时间
