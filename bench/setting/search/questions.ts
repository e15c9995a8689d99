// SPDX-License-Identifier: EUPL-1.2
// Ten questions a language as people would type them: other endings, no accents, an abbreviation, a slip. Each with the
// record of the library's starting content that they would want first.
import type { Lang } from '#platform/i18n';

export interface SearchQuestion {
  lang: Lang;
  words: string;
  /** The alias `fact:...` of the record. */
  want: string;
}

const ASKED: Record<Lang, [words: string, want: string][]> = {
  en: [
    ['convention rights child', 'ZH-29'],
    ['general comment 25', 'GC25'],
    ['guidelines for parents', 'IG-P'],
    ['industry guideline', 'IG-I'],
    ['screens take too much time', 'guide-too-much-child'],
    ['childrens personal data privacy', 'guide-privacy-child'],
    ['grooming', 'TE-12'],
    ['tunis commitment', 'ZH-08'],
    ['cybersecurity law viet nam', 'VI-39'],
    ['protected from drug', 'ZH-38'],
  ],
  fr: [
    ['convention droits de l’enfant', 'ZH-29'],
    ['observation generale 25', 'GC25'],
    ['lignes directrices parents', 'IG-P'],
    ['arnaque', 'guide-scams-child'],
    ['engagement de tunis', 'ZH-08'],
    ['jeux et discussion', 'guide-games-child'],
    ['trop d’ecrans', 'guide-too-much-child'],
    ['declaration de rome g20', 'RU-10'],
    ['loi sur l’enfance vietnam', 'VI-37'],
    ['cyberharcelement', 'TE-11'],
  ],
  es: [
    ['convencion derechos del niño', 'ZH-29'],
    ['observacion general 25', 'GC25'],
    ['directrices para padres', 'IG-P'],
    ['estafas', 'guide-scams-child'],
    ['compromiso de tunez', 'ZH-08'],
    ['juegos y chats', 'guide-games-child'],
    ['demasiadas pantallas', 'guide-too-much-child'],
    ['declaracion de roma g20', 'RU-10'],
    ['ley de ciberseguridad vietnam', 'VI-39'],
    ['ciberacoso', 'TE-11'],
  ],
  ru: [
    ['конвенция права ребенка', 'ZH-29'],
    ['замечание общего порядка 25', 'GC25'],
    ['руководящие указания для родителей', 'IG-P'],
    ['обман интернет', 'guide-scams-child'],
    ['тунисского обязательства', 'ZH-08'],
    ['игры чат', 'guide-games-child'],
    ['много экранов', 'guide-too-much-child'],
    ['римской декларации', 'RU-10'],
    ['закон о кибербезопасности', 'VI-39'],
    ['резолюция 179 дубай', 'RU-07'],
  ],
  ar: [
    ['اتفاقية حقوق الطفل', 'ZH-29'],
    ['التعليق العام 25', 'GC25'],
    ['مبادئ توجيهية للآباء', 'IG-P'],
    ['الاحتيال', 'guide-scams-child'],
    ['التزام تونس', 'ZH-08'],
    ['العاب و دردشة', 'guide-games-child'],
    ['وقت طويل امام الشاشة', 'guide-too-much-child'],
    ['اعلان روما', 'RU-10'],
    ['قانون الامن السيبراني', 'VI-39'],
    ['بياناتي وخصوصيتي', 'guide-privacy-child'],
  ],
  zh: [
    ['儿童权利公约', 'ZH-29'],
    ['第25号一般性意见', 'GC25'],
    ['家长准则', 'IG-P'],
    ['骗局', 'guide-scams-child'],
    ['突尼斯承诺', 'ZH-08'],
    ['游戏聊天', 'guide-games-child'],
    ['上网太久', 'guide-too-much-child'],
    ['罗马峰会', 'RU-10'],
    ['网络安全法', 'VI-39'],
    ['毒品', 'ZH-38'],
  ],
  vi: [
    ['công ước quyền trẻ em', 'ZH-29'],
    ['binh luan chung so 25', 'GC25'],
    ['hướng dẫn cha mẹ', 'IG-P'],
    ['lua dao', 'guide-scams-child'],
    ['cam kết tunis', 'ZH-08'],
    ['trò chơi trò chuyện', 'guide-games-child'],
    ['màn hình quá nhiều', 'guide-too-much-child'],
    ['luat an ninh mang', 'VI-39'],
    ['luật trẻ em', 'VI-37'],
    ['chỉ thị 14/CT-TTg', 'VI-40'],
  ],
  lv: [
    ['konvencija par bērna tiesībām', 'ZH-29'],
    ['vispārējais komentārs 25', 'GC25'],
    ['pamatnostadnes vecakiem', 'IG-P'],
    ['krāpšanu', 'guide-scams-child'],
    ['tunisas saistības', 'ZH-08'],
    ['spēles tērzēšana', 'guide-games-child'],
    ['daudz ekrana', 'guide-too-much-child'],
    ['romas deklarācija', 'RU-10'],
    ['vjetnamas kiberdrošības likums', 'VI-39'],
    ['mani dati privatums', 'guide-privacy-child'],
  ],
};

export const QUESTIONS: readonly SearchQuestion[] = Object.entries(ASKED).flatMap(([lang, list]) =>
  list.map(([words, want]) => ({ lang: lang as Lang, words, want })),
);
