"""Lines around articles on Italian news sites that are not the article.

The phrases are those that such sites print, as seen when an article is copied from a browser. A pattern must match the whole
line, in lower case, with single spaces and straight apostrophes, without dashes, arrows, colons and other signs at its ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto


class Following(Enum):
    """What a line that is a mere label takes with it."""

    NOTHING = auto()
    HEADLINES = auto()
    NETWORKS = auto()


@dataclass(frozen=True, slots=True)
class Rule:
    """``reason`` is what the user reads, ``following`` what goes with a line that matches one of the ``patterns``."""

    reason: str
    patterns: tuple[str, ...]
    following: Following = Following.NOTHING


_NETWORK = (
    r"(?:facebook|twitter|x|instagram|whats ?app|telegram|linkedin|pinterest|tik ?tok|youtube|google news|threads|bluesky|"
    r"mastodon|messenger|e-?mail|mail|rss|feed|stampa|print|copia link|link)"
)
_THIS = r"(?: (?:questo |questa |l'|la |il |this )?(?:articolo|notizia|post|article|story|pagina))?"
_NETWORKS = rf"(?:(?: ?[,|·/-] ?| ){_NETWORK})+"
NETWORK = re.compile(_NETWORK)

# What stands in the menus and footers of Italian news sites.
_MENU = (
    r"(?:home(?: ?page)?|menu|attualità|politica|cronaca|economia|cultura|sport|spettacoli|esteri|video|foto|podcast|meteo|"
    r"oroscopo|live|classifiche|edicola(?: digitale)?|contatti|privacy(?: policy)?|cookie(?: policy)?|note legali|chi siamo|"
    r"redazione|pubblicità|newsletter|abbonati|accedi|registrati|login|cerca|rss|mappa del sito|"
    r"termini(?: e condizioni| d'uso)?|dichiarazione di accessibilità|preferenze|gestisci preferenze|"
    r"accetta tutt[oi](?: i cookies?)?|gestisci le preferenze|diretta|sezioni|edizioni locali|salva|ascolta|stampa|a[+-]|"
    r"condividi|notizie|opinioni|invia (?:a|ad) un amico|vedi azioni|post più (?:vecchio|recente)|argomenti|commenti)"
)
_PART = r"(?: ?[|·•▪/>–←→.-] ?| )"

_RELATED = (
    r"(?:leggi|guarda|vedi|ascolta|scopri) (?:anche|pure)|(?:ti )?potrebbe(?:ro)? (?:anche )?interessar(?:e|ti|vi)(?: anche)?|"
    r"potrebbe(?:ro)? (?:anche )?piacerti(?: anche)?|(?:articol[oi]|notizi[ae]|contenut[oi]|post|video) correlat[oiae]|"
    r"read also|related(?: articles| posts| stories)?|you may also like|see also"
)

RULES = (
    Rule(
        "advertising",
        (
            r"advertis(?:e|ing|e?ment)s?|pubblicit(?:à|a'?)|adv|ads|sponsored(?: content)?|sponsorizzato",
            r"(?:annuncio|messaggio|spazio|contenuto|banner|inserto) (?:pubblicitario|promozionale|sponsorizzato)",
            r"(?:inizio|fine) pubblicit(?:à|a'?)",
            r"(?:(?:l'articolo|la lettura) )?(?:continua|prosegue|riprende)(?: a leggere)? dopo (?:la pubblicità|l'annuncio)",
            r"(?:segue|continua|riprende) dopo la pubblicità|(?:l')?articolo (?:continua sotto|prosegue dopo)(?: .{1,20})?",
            r"sponsor|contenut[oi] sponsorizzat[oi]|adv_\w+|rimuovi gli annunci.{0,30}",
            r"post (?:in collaborazione con|sponsorizzato).{0,120}",
            r"(?:scorri|scroll) .{0,40}pubblicità.{0,40}|continue reading below|story continues below(?: advertisement)?",
        ),
    ),
    Rule(
        "related links",
        (
            _RELATED,
            r"altre notizie di \w+|potrebbe(?:ro)? interessar(?:e|ti|vi)(?: anche)?(?:\.\.\.|…)",
            r"se ti è piaciut[oa] (?:questo|quest'|l').{0,20}, leggi anche|le notizie del giorno|ultima ora",
            r"(?:le )?(?:ultime|altre) (?:notizie|news)|ultimissime|ultim'ora|(?:gli )?altri articoli|latest news",
            r"(?:i |le )?(?:più|piu') (?:lett[ie]|vist[ie]|condivis[ie]|popolari)(?: (?:del giorno|della settimana|di oggi))?",
            r"da non perdere|consigliati(?: per (?:te|voi))?|d[ae]llo stesso autore|sullo stesso (?:tema|argomento)",
            r"most (?:read|popular)|trending",
        ),
        Following.HEADLINES,
    ),
    Rule(
        "related links",
        (
            r"altr[oe] in questa categoria ?: .{1,200}|(?:leggi|guarda) anche(?: [^\s.!?…]+){6,20}",
            r"leggi l'articolo completo su .{1,40}|tutte le puntate .{0,40}podcast",
            r"(?:vedi|leggi) tutt[ie] (?:gli |le )(?:articoli|recensioni|notizie|news).{0,60}",
        ),
    ),
    Rule("related links", (rf"(?:{_RELATED})(?: ?[:>»→|]+ ?| [-–—] ).{{1,200}}", r"per approfondire ?[:>] ?.{1,200}")),
    Rule(
        "newsletter or subscription",
        (
            r"newsletter|(?:iscriviti|iscrivetevi|abbonati)(?: (?:ora|subito|qui))? all[ae](?: nostr[ae])? newsletter.{0,100}",
            r"ricevi (?:ogni |le |la |tutt|gratis).{0,80}(?:e-?mail|newsletter|casella di posta)\.?",
            r"(?:abbonati|registrati|accedi) (?:ora|subito|adesso|gratis|per (?:leggere|continuare|proseguire).{0,60})\.?",
            r"abbonati ora ?[:!].{0,80}|stai leggendo un (?:articolo|contenuto) riservato agli abbonati.{0,80}",
            r"questo (?:articolo|contenuto) è gratuito grazie .{0,60}|sostieni(?:ci)? .{0,40}(?:euro|donazione)\b.{0,30}",
            r"ricevi .{0,60}(?:whatsapp|telegram|notifiche)|vuoi ricevere .{0,80}(?:clicca qui|iscriviti).{0,40}",
            r"ricevi le breaking news.{0,40}|inserisci la tua e-?mail.{0,60}|il tuo indirizzo e-?mail|iscriviti",
            r"abbonati a .{0,40}(?:€|euro\b).{0,40}|.{0,60}hai letto \d+ articoli gratuiti.{0,40}|newsletter [\"«].{1,40}",
            r"hai già un abbonamento\? accedi|oppure attiva la prova gratuita.{0,60}|.{0,80}disattiva l'ad ?blocker",
            r"sostieni il (?:nostro )?giornalismo.{0,60}|dichiaro di aver letto .{0,60}",
            r"(?:unisciti|iscriviti) al (?:nostro )?canale (?:whatsapp|telegram)\b.{0,60}|.{0,60}\battiva le notifiche",
            r"resta aggiornat[oa].{0,60}|ho letto e accetto l'informativa.{0,60}|.{0,80}: prova gratis(?: per \d+ giorni)?",
            r"sei già abbonato\?.{0,60}|(?:abbonati|registrati) (?:a|al|alla) .{1,40} per (?:leggere|continuare).{0,60}",
            r"(?:questo )?(?:articolo|contenuto) (?:è )?(?:riservato|esclusivo|solo|per) (?:per )?(?:agli |gli )?abbonati\.?",
            r"(?:unisciti|iscriviti) al(?:la)? (?:nostr[oa] )?(?:canale|gruppo|comunità|community)(?: \w+)?",
        ),
    ),
    Rule(
        "cookie notice",
        (
            r"(?:questo|il nostro) sito (?:web )?(?:utilizza|usa|fa uso di|impiega|si serve di) .{0,40}cookies?\b[^:]*",
            r"(?:utilizziamo|usiamo|noi e .{1,40} utilizziamo) .{0,40}cookies?\b[^:]*|(?:we|this (?:web)?site) uses? cookies.*",
            r"(?:accett|rifiut)[ao] (?:tutt[io](?: i cookies?)?|i cookies?)|accetta e (?:chiudi|continua|prosegui)",
            r"(?:gestisci|modifica|personalizza) (?:le |i )?(?:preferenze|cookies?|consensi|opzioni)(?: (?:sui|dei) cookies?)?",
            r"(?:cookie|privacy) policy|preferenze (?:sui |dei )?cookies?|continua senza accettare|accept all(?: cookies)?",
        ),
    ),
    Rule(
        "share and comment buttons",
        (
            rf"(?:condividi|share|seguici|seguimi)(?: (?:anche )?(?:su|on|sui social))?:?|(?:salva|commenta) su {_NETWORK}",
            r"segui i nostri (?:canali|profili)(?: social)?(?: ?: .{1,60})?[.!]?|segui .{1,30} sui social",
            rf"segui(?:ci|mi) su {_NETWORK} ?:? ?@[\w.]+|commenta per primo|accedi per commentare",
            r"i commenti dei lettori \(\d+|accetta i cookies? per visualizzare .{0,40}",
            rf"segui(?:ci|mi) (?:anche )?su:?{_NETWORKS}|segui(?:ci|mi) su {_NETWORK}:? ?@\w+",
            rf"(?:condividi|share){_THIS}(?: (?:su|via|con|on|per) {_NETWORK})?",
            rf"(?:condividi|share)(?: (?:su|on))?:?{_NETWORKS}|tweet|twitta|retweet",
            rf"{_NETWORK}{_NETWORKS}",
            rf"(?:segui(?:ci)?|follow us) (?:anche )?(?:su|sui|on) (?:{_NETWORK}(?:,| e| and)? ?|social ?(?:network)?)+[.!]?",
            r"(?:invia|condividi) (?:per|via|tramite) e-?mail|copia (?:il )?link|stampa (?:l'articolo|la pagina|questa pagina)",
            r"(?:lascia|scrivi) un commento|commenta l'articolo|(?:mostra|vedi) i commenti|commenti \(\d+",
            r"(?:\d+|nessun) comment[io](?: ?[-–|] ?lascia il tuo)?",
        ),
        Following.NETWORKS,
    ),
    Rule(
        "copyright notice",
        (
            r"(?:© ?)?riproduzione (?:riservata|vietata)(?: ?©)?\.?.{0,60}|(?:© ?)?tutti i diritti(?: sono)? riservati\.?",
            r"© ?(?:copyright )?.{0,150}|copyright (?:©|c\)|\d{4}).{0,120}|c\) (?:copyright )?(?:19|20)\d\d.{0,120}",
            r"(?:© ?)?all rights reserved\.?",
        ),
    ),
    Rule(
        "author box",
        (
            r"(?:chi è |informazioni su|su)?l'aut(?:ore|rice)(?: (?:dell'articolo|di questo articolo))?|about the author",
            r"(?:tutti|vedi (?:tutti )?|leggi (?:tutti )?|altri)(?: ?gli)? ?articoli di .{2,60}|profilo dell'aut(?:ore|rice)",
        ),
    ),
    Rule(
        "gallery or app",
        (
            r"(?:guarda|sfoglia|vedi|apri) (?:la |le )?(?:foto ?gallery|video ?gallery|gallery|galleria)(?:[ :].{0,80})?",
            r"guarda il video|foto ?gallery ?[-–:] ?.{1,80}",
            r"galleria fotografica(?: \(\d+)?|foto ?[-–:] ?.{1,80}\(\d+ (?:immagini|foto)",
            r"(?:scarica|installa) (?:gratis )?(?:la nostra |l'|la )app\b.{0,60}",
        ),
    ),
    Rule(
        "invitation to readers",
        (
            r"ti è piaciut[oa] (?:il|questo|quest'|l'|la|questa) ?(?:post|pezzo|articolo|ricetta|pagina)\?.{0,80}",
            r"hai provato questa ricetta\?.{0,80}|ti è stata utile questa pagina\?.{0,20}|segnala un errore",
            r"devi essere (?:connesso|registrato|loggato) per (?:inviare|lasciare|scrivere) un commento\.?",
            r"pubblicato da .{1,40} alle \d{1,2}[:.]\d{2}.{0,30}",
        ),
    ),
    Rule(
        "tags",
        (
            r"argomenti ?: ?.{1,200}|argomenti(?: ?/ ?[^/]{1,40})+",
            r"(?:tags?|etichett[ae]|parole chiave|topics?)(?: ?: ?[^.!?]{1,200})?|tags?(?: #\w+)+",
            r"#\w+(?:[ ,]+#\w+)+",
        ),
    ),
    Rule(
        "page navigation",
        (
            rf"{_MENU}(?:{_PART}{_MENU}){{2,}}|{_MENU} ?[|▪•] ?{_MENU}|☰ ?menu|menu",
            r"(?=.*\b(?:live|abbonati|accedi|classifiche|contatti)\b)[^|]{1,30}(?: \| [^|]{1,30}){2,}",
            r"sei in ?: .{1,120}",
            r"[^<>›,.;!?\d]{2,50}(?: [>›] [^<>›,.;!?\d]{2,40})+|[^/.,;:!?\d]{2,30}(?: / [^/.,;:!?\d]{2,30}){2,}",
            r"(?:vai|salta) al(?:la)? (?:contenuto(?: principale)?|ricetta)|cerca nel (?:blog|sito)(?:…|\.\.\.)?",
            r"ascolta (?:l'articolo|la notizia)|tempo di lettura ?: ?\d+ min(?:ut[oi])?\.?|post views ?: ?[\d.]+",
            r"(?:prossimo|precedente) (?:articolo|post)|licenza cc .{0,60}",
            r"[\w .-]{1,60}\.(?:pdf|docx?|xlsx?|zip) \(\d+ ?[kmg]b",
            r"home ?(?:[>›»/|][^>›»/|]{1,80})+|torna (?:su|in alto|all'inizio|alla home(?: ?page)?)",
            r"continua a leggere|leggi (?:tutto|di più|l'articolo completo)|(?:mostra|carica) altr[ioe]|read more",
            r"(?:articolo|notizia) (?:precedente|successiv[oa])",
        ),
    ),
)
