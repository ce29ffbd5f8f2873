### The invented world for newcomers.

demo-not-empty = 演示数据只能写入空数据库。未作任何更改。
demo-people-title = 可登录的人员
demo-people-intro = 以下人员均为虚构，共用一个密码短语：{ $passphrase }
demo-people-name = 姓名
demo-people-organization = 组织
demo-people-role = 角色
demo-people-nowhere = 尚无组织
demo-people-also = 同时属于 { $organization }
