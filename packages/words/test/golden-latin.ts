// SPDX-License-Identifier: Apache-2.0
// Each line holds forms of one word: asked by any of them, a text with any other is found.

export const english = `
bully bullying bullied bullies
cyberbullying cyberbullied cyberbully
child children child's Children’s childhood
kid kids
parent parents parental parenting
school schools
law laws lawful
policy policies
family families
game games gaming
picture pictures
image images
scam scams scammer scammers scamming
threat threats threaten threatening
report reports reported reporting
harass harassment harassing harassed
abuse abuses abused abusing abusive abuser
protect protects protected protection protecting protective
safe safety safely safer
privacy private
exploit exploitation exploiting exploited
groom grooming groomed groomer groomers
organise organisation organizations organized
educate education educational educating
prevent prevention preventing preventive
victim victims
person people
woman women
vulnerable vulnerability vulnerabilities
disability disabled disabilities
behaviour behavior behaviours
centre center centres
programme program programs
counselling counseling counsellor counselors
share shares shared sharing
danger dangers dangerous
responsible responsibility responsibilities
address addresses
crisis crises
use uses using used user users
site sites
website websites
app apps
phone phones
message messages messaging messaged
rate rating ratings rated rates
teacher teachers teach teaching
guide guides guiding guidance
practice practices
resource resources
agency agencies
company companies
industry industries
country countries
strategy strategies strategic
campaign campaigns
commitment commitments commit commits committed
partner partners partnership partnerships
stakeholder stakeholders
warning warnings warn warned
crime crimes
criminal criminals
gambling gamble gambles gambler
violence violent
sexual sexually
extremism extremist
addict addiction addicted addictive
suicide suicidal
match matches matching
watch watches watched watching
box boxes
class classes
filter filters filtering filtered
block blocks blocking blocked
stranger strangers strange
friend friends friendly friendship
youth youths
study studies studying studied
hotline hotlines
helpline helplines
toy toys
survey surveys surveyed
play plays played playing player
age ages aged
password passwords
photo photos
video videos
hero heroes
`;

export const french = `
enfant enfants l'enfant l’enfance d'enfants
harcèlement harceler harcelé harcelée harceleurs harcelement
protection protéger protégé protégées protections protecteur
sécurité sécuriser sécurisé securite
loi lois
jeu jeux jouer joueurs
parent parents
famille familles familial familiale familiaux
école écoles l'école ecole
image images
réseau réseaux reseaux
social sociaux sociale sociales
signalement signaler signalé signalements signale
utilisateur utilisatrice utilisateurs utilisation utiliser utilise
éducation éduquer éducatif éducative
jeune jeunes jeunesse
fille filles
menace menaces menacer menacé
danger dangers dangereux dangereuse
violence violences violent violente
adolescent adolescents adolescente adolescence
abus abuser abusif abusé
victime victimes
partage partager partagé partages
message messages
information informations informer
surveillance surveiller
national nationaux nationale nationales
conseil conseils conseiller
prévention prévenir préventif
politique politiques
œil yeux
aide aider aides
site sites
page pages
guide guides guider
numérique numériques
application applications appliquer
téléphone téléphones
enseignant enseignants enseignante enseigner enseignement
élève élèves
entreprise entreprises
association associations
ligne lignes
intimidation intimider intimidé
droit droits
gouvernement gouvernements gouverner
stratégie stratégies stratégique stratégiques
responsable responsables responsabilité
exploitation exploiter exploité
sexuel sexuelle sexuels sexuelles
mineur mineurs mineure mineures
contenu contenus
donnée données
bloquer bloqué blocage
filtrer filtré filtrage filtre filtres
risque risques
mot mots
cyberharcèlement cyberharceleur
confidentialité confidentiel confidentielle
nuisible nuisibles
campagne campagnes
pratique pratiques
partenaire partenaires partenariat
nation nations national
`;

export const spanish = `
niño niña niños niñas nino ninos
acoso acosar acosador acosada acosados
ciberacoso ciberacosos
protección proteger protegido proteccion protege
seguridad seguro segura seguros
denuncia denuncias denunciar denunciante
ley leyes
red redes
juego juegos jugar jugadores
menor menores
joven jóvenes juventud
imagen imágenes imagenes
familia familias familiar familiares
padre padres
madre madres
escuela escuelas
educación educar educativo educativa educacion
información informar informaciones informacion
violencia violento violenta
adolescente adolescentes adolescencia
abuso abusos abusar abusador
engaño engaños engañar engano
ayuda ayudar ayudas
peligro peligros peligroso peligrosa
amenaza amenazas amenazar
usuario usuarios usuaria uso
organización organizaciones organizar organismo
contenido contenidos
derecho derechos
digital digitales
social sociales
país países
víctima víctimas victima
prevención prevenir preventivo
sitio sitios
página páginas
guía guías
aplicación aplicaciones aplicar
teléfono teléfonos
maestro maestra maestros
alumno alumnos alumna
empresa empresas
línea líneas
gobierno gobiernos
estrategia estrategias estratégico
responsable responsables responsabilidad
explotación explotar explotado
sexual sexuales
privacidad privado privada
dato datos
bloquear bloqueo bloqueado
filtro filtros filtrar
riesgo riesgos
contraseña contraseñas
acosador acosadora acosadores
campaña campañas
práctica prácticas practicar
actividad actividades
edad edades
amigo amiga amigos amistad
foto fotos
mensaje mensajes
mujer mujeres
profesor profesores profesora
centro centros
ciudad ciudades
infancia infantil
`;

export const latvian = `
bērns bērni bērnu bērniem bērnus bērnam bērnā bernu berniem
aizsardzība aizsardzības aizsardzību aizsardzībai aizsargāt
drošība drošības drošību drošībai drosiba
drošs droša droši drošā
vecāki vecāku vecākiem vecākus
skola skolas skolā skolu skolām
skolēns skolēni skolēnu skolēniem
spēle spēles spēlē spēlēt spēlēm spēļu
internets internetā interneta internetu interneta
tiešsaiste tiešsaistē tiešsaistes
vardarbība vardarbības vardarbību
iebiedēšana iebiedēšanas iebiedēšanu iebiedēšanai
palīdzība palīdzības palīdzību palīdzēt palīdz
likums likuma likumi likumu likumiem
tiesības tiesību tiesībām
jaunietis jaunieši jauniešu jauniešiem
pusaudzis pusaudži pusaudžu pusaudžiem
meitene meitenes meiteņu meitenēm
zēns zēni zēniem
ģimene ģimenes ģimenē ģimenēm gimene
draugs draugi draugiem draugu
attēls attēli attēlu attēliem
ziņot ziņo ziņojums ziņojumi
izglītība izglītības izglītot
bīstams bīstami bīstama bīstamu
tīkls tīkli tīklā tīklu tīklos
vietne vietnes vietnē vietņu
cilvēks cilvēki cilvēku cilvēkiem ļaudis
sieviete sievietes sieviešu
privātums privātuma privātumu
programma programmas programmu programmām
skolotājs skolotāji skolotāju skolotājiem
lapa lapas lapu lapām
noteikumi noteikumu noteikumiem
uzņēmums uzņēmumi uzņēmumu uzņēmumiem
valsts valstis valstī valstu valstīm
kampaņa kampaņas kampaņu
ieteikums ieteikumi ieteikumu
risks riski riskus riska
saturs satura saturu saturam
kaitīgs kaitīga kaitīgu kaitīgs
seksuāls seksuāla seksuālu seksuālas
izmantošana izmantošanas izmantošanu izmantot
telefons telefona telefonu
parole paroles paroļu
dati datu datiem
lietotājs lietotāja lietotāji lietotājiem lietotājam
organizācija organizācijas organizācijām
ziņa ziņas ziņu
pētījums pētījuma pētījumi
uzticība uzticības
ministrija ministrijas ministrijai
policija policijas policijai
kibermobings kibermobinga kibermobingu
pazemošana pazemot pazemošanu
bloķēt bloķē bloķēšana
filtrs filtri filtru
iespēja iespējas iespēju iespējām
draudi draudu draudiem
krāpniecība krāpniecības
krāpnieks krāpnieki krāpniekiem
digitāls digitālā digitālais digitālajā digitālo
drošāks drošāka drošāku
`;
