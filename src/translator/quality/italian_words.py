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

# Endings of Italian nouns, adverbs and verb forms; they count only on words that the source has as well.
ITALIAN_ENDINGS = tuple(
    """
    zione zioni mente ità ezza ezze amento amenti imento imenti ando endo avano evano ivano eranno iranno arono erono irono
    issero anza anze enza enze atore atori itore itori atrice atrici itrice itrici isti ismo iosa iosi glio glia gli cchio cchi
    arsi ersi irsi ato ata ati uto uta uti ito ita iti à ì ò ù
    """.split()
)
# English words with such an ending that are Italian as well, as loans either way.
ENGLISH_TOO = frozenset(
    """
    à déjà voilà commando crescendo innuendo diminuendo glissando influenza bonanza credenza cadenza extravaganza
    stanza machismo barista vista imbroglio seraglio intaglio neuroglia gnocchi radicchio staccato pizzicato legato castrato moderato
    vibrato rubato obbligato ostinato data strata errata sonata cantata toccata fermata literati illuminati incognito graffiti
    graffito vita pita margherita persona grata stigmata automata pinata veto memento pimento verismo
    """.split()
)

# A copied phrase with one of these in it is English that the Italian quotes.
ENGLISH_FUNCTION_WORDS = frozenset(
    """
    the of and to for with from by at on is are was were be been it its this that these those his her their our your my not or
    as an all if but will would can into out up no who what
    """.split()
)
