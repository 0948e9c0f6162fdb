"""Italian words that start a sentence: closed classes only, so that a capital on them tells the start, not a name.

Compiled by hand: articles, prepositions, pronouns, determiners, conjunctions, common adverbs, and forms of the auxiliaries
and of the verbs and participles with which news sentences open. In lower case; elided forms end with an apostrophe.
"""

STARTERS = frozenset(
    """
    il lo la i gli le un uno una l' un' gl'
    a ad al allo alla ai agli alle all' da dal dallo dalla dai dagli dalle dall' di del dello della dei degli delle dell' d'
    in nel nello nella nei negli nelle nell' con col coi su sul sullo sulla sui sugli sulle sull' per tra fra verso contro
    durante dopo prima davanti dietro sopra sotto oltre entro fino senza presso circa secondo mediante tramite lungo attraverso
    nonostante malgrado eccetto salvo tranne accanto insieme grazie rispetto riguardo intorno vicino lontano fuori dentro
    io tu lui lei egli ella esso essa noi voi loro essi esse mi ti ci vi si ne li me te se sé chi che cui quale quali quanto
    quanta quanti quante cosa c' s' m' t' v' n' ce
    questo questa questi queste quest' quello quella quelli quelle quel quei quegli quell' ciò costui colui coloro costoro
    stesso stessa stessi stesse tale tali altro altra altri altre altrettanto alcuni alcune alcuno alcuna qualche qualcuno
    qualcosa nessuno nessuna nessun nulla niente ogni ognuno ciascuno ciascuna ciascun chiunque qualunque qualsiasi tutto tutta
    tutti tutte molto molta molti molte poco poca pochi poche troppo troppi tanto tanta tanti tante parecchi vari varie diversi
    diverse entrambi entrambe ambedue più meno mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri nostre
    vostro vostra vostri vostre due tre quattro cinque sei sette otto nove dieci venti trenta cento mille
    e ed o od oppure ovvero ossia ma però eppure anzi invece tuttavia quindi dunque perciò pertanto infatti inoltre pure anche
    neanche nemmeno neppure né sia se perché poiché siccome giacché affinché benché sebbene mentre quando quandunque appena
    finché dopoché così come dove ove donde qualora purché tantomeno cioè insomma comunque intanto frattanto
    non no sì già ancora sempre mai ora adesso allora poi ormai oggi ieri domani stamattina stasera stanotte subito presto
    tardi spesso talvolta forse magari qui qua lì là quassù ecco solo soltanto solamente proprio quasi addirittura perfino
    persino almeno infine finalmente piuttosto meglio peggio davvero certo certamente sicuramente probabilmente
    evidentemente naturalmente ovviamente attualmente recentemente successivamente precedentemente contemporaneamente
    parallelamente complessivamente
    è era erano sono siamo siete sei fu furono sarà saranno sarebbe sarebbero sia siano fosse fossero essere essendo stato
    stata stati state ero eri eravamo ha hanno ho hai abbiamo avete aveva avevano avevo avrà avranno avrebbe avrebbero abbia
    abbiano ebbe ebbero avere avendo va vanno può possono poteva potrà deve devono doveva dovrà dovrebbe vuole vogliono
    voleva fa fanno faceva sta stanno stava viene vengono veniva resta restano rimane rimangono manca mancano serve servono
    basta bisogna occorre pare sembra dice dicono disse fece diede venne
    assolto assolta assolti assolte condannato condannata condannati condannate arrestato arrestata arrestati arrestate
    indagato indagata indagati indagate prosciolto prosciolta prosciolti respinto respinta respinti respinte approvato
    approvata approvati approvate bocciato bocciata bocciati bocciate previsto prevista previsti previste
    """.split()
)

# Parts of surnames that are also starters: after an initial and before a capital they go on the name (``C. A. Dalla Chiesa``).
SURNAME_PARTICLES = frozenset("d' da dal dalla dalle de degli dei del della delle dell' di la le li lo".split())
