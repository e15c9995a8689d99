// SPDX-License-Identifier: EUPL-1.2

// What people put together when a password must be long: the words of leaked lists, of keyboards and of our
// own trade, in the languages of Rowan, written in plain letters. Short on purpose: length does the work.
const words = `
  password passwort passwd passphrase wachtwoord motdepasse contrasena contrasenya clave parole parola matkhau
  letmein letmeinnow welcome welcomeback willkommen bienvenue bienvenido changeme changethis secret geheim
  topsecret default temporary temp test testing tester admin administrator root superuser supervisor operator
  master login logon user username account access system server office computer laptop internet website
  qwerty qwertz azerty qwertyuiop qwertzuiop azertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm yxcvbnm
  qazwsx qazwsxedc wsxedc qweasd qweasdzxc poiuytrewq lkjhgfdsa mnbvcxz йцукен фыва ячсмить
  abc abcd abcde abcdef abcdefg abcdefgh abcdefghijkl aaa zzz xyz onetwothree
  iloveyou loveyou love lover mylove jetaime teamo liebe schatz sunshine princess prince angel sweetheart
  baby honey flower butterfly rainbow summer winter spring autumn january february march april may june july
  august september october november december monday tuesday wednesday thursday friday saturday sunday
  dragon monkey tiger lion eagle shadow ninja samurai warrior hunter killer batman superman spiderman ironman
  pokemon pikachu starwars minecraft fortnite football soccer baseball basketball hockey cricket liverpool
  arsenal chelsea barcelona realmadrid juventus bayern michael jessica jennifer daniel thomas charlie
  andrew robert matthew maria anna sofia elena alexander mohammed ahmed fatima nguyen
  mother father mama papa mummy daddy family children child kids school teacher student
  hello hallo bonjour hola privet salaam nihao xinchao sveiki goodmorning thankyou please
  correcthorsebatterystaple correct horse battery staple tobeornottobe openthedoor opensesame
  trustno trustnoone nothing whatever freedom forever blessed jesus jesuschrist godisgood allah inshallah
  money dollar euro bitcoin
  rowan hotline helpline helpdesk report safety protection protect childprotection country ministry police
`;

/** Longest first, so that one word is not cut out of the middle of another. */
export const obviousWords: readonly string[] = words
  .split(/\s+/)
  .filter((word) => word !== '')
  .sort((a, b) => b.length - a.length);
