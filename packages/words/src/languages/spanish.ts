// SPDX-License-Identifier: Apache-2.0
import type { Tongue } from '../tongue.ts';

const derivation = {
  least: 4,
  endings: `amente mente izacion izado izada izar izaje aje iendo ando acion icion cion sion ion
    ador adora edor edora idor idora ar er ir ado ada ido ida idad ez eza ativo ativa ivo iva oso osa able ible abilidad ibilidad acidad
    ista ismo ancia encia ante ente anza iento ento enta ero era`,
};

export const spanish: Tongue = {
  code: 'es',
  script: 'Latin',
  little: `a al ante aquí así como cómo con cual cuál cuando cuándo de del desde donde dónde e el él ella ellas ellos en entre era
    eres es esa ese eso esta este esto estos estas fue ha han hasta hay la las le les lo los más me mi mis muy ni no nos nosotros o
    para pero por porque qué que quien quién se sea ser si sí sin sobre son soy su sus también te tiene tengo tu tus un una unas
    unos y ya yo`,
  kept: 'mes par pie sur',
  passes: [
    { least: 3, endings: 'ces>z nes>n res>r des>d les>l yes>y ses>s bles>ble as>a es>e os>o' },
    derivation,
    derivation,
    { least: 3, endings: 'a> e> o>' },
  ],
  kin: [
    'niño niña niños niñas niñez',
    'proteger protege protegen proteja protegido protegida protección protecciones protector protectora protectores',
    'prevenir previene prevención preventivo preventiva preventivos preventivas',
    'uso usos usar usa usan usuario usuaria usuarios usuarias',
    'juego juegos jugar juega juegan jugador jugadora jugadores',
    'interés intereses',
    'ley leyes legal legales',
    'ayuda ayudas ayudar',
    'decir dice dicen dicho digo',
    'hacer hace hacen hecho hago',
    'ir va van voy',
    'poder puede pueden puedo',
    'saber sabe saben sé',
    'contar cuenta cuentas cuentan',
    'mostrar muestra muestran',
    'enviar envía envían envío envíos',
    'elegir elige eligen elección elecciones',
    'pedir pide piden pedido petición peticiones',
    'hijo hija hijos hijas',
    'chico chica chicos chicas',
    'red redes',
    'joven jóvenes juventud',
    'país países',
    'mes meses',
    'estrategia estrategias estratégico estratégica',
    'bloquear bloquea bloqueo bloqueos bloqueado',
    'amigo amiga amigos amigas amistad amistades',
    'infancia infantil infantiles',
  ],
};
