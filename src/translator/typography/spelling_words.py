"""Words that American and British English spell differently.

By hand, from general knowledge. Left out is what is right in both varieties and what may be another word (``analyses``). Where
only British English tells two meanings apart (``licence`` and ``license``, ``metre`` and ``meter``), the words are turned into
American ones and never back.
"""

from __future__ import annotations

from functools import cache

# American stem, British stem, endings that both take; - is the stem itself.
_PAIRS = """
    color colour - s ed ing ful less
    favor favour - s ed ing able ably ite ites itism
    honor honour - s ed ing able ably
    labor labour - s ed ing er ers
    neighbor neighbour - s ing hood hoods ly
    behavior behaviour - s al
    rumor rumour - s ed
    harbor harbour - s ed ing
    humor humour - s
    armor armour - ed y
    endeavor endeavour - s ed ing
    flavor flavour - s ed ing
    parlor parlour - s
    savior saviour - s
    vapor vapour - s
    odor odour - s
    tumor tumour - s
    splendor splendour - s
    vigor vigour -
    candor candour -
    valor valour -
    fervor fervour -
    clamor clamour - s ed ing
    center centre - s
    centered centred -
    centering centring -
    theater theatre - s
    fiber fibre - s
    liter litre - s
    kilometer kilometre - s
    centimeter centimetre - s
    millimeter millimetre - s
    somber sombre - ly
    specter spectre - s
    caliber calibre - s
    meager meagre - ly
    luster lustre -
    maneuver manoeuvre - s
    maneuvered manoeuvred -
    maneuvering manoeuvring -
    defense defence - s less
    offense offence - s
    pretense pretence - s
    traveled travelled -
    traveling travelling -
    traveler traveller - s
    canceled cancelled -
    canceling cancelling -
    labeled labelled -
    labeling labelling -
    modeled modelled -
    modeling modelling -
    fueled fuelled -
    fueling fuelling -
    signaled signalled -
    signaling signalling -
    totaled totalled -
    totaling totalling -
    leveled levelled -
    leveling levelling -
    channeled channelled -
    channeling channelling -
    counseled counselled -
    counseling counselling -
    counselor counsellor - s
    dueling duelling -
    dialed dialled -
    dialing dialling -
    quarreled quarrelled -
    quarreling quarrelling -
    rivaled rivalled -
    rivaling rivalling -
    shoveled shovelled -
    tunneled tunnelled -
    tunneling tunnelling -
    unraveled unravelled -
    unraveling unravelling -
    marvelous marvellous - ly
    jeweler jeweller - s
    jewelry jewellery -
    fulfill fulfil - s ment
    enroll enrol - s ment ments
    installment instalment - s
    skillful skilful - ly
    willful wilful - ly
    instill instil - s
    distill distil - s
    appall appal - s
    pediatric paediatric - s
    pediatrician paediatrician - s
    anesthesia anaesthesia -
    anesthetic anaesthetic - s
    anesthetist anaesthetist - s
    anemia anaemia -
    anemic anaemic -
    leukemia leukaemia - s
    hemorrhage haemorrhage - s d
    hemophilia haemophilia - c
    gynecolog gynaecolog y ist ists ical
    orthopedic orthopaedic - s
    estrogen oestrogen - s
    diarrhea diarrhoea -
    esophagus oesophagus -
    celiac coeliac - s
    catalog catalogue - s
    gray grey - s ing er
    grayish greyish -
    aging ageing -
    aluminum aluminium -
    skeptic sceptic - s al ally ism
    plow plough - s ed ing
    mold mould - s ed ing y
    mustache moustache - s d
    pajamas pyjamas -
    cozy cosy -
    sulfur sulphur -
    artifact artefact - s
    analyze analyse - d
    analyzing analysing -
    paralyze paralyse - d s
    paralyzing paralysing -
    catalyze catalyse - d s
"""
# Stems of verbs in -ize, -ise.
_IZE = """
    apolog author agon antagon bapt brutal capital categor central character civil colon commercial computer criminal
    critic crystall custom decentral demobil democrat demon demoral digital econom emphas energ equal eternal fantas fertil
    final formal fraternal galvan general global harmon hospital human ideal immun individual industrial initial institutional
    international item jeopard legal legitim liberal local marginal maxim mechan memor minim mobil modern monopol motor
    national natural neutral normal optim organ ostrac patron penal personal polar political popular pressur
    prior privat public pulver rational real recogn regular reorgan revital revolution romantic sanit scandal scrutin
    secular sensit special stabil standard steril stigmat subsid summar symbol sympath synchron terror theor tranquill
    trivial union urban util vandal verbal victim visual vocal western
"""
_IZE_ENDINGS = "e es ed ing ation ations".split()
_IZERS = "organ modern fertil stabil tranquill sympath neutral equal".split()

# British words with one American spelling, of which the American has other uses too.
_AMERICAN_ONLY = {
    "metre": "meter",
    "metres": "meters",
    "programme": "program",
    "programmes": "programs",
    "cheque": "check",
    "cheques": "checks",
    "tyre": "tire",
    "tyres": "tires",
    "kerb": "curb",
    "kerbs": "curbs",
    "licence": "license",
    "licences": "licenses",
    "practise": "practice",
    "practises": "practices",
    "practised": "practiced",
    "practising": "practicing",
    "judgement": "judgment",
    "judgements": "judgments",
    "acknowledgement": "acknowledgment",
    "yoghurt": "yogurt",
    "yoghurts": "yogurts",
    "storeys": "stories",
}


@cache
def to_british() -> dict[str, str]:
    """British spellings by American ones, in lower case."""
    words = {}
    for line in _PAIRS.strip().splitlines():
        american, british, *endings = line.split()
        for ending in endings:
            added = ending.removeprefix("-")
            words[american + added] = british + added
    for stem in _IZE.split():
        words |= {f"{stem}iz{ending}": f"{stem}is{ending}" for ending in _IZE_ENDINGS}
    words |= {f"{stem}izer{ending}": f"{stem}iser{ending}" for stem in _IZERS for ending in ("", "s")}
    return words


@cache
def to_american() -> dict[str, str]:
    """American spellings by British ones, in lower case."""
    return {british: american for american, british in to_british().items()} | _AMERICAN_ONLY
