// SPDX-License-Identifier: Apache-2.0
import type { Tongue } from '../tongue.ts';

const derivation = {
  least: 4,
  endings: `issement ement ment isation isateur isatrice iser isee ise isent isant isait
    ation ateur atrice ative atif euse eux eur rice ion ive if ite able ible abilite ibilite ialite iel ielle iste isme erie esse iere ier ial iale
    ance ence ant ante ent ente ir issant`,
};

export const french: Tongue = {
  code: 'fr',
  script: 'Latin',
  little: `à au aux avec car ce ces cet cette chez comme comment dans de des du elle elles en est et eux il ils je la le les leur
    leurs lui ma mais me mes moi mon ne nos notre nous on ont ou où par pas plus pour pourquoi qu que quel quelle quels quelles qui
    quoi sa sans se ses si son sont sous sur ta te tes toi ton tu un une vos votre vous y être avoir fait faire`,
  kept: 'an but',
  passes: [
    { least: 3, endings: 'eaux>eau aux>al eux>eux ss>ss s> x>' },
    derivation,
    derivation,
    { least: 3, endings: 'er> ee> ez> ait>' },
    { least: 3, endings: 'e>' },
    { least: 3, endings: 'qu>c' },
    { least: 4, endings: 'll>l mm>m nn>n pp>p rr>r ss>s tt>t' },
  ],
  kin: [
    'enfant enfants enfance',
    'œil yeux',
    'madame mesdames',
    'monsieur messieurs',
    'abus abuser abusé abusée abuse abusif abusive',
    'protéger protège protégé protégée protégés protégées protection protections protecteur protectrice',
    'prévenir prévention prévient préventif préventive',
    'lieu lieux',
    'feu feux',
    'loi lois',
    'pays',
    'jeu jeux jouer joue joueur joueurs joueuse',
    'ciel cieux',
    'travail travaux travailler',
    'accès accéder accède',
    'temps',
    'puberté',
    'fils',
    'mère mères maternel maternelle',
    'vie vies',
    'vieux vieil vieille vieilles',
    'nouveau nouvel nouvelle nouveaux nouvelles',
    'aller va vais vont allé',
    'savoir sait savent savoirs',
    'pouvoir peut peuvent',
    'vouloir veut veulent',
    'dire dit disent dis',
    'voir voit voient vu vue',
    'droit droits',
    'stratégie stratégies stratégique',
    'exploiter exploite exploité exploitée exploitation',
    'bloquer bloque bloqué blocage',
    'filtre filtrer filtré filtrage',
    'partenaire partenaires partenariat partenariats',
    'nation national nationale nationaux',
  ],
};
