"""``report.html``: the run on one page, for people. One file without scripts or anything from elsewhere."""

from __future__ import annotations

import html
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import quote

from translator.batch.manifest import DONE, FAILED, NoRecord
from translator.writing import write_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from translator.batch.manifest import Manifest, Record

FILE = "report.html"
_MOST_ROWS = 2000  # of articles that need nobody's attention; a browser takes some thousands easily

_STYLE = """
body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.5rem;margin:0 0 .5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ccc}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}code{overflow-wrap:anywhere}.failed{color:#a11212;font-weight:600}
@media(prefers-color-scheme:dark){
body{color:#e6e6e6;background:#161616}th,td{border-color:#444}.failed{color:#ff8a80}a{color:#8ab4f8}}
"""


def write(manifest: Manifest, inputs: Sequence[str]) -> None:
    """Write the report on the articles ``inputs`` beside the manifest. Raises :class:`OutputError`."""
    records = [manifest.records[name] for name in inputs if name in manifest.records]
    page = "".join(_page(records, pending=len(inputs) - len(records), others=len(manifest.records) - len(records)))
    data = page.encode("utf-8", "replace")
    write_file(manifest.folder / FILE, data, force=True, record=NoRecord())


def _page(records: Sequence[Record], *, pending: int, others: int) -> Iterator[str]:
    failed = [record for record in records if record.state == FAILED]
    done = [record for record in records if record.state == DONE]
    lacking = [record for record in done if record.missing_terms]
    fine = [record for record in done if not record.missing_terms]
    yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Batch report</title>'
    yield f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body>'
    yield f"<h1>{len(done)} of {len(records) + pending} articles translated</h1><p>{_totals(records)}</p>"
    if pending:
        yield f"<p>{pending} not tried yet: the run was stopped.</p>"
    if others:
        yield f"<p>The manifest also knows {others} articles that are not part of this job any more.</p>"
    if failed:
        yield f"<h2>Failed: {len(failed)}</h2>" + "".join(_failures(failed))
    if lacking:
        yield f"<h2>Terms missing: {len(lacking)}</h2>" + "".join(_articles(lacking))
    if fine:
        yield f"<h2>Translated: {len(fine)}</h2>" + "".join(_articles(fine[:_MOST_ROWS]))
        if len(fine) > _MOST_ROWS:
            yield f"<p>The other {len(fine) - _MOST_ROWS} are in manifest.jsonl.</p>"
    yield "</body></html>\n"


def _totals(records: Sequence[Record]) -> str:
    terms: Counter[str] = Counter()
    for record in records:
        terms.update(record.terms)
    uses = ", ".join(f"{number} {status}" for status, number in sorted(terms.items()))
    segments = sum(record.segments for record in records)
    return html.escape(f"{segments} segments; {terms.total()} uses of glossary terms" + (f" ({uses})" if uses else ""))


def _failures(records: Iterable[Record]) -> Iterator[str]:
    yield "<table><tr><th>Article</th><th>Error</th><th>What to do</th></tr>"
    for record in records:
        yield (
            f"<tr><td><code>{_text(record.input)}</code></td><td class=failed>{_text(record.error)}</td>"
            f"<td>{_text(record.message)}</td></tr>"
        )
    yield "</table>"


def _articles(records: Iterable[Record]) -> Iterator[str]:
    yield "<table><tr><th>Article</th><th>Outputs</th><th class=n>Segments</th><th class=n>Terms</th><th class=n>Missing</th>"
    yield "<th>Findings</th><th class=n>Seconds</th></tr>"
    for record in records:
        links = " ".join(f'<a href="{quote(name)}">{_text(name.rsplit(".", 1)[-1])}</a>' for name in record.outputs)
        findings = ", ".join(f"{code} {number}" for code, number in record.findings.items())
        notes = "".join(f"<br>{_text(note)}" for note in record.notes)
        yield (
            f"<tr><td><code>{_text(record.input)}</code>{notes}</td><td>{links}</td><td class=n>{record.segments}</td>"
            f"<td class=n>{sum(record.terms.values())}</td><td class=n>{record.missing_terms}</td>"
            f"<td>{_text(findings)}</td><td class=n>{record.seconds:.1f}</td></tr>"
        )
    yield "</table>"


def _text(text: str) -> str:
    """``text`` for HTML; control characters, which a file name may hold, become question marks."""
    return html.escape("".join(char if char.isprintable() else "?" for char in text))
