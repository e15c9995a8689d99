// SPDX-License-Identifier: EUPL-1.2
// Invented records in eight languages that use the words of the field on purpose, so that the right answer has to be told
// from many that speak of the same things.
import type { Lang } from '#platform/i18n';

const VOCABULARY: Record<Lang, string> = {
  en: 'children young people school teachers parents online safety internet report training workshop national plan partners project results network survey skills media digital rights protection awareness day region city group meeting support service data privacy game phone picture stranger bullying help advice guide law police platform content risk study year team library youth family',
  fr: 'enfants jeunes école enseignants parents ligne sécurité internet rapport formation atelier national plan partenaires projet résultats réseau enquête compétences médias numérique droits protection sensibilisation journée région ville groupe réunion soutien service données vie privée jeu téléphone image inconnu harcèlement aide conseil guide loi police plateforme contenu risque étude année équipe bibliothèque jeunesse famille',
  es: 'niños jóvenes escuela maestros padres línea seguridad internet informe formación taller nacional plan socios proyecto resultados red encuesta habilidades medios digital derechos protección sensibilización jornada región ciudad grupo reunión apoyo servicio datos privacidad juego teléfono imagen desconocido acoso ayuda consejo guía ley policía plataforma contenido riesgo estudio año equipo biblioteca juventud familia',
  ru: 'дети молодёжь школа учителя родители сеть безопасность интернет отчёт обучение семинар национальный план партнёры проект результаты опрос навыки медиа цифровой права защита информирование день регион город группа встреча поддержка служба данные приватность игра телефон изображение незнакомец травля помощь совет памятка закон полиция платформа содержание риск исследование год команда библиотека семья',
  ar: 'أطفال شباب مدرسة معلمون آباء شبكة أمان إنترنت تقرير تدريب ورشة وطني خطة شركاء مشروع نتائج استبيان مهارات إعلام رقمي حقوق حماية توعية يوم منطقة مدينة مجموعة اجتماع دعم خدمة بيانات خصوصية لعبة هاتف صورة غريب تنمر مساعدة نصيحة دليل قانون شرطة منصة محتوى خطر دراسة سنة فريق مكتبة أسرة',
  zh: '儿童 青少年 学校 教师 家长 网络 安全 互联网 报告 培训 研讨会 国家 计划 伙伴 项目 成果 调查 技能 媒体 数字 权利 保护 宣传 日 地区 城市 小组 会议 支持 服务 数据 隐私 游戏 手机 图片 陌生人 欺凌 帮助 建议 指南 法律 警方 平台 内容 风险 研究 年度 团队 图书馆 家庭',
  vi: 'trẻ em thanh niên trường học giáo viên cha mẹ mạng an toàn internet báo cáo đào tạo hội thảo quốc gia kế hoạch đối tác dự án kết quả khảo sát kỹ năng truyền thông số quyền bảo vệ nhận thức ngày vùng thành phố nhóm cuộc họp hỗ trợ dịch vụ dữ liệu riêng tư trò chơi điện thoại hình ảnh người lạ bắt nạt giúp đỡ lời khuyên hướng dẫn luật công an nền tảng nội dung rủi ro nghiên cứu năm đội thư viện gia đình',
  lv: 'bērni jaunieši skola skolotāji vecāki tīkls drošība internets ziņojums apmācība seminārs valsts plāns partneri projekts rezultāti aptauja prasmes mediji digitāls tiesības aizsardzība izpratne diena reģions pilsēta grupa sanāksme atbalsts pakalpojums dati privātums spēle tālrunis attēls svešinieks vardarbība palīdzība padoms ceļvedis likums policija platforma saturs risks pētījums gads komanda bibliotēka ģimene',
};

export interface NoiseText {
  lang: Lang;
  title: string;
  summary: string;
}

/** Numbers that look random and are the same in every run. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The texts of one record: its original, and for half of them one translation. */
export function noise(pick: (below: number) => number): NoiseText[] {
  const langs = Object.keys(VOCABULARY) as Lang[];
  const first = langs[pick(langs.length)] ?? 'en';
  const second = langs[pick(langs.length)] ?? 'en';
  const spoken = pick(2) === 0 || first === second ? [first] : [first, second];
  return spoken.map((lang) => ({
    lang,
    title: sentence(lang, 4 + pick(4), pick),
    summary: sentence(lang, 50 + pick(70), pick),
  }));
}

function sentence(lang: Lang, length: number, pick: (below: number) => number): string {
  const words = VOCABULARY[lang].split(' ');
  const said = Array.from({ length }, () => words[pick(words.length)] ?? '');
  return said.join(lang === 'zh' ? '' : ' ');
}
