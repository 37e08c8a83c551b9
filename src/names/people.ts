/** What is particular to the names of people. Titles are dropped; particles weigh little; short forms meet the full name. */
import { push } from '../base/multimap.ts';

export const TITLES: ReadonlySet<string> = new Set(
  'mr mrs ms miss dr prof professor sir madam lord lady president prasident presidente minister general gen colonel col major captain capt sheikh shaykh sheik haji hajji mullah maulana maulavi mawlawi imam ayatollah hojatoleslam rev reverend father monsieur mme madame herr frau senor senora jr sr ii iii iv esq phd md na'.split(' '),
);
export const PARTICLES: ReadonlySet<string> = new Set('al el ul ad as ash ar an at az bin ibn ben bint abu umm van von der den de da do dos del di du la le ter zu st san af ould ol oul'.split(' '));

const GROUPS = `alexander alex sasha aleksandr aleksander alexandr alejandro alessandro iskandar oleksandr|william bill will billy guillermo|robert bob rob bobby roberto|richard rick dick ricardo|james jim jimmy|john jon johnny jack juan ivan johann johannes jan jean giovanni joao|joseph joe jose yusuf youssef yousef giuseppe iosif|michael mike mikhail miguel michel mykhailo|thomas tom tommy tomas|edward ed eddie ted eduard eduardo|theodore ted theo fyodor fedor|charles charlie carlos karl carl carlo|george jorge georgy georgi giorgi yuri|peter pete petr pyotr pedro pierre|paul pablo pavel paolo|anthony tony antonio anton antoine|daniel dan danny|david dave davit dawud|donald don|stephen steven steve stefan stepan esteban|andrew andy andrei andrey andrej andriy andres andre|nicholas nick nikolai nikolay nikola nicolas mykola|vladimir volodymyr vladmir wladimir vova|dmitry dmitri dmitriy dmytro dima|sergey sergei sergej serhiy serhii serge|eugene evgeny evgeniy yevgeny yevgeniy|elizabeth liz beth betty elisabeth|margaret maggie peggy|catherine katherine kate kathy ekaterina yekaterina|barack barry barak|muhammad mohammad mohammed mohamed mohamad muhammed muhamad mohd md mahomet|ahmad ahmed akhmed|abdullah abdallah abdulla abdalla|hussein hussain husayn husain hossein hussayn|hassan hasan|osama usama|yusuf yousuf joseph|ibrahim abraham ebrahim|omar umar|ali aly|saeed said sayid sayyid|abdul abd|samuel sam|benjamin ben|christopher chris|gregory greg grigory|henry harry enrique heinrich|lawrence larry|leonard leo leonid lev|matthew matt matvey|patrick pat|philip phil felipe philippe|ronald ron|timothy tim|victor viktor|vincent vince vicente|walter walt|zachary zach`;
const SAME = new Map<string, number[]>();
GROUPS.split('|').forEach((group, at) => {
  for (const name of group.split(' ')) push(SAME, name, at);
});

/** Short forms and the same name in other languages: Ted and Theodore, Ivan and John. */
export function sameGivenName(a: string, b: string): boolean {
  const [one, other] = [SAME.get(a), SAME.get(b)];
  return one !== undefined && other !== undefined && one.some((group) => other.includes(group));
}

/** A Russian patronymic: it is left out as often as not. */
export function isPatronymic(word: string): boolean {
  return word.length > 6 && /(?:ovich|evich|yevich|ovych|evych|ovna|evna|ivna|ovitch|evitch)$/.test(word);
}
