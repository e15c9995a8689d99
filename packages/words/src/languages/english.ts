// SPDX-License-Identifier: Apache-2.0
import type { Tongue } from '../tongue.ts';

const derivation = {
  least: 4,
  endings: `iness>y ization isation izer iser ized ised izing ising ize ise iz is
    ation ational ator ative ate at acy ment ness ful less able ible ability ibility ity ion al ally ly
    er or ive ous ance ence ant ent ship hood ism ist`,
};

export const english: Tongue = {
  code: 'en',
  script: 'Latin',
  little: `a an and any are as at be been being but by can could did do does for from had has have he her hers him his how i if in
    into is it its me my not of on or our ours she should so some than that the their theirs them then there these they this
    those to too us was we were what when where which who whom whose why will with would you your yours about dont im`,
  kept: 'bet car comment con era hay man men pat pie plus pour rat sea sin son soy tie ton van',
  passes: [
    { least: 3, endings: 'ies>y ss>ss us>us is>is s>' },
    { least: 3, endings: 'our>or' },
    { least: 3, vowel: true, endings: 'ied>y eed>eed ing> ed>' },
    derivation,
    derivation,
    { least: 3, endings: 'e>' },
    { least: 2, endings: 'y>i' },
    { least: 3, endings: 'bb>b dd>d ff>f gg>g ll>l mm>m nn>n pp>p rr>r ss>s tt>t zz>z' },
  ],
  kin: [
    'child children childrens',
    'person persons people peoples',
    'man men',
    'woman women',
    'life lives',
    'wife wives',
    'foot feet',
    'baby babies',
    'news',
    'series',
    'media',
    'ad ads advert adverts advertisement advertisements advertising',
    'use uses used using user users usage',
    'safe safer safest safely safety',
    'threat threats threaten threatens threatened threatening',
    'traffic trafficking trafficker traffickers trafficked',
    'disability disabilities disabled',
    'centre center centres centers',
    'defence defense',
    'licence license licences licenses',
    'teach teaches teaching taught teacher teachers',
    'speak speaks spoke spoken speaking speech',
    'tell tells told telling',
    'find finds found finding',
    'buy buys bought buying',
    'sell sells sold selling sale sales',
    'choose chooses chose chosen choosing choice choices',
    'lose loses lost losing loss',
    'steal steals stole stolen stealing theft',
    'hide hides hid hidden hiding',
    'lie lies lied lying',
    'die dies died dying death deaths',
    'write writes wrote written writing',
    'think thinks thought thinking',
    'understand understands understood understanding',
    'send sends sent sending',
    'pay pays paid paying payment payments',
    'law laws lawful unlawful',
    'analysis analyses analyse analyze',
    'strategy strategies strategic',
    'age ages aged ageing aging',
  ],
};
