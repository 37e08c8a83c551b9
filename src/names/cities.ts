/**
 * Cities, counties and districts in front of firms' names, a place each: its characters (simplified, as han-fold.ts folds them), how it is
 * written in letters, and older spellings (postal, Wade-Giles, Taiwan's). All prefecture-level cities of China are here but those that are
 * also firms' own words, or whose letters are (大同 Tatung, 泉州 also Senshu, 三明, 六安, 永安 Wing On, 瑞安 Shui On, 彰化 Chang Hwa, 朝阳, 和田): a name torn
 * apart wrongly is worse than a missing place.
 */
export const CITIES = `石家庄 shijiazhuang|唐山 tangshan|秦皇岛 qinhuangdao chinwangtao|邯郸 handan|邢台 xingtai|保定 baoding paoting|张家口 zhangjiakou kalgan
承德 chengde jehol|沧州 cangzhou|廊坊 langfang|衡水 hengshui|迁安 qianan|任丘 renqiu|涿州 zhuozhou|辛集 xinji|定州 dingzhou|雄安 xiongan
太原 taiyuan|阳泉 yangquan|长治 changzhi|晋城 jincheng|朔州 shuozhou|晋中 jinzhong|运城 yuncheng|忻州 xinzhou|临汾 linfen|吕梁 luliang lvliang
呼和浩特 hohhot huhehaote huhhot|包头 baotou paotow|乌海 wuhai|赤峰 chifeng|通辽 tongliao|鄂尔多斯 ordos erdos eerduosi
呼伦贝尔 hulunbuir hulunbeier hulunbeir|巴彦淖尔 bayannur bayannaoer|乌兰察布 ulanqab wulanchabu|锡林郭勒 xilingol xilinguole|满洲里 manzhouli
鞍山 anshan|抚顺 fushun|本溪 benxi penki|丹东 dandong antung|锦州 jinzhou chinchow|营口 yingkou newchwang|阜新 fuxin|辽阳 liaoyang|盘锦 panjin
铁岭 tieling|葫芦岛 huludao|瓦房店 wafangdian|海城 haicheng|大石桥 dashiqiao
四平 siping|辽源 liaoyuan|通化 tonghua|白城 baicheng|延边 yanbian|延吉 yanji|齐齐哈尔 qiqihar qiqihaer tsitsihar|鸡西 jixi|鹤岗 hegang|双鸭山 shuangyashan
大庆 daqing taching|伊春 yichun|佳木斯 jiamusi kiamusze|七台河 qitaihe|牡丹江 mudanjiang|黑河 heihe|绥化 suihua
徐州 xuzhou hsuchow|常州 changzhou changchow|南通 nantong nantung|连云港 lianyungang|淮安 huaian|盐城 yancheng|扬州 yangzhou yangchow|镇江 zhenjiang chinkiang
泰州 taizhou taichow|宿迁 suqian|江阴 jiangyin kiangyin|昆山 kunshan|宜兴 yixing|常熟 changshu|张家港 zhangjiagang|太仓 taicang|溧阳 liyang|丹阳 danyang
靖江 jingjiang|泰兴 taixing|海门 haimen|启东 qidong|如皋 rugao|吴江 wujiang|江宁 jiangning|江都 jiangdu|仪征 yizheng|扬中 yangzhong|句容 jurong
温州 wenzhou wenchow|嘉兴 jiaxing kashing|湖州 huzhou huchow|绍兴 shaoxing shaohsing|金华 jinhua kinhwa|衢州 quzhou chuchow|舟山 zhoushan chusan
台州 taizhou|丽水 lishui|义乌 yiwu|慈溪 cixi|余姚 yuyao|诸暨 zhuji|上虞 shangyu|海宁 haining|桐乡 tongxiang|平湖 pinghu|萧山 xiaoshan|余杭 yuhang|富阳 fuyang
临安 linan|镇海 zhenhai|北仑 beilun|鄞州 yinzhou|奉化 fenghua|宁海 ninghai|温岭 wenling|玉环 yuhuan|乐清 yueqing|兰溪 lanxi|德清 deqing|嵊州 shengzhou
芜湖 wuhu|蚌埠 bengbu pengpu|淮南 huainan|马鞍山 maanshan|淮北 huaibei|铜陵 tongling|安庆 anqing anking|黄山 huangshan|滁州 chuzhou|阜阳 fuyang
宿州 suzhou|亳州 bozhou|池州 chizhou|宣城 xuancheng|桐城 tongcheng|巢湖 chaohu|天长 tianchang
福州 fuzhou foochow|莆田 putian|漳州 zhangzhou|南平 nanping|龙岩 longyan|宁德 ningde|晋江 jinjiang|石狮 shishi|福清 fuqing
景德镇 jingdezhen kingtehchen|萍乡 pingxiang|九江 jiujiang kiukiang|新余 xinyu|鹰潭 yingtan|赣州 ganzhou kanchow|宜春 yichun|抚州 fuzhou|上饶 shangrao
济南 jinan tsinan|淄博 zibo tzepo|枣庄 zaozhuang|东营 dongying|烟台 yantai chefoo|潍坊 weifang|济宁 jining tsining|泰安 taian|威海 weihai weihaiwei
日照 rizhao|临沂 linyi|德州 dezhou|聊城 liaocheng|滨州 binzhou|菏泽 heze|莱芜 laiwu|寿光 shouguang|诸城 zhucheng|龙口 longkou|招远 zhaoyuan|莱州 laizhou
莱阳 laiyang|文登 wendeng|荣成 rongcheng|即墨 jimo|胶州 jiaozhou kiaochow|滕州 tengzhou|兖州 yanzhou|邹城 zoucheng|邹平 zouping|章丘 zhangqiu|高密 gaomi
开封 kaifeng|洛阳 luoyang loyang|平顶山 pingdingshan|安阳 anyang|鹤壁 hebi|新乡 xinxiang|焦作 jiaozuo|濮阳 puyang|许昌 xuchang|漯河 luohe
三门峡 sanmenxia|南阳 nanyang|商丘 shangqiu|信阳 xinyang|周口 zhoukou|驻马店 zhumadian|济源 jiyuan|巩义 gongyi|新郑 xinzheng|偃师 yanshi|长垣 changyuan
黄石 huangshi|十堰 shiyan|宜昌 yichang ichang|襄阳 xiangyang|襄樊 xiangfan|鄂州 ezhou|荆门 jingmen|孝感 xiaogan|荆州 jingzhou|黄冈 huanggang
咸宁 xianning|随州 suizhou|恩施 enshi|仙桃 xiantao|潜江 qianjiang|宜都 yidu|应城 yingcheng|钟祥 zhongxiang
株洲 zhuzhou|湘潭 xiangtan|衡阳 hengyang|邵阳 shaoyang|岳阳 yueyang yochow|常德 changde|张家界 zhangjiajie|益阳 yiyang|郴州 chenzhou
永州 yongzhou|怀化 huaihua|娄底 loudi|浏阳 liuyang|醴陵 liling|宁乡 ningxiang
韶关 shaoguan|汕头 shantou swatow|江门 jiangmen kongmoon|湛江 zhanjiang|茂名 maoming|肇庆 zhaoqing|惠州 huizhou waichow|梅州 meizhou|汕尾 shanwei
河源 heyuan|阳江 yangjiang|清远 qingyuan|中山 zhongshan|潮州 chaozhou chaochow|揭阳 jieyang|云浮 yunfu|顺德 shunde|番禺 panyu|澄海 chenghai|鹤山 heshan
前海 qianhai|蛇口 shekou|盐田 yantian|龙岗 longgang
南宁 nanning|柳州 liuzhou liuchow|桂林 guilin kweilin|梧州 wuzhou wuchow|北海 beihai pakhoi|防城港 fangchenggang|钦州 qinzhou|贵港 guigang|玉林 yulin
百色 baise|贺州 hezhou|河池 hechi|崇左 chongzuo|海口 haikou hoihow|三亚 sanya|儋州 danzhou|洋浦 yangpu
自贡 zigong tzekung|攀枝花 panzhihua|泸州 luzhou luchow|德阳 deyang|绵阳 mianyang|广元 guangyuan|遂宁 suining|内江 neijiang|乐山 leshan|南充 nanchong
眉山 meishan|宜宾 yibin|广安 guangan|达州 dazhou|雅安 yaan|巴中 bazhong|资阳 ziyang|阿坝 aba|甘孜 garze ganzi|凉山 liangshan|江油 jiangyou|什邡 shifang
绵竹 mianzhu|广汉 guanghan|涪陵 fuling|万州 wanzhou|贵阳 guiyang kweiyang|六盘水 liupanshui|遵义 zunyi tsunyi|安顺 anshun|毕节 bijie|铜仁 tongren
仁怀 renhuai|曲靖 qujing|玉溪 yuxi|保山 baoshan|昭通 zhaotong|丽江 lijiang|普洱 puer|临沧 lincang|楚雄 chuxiong|大理 dali|个旧 gejiu|怒江 nujiang
拉萨 lhasa|日喀则 shigatse|铜川 tongchuan|宝鸡 baoji|咸阳 xianyang|渭南 weinan|延安 yanan|汉中 hanzhong|榆林 yulin|商洛 shangluo|杨凌 yangling
兰州 lanzhou lanchow|嘉峪关 jiayuguan|白银 baiyin|天水 tianshui|武威 wuwei|张掖 zhangye|平凉 pingliang|酒泉 jiuquan|庆阳 qingyang|定西 dingxi|陇南 longnan
敦煌 dunhuang|西宁 xining sining|格尔木 golmud|银川 yinchuan yinchwan|石嘴山 shizuishan|吴忠 wuzhong|中卫 zhongwei|固原 guyuan
乌鲁木齐 urumqi wulumuqi urumchi|克拉玛依 karamay kelamayi|吐鲁番 turpan tulufan|哈密 hami|昌吉 changji|伊犁 ili yili|喀什 kashgar kashi|塔城 tacheng
库尔勒 korla kuerle|石河子 shihezi
浦东 pudong pootung|陆家嘴 lujiazui|张江 zhangjiang|外高桥 waigaoqiao|漕河泾 caohejing|虹桥 hongqiao|临港 lingang|中关村 zhongguancun|海淀 haidian|亦庄 yizhuang
塘沽 tanggu
基隆 keelung jilong chilung|苗栗 miaoli|南投 nantou|云林 yunlin|嘉义 chiayi jiayi|屏东 pingtung pingdong|宜兰 yilan ilan
花莲 hualien hualian|台东 taitung taidong|澎湖 penghu|金门 kinmen jinmen quemoy
沙田 shatin|荃湾 tsuenwan|元朗 yuenlong|屯门 tuenmun|大埔 taipo|观塘 kwuntong|旺角 mongkok|湾仔 wanchai
东北 northeast northeastern dongbei|西南 southwest southwestern|西北 northwest northwestern|西部 west`;

/** Prefectures and cities of Japan. In letters they stay firms' own words: many firms have no other (千葉銀行, 愛知製鋼). */
export const JAPANESE_CITIES = `札幌 sapporo|函馆 hakodate|旭川 asahikawa|青森 aomori|岩手 iwate|仙台 sendai|秋田 akita|山形 yamagata|福岛 fukushima|茨城 ibaraki|栃木 tochigi|群马 gunma
埼玉 saitama|千叶 chiba|新潟 niigata|长冈 nagaoka|富山 toyama|金泽 kanazawa|北陆 hokuriku|山梨 yamanashi|信州 shinshu|长野 nagano|岐阜 gifu|静冈 shizuoka
滨松 hamamatsu|爱知 aichi|四日市 yokkaichi|滋贺 shiga|兵库 hyogo|姬路 himeji|奈良 nara|和歌山 wakayama|鸟取 tottori|岛根 shimane|冈山 okayama
广岛 hiroshima|四国 shikoku|德岛 tokushima|香川 kagawa|爱媛 ehime|松山 matsuyama|高知 kochi|北九州 kitakyushu|佐贺 saga|长崎 nagasaki|熊本 kumamoto
大分 oita|鹿儿岛 kagoshima|冲绳 okinawa|琉球 ryukyu`;
