### 多个部分的页面共用的业务用语：状态、用途、服务。

## 组织
organization-state-active = 有效
organization-state-suspended = 已暂停

## 未设置的用户设置
agent-none = 无代理角色
admin-none = 无管理员角色

## 委派的用途
purpose-provisioning = 预配
purpose-provisioning-hint = 在该服务中设置、更改和删除用户、许可证和配置
purpose-support = 支持
purpose-support-hint = 在该服务中排查并解决问题，不更改许可证

## 服务
service-kind-licence = 基于许可证
service-kind-usage = 基于使用量

## 订阅的渠道
channel-direct = 直接从世纪互联购买
channel-advisor = 顾问
channel-csp = CSP，通过合作伙伴
subscription-state-active = 有效
subscription-state-suspended = 已暂停
subscription-state-ended = 已结束
import-state-reading = 正在接收
import-state-checking = 正在检查
import-state-ready = 待查看
import-state-importing = 正在导入
import-state-done = 已导入
import-state-failed = 失败
import-state-withdrawn = 已丢弃

## 邀请及其转发方式
invitation-kind-standing = 长期邀请
invitation-kind-addressed = 定向邀请
invitation-state-draft = 草稿
invitation-state-open = 开放
invitation-state-paused = 已暂停
invitation-state-revoked = 已撤回
invitation-state-expired = 已过期
invitation-state-accepted = 已接受
invitation-state-declined = 已拒绝
counter-state-open = 待你答复
counter-state-agreed = 已达成一致
counter-state-refused = 已拒绝
counter-state-withdrawn = 客户已撤回
request-state-waiting = 等待答复
request-state-issued = 已签发
request-state-refused = 已拒绝
request-state-withdrawn = 已撤回
alarm-state-open = 待处理
alarm-state-stopped = 邀请已停用
alarm-state-unfounded = 不成立
alarm-reason-unknown = 我不认识此合作伙伴
alarm-reason-unexpected = 我认识对方，但双方没有约定
alarm-reason-pretended = 有人冒充我认识的合作伙伴
alarm-reason-too-much = 请求的内容超出约定
alarm-reason-other = 其他原因

forward-way-mail = 由门户发送
forward-way-text = 已复制文本自行发送
forward-way-link = 已复制链接

mail-state-queued = 等待发送
mail-state-sent = 已发送
mail-state-dead = 无法送达
mail-state-cancelled = 已取消

partnership-state-invited = 等待授权
partnership-state-active = 有效
partnership-state-expired = 已过期
partnership-state-refused = 已拒绝
partnership-state-withdrawn = 已撤回
partnership-state-ended = 已结束

## 关系和委派
relationship-state-active = 有效
relationship-state-ended = 已结束

delegation-state-awaiting-partner = 等待合作伙伴同意
delegation-state-active = 有效
delegation-state-ended = 已结束
delegation-state-expired = 已过期
delegation-state-removed = 已被客户删除
delegation-state-given-up = 合作伙伴已放弃
delegation-state-replaced = 已被其他合作伙伴取代
delegation-state-relationship-ended = 已随关系结束
delegation-state-refused = 已被合作伙伴拒绝
renewal-state-open = 等待客户答复
renewal-state-accepted = 已接受
renewal-state-declined = 已拒绝
renewal-state-withdrawn = 已撤回
renewal-state-lapsed = 已随委派失效

## 市场
country-CN = 中国
country-HK = 中国香港特别行政区
country-MO = 中国澳门特别行政区
country-TW = 中国台湾
country-KZ = 哈萨克斯坦
country-RU = 俄罗斯
