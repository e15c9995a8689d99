// SPDX-License-Identifier: Apache-2.0
import type { Tongue } from '../tongue.ts';

export const latvian: Tongue = {
  code: 'lv',
  script: 'Latin',
  little: `ar arī bet bez bija būs būt caur cik citi es esam esi esmu gan ir ja jā jau jo jūs jūsu ka kā kad kam kas kāds kāda
    kādi ko kopš kur kura kuras kuri kurš līdz man mans mana mani manu mēs mūs mūsu mums nav ne nē no nu pa par pat pēc pie pret
    priekš savs sava savu sev sevi starp šī šie šis šo tā tad tam tas tās te tie tiem tik tikai to tomēr tu tur un uz vai vairāk
    viņa viņi viņš viss visi visu zem`,
  kept: '',
  passes: [
    {
      least: 3,
      endings: `ais iem ies am as ai os us es em is im um ie a e i u o s
        ties aties eties ities oties at et it ot`,
    },
    { least: 4, endings: 'sana san asan esan isan osan ib at aj' },
    { least: 4, endings: 'nn>n mm>m ll>l' },
  ],
  kin: [
    'bērns bērni bērnu bērniem bērnība bērniņš',
    'cilvēks cilvēki cilvēku ļaudis ļaužu ļaudīm',
    'jaunietis jaunieša jaunieti jaunieši jauniešu jauniešiem jaunatne',
    'sieviete sievietes sieviešu sievietēm',
    'aizsardzība aizsardzības aizsargāt aizsargā aizsargāti aizsargāšana',
    'palīdzība palīdzēt palīdz palīgs',
    'ziņot ziņo ziņojums ziņojumi ziņojumu ziņošana',
    'spēle spēlēt spēļu spēlētājs spēlētāji',
    'draugs drauga draugi draugu draugiem draudzene draudzība',
    'māte mātes māšu mātēm',
    'tēvs tēva tēvi tēviem tēvu',
    'nakts naktī nakšu naktis',
    'nosūtīt nosūta sūtīt sūta',
    'mācīt māca mācās mācīties mācību mācības',
    'skola skolas skolu skolā skolām',
    'zēns zēni zēniem zēnu',
    'iet iešana gāja',
    'tiesības tiesību tiesībām tiesība',
    'vecāki vecāku vecākiem vecāks',
    'likums likumi likuma likumu likumdošana',
  ],
};
