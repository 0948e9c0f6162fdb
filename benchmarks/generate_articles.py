"""Invented Italian articles from templates: the same seed gives the same articles. No real person or event is spoken of.

As in the articles of ``samples/``, one sentence in twenty or so begins with a name or another word that models copy.

Usage: python benchmarks/generate_articles.py FOLDER [--articles N] [--seed N]
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

SECTIONS = {
    "politica": (
        "Il consiglio comunale di {place} ha approvato {measure} con {number} voti favorevoli.",
        "Secondo {person}, {role}, la decisione arriva «dopo {number} mesi di trattative».",
        "«{quote}», ha dichiarato {person} al termine della seduta.",
        "L'opposizione ha chiesto un rinvio, ma la maggioranza ha respinto la proposta.",
        "Il testo passerà ora all'esame della commissione, che avrà {number} giorni di tempo.",
        "Anche {person} ha ricordato che {measure} era atteso da anni nei comuni vicini a {place}.",
        "Dalla prossima {season} le nuove regole varranno per tutti gli uffici pubblici.",
        "Una delegazione arrivata {abroad} ha incontrato {role} nel palazzo del governo.",
    ),
    "cronaca": (
        "Un incendio ha danneggiato nella notte {thing} alla periferia di {place}.",
        "I vigili del fuoco sono arrivati dopo {number} minuti e hanno lavorato fino all'alba.",
        "Nessuno è rimasto ferito, ha confermato {person}, {role}.",
        "Le strade verso {place} resteranno chiuse per almeno {number} giorni.",
        "«{quote}», racconta {person}, che abita poco lontano.",
        "Gli investigatori non escludono alcuna ipotesi e hanno sentito {number} testimoni.",
        "Nel pomeriggio la pioggia ha reso più difficile il lavoro dei soccorritori.",
        "La procura ha aperto un fascicolo, per ora senza indagati.",
    ),
    "economia": (
        "La società che gestisce {thing} ha chiuso l'anno con ricavi in crescita del {number} per cento.",
        "Il piano prevede {number} nuove assunzioni negli stabilimenti di {place}.",
        "Gli ordini {abroad} sono aumentati, mentre i consumi interni restano deboli.",
        "{person}, {role}, parla di «un risultato migliore del previsto».",
        "Per finanziare {measure} serviranno altri {number} milioni di euro.",
        "I sindacati chiedono garanzie sui contratti e un incontro entro la fine della {season}.",
        "Gli analisti ricordano però che i costi dell'energia potrebbero salire ancora.",
        "«{quote}», ha scritto {person} in una lettera ai dipendenti.",
    ),
    "sport": (
        "La squadra di {place} ha vinto {number} a {small} davanti a un pubblico numeroso.",
        "La partita l'ha decisa {person} con un tiro da lontano a pochi minuti dalla fine.",
        "«{quote}», ha detto l'allenatrice, che guida il gruppo dalla scorsa {season}.",
        "Gli ospiti, arrivati {abroad}, hanno sofferto soprattutto nel primo tempo.",
        "Domenica si giocherà il ritorno, e {person} tornerà disponibile dopo {number} settimane.",
        "In classifica la distanza dalla prima è adesso di soli {small} punti.",
        "La tribuna nuova, costruita accanto a {thing}, ha ospitato {number} ragazzi delle scuole.",
        "Resta da capire se la società confermerà {measure} anche per il prossimo anno.",
    ),
}
WORDS = {
    "place": "Valdora|Montesele|Castel Brunaro|Porto Lerna|Rivafosca|Pieve Altarina|Borgo Sansecondo|Acquamora".split("|"),
    "abroad": (
        "dalla Francia|dalla Polonia|dalla Norvegia|dal Marocco|dal Canada|dal Giappone|dall'Argentina|dalla Grecia"
    ).split("|"),
    "person": (
        "Lucio Prandelli|Elvira Montanaro|Sandro Bevilaqui|Ornella Tascari|Duilio Ferrazzi|Marzia Colledani|Ivo Santarosa"
        "|Nives Gualdoni"
    ).split("|"),
    "role": (
        "assessora ai trasporti|portavoce del sindaco|direttore del porto|presidente del consorzio|responsabile del progetto"
        "|comandante della polizia locale"
    ).split("|"),
    "measure": (
        "il nuovo regolamento sui mercati|il bilancio per i prossimi tre anni|il piano per le case popolari"
        "|la riforma degli orari scolastici|il restauro del teatro|il prolungamento della linea tranviaria"
    ).split("|"),
    "thing": (
        "il vecchio mulino|un magazzino di legname|la stazione marittima|l'impianto di depurazione|il mercato coperto"
        "|la biblioteca civica"
    ).split("|"),
    "quote": (
        "Abbiamo ascoltato tutti e adesso tocca a noi decidere|Non è un punto di arrivo, ma un buon inizio"
        "|Chi aspettava da anni avrà finalmente una risposta|Ci siamo accorti subito che qualcosa non andava"
        "|Il merito è di chi ha lavorato in silenzio|Domani sapremo se la strada è quella giusta"
    ).split("|"),
    "season": "primavera|estate|stagione|settimana".split("|"),
}


def article(chance: random.Random, section: str) -> str:
    """The text of one article of 12 to 28 sentences: a headline, then paragraphs."""
    templates = _shuffled_for_ever(chance, SECTIONS[section])
    lines = [_filled(chance, next(templates)).rstrip(".").replace("«", "").replace("»", "")]
    left = chance.randint(11, 27)
    while left > 0:
        number = min(left, chance.randint(2, 5))
        lines.append(" ".join(_filled(chance, next(templates)) for _ in range(number)))
        left -= number
    return "\n\n".join(lines) + "\n"


def _shuffled_for_ever(chance: random.Random, items: Sequence[str]) -> Iterator[str]:
    while True:
        yield from chance.sample(items, len(items))


def _filled(chance: random.Random, template: str) -> str:
    words = {name: chance.choice(choices) for name, choices in WORDS.items()}
    text = template.format(number=chance.randint(2, 90), small=chance.randint(2, 9), **words)
    return text[0].upper() + text[1:]


def articles(number: int, seed: int) -> Iterator[tuple[str, str]]:
    """``number`` articles: path below a folder (``sport/0004.txt``) and text."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    names = list(SECTIONS)
    for at in range(number):
        section = names[at % len(names)]
        yield f"{section}/{at:04}.txt", article(chance, section)


def write(folder: Path, number: int, seed: int) -> None:
    """Write ``number`` articles into ``folder``."""
    for name, text in articles(number, seed):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main() -> None:
    """Write the articles that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=200, help="how many (default: 200)")
    parser.add_argument("--seed", type=int, default=7, help="default: 7")
    arguments = parser.parse_args()
    write(arguments.folder, arguments.articles, arguments.seed)
    print(f"{arguments.articles} articles in {arguments.folder}")


if __name__ == "__main__":
    main()
