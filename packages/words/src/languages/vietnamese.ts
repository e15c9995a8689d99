// SPDX-License-Identifier: Apache-2.0
import type { Tongue } from '../tongue.ts';

export const vietnamese: Tongue = {
  code: 'vi',
  script: 'Latin',
  little: `à ạ ấy bị bởi các cái cần chỉ cho chưa có cũng của đã đang để đến đều được gì hay hãy hoặc hơn khi không là lại làm mà mỗi
    một này nào nên nếu nhưng những như nữa ở ra rằng rất rồi sao sau sẽ tại theo thế thì trên trong trước từ tôi và vào vẫn vậy về
    với vì`,
  kept: 'an con lam ve',
  passes: [],
  kin: [],
};
