from __future__ import annotations

import logging
import re
from itertools import pairwise
from pathlib import Path

import pytest

from quotes.model.crf import allowed
from quotes.training.examples import Words
from quotes.training.polnear import Annotation, SilverToken, attributions, document, documents, silver_tokens

TEXT = 'Ann Hill of Acme said on Friday the anti-war plan, she added, "is dead."\nIt rained.\n'


def at(phrase: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(phrase)
    return start, start + len(phrase)


def tokens(text: str = TEXT, kinds: dict[str, str] | None = None) -> list[SilverToken]:
    found = []
    for match in re.finditer(r"\w+|[^\w\s]", text):
        found.append(SilverToken(*match.span(), (kinds or {}).get(match.group()), match.start() == 0))
    return found


def placed(words: Words, first: int, last: int) -> str:
    return " ".join(words.forms[first : last + 1])


def brat(*lines: str) -> str:
    return "\n".join(line.replace(" | ", "\t") for line in lines) + "\n"


ANNOTATIONS = brat(
    f"T1 | Attribution {at('said')[0]} {at('said')[1]} | said",
    f"T2 | Source {at('Ann Hill of Acme')[0]} {at('Ann Hill of Acme')[1]} | Ann Hill of Acme",
    f"T3 | Cue {at('said')[0]} {at('said')[1]} | said",
    "T4 | Content {} {};{} {} | the anti-war plan is dead".format(*at("the anti-war plan"), *at('"is dead."')),
    "T5 | Cue {} {} | added".format(*at("added")),
    "E1 | Attribution:T1 Source:T2 Cue:T3 Content:T4",
    "E2 | Attribution:T5 Cue2:T5",
    "A1 | Nested E1",
    "#1 | AnnotatorNotes T1 | T9 E9",
)


def test_annotations_with_pieces_are_read(tmp_path: Path) -> None:
    path = tmp_path / "some_x.ann"
    path.write_text(ANNOTATIONS, encoding="utf-8")
    one, two = attributions(path)
    assert one == Annotation((at("said"),), (at("Ann Hill of Acme"),), (at("the anti-war plan"), at('"is dead."')))
    assert two == Annotation((at("added"),), (), ())


def test_pieces_come_in_text_order(tmp_path: Path) -> None:
    path = tmp_path / "some_x.ann"
    path.write_text(brat("T1 | Content 9 12;0 5 | late early", "T2 | Content 6 8 | mid", "E1 | Content:T1 Content2:T2"))
    assert attributions(path)[0].content == ((0, 5), (6, 8), (9, 12))


def test_hyphenated_tokens_are_cut_as_in_treebanks(tmp_path: Path) -> None:
    text = "The anti-war vice-president-elect (x-) left 1-0."
    path = tmp_path / "some.tsv"
    lines = []
    for match in re.finditer(r"[\w-]+|[^\w\s]", text):
        lines.append(
            f"{match.start()}\t{match.end()}\t{match.group()}\t_\t{'PERSON' if match.group() == 'left' else 'O'}"
        )
    path.write_text("\n".join([*lines[:2], "", *lines[2:]]) + "\n", encoding="utf-8")
    found = silver_tokens(path, text)
    forms = [text[token.start : token.end] for token in found]
    assert " ".join(forms) == "The anti - war vice - president - elect ( x- ) left 1 - 0 ."
    assert [form for form, token in zip(forms, found, strict=True) if token.begins] == ["The", "vice"]
    assert [form for form, token in zip(forms, found, strict=True) if token.kind] == ["left"]


@pytest.fixture
def laid() -> Words:
    first = Annotation((at("said"),), (at("Ann Hill of Acme"),), (at("the anti-war plan"), at('"is dead."')))
    second = Annotation((at("added"),), (at("she"),), ())
    return document(
        "some", TEXT, tokens(kinds={"Ann": "person", "Hill": "person", "Acme": "organization"}), [first, second]
    )


def test_attributions_are_laid_over_the_words(laid: Words) -> None:
    assert laid.speech[0].source is not None
    assert placed(laid, *laid.speech[0].source) == "Ann Hill of Acme"
    assert placed(laid, *laid.speech[0].cue) == "said"
    assert [placed(laid, *piece) for piece in laid.speech[0].contents] == ["the anti - war plan", '" is dead . "']
    assert placed(laid, *laid.speech[1].cue) == "added"
    assert laid.speech[1].contents == ()


def test_roles_are_labelled(laid: Words) -> None:
    labelled = [f"{form}/{role}" for form, role in zip(laid.forms, laid.roles or (), strict=True) if role != "O"]
    assert " ".join(labelled) == (
        "Ann/B-source Hill/I-source of/I-source Acme/I-source said/B-cue "
        "the/B-content anti/I-content -/I-content war/I-content plan/I-content she/B-source added/B-cue "
        '"/B-content is/I-content dead/I-content ./I-content "/I-content'
    )
    assert list(laid.entities or ())[:5] == ["B-person", "I-person", "O", "B-organization", "O"]


def test_lines_are_paragraphs_and_begin_sentences(laid: Words) -> None:
    assert [laid.forms[n] for n, start in enumerate(laid.paragraph_starts) if start] == ["Ann", "It"]
    assert [laid.forms[n] for n, start in enumerate(laid.sentence_starts) if start] == ["Ann", "It"]
    assert [form for form, spaced in zip(laid.forms, laid.spaced, strict=True) if not spaced][:4] == [
        "-",
        "war",
        ",",
        ",",
    ]


def test_a_sentence_does_not_begin_with_a_small_letter() -> None:
    text = '"Go." he said. It rained.'
    cut = [SilverToken(t.start, t.end, None, text[t.start : t.end] in ('"', "he", "It")) for t in tokens(text)]
    words = document("some", text, cut, [])
    assert [words.forms[n] for n, start in enumerate(words.sentence_starts) if start] == ['"', '"', "It"]


def test_annotations_that_overlap_leave_no_label_that_the_chain_forbids() -> None:
    """Of two annotations that overlap, what is left of the outer one behind the inner begins anew."""
    outer = Annotation((at("said"),), (at("Ann Hill"),), (at('the anti-war plan, she added, "is dead."'),))
    inner = Annotation((at("added"),), (at("she"),), ())
    words = document("some", TEXT, tokens(), [outer, inner])
    for before, after in pairwise([None, *(words.roles or ())]):
        assert allowed(before, after), (before, after)  # type: ignore[arg-type]


def test_an_empty_article_has_no_words() -> None:
    words = document("none", "", [], [])
    assert len(words) == 0
    assert list(words.sentence_starts) == list(words.spaced) == list(words.paragraph_starts) == []


def test_articles_without_tokens_are_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("text", "corenlp", "attributions"):
        (tmp_path / name).mkdir()
    for name in ("here", "gone"):
        (tmp_path / "attributions" / f"{name}_a.ann").write_text(ANNOTATIONS, encoding="utf-8")
    (tmp_path / "attributions" / "here_b.ann").write_text("", encoding="utf-8")
    (tmp_path / "text" / "here.txt").write_text(TEXT, encoding="utf-8", newline="")
    lines = [f"{token.start}\t{token.end}\tx\t_\tO" for token in tokens()]
    (tmp_path / "corenlp" / "here.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        found = list(documents(tmp_path))
    assert [words.name for words in found] == ["here", "here"]
    assert [len(words.speech) for words in found] == [2, 0]
    assert "gone" in caplog.text
