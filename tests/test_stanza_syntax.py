from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import stanza
import tiny
import torch
from stanza.models.common import doc

from quotes.errors import SetupError
from quotes.model.reading import Reader
from quotes.pipeline import load
from quotes.records import ROOT, Document, Entity, Sentence
from quotes.stanza_syntax import StanzaParser

TEXT = "Ann Hill won't go. She stayed in Kigali on Friday."

# id, text, lemma, upos, head, deprel, named entity
WORDS: list[list[tuple[Any, ...]]] = [
    [
        ((1,), "Ann", "Ann", "PROPN", 5, "nsubj", "B-PERSON"),
        ((2,), "Hill", "Hill", "PROPN", 1, "flat", "E-PERSON"),
        ((3, 4), "won't", None, None, None, None, "O"),
        ((3,), "will", "will", "AUX", 5, "aux", None),
        ((4,), "not", "not", "PART", 5, "advmod", None),
        ((5,), "go", "go", "VERB", 0, "root", "O"),
        ((6,), ".", ".", "PUNCT", 5, "punct", "O"),
    ],
    [
        ((1,), "She", "she", "PRON", 2, "nsubj", "O"),
        ((2,), "stayed", "stay", "VERB", 0, "root", "O"),
        ((3,), "in", "in", "ADP", 4, "case", "O"),
        ((4,), "Kigali", "Kigali", "PROPN", 2, "obl", "S-GPE"),
        ((5,), "on", "on", "ADP", 6, "case", "O"),
        ((6,), "Friday", "Friday", "PROPN", 2, "obl", "S-DATE"),
        ((7,), ".", ".", "PUNCT", 2, "punct", "O"),
    ],
]


def words() -> list[list[dict[str, Any]]]:
    """The sentences as Stanza's processors leave them; offsets stand at tokens, not at the words of "won't"."""
    sentences, at = [], 0
    for sentence in WORDS:
        found = []
        for number, text, lemma, upos, head, deprel, name in sentence:
            entry = {"id": number, "text": text, "lemma": lemma, "upos": upos, "head": head, "deprel": deprel}
            if name is not None:
                start = TEXT.index(text, at)
                at = start + len(text)
                entry |= {"start_char": start, "end_char": at, "ner": name}
            found.append({key: value for key, value in entry.items() if value is not None})
        sentences.append(found)
    return sentences


class FakePipeline:
    def __init__(self, language: str, **options: Any) -> None:
        assert language == "en" and options["download_method"] is None
        if options["package"] == "absent":
            raise FileNotFoundError("no such package")

    def bulk_process(self, texts: Sequence[str]) -> list[doc.Document]:
        parsed = []
        for text in texts:
            assert text == TEXT
            document = doc.Document(words(), text=text)
            document.build_ents()
            parsed.append(document)
        return parsed


@pytest.fixture
def parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StanzaParser:
    tiny.write_model(tmp_path)
    monkeypatch.setattr(stanza, "Pipeline", FakePipeline)
    return StanzaParser("default_accurate", Reader(tmp_path, torch.device("cpu")))


def test_tokens_trees_and_names_are_stanzas(parser: StanzaParser) -> None:
    (document,) = parser.parse([TEXT])
    assert [token.text for token in document.tokens] == [
        "Ann", "Hill", "won'", "t", "go", ".", "She", "stayed", "in", "Kigali", "on", "Friday", ".",
    ]  # fmt: skip
    assert all(document.text[token.start : token.end] == token.text for token in document.tokens)
    assert [token.lemma for token in document.tokens[2:5]] == ["will", "not", "go"]
    assert [token.head for token in document.tokens] == [4, 0, 4, 4, ROOT, 4, 7, ROOT, 9, 7, 11, 7, 7]
    assert document.sentences == (Sentence(0, 6), Sentence(6, 13))
    assert document.entities == (Entity(0, 2, "person"), Entity(9, 10, "place"))


def test_the_roles_are_the_joint_models(parser: StanzaParser) -> None:
    (document,) = parser.parse([TEXT])
    assert len(document.content) == len(document.tokens)


def test_texts_without_a_word_do_not_reach_stanza(parser: StanzaParser) -> None:
    assert parser.parse([" \n", TEXT, ""])[::2] == [Document(" \n", (), ()), Document("", (), ())]
    assert parser.parse([]) == []


def test_a_package_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stanza, "Pipeline", FakePipeline)
    with pytest.raises(SetupError, match=r"'absent'.*stanza\.download"):
        load(syntax="absent")
