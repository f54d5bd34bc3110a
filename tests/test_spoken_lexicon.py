"""The list of common words: sound as committed, and made anew to the same bytes."""

import importlib.util
import re
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

from macros.commands import words
from macros.spoken.lexicon import COMMON, FILE, HEADER, Lexicon, Word, read

from .conftest import ROOT


def test_the_committed_list_has_its_shape() -> None:
    header, *lines = FILE.read_text("utf-8").removesuffix("\n").split("\n")
    assert tuple(header.split("\t")) == HEADER
    assert 4000 < len(lines) < 6000
    for line in lines:
        assert re.fullmatch(r"[a-z]{3,10}\t[4-7]\.[0-9]{2}\t[^\s()ˈˌ]+", line), line
    names = [line.split("\t")[0] for line in lines]
    assert names == sorted(set(names))
    assert FILE.stat().st_size < 120_000


def test_its_licence_and_origin_stand_beside_it() -> None:
    text = FILE.with_name("words.LICENCE.md").read_text("utf-8")
    for part in ("CC BY-SA 4.0", "Robyn Speer", "SUBTLEX", "OpenSubtitles", "Google Books", "espeak-ng"):
        assert part in text


def test_names_and_most_english_are_no_words() -> None:
    known = read().words
    assert {"samen", "hulp", "thuis", "team"} <= set(known)
    assert not {"amsterdam", "jeroen", "utrecht", "news", "street"} & set(known)


def test_a_word_is_known_whole_or_in_two_halves() -> None:
    lexicon = read()
    assert lexicon.parts("dokter") == ("dokter",)
    assert lexicon.parts("zorgpad") == ("zorg", "pad")
    assert lexicon.parts("wijzer") == ()


def test_of_several_splits_the_best_known_halves_count() -> None:
    one = {name: Word(zipf, name) for name, zipf in {"aaa": 4, "aaaa": 6, "bbbb": 4, "bbb": 6}.items()}
    assert Lexicon(one | {"abbb": Word(5, "a")}).parts("aaaabbb") == ("aaaa", "bbb")
    assert Lexicon(one | {"abbb": Word(7, "a")}).parts("aaaabbb") == ("aaaa", "bbb")
    assert Lexicon({"aaa": Word(5, "a"), "abbb": Word(5, "b")} | one).parts("aaaabbb") == ("aaaa", "bbb")


def test_words_that_sound_the_same_are_found() -> None:
    lexicon = read()
    assert lexicon.homophones("hart") == ("hard",)
    assert lexicon.homophones("licht") == ("light", "ligt")
    assert lexicon.homophones("hulp") == ()


def test_a_file_of_another_form_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "words.tsv"
    for text in ("woord\tzipf\tklank\n", "word\tzipf\tsound\nhulp\t5.30\n"):
        file.write_text(text)
        with pytest.raises(ValueError, match=r"columns|unpack"):
            read(file)


def test_only_common_dutch_words_of_plain_letters_are_chosen() -> None:
    frequencies = {"zorg": 5.0, "één": 6.0, "jan": 5.5, "in": 7.0, "wijk": COMMON, "wieg": 3.99, "Zin": 5.0}
    assert words.chosen(frequencies, {"wijk", "zorg", "één", "in", "wieg", "Zin"}) == ["wijk", "zorg"]


def test_the_list_is_written_a_line_a_word() -> None:
    assert words.listed(["hulp", "zorg"], {"zorg": 5.361, "hulp": 5.3}, ["hʏlp", "zɔrx"]) == (
        "word\tzipf\tsound\nhulp\t5.30\thʏlp\nzorg\t5.36\tzɔrx\n"
    )


def test_what_is_missing_is_said_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["words"])
    monkeypatch.setattr(words, "SPEAKER", "no-such-speaker")
    monkeypatch.setattr(words, "DICTIONARY", tmp_path / "none")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    before = FILE.read_bytes()
    assert words.main() == 1
    said = capsys.readouterr().err
    for advice in ("--group words", "apt-get install espeak-ng", "apt-get install wdutch"):
        assert advice in said
    assert FILE.read_bytes() == before
    assert "words" in tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]


@pytest.mark.skipif(
    importlib.util.find_spec("wordfreq") is None
    or shutil.which(words.SPEAKER) is None
    or not words.DICTIONARY.exists(),
    reason="the sources of the list are for developers",
)
def test_a_clean_run_gives_the_committed_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["words"])
    monkeypatch.setattr(words, "FILE", tmp_path / "words.tsv")
    assert words.main() == 0
    assert (tmp_path / "words.tsv").read_bytes() == FILE.read_bytes()
