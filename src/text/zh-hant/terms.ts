/** 表格與規則裡的用語。 */
export const TERMS = {
  // 製程
  'term.mined': '開採', 'term.collected': '回收收集', 'term.refined': '精煉', 'term.separated': '分離', 'term.melted': '熔煉',
  'term.produced': '生產', 'term.sintered': '燒結', 'term.magnetised': '充磁', 'term.cast': '鑄造', 'term.fabricated': '加工製造',
  'term.packaged': '封裝', 'term.assembled': '組裝', 'term.tested': '測試', 'term.developed': '開發', 'term.located': '設置',
  'term.printed': '印製',
  // 文件種類
  'term.declaration': '聲明書', 'term.bill-of-materials': '物料清單', 'term.distributor-invoice': '經銷商發票', 'term.invoice': '發票',
  'term.reel-label': '料盤標籤', 'term.teardown': '拆解報告', 'term.certificate': '證書', 'term.certificate-of-origin': '原產地證明書',
  'term.test-report': '測試報告', 'term.company-registry': '公司登記資料', 'term.official-list': '官方名單', 'term.contract': '契約',
  'term.purchase-order': '訂購單', 'term.transport-document': '運送單據', 'term.customs-entry': '報關單', 'term.waiver': '豁免核准',
  'term.ruling': '裁定', 'term.datasheet': '規格書', 'term.website': '網頁', 'term.screening': '篩查紀錄',
  'term.exemption-statement': '豁免適用聲明', 'term.recycled-content-certificate': '再生料證書', 'term.conflict-minerals-report': '衝突礦產報告',
  'term.fcc-prior-authorisation': 'FCC 既有設備授權', 'term.blue-uas-listing': 'Blue UAS 清單登錄',
  'term.fcc-conditional-approval': 'FCC 附條件核准', 'term.toy-drone-statement': '玩具無人機聲明', 'term.general-use-statement': '一般用途聲明',
  'term.cots-determination': '商用現貨認定', 'term.electronic-device-statement': '電子裝置聲明',
  'term.nonavailability-determination': '無可替代來源認定', 'term.below-threshold-statement': '低於門檻聲明',
  'term.supplier-certification': '供應商證明', 'term.exception-statement': '例外適用聲明', 'term.cbp-exception': 'CBP 例外核准',
  // 用途類別
  'term.uas': '無人機系統', 'term.ground-control': '地面控制系統', 'term.operating-software': '操作軟體', 'term.connectivity': '網路連線',
  'term.storage': '儲存裝置', 'term.flight-controller': '飛行控制器', 'term.radio': '無線電', 'term.data-transmission': '資料傳輸裝置',
  'term.camera': '攝影機', 'term.gimbal': '雲台', 'term.gnss': '衛星導航', 'term.navigation': '導航裝置', 'term.sensor': '感測器',
  'term.lidar': '光達', 'term.payload': '酬載', 'term.motor': '馬達', 'term.esc': '電子調速器', 'term.propeller': '螺旋槳', 'term.frame': '機架',
  'term.battery': '電池', 'term.battery-management': '電池管理', 'term.power-board': '電源板', 'term.charger': '充電器', 'term.cable': '線材',
  'term.connector': '連接器', 'term.antenna': '天線', 'term.circuit-board': '電路板', 'term.chip': '晶片', 'term.processor': '處理器',
  'term.memory': '記憶體', 'term.software': '軟體', 'term.firmware': '韌體', 'term.magnet': '磁石', 'term.covered-magnet': '受限磁石',
  'term.covered-metal': '受限金屬', 'term.server': '伺服器', 'term.accelerator': '加速器', 'term.switch': '交換器', 'term.cooling': '散熱裝置',
  'term.rack': '機櫃', 'term.network-equipment': '網路設備', 'term.video-equipment': '影像設備', 'term.battery-component': '電池組件',
  'term.tin': '錫', 'term.tantalum': '鉭', 'term.tungsten': '鎢', 'term.gold': '金',
} as const;
