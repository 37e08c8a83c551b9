/** Words of which many firms' names are made. A name of nothing else is shared by strangers, and joins nobody. */
const COMMON = new Set(
  (
    'a and of the for in co company corp corporation inc incorporated ltd limited llc llp lp plc gmbh ag sa sas srl bv nv oy ab as kk pte pty sdn bhd group holding holdings ' +
    'international global world united general national american america asia asian pacific europe european china chinese taiwan japan korea hong kong shenzhen shanghai beijing ' +
    'north south east west new first best super star sun king royal golden great advanced modern future smart digital power energy electric electrical electronic electronics ' +
    'technology technologies tech industry industries industrial manufacturing trading trade import export enterprise enterprises solutions systems services supply components component ' +
    'precision optical opto material materials metal metals semiconductor semiconductors communication communications aviation aerospace drone drones robotics battery motor motors'
  ).split(' '),
);
const COMMON_HAN = /^(?:股份|有限|公司|科技|電子|电子|工業|工业|實業|实业|企業|企业|國際|国际|集團|集团|貿易|贸易|精密|光電|光电|材料|通訊|通讯|能源|電機|电机|臺灣|\u53f0\u7063|\u53f0\u6e7e|中國|中国|深圳|上海|北京|市|省|大|新)+$/;

/** Of a normalised name. */
export function isCommonName(name: string): boolean {
  return name === '' || name.split(' ').every((word) => word.length === 1 || COMMON.has(word) || COMMON_HAN.test(word) || /^\p{N}+$/u.test(word));
}
