### 组织资料：运营方可编辑所有组织的资料，全局管理员可编辑本组织的资料。

profile-title = 本组织
profile-edit = 编辑资料
profile-edit-title = 编辑资料
profile-edit-operator = 合作伙伴 ID 和类型永不更改。该组织的全局管理员会收到通知，说明更改的内容和原因。
profile-of-the-contract = 法定名称、注册号、合作伙伴 ID 和市场以合同为准，客户据此判断。如需更改，请联系运营方。
profile-market-settled = 贵组织与所在市场的合作伙伴已有关系，因此只有运营方可以更改市场。
profile-market-free = 与合作伙伴建立关系之前，你可以更改市场。
profile-domain-hint = 显示在名称旁，方便他人确认对方身份。更改后的域名在运营方确认之前会标为未确认。
profile-domain-hint-operator = 更改后的域名在保存时即视为已确认：请先核实它属于该组织
profile-contact-hint = 合作伙伴与贵组织联系的地址
profile-tenant = 租户 ID
profile-tenant-hint = 组织目录的 ID。订阅按此 ID 导入。
profile-tenant-wrong = 请输入租户 ID，例如 6f1d3c1e-5a2b-4c7d-9e8f-0a1b2c3d4e5f，或留空
profile-domain-taken = 请输入其他域名：此域名已确认属于其他组织
profile-domain-changed = 此页面打开之后，该组织已填写了其他域名。未进行任何更改：请查看现有域名后重新保存。
profile-tenant-taken = 请输入其他租户 ID：此 ID 属于其他组织
profile-reason-hint = 该组织的全局管理员以及查看审核记录的人员都会看到
profile-changed = 资料已更改。
profile-changed-and-told = 资料已更改。该组织的全局管理员将收到邮件通知。
profile-same = 内容没有变化，未做任何更改。
