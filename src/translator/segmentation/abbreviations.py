"""Italian abbreviations by what may follow their full stop; all in lower case, without the final stop.

Compiled by hand from general knowledge of Italian press, law and publishing usage. The classes follow what a reader does at the
stop: after a title a name comes, after *n.* a number, after *S.p.A.* either the sentence goes on or a new one starts.
"""

# Never the end of a sentence: a name (or the rest of the name) follows. Titles, ranks, forms of address, kinds of street,
# shortened given names.
TITLES = frozenset(
    """
    aless amb ambasc app.sc arch arciv ass.c ass.te assess assist av.te avv avv.ta bart brig brig.gen c.le cap cap.le
    cap.magg capt carab card cav cav.gr.cr cav.uff cfr ch.ma ch.mo chiar chiar.ma chiar.mo chr col com.te comm cons
    contramm coord cpl cte d.ri d.ssa dir dott dott.ri dott.ssa dott.sse dr dr.ssa dra ecc.ma ecc.mo ecc.za egr em f.lli
    fam feat ferd fr franc ft gen gen.b gen.d gent gent.ma gent.mi gent.mo geom geom.ssa giac gio giov giud gius gov gr
    gugl ill ill.ma ill.mi ill.mo ing isp isp.c lgt lodov luog m.gen m.llo m.o magg magg.gen mar mar.ca mar.llo maresc
    mgr mons mr mrs mt n.h nic on on.le onn onor p.ind p.le p.za p.zza per.agr per.ind preg preg.ma preg.mo pres proc
    procc prof prof.ssa prof.sse proff quest r.do raff rag rett rev rev.do rev.ma rev.mo s.e s.ecc s.em s.em.za s.lle
    s.ten sac sacerd seb sen sen.ce senn serg serg.magg sig sig.na sig.ra sigg sigg.re sind sost.proc sottosegr sottoten
    sottotenente sov sovr spett spett.le sr ss ss.ma ss.mi ss.mo st stim.ma stim.mo t.col ten ten.col th tomm uff v.brig
    v.isp v.le v.lo v.pref v.pres v.sov vd ved ven.le vesc vicebrig vicepres vicequest vinc vs wm
    """.split()
)

# A number, a letter or a Roman numeral follows; a sentence ends there only when a sentence starter comes.
NUMBERED = frozenset(
    """
    all alleg allegg art artt c cap capov capp cc circ civ cl co cod coeff col comm cpv del delib det disp doc docc es f
    fasc ff fig figg fol foll gv h illustr int lc lett lib ll m n nn nr nrr num op ord p pag pagg par parr pp prot punt
    quad r.g rec reg rif ris sent sentt sez sezz sg tab tabb tav tavv tel tit titt v ver vers vol voll vv
    """.split()
)

# Either the sentence goes on with a capital (a company, a journal, a place) or a new one starts: cut before a sentence starter.
SOFT = frozenset(
    """
    abbr acc adj ag agg amm amministr anat append appl arr asp ass att aut aux b.go bibl biol bn boll bros bull c.a c.c
    c.d c.d.a c.da c.m c.n.r c.p c.p.c c.p.p c.s c.so ca cart cass catal cd centr chim cit citt class clin cod.civ
    cod.pen codd com.ne comp comun conf cong cons.st contr coop corp corr cost cred crim cron d.c.p.m d.i d.l d.lg d.lgs
    d.m d.p.c.m d.p.r d.r dec decr dep dial dic dip dipl dist distr div e.g eccl ed edd edit elett enc estr femm ferr
    filos fisc fium fond fraz frazz g.u gazz geogr giorn giur i.e i.v.a ibid imp inc ind inf ingl intern introd isol ist
    it ital jr l l.go l.r lat lgs lic lingu loc ltd m.d mag manoscr masc max med mer mez mil min misc mld mln mrd ms mss
    mun munic mus n.d.a n.d.r n.d.t n.v naz ndr neg nob nom ogg oo.pp opp ordin orig p.es p.i p.iva p.p p.v part perg ph
    phys pl pol polit poss pref prel presid prev priv prod pron propr pross protoc prov prov.le provv pubbl q.li quint
    quot r.d racc red rel resp ric ried rist riv s.a s.a.s s.c s.c.a.r.l s.c.r.l s.n.c s.p.a s.r.l s.r.l.s s.s sas sc
    sec secc sed seg segg segr segret sett sin snc soc sost sott spec srl stab stat statist staz std str strum succ suff
    suppl t.u teol tip trad traduz trasm trib tribb trim u.s ult univ urg usd v.a v.c vat verb vic voc vocab zool
    """.split()
)

# The end of an enumeration or of a date: a capital after it starts a new sentence.
HARD_END = frozenset("a.c av.c d.c ecc etc".split())

# Months and weekdays, which end a date (``6 giu.``).
DATES = frozenset(
    """
    ag ago apr dic dom feb febb gen genn gio giov giu giugn lug lugl lun mag magg mar mart mer merc nov ott sab set
    sett ven
    """.split()
)

# Units of measure and of counting: after a number, a capital starts a new sentence.
UNITS = frozenset(
    """
    a a.m c cal cc cd cent chf cl cm cmq cm² cv db dl dm e eur f ft g gb gbit gbps gg ghz gr grs gw gwh h ha hg hl hp hz
    k kb kbit kbps kcal kg kg/h khz km kmh kmq km² kn kpa kt kv kw kwh l lb lt m mb mbit mbps mc mcg mg mhz min ml mld
    mln mm mpa mq mrd ms mw mwh mwp m² m³ nm nmi oz p.m pa pp ppm pt q q.li qli rpm s sec t tb tbit tep tn ton tonn tw
    twh usd v va w wh y yd µg µm μg μm
    """.split()
)

# Words that only look like one of the abbreviations above, as written, with the words before that tell (none: any): disc, wine,
# newspaper, party, railway; limit, art, era, corps, network. A capital after them starts a new sentence.
HOMONYMS = {
    word: frozenset(before.split())
    for word, before in {
        "CD": "",
        "Cd": "",
        "DOC": "",
        "Doc": "",
        "FT": "",
        "Ft": "",
        "G": "giorno",
        "PP": "",
        "Pp": "",
        "SS": "alle dalle delle le nelle sulle",
        "TAV": "",
        "Tav": "",
        "X": "ora social su",
        "art": "body land pop street",
        "aut": "aut",
        "cap": "price salary",
    }.items()
}

# Names and formulas with an exclamation or question mark of their own.
EXCLAMATION_NAMES = frozenset("jeopardy joomla oklahoma wham yahoo yum".split())

# At the start of a sentence these belong to what follows.
POSTSCRIPTS = frozenset("n.b nb p.p.s p.s ps".split())

# After these words a single capital is a name of its own, not an initial (``in Serie A.``).
LETTERED = frozenset(
    """
    allegato carrozza caso categoria cella classe corsia curva epatite fascia fase fattore formula gate generazione
    girone gruppo influenza lato lettera linea lotto malcolm modello opzione parte piano punto raggi rh scala serie
    settore sezione tabella terminal tipo variante virus vitamina vitamine zona
    """.split()
)
