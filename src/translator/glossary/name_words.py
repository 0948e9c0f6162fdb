"""Word lists for telling names, written by hand; see :mod:`translator.glossary.names` for their use."""

# First names current in Italy and frequent in foreign news. Names that are also ordinary capitalised words or places at the
# start of a name (Vittoria, Vera, Gioia, Italia, Asia, Sofia as the city) are left out unless the name clearly prevails.
FIRST_NAMES = frozenset(
    """
    Abdul Adam Adele Adriana Adriano Agnese Agostino Ahmed Alba Alberto Aldo Alessandra Alessandro Alessia Alessio Alex
    Alexander Alfonso Alfredo Ali Alice Amalia Amelia Amir Ana Anders Andrea Andreas Andrew Andrzej Angela Angelica Angelo
    Anita Anna Annalisa Annamaria Anne Antonella Antonia Antonino Antonio Aria Arianna Armando Arnaldo Arthur Arturo Astrid
    Attilio Aurelio Aurora Barbara Bartolomeo Beatrice Benedetta Benedetto Beniamino Bernardo Bianca Bjørn Brian Bruna Bruno
    Camilla Camillo Carla Carlo Carlos Carlotta Carmela Carmelo Carmen Carmine Carolina Caterina Catherine Cecilia Celeste
    Cesare Charles Charlotte Chiara Christian Christine Cinzia Ciro Clara Claudia Claudio Clemente Concetta Corrado Cosimo
    Costanza Cristian Cristiana Cristiano Cristina Damiano Daniel Daniela Daniele Danilo Dario David Davide Debora Diana Diego
    Dino Dmitrij Dmitry Domenica Domenico Donatella Donato Donald Edoardo Eduardo Elena Eleonora Elia Elio Elisa Elisabetta
    Elizabeth Ella Elvira Emanuela Emanuele Emilia Emiliano Emilio Emma Emmanuel Enrica Enrico Enzo Eric Erica Erik Ernesto
    Ester Ettore Eugenia Eugenio Eva Fabiana Fabio Fabiola Fabrizio Fausto Federica Federico Ferdinando Fernando Filippo
    Fiorella Flavia Flavio Francesca Francesco Francisco Franco François Frank Fulvio Gabriel Gabriele Gabriella Gaetano Gaia
    George Gennaro Gerardo Giacomo Giada Giampaolo Giampiero Gian Giancarlo Gianfranco Gianluca Gianluigi Gianmarco Gianna
    Gianni Gino Giorgia Giorgio Giovanna Giovanni Giulia Giuliana Giuliano Giulio Giuseppe Giuseppina Goffredo Graziella Greta
    Guglielmo Guido Gustavo Hans Hassan Heidi Helen Helena Henri Henrik Henry Ibrahim Igor Ilaria Ines Ingrid Irene Isabel
    Isabella Ivan Ivana Ivo Jacopo James Jan Jean Jennifer Jens Joe Johan Johannes John Jonas Jorge José Joseph Juan Julia
    Julien Karen Karin Karl Katia Khaled Klaus Lamberto Lars Laura Lea Leif Leo Leonardo Letizia Lidia Liliana Linda Lisa
    Livia Livio Loredana Lorenza Lorenzo Luca Lucia Luciana Luciano Lucio Lucrezia Ludovica Ludovico Luigi Luigia Luis Luisa
    Maddalena Magnus Manuel Manuela Mara Marcella Marcello Marco Margherita Maria Marianna Mariano Marie Marina Mario Marisa
    Mark Marta Martha Martin Martina Martino Massimiliano Massimo Matilde Matteo Mattia Maurizio Mauro Max Michael Michel
    Michela Michele Michelle Miguel Mikael Mikhail Milena Mirco Mirella Miriam Mohamed Mohammed Monica Morena Nadia Nicola
    Nicole Nicolò Niccolò Nils Nina Nino Noemi Nora Norberto Olaf Olga Olivia Omar Orazio Oscar Osvaldo Ottavio Ottavia Pablo
    Paola Paolo Pasquale Patrick Patrizia Patrizio Paul Pedro Peter Petra Pierfrancesco Piergiorgio Pierluigi Piero Pierre
    Pietro Pio Rachele Raffaele Raffaella Raimondo Raul Rebecca Remo Renata Renato Renzo Riccardo Richard Rita Robert Roberta
    Roberto Rocco Rodolfo Roger Romano Romeo Romina Romolo Rosa Rosanna Rosaria Rosario Rossana Rossella Ruggero Sabina Sabrina
    Salvatore Samuel Samuele Sandra Sandro Sara Sarah Saverio Sean Sebastian Sebastiano Serena Sergej Sergio Silvana Silvano
    Silvia Silvio Simon Simona Simone Sonia Stefan Stefania Stefano Stella Stephen Sven Susan Susanna Teresa Thomas Tiziana
    Tiziano Tommaso Tullio Ugo Umberto Valentina Valentino Valeria Valerio Vanessa Veronica Vincenza Vincenzo Virginia
    Virginio Vito Vittorio Viviana Vladimir Walter William Xavier Yasmin Yusuf
    """.split()
)

# Titles and offices after which a capitalised word is a person's name; in lower case, abbreviations without their full stop.
OFFICES = frozenset(
    """
    allenatore allenatrice ambasciatore ambasciatrice architetto arcivescovo arch assessora assessore attore attrice avv
    avvocata avvocato brigadiere cancelliera cancelliere cap capitana capitano capogruppo capotreno card cardinale cav
    centravanti centrocampista colonnello col commissaria commissario comandante compagno consigliera consigliere consulente
    critico deputata deputato difensore direttore direttrice dirigente don donna dott dottor dottore dottoressa dottssa dr
    economista funzionaria funzionario gen generale geom geometra giornalista giudice governatore governatrice ing ingegner
    ingegnere ingegnera ispettore ispettrice lady leader libero lord madame magistrata magistrato maestra maestro magg maggiore
    mar maresciallo mister mons monsignor monsignore mr mrs ministra ministro miss on onorevole padre palleggiatore papa
    pm poeta portavoce portiere prefetta prefetto premier presidente preside primario principe principessa procuratore
    procuratrice prof professor professore professoressa questore rag ragionier ragioniere re regina regista relatore relatrice
    rettore rettrice santo schiacciatore scrittore scrittrice segretaria segretario sen senatore senatrice sig signor signora
    signore signorina sindaca sindaco sir sottosegretaria sottosegretario sottotenente sottoufficiale sovrintendente suor
    tenente ten titolare vescovo vicepremier vicepresidente vicesindaca vicesindaco
    """.split()
)

# Lower-case particles that stand inside surnames.
PARTICLES = frozenset("al bin da de del den der di dos el la las los van von y".split())

# Surnames that are also ordinary words, which a model translates: with a capital inside a sentence they are surnames. Words
# that begin the names of places, institutions and feasts are left out.
COMMON_SURNAMES = frozenset(
    """
    Abate Agnello Amato Angelini Bassi Basso Battaglia Bella Bellezza Bello Benedetti Berlinguer Bianchi Bianco Bonanni Bove
    Bruno Bruni Bugiardini Cacciatore Calvi Cane Capra Carbone Carta Caruso Casella Cavallo Cavalli Cipolla Colombo Conte Conti
    Contini Cortese Costantini Crespi Damiani Esposito Fabbri Falco Falcone Farina Favero Ferraro Ferrari Ferri Ferro Fico
    Finocchio Fiore Fiori Fontana Forte Forti Franchi Gallo Galli Garofalo Gatti Gatto Gentile Gentili Giordano Giusti Giusto
    Granata Grassi Grasso Greco Grillo Grilli Guidi Gelmini Lepore Leone Letta Lupi Lupo Magri Mancini Mancino
    Marchetti Marchi Marini Marino Martello Martini Mele Melone Meloni Merlo Molinari Montanari Monti Morelli Moretti
    Moro Muratori Napolitano Negri Negro Neri Nero Orlando Orsi Pagani Pagano Palombo Palumbo Pane Parisi
    Passera Pastore Pavone Pellegrini Pellegrino Pera Pesce Pesci Piccoli Piccolo Pini Pinto Poli Pollo Porcaro Prete Quaranta
    Quattrocchi Ragni Ricci Ricciardi Riccio Rizzo Romano Rosati Rossi Rosso Russo Sacco Saggese Salvini Santoro Sarti Sarto
    Schiavone Selvaggi Sereni Sorrentino Spada Speranza Tartaglia Tedesco Tedeschi Testa Toro Trovato
    Turchi Urso Vacca Valente Vecchi Vecchio Verdi Verde Vigna Villani Vitale Viola Vivo Volpe Volpi Zanni Zoppi
    """.split()
)

# Words that are translated though Italian press writes them with a capital: institutions, offices, law, religion, calendar,
# compass, geography, and the adjectives that follow them. In lower case.
COMMON_NOUNS = frozenset(
    """
    accademia aeronautica aeroporto agenzia agosto alleanza alto amministrazione anno antitrust aprile arma assemblea
    assessorato
    associazione ateneo aula autorità avvocatura azienda banca basilica biblioteca borsa bosco camera campionato campidoglio
    canale capo capodanno carabinieri carnevale carta casa cassa castello cattedrale centro chiesa città civile codice collegio
    comitato comune commissione compagnia comunità conferenza confederazione congresso consiglio consorzio consulta convenzione
    coppa corte costa costituzione costituzionale croce dicembre difesa dio dipartimento direzione distretto diocesi duomo ente
    esercito est esteri europeo europea federazione festa festival ferrovie finanza fiume fondazione fondo forum forze fronte
    galleria gara gennaio giornata giubileo giugno giunta giustizia governo gran grande gruppo guardia guerra interno interni
    internazionale isola isole istituto istruzione italiana italiano lago lavoro lega legge liceo luglio maggio mar mare marina
    marzo mediterraneo mercato messa mezzogiorno ministero mondiale monte movimento municipio museo natale nazionale nazionali
    nazione nazioni nord novembre nuova nuovo oceano olimpiadi opera ordine oriente orientale ospedale ottobre ovest paese paesi
    pace palazzo papa parco parlamento partito pasqua patto piano piazza pil polizia polo popolare popolo ponte porta porto
    prefettura premio presidenza procura progetto programma protezione provincia pubblica pubblico questura quirinale radio
    regione regionale regno repubblica ricerca rivoluzione sala salone salute san sanità santa santo scienze scuola sede senato
    serie settembre signore signoria sinistra sistema società sole sicurezza stadio stampa stati stato storia strada stretto sud
    superiore teatro terra trattato tribunale tribuna unione università universo unita uniti unito ufficio valle vaticano via
    viale vigili villa sviluppo economia ambiente cultura trasporti affari febbraio occidente occidentale destra medioevo
    americhe comuni enti governi ministeri partiti province regioni stati giochi impero luna metro mondo olimpici
    olimpiche orchestra sottocomitato sottocommissione rinascimento
    risorgimento resistenza liberazione costituente vangelo bibbia corano islam internet web
    """.split()
)

# Nouns that begin the name of an institution, capitalised.
INSTITUTIONS = frozenset(
    """
    Accademia Agenzia Alleanza Archivio Associazione Autorità Azienda Banca Biblioteca Camera Centro Circolo Collegio Comitato
    Commissione Compagnia Comunità Confederazione Consiglio Consorzio Cooperativa Corte Dipartimento Ente Facoltà Federazione
    Fondazione Fondo Forum Galleria Gruppo Istituto Lega Liceo Ministero Movimento Museo Opera Orchestra Ordine Organizzazione
    Osservatorio Partito Policlinico Politecnico Procura Scuola Segretariato Sindacato Società Soprintendenza Teatro Tribunale
    Unione Università Ufficio
    """.split()
)

# Nouns after which a name is a place's.
PLACE_NOUNS = frozenset(
    """
    aeroporto autostrada baia borgo capitale castello cittadina città comune contrada costa diocesi distretto fiume frazione
    golfo isola lago località monte montagna municipio paese penisola piazza porto provincia quartiere regione stazione
    stretto strada territorio valle via viale villaggio zona
    """.split()
)
