"""What gives away Italian in an English sentence: words, endings, and what must not be taken for them.

The lists are from general knowledge of the two languages.
"""

from __future__ import annotations

# No English word, no common part of names, no usual loan. Words with an apostrophe are the part before it and the apostrophe.
ITALIAN_ONLY = frozenset(
    """
    il gli una uno dell' all' dall' nell' sull' quest' quell' un' gl' c'
    allo alla agli alle dallo dalla dagli dalle dello della degli delle nel nello nella negli nelle nei sullo sulla sugli sulle
    sui dai coi ai che quale quali quanto quanta quanti quante perché poiché affinché benché sebbene finché siccome
    questo questa questi queste quello quella quelli quelle quei quegli stesso stessa stessi stesse altro altra altri altre
    alcuni alcune alcuna qualche qualcuno qualcosa nessuno nessuna nessun niente ogni ognuno ciascuno ciascuna chiunque
    qualunque qualsiasi tutto tutta tutti tutte molto molta molti molte poco poca pochi poche troppo tanto tanta tanti tante
    entrambi entrambe più mio miei tuo tua tuoi suo sua suoi nostro nostra nostri nostre vostro vostra vostri vostre loro
    anche ancora sempre già allora poi ormai oggi ieri domani subito spesso talvolta forse qui lì così quando mentre però eppure
    anzi invece tuttavia quindi dunque perciò pertanto infatti inoltre oppure ovvero ossia neanche nemmeno neppure né cioè
    insomma comunque intanto soltanto solamente proprio quasi addirittura perfino persino almeno infine finalmente piuttosto
    meglio peggio davvero senza presso circa secondo durante dopo davanti dietro sopra sotto oltre entro fino attraverso
    nonostante contro sono siamo siete erano furono sarà saranno sarebbe sarebbero siano fosse fossero essere essendo stato
    stata stati è hanno abbiamo avete aveva avevano avrà avranno avrebbe avrebbero abbia abbiano ebbe ebbero avere avendo avuto
    avuta vanno può possono poteva potrà potrebbe potrebbero potuto deve devono doveva dovrà dovrebbe dovrebbero dovuto vuole
    vogliono voleva vorrebbe voluto fanno faceva fatto fatta fatti stanno stava viene vengono veniva venuto restano rimane
    rimangono manca mancano servono occorre bisogna sembra sembrano dicono disse detto fece diede venne spiega afferma sostiene
    aggiunge ricorda racconta chiede chiedono risponde ho hai anni anno giorni giorno mesi lunedì martedì mercoledì giovedì
    venerdì gennaio febbraio marzo aprile maggio giugno luglio settembre ottobre novembre dicembre governo ministro ministra
    ministri presidente sindaco paese città lavoro uomini donna donne persone milioni miliardi cento sette nove dieci quattro
    cinque nuovo nuova nuovi nuove grandi ultimo ultima ultimi ultime primi
    """.split()
)

# How Italian words end and few English ones do; it counts only for words that the source has as well.
ITALIAN_ENDINGS = tuple("a i o à ì ò ù zione mente ezze anze enze atore itore trice".split())
# Shorter words say too little by their ending.
SHORTEST_WITH_ENDING = 4
# English words that end like that and are the same in Italian, mostly loans one way or the other.
ENGLISH_TOO = frozenset(
    """
    agenda alga algebra alibi alma alpaca also alto alumni amnesia anaconda anemia angina anorexia aorta aphasia area arena
    aroma aura auto automata bacilli bacteria ballerina bambino banana bandana barista barrio basilica belladonna beta
    bikini bingo biscotti bistro bolero bonanza bonobo bonsai bossa bravado bravo bravura brio broccoli bruschetta buffo
    bulimia burqa burrito cabala cacti cadenza caldera cameo camera camorra campo canasta candida cannoli cantata capo
    cappuccino carbonara cargo casino castrato cella cello china ciao cinema cobra coca coda cognoscenti cola colossi coma
    combo commando concerto condottieri condottiero contra contralto copra corona corso credenza crescendo criteria cupola
    dado data delta dementia demo dilemma diminuendo diploma disco ditto diva dogma domino drama duma duomo dyslexia
    dysplasia déjà echo embargo emporia encomia enigma ergo erotica errata espresso eureka euro exotica expo extra
    extravaganza falsetto fatwa fauna favela fedora fermata fiasco fiesta finocchio flamenco flora focaccia foci formula
    fresco fungi gala gamma gazebo gelato genera ghetto glissando gnocchi gondola gorilla graffiti graffito grappa grata
    gringo guano guerrilla gusto hacienda halo hello hernia homo hydra idea illuminati imbroglio impresario incognito
    inertia inferno influenza info innuendo insignia insomnia intaglio intelligentsia intermezzo intifada into intro iota
    jacuzzi jojoba jota judo judoka jumbo junta karma kilo kimono kiwi koala lama lambada larva lasagna lasso latino lava
    legato leukemia libido libretto lido limbo linguini lira literati loci loggia logo lotto macaroni macedonia machismo
    macro maestro mafia mafiosi mafioso magenta magi magma malaria mambo mamma mandala mania manifesto mantra margarita
    margherita marijuana marina marinara martini mascara maxi media medusa melanoma memento memo memorabilia mesa metro
    miasma micro mimosa mini moderato mojito moka mosquito motto mozzarella multi multimedia nausea nebula neuroglia ninja
    nonna nonno nostalgia nova novella nuclei obbligato octopi okra omega onto opera orchestra oregano origami ostinato
    paella pagoda palazzo pampa panacea pancetta panda panini panorama paparazzi paparazzo paranoia passata pasta patio
    peninsula pergola persona pesto phenomena phobia photo piano piazza pimento pinata pita pizza pizzeria pizzicato placebo
    placenta plasma plaza pleura pneumonia polenta polio polka polo poncho porcini porno portfolio portico prima primo promo
    propaganda prosciutto puma pupa quasi quinoa quota rabbi radicchio radii radio raga ratio ravioli regalia regatta
    replica retina retro ricotta rigatoni risotto rococo rota rotunda rubato rumba safari saga salami salsa salvo samba
    samurai sangria sari sati sauna scala scenario schema schemata semi senora sepia sequoia seraglio sharia sierra siesta
    sigma signora signorina simpatico soda sofa solo sonata soprano soya spaghetti staccato stanza stella stigma stigmata
    stiletto stimuli strata studio subpoena sultana supernova sushi sutra syllabi taiga tango tapioca tarantella tarantula
    taxi techno tempera tempo tequila terra terracotta tessera tiara toccata toga tombola tori tornado torso tortilla
    trattoria trauma trio trivia troika tsunami tuba tundra turbo tutti ultra umami umbra utopia vagina vanilla vendetta
    veranda verismo vertigo veto viagra vibrato video villa vino viola virago virtuoso visa viscera vista vita viva vodka
    voila voilà volta vulva yeti yoga yogi zebra zero zeta zombi zucchini
    """.split()
)

# A copied phrase with one of these in it is English that the Italian quotes.
ENGLISH_FUNCTION_WORDS = frozenset(
    """
    the of and to for with from by at on is are was were be been it its this that these those his her their our your my not or
    as an all if but will would can into out up no who what
    """.split()
)
