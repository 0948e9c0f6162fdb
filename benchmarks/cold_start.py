"""A 30-sentence article from a cold start to a written .docx, as a multiple of a bare script that only decodes it.

The bare script loads the same model with CTranslate2's defaults and translates the same sentences, with the same beam, in one
call of ``translate_batch``. Whole processes, in turn, medians.

usage: python benchmarks/cold_start.py [ARTICLE] [--runs N]
"""

import argparse
import sys
import tempfile
from pathlib import Path

from processes import ratio, report
from translator.pipeline import segment
from translator.reading import read, read_bytes
from translator.translation import starter_package

SENTENCES = 30
SAMPLES = Path(__file__).parents[1] / "samples"
BARE = """
import sys
import ctranslate2, sentencepiece
model, file = sys.argv[1:]
sentences = open(file, encoding="utf-8").read().splitlines()
tokenizer = sentencepiece.SentencePieceProcessor(model_file=model + "/sentencepiece.model")
translator = ctranslate2.Translator(model + "/model")
results = translator.translate_batch(tokenizer.encode(sentences, out_type=str), beam_size=4)
for result in results:
    print(tokenizer.decode(result.hypotheses[0]))
"""


def main() -> None:
    """Print the two medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", nargs="?", type=Path, default=SAMPLES / "vertice-artico.txt")
    parser.add_argument("--runs", type=int, default=7, help="runs of each command (default: 7)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sentences = [item.source for item in segment(read(arguments.article)).segments()][:SENTENCES]
        article, lines, out = (Path(folder, name) for name in ("article.txt", "lines.txt", "article.docx"))
        article.write_text("\n\n".join(sentences), encoding="utf-8")
        kept = [item.source for item in segment(read_bytes(article.read_bytes(), name="article.txt")).segments()]
        lines.write_text("\n".join(kept), encoding="utf-8")
        print(f"{len(kept)} sentences of {arguments.article.name}")
        starter = starter_package().location
        command = [sys.executable, "-m", "translator", "translate", str(article), "--no-glossary", "--model", "starter"]
        command += ["-o", str(out), "--force"]
        bare = [sys.executable, "-c", BARE, str(starter), str(lines)]
        report("translator translate", "bare script", ratio(command, bare, arguments.runs))


if __name__ == "__main__":
    main()
