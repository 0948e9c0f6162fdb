import io

import numpy as np
import pytest
from tests.translation.rewritten import as_floats, rewritten, with_positions

from translator.translation import Decoder, Decoding, open_package, starter_package
from translator.translation.model_file import ModelHeader, compute_type, read_header

MODEL = starter_package().location / "model" / "model.bin"


def opened(folder, change, **options):
    return Decoder(open_package(str(rewritten(folder, change))), **options)


def test_the_file_says_what_the_model_is():
    with MODEL.open("rb") as file:
        assert read_header(file) == ModelHeader("int8", 512)


@pytest.mark.parametrize(
    "data", [b"", b"\x05\0\0\0", b"not a model", MODEL.read_bytes()[:1000], b"\x06\0\0\0\x02\0\xff\0" + b"\1\0\0\0" * 9]
)
def test_what_cannot_be_read_says_nothing(data):
    assert read_header(io.BytesIO(data)) == ModelHeader()


@pytest.mark.parametrize(
    ("weights", "supported", "expected"),
    [
        ("int8", {"int8", "int8_float32", "float32"}, "int8_float32"),
        ("int8", {"int16", "float32"}, "float32"),
        ("int16", {"int8_float32", "int16", "float32"}, "int16"),
        ("int16", {"int8_float32", "float32"}, "float32"),
        ("float16", {"int8_float32", "float32"}, "float32"),
        ("float32", {"int8_float32", "float32"}, "float32"),
        ("", {"int8_float32", "float32"}, "default"),
    ],
)
def test_a_model_is_computed_in_its_own_type_or_a_finer_one(weights, supported, expected):
    assert compute_type(weights, supported) == expected


def test_the_starter_model_is_computed_in_its_own_type(decoder):
    assert decoder.compute_type == "int8_float32"
    assert decoder.settings == str(decoder.decoding)


@pytest.mark.parametrize(("kind", "noted"), [(np.float32, ""), (np.float16, "|compute:float32")])
def test_a_model_of_floats_is_not_made_coarser(tmp_path, capfd, kind, noted):
    decoder = opened(tmp_path, as_floats(kind))
    assert decoder.compute_type == "float32"
    assert decoder.settings == f"{decoder.decoding}{noted}"
    assert "ministr" in decoder.decode(["Il ministro è arrivato ieri."])[0][0].text.lower().replace("er", "r")
    assert capfd.readouterr().err == ""


def test_a_sentence_longer_than_the_model_can_take_is_split_and_not_cut(tmp_path):
    decoder = opened(tmp_path, with_positions(40), decoding=Decoding(max_pieces=120))
    assert decoder.decoding.max_pieces == 38
    names = ["Oslo", "Londra", "Berlino", "Madrid", "Vienna", "Dublino", "Praga"]
    (target,) = decoder.decode(
        [", ".join(f"la delegazione arrivata da {name} ha firmato il documento finale" for name in names)]
    )
    assert target[0].text.count("signed") >= 6
