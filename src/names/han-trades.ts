/**
 * Words of trades in names in Chinese characters (simplified, as han-fold.ts folds them), under the English word by which they meet
 * translations; its own synonyms are in words.ts. The longest word counts where several begin at one character. Single characters
 * count only as what is left over behind a word (`commonHanChar`).
 */
export const HAN_TRADES =`technology: 科技 技术 工艺 高科 高技术 高科技 科创 数科
science: 科学 生命科学 生命科技
electronics: 电子 电子商务
electric: 电器 电气 电机 电线 电缆 电工 电 机电 电能 电控 电热 发电机
power: 电力 动力 发电 电源
industry: 工业 产业 重工业 重工 工 业 工商 工贸
enterprise: 实业 企业 事业 兴业
international: 国际
global: 环球 全球
group: 集团
holding: 控股 投控
manufacturing: 制造 制作所 制造所 工作所 智造 制品
semiconductor: 半导体 芯片
precision: 精密 精工
trading: 贸易 商贸 商事 物产 商会 通商
import: 进出口 进口
export: 出口
communication: 通信 通讯 电信 电讯
information: 信息 资讯 情报 资安
network: 网络 网路 网通 互联网 互联
computer: 计算机 电脑
optical: 光电 光学 光子 光纤 光缆 光电子 光机 镜头 光通信
machinery: 机械 机器 工机 精机 产业机械 机 重机械 工程机械 农机 纺机 重机
material: 材料 素材 新材料 建材 电材 新材
metal: 金属 稀有金属 五金 有色金属
steel: 钢铁 制铁 制钢 特钢 钢 铁 制钢所 制铁所 铁工 钢管 钢构 钢结构 钢材 线材
chemical: 化学 化工 化成 化学品 氟化工 氯碱 盐化 盐化工 磷化 磷化工 精细化工 日化 塑化 氟材料
pharmaceutical: 制药 药业 药品 医药 药 中药 中成药 原料药 医药品 药物 大药房 药房 药局
biotechnology: 生物 生技 生化 生物制品 生医 生科
energy: 能源 新能源 绿能 新能 能化 风能 光能
battery: 电池 锂电池 蓄电池
motor: 汽车 自动车 发动机 马达 车辆 车业 汽配 汽车零部件 电动车 电动汽车 摩托车 摩托
aviation: 航空 航天 航太 航发 航空发动机 航空航天
drone: 无人机
robotics: 机器人
system: 系统
service: 服务
engineering: 工程
construction: 建设 建筑 营造 建机 工务店 组 路桥 城建 基建
development: 发展 开发 开发区
research: 研究院 研究所 技研
design: 设计 设计院 设计研究院 规划设计
digital: 数字 数码 数位 数智
data: 数据 大数据
software: 软件 软体
product: 产品
component: 组件 零件 零组件 被动元件 元件 零部件 部件 配件
equipment: 设备 仪器 器材 器械 计器 器 装备
logistics: 物流 运输 通运 仓库 货运 交运 客运 快递 储运 仓储 空运 交通运输 冷链
shipping: 海运 航运 船舶 造船 航业 海洋 邮船 汽船 轮船 远洋运输 船业
investment: 投资
capital: 资本 金融 金控 资产 财务 资管 创投 股权
bank: 银行 商业银行
insurance: 保险 人寿 火灾海上 生命 财险 产险 产物保险 财产保险
security: 证券 安全 保全 防务
media: 传媒 文化 影视 影业 传播
food: 食品 饮料 制果 制菓 乳制品 制粉 面粉 糖业 制糖 肉食品 肉食 肉类 肉业 粮油 农产品 饮品
textile: 纺织 纤维 服饰 制衣 染织 毛织 化纤 化学纤维 人造纤维 服装 成衣 棉纺 毛纺 针织 纺织品 纺织服装 丝绸 织造
paper: 造纸 制纸 纸业 纸品 纸制品
rubber: 橡胶 轮胎
plastic: 塑料 塑胶 塑业
glass: 玻璃
cement: 水泥
oil: 石油 石化 油田 制油 油脂 油气 炼化 炼油 油服 油品
gas: 天然气 燃气 煤气 瓦斯 气体 特气 特种气体
mining: 矿业 资源 矿山 精炼 冶炼 矿产 矿产资源
solar: 太阳能 光伏
light: 照明 灯具 灯饰 车灯
display: 显示 面板 显示器 液晶
circuit: 电路 线路板 集成电路 积体电路 印刷电路板 电路板
sensor: 传感器 感测 传感
environment: 环保 环境 生态 环境保护 绿色
agriculture: 农业 农牧 农林 农垦
property: 置业 地产 房地产 不动产 地所 物业 房产 置地 房屋
store: 百货 超商 商业 商场 商厦
hotel: 酒店 饭店
health: 医疗 保健 健康 大健康 养老 康养 护理 卫生 卫材
tool: 工具 刀具 机床 工具机
center: 中心
intelligent: 智能 智慧
creative: 创新
railway: 铁路 铁道 电铁 铁建
nuclear: 核 核电
factory: 工厂 厂
management: 管理
consulting: 咨询
advanced: 先进 高新
applied: 应用
automation: 自动化
imaging: 影像
video: 视频 视讯
audio: 音响 影音 视听
laser: 激光 镭射
microelectronics: 微电子
company: 股份
printing: 印刷 印务
publishing: 出版 出版社
dairy: 乳业 乳品
liquor: 酒业 白酒 酿酒
brewery: 啤酒 麦酒 酒厂 贡酒 酒
ceramic: 陶瓷 瓷业 窑业 陶业
fishery: 水产 渔业 水产品
port: 港务 港湾 港 码头 港口 港航
airport: 机场
expressway: 高速公路
television: 电视
broadcasting: 放送 广播 广电
games: 游戏
appliance: 家电 小家电
furniture: 家具 家私
jewellery: 珠宝 金行
education: 教育 科教
travel: 旅游 旅行社 旅行
general: 总合 综合 通用
new: 新 新型
great: 大
city: 市
province: 省
county: 县
zone: 区 园区 贸易区
copper: 铜业 铜材 铜
aluminium: 铝业 铝材 铝
lithium: 锂业 锂电 锂能 锂
cobalt: 钴业
tungsten: 钨业
nonferrous: 有色 稀土
coal: 煤业 煤电 煤炭 精煤 焦煤 煤矿 煤化工
bus: 客车
control: 控制 智控 自控 仪控
hydraulic: 液压
memory: 存储 储存 记忆 储能
pipe: 铸管 管业 管材 管道
mart: 超市 商城 购物 购物中心 超级市场
sports: 体育用品 体育
united: 联合
stainless: 不锈钢 不锈
resin: 树脂 合成
dyeing: 染整 印染
tea: 茶业 茶
stationery: 铅笔 文具 办公
forestry: 林业
special: 特殊 特种 专用
home: 智家 家居 家纺
wire: 线
high: 高速
of: 本社 总本社
wafer: 晶圆 硅片 矽晶圆
packaging: 封装 封测 包装 包材 包装材料
testing: 测试 检测 检验
connector: 连接器
servo: 伺服
wind: 风力 风电 风力发电
fertilizer: 肥料 化肥 复合肥 肥业 磷肥 氮肥
watch: 时计 钟表
toy: 玩具
shoes: 制鞋 鞋业 鞋
transformer: 变压器
bearing: 轴承 回转支承
valve: 阀门 阀业
mold: 模具
gear: 齿轮
instrument: 仪表
cosmetics: 化妆品
antenna: 天线
radio: 无线电
rf: 射频
radar: 雷达
satellite: 卫星 卫导
navigation: 导航
internet: 物联网
cloud: 云计算
payment: 支付
commerce: 商务 电商
leasing: 租赁 融资租赁
futures: 期货
trust: 信托
numerical: 数控 数控机床
measurement: 测量 计量 测控 测绘 计测
survey: 勘测 勘察
casting: 铸造 压铸 铸件
forging: 锻造 锻件 锻压
welding: 焊接 焊材
fastener: 紧固件
spring: 弹簧
blade: 叶片
elevator: 电梯 扶梯
crane: 起重 起重机
forklift: 叉车
boiler: 锅炉
pump: 泵业 水泵
compressor: 压缩机
fan: 风机
refrigeration: 制冷 冷冻
conditioning: 空调
seal: 密封 密封件
pneumatic: 气动
reducer: 减速机 减速器
transmission: 传动
brake: 制动
axle: 车桥
wheel: 车轮 轮毂
bicycle: 自行车
inverter: 逆变器 变频器
charging: 充电 充电桩
capacitor: 电容 电容器
inductor: 电感
resistor: 电阻
relay: 继电器
switch: 开关
grid: 电网
crystal: 晶体 水晶
lithography: 光刻
mask: 光罩
target: 靶材
substrate: 载板 基板
foil: 铜箔 铝箔 箔材
module: 模组 模块
touch: 触控
vision: 视觉
acoustic: 声学
electroacoustic: 电声
speech: 语音
infrared: 红外
silicon: 硅业 有机硅 硅材料 矽晶
graphite: 石墨
graphene: 石墨烯
carbon: 碳素 炭素 碳纤维 炭黑 碳业 碳材料
magnet: 磁材 磁性材料 磁性 磁业 永磁 磁电 电磁
superconductor: 超导
superhard: 超硬材料 超硬
abrasive: 磨料 磨具
diamond: 金刚石 钻石
alloy: 合金 硬质合金
titanium: 钛业 钛白 钛白粉 钛材
vanadium: 钒钛
magnesium: 镁业
zinc: 锌业 铅锌
tin: 锡业
nickel: 镍业
molybdenum: 钼业
antimony: 锑业
zirconium: 锆业
lead: 铅业
gold: 黄金
precious: 贵金属
coking: 焦化
fuel: 燃料 燃油
lubricant: 润滑油
asphalt: 沥青
heat: 热力 供热 热能 热电
water: 水务 供水 水业 给水 自来水 水处理
conservancy: 水利
hydropower: 水电 水力发电
saving: 节能 节水
waste: 固废
sewage: 污水
garden: 园林 绿化
decoration: 装饰 装修 装潢 建筑装饰
curtain: 幕墙
door: 门窗 门业
floor: 地板
bathroom: 卫浴 洁具
kitchen: 厨电 厨卫 厨具
planning: 规划
concrete: 混凝土
refractory: 耐火材料 耐材
waterproof: 防水
insulation: 绝缘 绝缘材料 保温
fiberglass: 玻纤 玻璃纤维
stone: 石材
tile: 瓷砖 磁砖
plate: 板材 板业
profile: 型材
cable: 线缆 电线电缆
fluorine: 氟化
fluoride: 氟业
soda: 纯碱
potash: 钾肥
agrochemical: 农药 农化
catalyst: 催化 催化剂 催化材料 触媒
coating: 涂料 涂层 漆业 油漆
pigment: 颜料
dyestuff: 染料
ink: 油墨
additive: 添加剂 助剂
adhesive: 胶粘剂 胶粘 粘合剂 胶业
surfactant: 表面活性剂
polyurethane: 聚氨酯
polymer: 高分子 高分子材料
polyester: 聚酯 涤纶
nylon: 锦纶
spandex: 氨纶
nonwoven: 无纺布 非织造
cotton: 棉业
cashmere: 羊绒
leather: 皮革 皮业
film: 薄膜
membrane: 膜材 膜材料
pulp: 浆纸 纸浆
label: 标签
movie: 电影
newspaper: 报业
cinema: 院线
animation: 动漫
advertising: 广告
entertainment: 娱乐
exhibition: 会展
tourism: 文旅 旅业 观光
catering: 餐饮
fragrance: 香料 香精 香精香料
flavouring: 味业
condiment: 调味品
grain: 粮食 粮业 米业
salt: 盐业
starch: 淀粉
yeast: 酵母
ham: 火腿
wine: 葡萄酒 黄酒
feed: 饲料
seed: 种业 种子 种苗
husbandry: 牧业 畜牧 养殖 农牧业
animal: 动物
rural: 农村 农商
container: 集装箱 货柜
highway: 公路
bridge: 桥梁
rail: 轨道 轨道交通
metro: 地铁
duty: 免税 免税品
supply: 供销 供应链
retail: 零售
utility: 公用 公用事业
foreign: 外贸 对外贸易
resource: 人力资源
operation: 运营
orthopaedic: 骨科
dental: 口腔 牙科
eye: 眼科
vaccine: 疫苗
gene: 基因
cell: 细胞 干细胞
antibody: 抗体
peptide: 多肽
diagnostic: 诊断 体外诊断
reagent: 试剂
blood: 血液制品 血液
medical: 医学 医用 医疗器械 医材 医院
rehabilitation: 康复
fine: 精细
integrated: 集成
daily: 日用 日用品
cooling: 散热
clean: 清洁
tractor: 拖拉机
natural: 天然
tower: 铁塔
ferry: 轮渡
ocean: 远洋`;
