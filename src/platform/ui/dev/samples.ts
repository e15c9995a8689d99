// SPDX-License-Identifier: EUPL-1.2
import type { Lang } from '#platform/i18n';

/** Words to try the components with. They are invented, and no part of the catalogue: only builders see them. */
export interface Samples {
  title: string;
  caption: string;
  lead: string;
  question: string;
  hint: string;
  choices: readonly { value: string; label: string; hint?: string }[];
  yes: string;
  no: string;
  where: string;
  more: string;
  send: string;
  later: string;
  remove: string;
  panel: string;
  text: string;
  steps: readonly [string, string, string];
  at: string;
  by: string;
  from: string;
  talk: readonly [string, string, string];
  details: string;
  tableName: string;
  columns: readonly [string, string, string, string];
  kinds: readonly [string, string, string];
  states: readonly [string, string, string, string, string];
  figures: readonly [string, string, string];
  empty: string;
  can: string;
  cannot: string;
}

const en: Samples = {
  title: 'All components',
  caption: 'Question 2 of about 6',
  lead: 'A person will read what you tell us. You do not need to give your name.',
  question: 'What happened?',
  hint: 'Choose the closest one. You can say more later.',
  choices: [
    {
      value: 'mean',
      label: 'Someone is being mean, or spreading lies about me',
      hint: 'Bullying, fake accounts, threats',
    },
    { value: 'tricked', label: 'Someone tricked me', hint: 'Money, an account, a game item' },
    { value: 'unsure', label: 'Something else, or I am not sure' },
  ],
  yes: 'Yes',
  no: 'No',
  where: 'Link, app or game',
  more: 'Do you want to tell us more?',
  send: 'Send my report',
  later: 'Finish later',
  remove: 'Delete what I wrote',
  panel: 'We cannot send the code again',
  text: 'Keep it where someone you are afraid of cannot see it.',
  steps: ['We got your report', 'A person reads it', 'We tell you what we will do'],
  at: 'Monday 4 May, 12:40',
  by: 'by 18:00 today',
  from: 'Linden (our team)',
  talk: [
    'Thank you. Did this start this week?',
    'yes',
    'We asked them to remove it: https://share.example/a1',
  ],
  details: 'How to copy a link',
  tableName: 'Waiting now',
  columns: ['Case', 'Kind', 'How it stands', 'Hours'],
  kinds: ['Contact', 'Conduct', 'Content'],
  states: ['Not started', 'In progress', 'Done', 'Due today', 'Late'],
  figures: ['reports this month', 'answered in a day', 'removed'],
  empty: 'Nobody is waiting.',
  can: 'We can',
  cannot: 'We cannot',
};

const ar: Samples = {
  title: 'كل المكوّنات',
  caption: 'السؤال 2 من 6 تقريبًا',
  lead: 'سيقرأ شخص ما تخبرنا به. لا تحتاج إلى ذكر اسمك.',
  question: 'ماذا حدث؟',
  hint: 'اختر الأقرب. يمكنك قول المزيد لاحقًا.',
  choices: [
    { value: 'mean', label: 'شخص يسيء إليّ أو ينشر أكاذيب عني', hint: 'تنمّر، حسابات مزيفة، تهديد' },
    { value: 'tricked', label: 'شخص خدعني', hint: 'مال، حساب، غرض في لعبة' },
    { value: 'unsure', label: 'شيء آخر، أو لا أعرف بالضبط' },
  ],
  yes: 'نعم',
  no: 'لا',
  where: 'رابط أو تطبيق أو لعبة',
  more: 'هل تريد أن تخبرنا بالمزيد؟',
  send: 'أرسل بلاغي',
  later: 'أكمل لاحقًا',
  remove: 'احذف ما كتبته',
  panel: 'لا يمكننا إرسال الرمز مرة أخرى',
  text: 'احتفظ به حيث لا يراه من تخاف منه.',
  steps: ['وصلنا بلاغك', 'شخص يقرؤه الآن', 'نخبرك بما سنفعله'],
  at: 'الاثنين 4 مايو، 12:40',
  by: 'قبل 18:00 اليوم',
  from: 'زيزفون (فريقنا)',
  talk: ['شكرًا لك. هل بدأ هذا هذا الأسبوع؟', 'نعم', 'طلبنا منهم حذفه: https://share.example/a1 وننتظر الرد.'],
  details: 'كيف تنسخ رابطًا',
  tableName: 'في الانتظار الآن',
  columns: ['الحالة', 'النوع', 'الوضع', 'ساعات'],
  kinds: ['تواصل', 'سلوك', 'محتوى'],
  states: ['لم يبدأ', 'قيد العمل', 'انتهى', 'اليوم', 'متأخر'],
  figures: ['بلاغات هذا الشهر', 'أُجيب عنها خلال يوم', 'أزيلت'],
  empty: 'لا أحد ينتظر.',
  can: 'يمكننا',
  cannot: 'لا يمكننا',
};

const zh: Samples = {
  title: '全部组件',
  caption: '第 2 个问题，共约 6 个',
  lead: '会有人阅读你告诉我们的内容。你不需要提供姓名。',
  question: '发生了什么？',
  hint: '选择最接近的一项。之后可以再补充。',
  choices: [
    { value: 'mean', label: '有人欺负我，或者散布关于我的谎言', hint: '欺凌、假账号、威胁' },
    { value: 'tricked', label: '有人骗了我', hint: '钱、账号、游戏物品' },
    { value: 'unsure', label: '其他事情，或者我不确定' },
  ],
  yes: '是',
  no: '否',
  where: '链接、应用或游戏',
  more: '你想告诉我们更多吗？',
  send: '发送我的报告',
  later: '以后再完成',
  remove: '删除我写的内容',
  panel: '我们无法再次发送查询码',
  text: '把它放在你害怕的人看不到的地方。',
  steps: ['我们收到了你的报告', '有人正在阅读', '我们会告诉你接下来做什么'],
  at: '5月4日星期一 12:40',
  by: '今天 18:00 之前',
  from: '椴树（我们的团队）',
  talk: ['谢谢你。这是这周开始的吗？', '是的', '我们已要求他们删除：https://share.example/a1'],
  details: '如何复制链接',
  tableName: '正在等待',
  columns: ['案件', '类型', '状态', '小时'],
  kinds: ['接触', '行为', '内容'],
  states: ['未开始', '进行中', '完成', '今天到期', '已逾期'],
  figures: ['本月报告', '一天内答复', '已移除'],
  empty: '没有人在等待。',
  can: '我们可以',
  cannot: '我们不能',
};

const samples: Partial<Record<Lang, Samples>> = { en, ar, zh };

export function samplesFor(lang: Lang): Samples {
  return samples[lang] ?? en;
}
