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
            r"(?:scorri|scroll) .{0,40}pubblicità.{0,40}|continue reading below|story continues below(?: advertisement)?",
        ),
    ),
    Rule(
        "related links",
        (
            _RELATED,
            r"(?:le )?(?:ultime|altre) (?:notizie|news)|ultimissime|ultim'ora|(?:gli )?altri articoli|latest news",
            r"(?:i |le )?(?:più|piu') (?:lett[ie]|vist[ie]|condivis[ie]|popolari)(?: (?:del giorno|della settimana|di oggi))?",
            r"da non perdere|consigliati(?: per (?:te|voi))?|d[ae]llo stesso autore|sullo stesso (?:tema|argomento)",
            r"most (?:read|popular)|trending",
        ),
        Following.HEADLINES,
    ),
    Rule("related links", (rf"(?:{_RELATED})(?: ?[:>»→|]+ ?| [-–—] ).{{1,200}}", r"per approfondire ?[:>] ?.{1,200}")),
    Rule(
        "newsletter or subscription",
        (
            r"newsletter|(?:iscriviti|iscrivetevi|abbonati)(?: (?:ora|subito|qui))? all[ae](?: nostr[ae])? newsletter.{0,100}",
            r"ricevi (?:ogni |le |la |tutt|gratis).{0,80}(?:e-?mail|newsletter|casella di posta)\.?",
            r"(?:abbonati|registrati|accedi) (?:ora|subito|adesso|gratis|per (?:leggere|continuare|proseguire).{0,60})\.?",
            r"sei già abbonato\?.{0,60}|(?:abbonati|registrati) (?:a|al|alla) .{1,40} per (?:leggere|continuare).{0,60}",
            r"(?:questo )?(?:articolo|contenuto) (?:è )?(?:riservato|esclusivo|solo|per) (?:per )?(?:agli |gli )?abbonati\.?",
            r"(?:unisciti|iscriviti) al(?:la)? (?:nostr[oa] )?(?:canale|gruppo|comunità|community)(?: \w+)?",
        ),
    ),
    Rule(
        "cookie notice",
        (
            r"(?:questo|il nostro) sito (?:web )?(?:utilizza|usa|fa uso di|impiega|si serve di) .{0,40}cookies?\b.*",
            r"(?:utilizziamo|usiamo|noi e .{1,40} utilizziamo) .{0,40}cookies?\b.*|(?:we|this (?:web)?site) uses? cookies.*",
            r"(?:accett|rifiut)[ao] (?:tutt[io](?: i cookies?)?|i cookies?)|accetta e (?:chiudi|continua|prosegui)",
            r"(?:gestisci|modifica|personalizza) (?:le |i )?(?:preferenze|cookies?|consensi|opzioni)(?: (?:sui|dei) cookies?)?",
            r"(?:cookie|privacy) policy|preferenze (?:sui |dei )?cookies?|continua senza accettare|accept all(?: cookies)?",
        ),
    ),
    Rule(
        "share and comment buttons",
        (
            rf"(?:condividi|share){_THIS}(?: (?:su|via|con|on|per) {_NETWORK})?",
            rf"(?:condividi|share)(?: (?:su|on))?:?{_NETWORKS}|tweet|twitta|retweet",
            rf"{_NETWORK}{_NETWORKS}",
            rf"(?:segui(?:ci)?|follow us) (?:anche )?(?:su|sui|on) (?:{_NETWORK}(?:,| e| and)? ?|social ?(?:network)?)+[.!]?",
            r"(?:invia|condividi) (?:per|via|tramite) e-?mail|copia (?:il )?link|stampa (?:l'articolo|la pagina|questa pagina)",
            r"(?:lascia|scrivi) un commento|commenta l'articolo|\d+ comment[io]|commenti \(\d+|(?:mostra|vedi) i commenti",
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
    Rule("tags", (r"(?:tags?|etichett[ae]|parole chiave|topics?)(?: ?: ?.{1,200})?", r"#\w+(?:[ ,]+#\w+)+")),
    Rule(
        "page navigation",
        (
            r"home ?(?:[>›»/|][^>›»/|]{1,80})+|torna (?:su|in alto|all'inizio|alla home(?: ?page)?)",
            r"continua a leggere|leggi (?:tutto|di più|l'articolo completo)|(?:mostra|carica) altr[ioe]|read more",
            r"(?:articolo|notizia) (?:precedente|successiv[oa])",
        ),
    ),
)
