### 日期和时间。格式中：%Y 年，%B 月份名称，%m 月份数字，%d 日，%A 星期，%H 时，%M 分，%z 时区。

dates-date = %Y年%m月%d日
dates-weekday-date = %Y年%m月%d日%A
dates-date-time = %Y年%m月%d日 %H:%M (%z)

dates-month-1 = 一月
dates-month-2 = 二月
dates-month-3 = 三月
dates-month-4 = 四月
dates-month-5 = 五月
dates-month-6 = 六月
dates-month-7 = 七月
dates-month-8 = 八月
dates-month-9 = 九月
dates-month-10 = 十月
dates-month-11 = 十一月
dates-month-12 = 十二月

dates-monday = 星期一
dates-tuesday = 星期二
dates-wednesday = 星期三
dates-thursday = 星期四
dates-friday = 星期五
dates-saturday = 星期六
dates-sunday = 星期日

dates-just-now = 刚刚
dates-in-a-moment = 马上
dates-in-minutes = { $count } 分钟后
dates-minutes-ago = { $count } 分钟前
dates-in-hours = { $count } 小时后
dates-hours-ago = { $count } 小时前
dates-in-days = { $count } 天后
dates-days-ago = { $count } 天前
dates-in-months = { $count } 个月后
dates-months-ago = { $count } 个月前
dates-in-years = { $count } 年后
dates-years-ago = { $count } 年前
