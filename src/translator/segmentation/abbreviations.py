"""Italian abbreviations by what may follow their full stop; all in lower case, without the final stop.

Compiled by hand from general knowledge of Italian press, law and publishing usage. The classes follow what a reader does at the
stop: after a title a name comes, after *n.* a number, after *S.p.A.* either the sentence goes on or a new one starts.
"""

# Never the end of a sentence: a name (or the rest of the name) follows.
TITLES = frozenset(
    """
    amb ambasc arch arciv avv avv.ta brig cap capt card cav cfr col comm cons cpl d.ssa dir dott dott.ssa dr dr.ssa
    dra ecc.za egr em f.lli fam fr gen geom geom.ssa giud gov ill ing m.llo magg mar mgr mons mr mrs on onn p.ind p.le
    p.za p.zza pres proc procc prof prof.ssa proff r.do rag rett rev rev.do s.e s.em s.lle s.ten sac sen senn serg sig
    sig.na sig.ra sigg sigg.re sind sottoten sottotenente spett sr ss st ten ten.col v.brig v.le vd ved vesc vs
    """.split()
)

# A number, a letter or a Roman numeral follows; a sentence ends there only when a sentence starter comes.
NUMBERED = frozenset(
    """
    all alleg allegg art artt c cap capov capp cc circ civ cl co cod coeff col comm cpv delib det disp doc docc es f
    fasc ff fig figg fol foll illustr int lett lib ll m n nn nr nrr num op ord p pag pagg par parr pp prot punt r.g
    rec reg rif ris sent sentt sez sezz sg tab tabb tav tavv tel tit titt v ver vers vol voll vv
    """.split()
)

# Either the sentence goes on with a capital (a company, a journal, a place) or a new one starts: cut before a sentence starter.
SOFT = frozenset(
    """
    abbr acc adj ag agg amm anat ap arr asp ass att aut aux b.go bibl biol bn boll bros c.a c.c c.d c.d.a c.da c.m
    c.n.r c.p c.p.c c.p.p c.s c.so ca cass cd centr chim cit citt class clin comp comun conf cong contr coop corp corr
    cost cred crim cron d.c.p.m d.i d.l d.lg d.lgs d.m d.p.c.m d.p.r d.r dec decr dial dic dip dipl dist distr div e.g
    ed edd edit elett enc estr fed ferr filos fond fraz frazz g.u gazz geogr giorn giur i.e i.v.a ibid imp inc ind inf
    ingl intern introd ital jr l l.go l.r lat lic loc ltd m.d mag manoscr max med mer mez mil min mld mln mrd mss mus
    n.d.a n.d.r n.d.t n.v naz ndr neg nob nom ogg oo.pp opp ordin orig p.es p.i p.iva p.p p.v ph phys pl pol polit
    poss pref prel presid prev priv prod pron propr pross prov provv pubbl q.li quint quot r.d racc red rel resp ric
    rist riv rom s.a s.a.s s.c s.c.a.r.l s.c.r.l s.n.c s.p.a s.r.l s.r.l.s s.s sas sc sci sec secc sed seg segg sett
    sin snc soc spec srl stat std str strum succ suppl t.u teol tip trad trib tribb u.s ult univ urg usd v.a v.c vic
    voc vocab zool
    """.split()
)

# The end of an enumeration or of a date: a capital after it starts a new sentence.
HARD_END = frozenset("a.c a.m av.c d.c ecc etc p.m".split())

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
    a c cal cc chf cl cm cmq cm² cv db dl dm e eur f ft g gb gg ghz gr grs gw gwh h ha hl hp hz k kb kcal kg kg/h khz
    km kmh kmq km² kv kw kwh l lb lt m mb mc mg mhz min ml mld mln mm mq mrd ms mw mwh m² m³ nm oz pa pp ppm pt q rpm
    s sec t tb tn ton usd v w y yd
    """.split()
)

# Names and formulas with an exclamation or question mark of their own.
EXCLAMATION_NAMES = frozenset("jeopardy joomla oklahoma yahoo".split())

# At the start of a sentence these belong to what follows.
POSTSCRIPTS = frozenset("n.b nb p.p.s p.s ps".split())

# After these words a single capital is a name of its own, not an initial (``in Serie A.``).
LETTERED = frozenset(
    """
    allegato caso categoria classe corsia curva epatite fascia fase formula gate girone gruppo influenza lato lettera
    linea modello parte piano punto rh scala serie settore sezione tabella terminal tipo variante virus vitamina
    vitamine zona
    """.split()
)
