import { expect, test } from 'vitest';
import { namesApart } from '../../src/names/scripts.ts';

test.each([
  ['Realtek (瑞昱)', 'Realtek', '瑞昱'],
  ['瑞昱半導體股份有限公司 Realtek Semiconductor Corp.', '瑞昱半導體股份有限公司', 'Realtek Semiconductor Corp.'],
  ['大疆DJI', '大疆', 'DJI'],
  ['陽光電源／Sungrow', '陽光電源', 'Sungrow'],
  ['7-ELEVEN 統一超商', '7-ELEVEN', '統一超商'],
  ['(株)リコー RICOH', '(株)リコー', 'RICOH'],
  ['삼성전자 Samsung Electronics', '삼성전자', 'Samsung Electronics'],
  ['Радиоавтоматика (Radioavtomatika LLC)', 'Радиоавтоматика', 'Radioavtomatika LLC'],
  ['HiSilicon (Huawei)', 'HiSilicon', 'Huawei'],
  ['Semiconductor Manufacturing International Corp (SMIC)', 'Semiconductor Manufacturing International Corp', 'SMIC'],
  ['Nexperia (a Wingtech company)', 'Nexperia', 'Wingtech company'],
  ['Panasonic [formerly Sanyo] Electric', 'Panasonic Electric', 'Sanyo'],
  ['Blue Heron Corp. f/k/a Osprey Systems Inc.', 'Blue Heron Corp.', 'Osprey Systems Inc.'],
  ['华为（原名：海思）', '华为', '海思'],
  ['ZTE (TX) Inc.', 'ZTE'],
  ['HUAWEI TECH. CO., LTD. (DO NOT USE)', 'HUAWEI TECH. CO., LTD.'],
  ['Huawei / HiSilicon', 'Huawei', 'HiSilicon'],
  ['香港商海康威視股份有限公司臺灣分公司', '海康威視股份有限公司'],
  ['日商岩井', '岩井'],
  ['華為技術有限公司臺灣分公司', '華為技術有限公司'],
  ['海康威視臺灣分公司', '海康威視臺灣'],
])('%s is written twice', (name, ...parts) => {
  expect(namesApart(name)).toEqual(parts);
});

test('of people brackets are no second name', () => {
  expect(namesApart('John (Johnny) Smith', 'person')).toEqual([]);
});
test('a name in one script, one whose other part is common, and a letter in disguise are one name', () => {
  for (const name of ['Realtek Semiconductor', '瑞昱半導體', 'TCL科技集团股份有限公司', 'AGC株式会社', '3M台灣', 'ソニー・グループ', 'Huаwei Technologies', 'É Électronique', '', '(  )', '２０２６', 'Loongson (Beijing)', 'Al-Karam (Pvt) Ltd', '(Huawei)', 'Huawei (', 'Kongsberg A/S', 'PRI/DJI', '招商局', '分公司', 'Kaka Foods', 'Bada dba']) expect(namesApart(name), name).toEqual([]);
});

test.each([
  ['XIAOMI-W', 'XIAOMI'],
  ['小米集團－Ｗ', '小米集團'],
  ['小米集团-W', '小米集团'],
  ['百度集團 – SW', '百度集團'],
  ['Tencent-R', 'Tencent'],
  ['小米集團-W (01810.HK)', '小米集團'],
  ['Li Auto-W', 'Li Auto'],
  ['京東集團－ＳＷＲ', '京東集團'],
  ['小米 Xiaomi-W', '小米 Xiaomi', '小米', 'Xiaomi'],
])('%s has a marker of the exchange of Hong Kong behind it', (name, ...parts) => {
  expect(namesApart(name)).toEqual(parts);
});

test('what only looks like a marker stays', () => {
  for (const name of ['XIAOMI-w', 'X-W', 'Al-W', 'XIAOMI-X', 'Blue-S Ltd', 'XIAOMI W', 'Type-R Motors', '-W']) expect(namesApart(name), name).toEqual([]);
  expect(namesApart('Huang-W', 'person')).toEqual([]);
});
