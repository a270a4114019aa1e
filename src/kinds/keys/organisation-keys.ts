import type { OrganisationClaim } from '../../extraction/model/claim.ts';
import { createKey, type IdentityKey } from './identity-key.ts';

/** Forms of a company, and words that a body's name has or lacks without being another's. */
const FORMS = /(?:有限责任公司|股份有限公司|有限公司)$/;

/** A body's name without what is left out as often as not: 甲集团有限公司, 甲集团; 甲省人民政府, 甲省政府. */
export function normaliseBody(name: string): string {
  const short = name.replace(FORMS, '').replace(/人民政府$/, '政府');
  return short.length > 2 ? short : name;
}

/** What every place has: 省委, 市教育局, 全省…. Words that begin so and mean no place, such as 市场, are left out. */
const OF_SOME_PLACE =
  /^(?:全|我|本|该)?(?:省|市(?![场政])|县(?!域)|区(?!块|域)|州|盟|旗|自治区|自治州|镇|乡(?!村)|村)(?:委|党委|政府|人民政府|人大|人大常委会|政协|纪委|监委|法院|检察院|.{1,12}(?:厅|局|委|办|室|部|会|院|所|站|队|中心|中学|小学|学校))$/;

/** What is no name, but the kind of body that is meant: 大会主席团, 领导小组. */
const KIND =
  /^(?:大会|会议|工作|建设工作)?(?:主席团|秘书处|书记处|组委会|筹委会|委员会|常委会|党委|党组|党支部|办公室|领导小组|工作组|工作小组|专班|指挥部|协会|学会|联合会|公司|总公司|分公司|集团|企业|银行|医院|学校|大学|学院|研究院|研究所|中心|出版社|报社|法院|检察院)$/;

/** Whether a name means another body on another page: 市委 where no city is known, 大会主席团. */
export function isRelative({ name, area }: Pick<OrganisationClaim, 'name' | 'area'>): boolean {
  return KIND.test(name) || (area === null && OF_SOME_PLACE.test(name));
}

/** The keys of a body: its canonical name in its area. Names that mean another body on another page tell nothing. */
export function organisationKeys({ name, area }: OrganisationClaim): IdentityKey[] {
  return isRelative({ name, area }) ? [] : [createKey([normaliseBody(name), area ?? ''], '=')];
}
