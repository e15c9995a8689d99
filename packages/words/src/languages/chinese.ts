// SPDX-License-Identifier: Apache-2.0
import type { Tongue } from '../tongue.ts';

export const chinese: Tongue = {
  code: 'zh',
  script: 'Han',
  little: `的 了 和 与 及 或 是 在 有 也 都 就 而 等 被 把 对 对于 关于 于 从 到 向 由 为 为了 以 之 其 这 那 这个 那个 这些 那些 哪 哪里 哪些 什么 怎么
    怎么办 怎样 如何 为什么 谁 吗 呢 吧 啊 我 我们 你 你们 他 她 它 他们 她们 它们 自己 不 没 没有 很 会 能 可以 要 请 还 又 但 但是 如果 因为 所以 一个
    個 這 與 為 對 們 嗎 什麼 怎麼`,
  kept: '',
  passes: [],
  kin: [],
};
