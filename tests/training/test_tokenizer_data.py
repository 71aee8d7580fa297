from __future__ import annotations

from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from quotes.records import Span
from quotes.training.tokenizer_data import Paragraph, joined, kept_prefixes, labels, read_treebank, restyled
from quotes.training.tokenizer_silver import (
    Convention,
    Piece,
    abbreviations,
    closes,
    converted,
    opens,
    paragraphs,
    read_pieces,
    sentences,
)

CONLLU = """# newdoc id = a
# text = I can't stay.
1\tI\ti\tPRON\t_\t_\t0\troot\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tcan\tAUX\t_\t_\t0\troot\t_\t_
3\tn't\tnot\tPART\t_\t_\t0\troot\t_\t_
4\tstay\tstay\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t0\troot\t_\t_

# text = Du vin
1-2\tDu\t_\t_\t_\t_\t_\t_\t_\t_
1\tde\tde\tADP\t_\t_\t0\troot\t_\t_
2\tle\tle\tDET\t_\t_\t0\troot\t_\t_
3\tvin\tvin\tNOUN\t_\t_\t0\troot\t_\t_
3.1\tis\tbe\tVERB\t_\t_\t_\t_\t_\t_

# newpar
1\tEnd\tend\tNOUN\t_\t_\t0\troot\t_\t_
"""


def spell(text: str, *words: str) -> list[Span]:
    spans, at = [], 0
    for word in words:
        at = text.index(word, at)
        spans.append(Span(at, at + len(word)))
        at += len(word)
    return spans


def pieces(text: str, *tokens: str) -> list[Piece]:
    """Tokens as CoreNLP gives them; ``|`` behind a token ends its sentence, ``~`` a form with a stop of its own."""
    spans = spell(text, *(token.rstrip("|").rstrip("~") for token in tokens))
    forms = [token.rstrip("|").replace("~", ".") for token in tokens]
    return [Piece(span, form, token.endswith("|")) for span, form, token in zip(spans, forms, tokens, strict=True)]


CONVENTION = Convention(frozenset({"co", "anti"}), frozenset({"Tex.", "Sen."}))


def words_of(text: str, *tokens: str) -> list[str]:
    return [span.text(text) for span, _ in converted(text, pieces(text, *tokens), CONVENTION)]


def sentences_of(text: str, *words: str) -> list[str]:
    marked = [word.endswith("|") for word in words]
    spans = spell(text, *(word.rstrip("|") for word in words))
    found = sentences(text, list(zip(spans, marked, strict=True)))
    return [text[sentence[0].start : sentence[-1].end] for sentence in found]


def test_treebank_paragraphs_hold_syntactic_words(tmp_path: Path) -> None:
    path = tmp_path / "t.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    first, second = read_treebank(path)
    assert first.text == "I can't stay. Du vin"
    assert [[word.text(first.text) for word in each] for each in first.sentences] == [
        ["I", "ca", "n't", "stay", "."],
        ["Du", "vin"],  # words that do not spell the token: the token stays whole
    ]
    assert second.text == "End"


def test_labels_mark_the_last_characters() -> None:
    assert labels(joined([[("Oh", False), (".", True)], [("No", False)]])) == "012002"


WORD = st.tuples(st.text("ab\"'.", min_size=1, max_size=4), st.booleans())


@given(st.lists(st.lists(WORD, min_size=1, max_size=4), min_size=1, max_size=3))
def test_labels_and_styles_keep_every_offset(written: list[list[tuple[str, bool]]]) -> None:
    paragraph = joined(written)
    assert paragraph.words() == [form for sentence in written for form, _ in sentence]
    marks = labels(paragraph)
    assert len(marks) == len(paragraph.text)
    assert marks.count("2") == len(written)
    assert sum(mark != "0" for mark in marks) == len(paragraph.words())
    changed = restyled(paragraph, Random(1))
    assert (len(changed.text), changed.sentences) == (len(paragraph.text), paragraph.sentences)


def test_styles_tell_opening_from_closing_marks() -> None:
    paragraph = Paragraph('"Don\'t," he said.', ())
    styles = {restyled(paragraph, Random(seed)).text for seed in range(40)}
    assert {"“Don’t,” he said.", "‘Don’t,’ he said.", "'Don't,' he said.", '"Don\'t," he said.'} <= styles


def test_prefixes_are_those_that_treebanks_keep() -> None:
    split = [("long", False), ("-", False), ("term", True)]
    words = ["co-worker", "co-owner", "long-lost", "long-haired", "e-mail"]
    paragraph = joined([[(word, True) for word in words], split, split, split])
    assert kept_prefixes([paragraph]) == frozenset({"co"})


def test_hyphenated_words_fall_apart_but_for_kept_prefixes() -> None:
    assert words_of("long-term co-founder", "long-term", "co-founder") == ["long", "-", "term", "co-founder"]
    assert words_of("anti-gun-control", "anti-gun-control") == ["anti-gun", "-", "control"]
    assert words_of("U.S.-led 555-1234", "U.S.-led", "555-1234") == ["U.S.", "-", "led", "555-1234"]


def test_slashes_dashes_marks_and_spaces_part_words() -> None:
    assert words_of("Post/ABC 9/11 http://a.b/cd", "Post/ABC", "9/11", "http://a.b/cd") == [
        "Post", "/", "ABC", "9/11", "http://a.b/cd"
    ]  # fmt: skip
    assert words_of("now—never", "now—never") == ["now", "—", "never"]
    assert words_of("so.’”", "so", ".", "’”") == ["so", ".", "’", "”"]
    assert words_of("go . . .", "go", ". . .") == ["go", ".", ".", "."]
    assert words_of("''So''", "''", "So", "''") == ["''", "So", "''"]


def test_a_stop_that_belongs_to_an_abbreviation_joins_it() -> None:
    assert words_of("at 6 p.m. Next", "at", "6", "p.m~", ".|", "Next") == ["at", "6", "p.m.", "Next"]
    assert words_of("(R-Tex.) then-Sen. X", "(", "R-Tex", ".|", ")", "then-Sen", ".", "X") == [
        "(", "R", "-", "Tex.", ")", "then", "-", "Sen.", "X"
    ]  # fmt: skip
    assert words_of("a well-off. Next", "a", "well-off", ".|", "Next") == ["a", "well", "-", "off", ".", "Next"]


def test_abbreviations_must_be_seen_several_times() -> None:
    assert abbreviations(["Sen."] * 5 + ["Odd."] + ["U.S."] * 9) == frozenset({"Sen.", "U.S."})


def test_marks_open_and_close_by_the_space_around_them() -> None:
    text = "He said: \"Go.\" ''Now'' “x”"
    marks = spell(text, '"', '"', "''", "''", "“", "”")
    assert [opens(text, mark) for mark in marks] == [True, False, True, False, True, False]
    assert [closes(text, mark) for mark in marks] == [False, True, False, True, False, True]


def test_marks_go_with_the_sentence_they_belong_to() -> None:
    text = "It ended. ''We won.'' She left."
    assert sentences_of(text, "It", "ended", ".", "''|", "We", "won", ".|", "''", "She", "left", ".|") == [
        "It ended.", "''We won.''", "She left."
    ]  # fmt: skip


def test_a_reporting_clause_does_not_start_a_sentence() -> None:
    text = '"Why?" asked Roe. "Now?" Doe said. "So?" Doe left.'
    asked = ['"', "Why", "?", '"|', "asked", "Roe", ".|", '"', "Now", "?", '"|', "Doe", "said", ".|"]
    assert sentences_of(text, *asked, '"', "So", "?", '"|', "Doe", "left", ".|") == [
        '"Why?" asked Roe.', '"Now?" Doe said.', '"So?"', "Doe left."
    ]  # fmt: skip


def test_party_labels_and_titles_do_not_end_a_sentence() -> None:
    text = "Roe (R-Tex.) and Doe (D-Va.) Smiled. So did Del. Poe and Gov. Moe."
    words = ["Roe", "(", "R", "-", "Tex.", ")|", "and", "Doe", "(", "D", "-", "Va.", ")|", "Smiled", ".|", "So", "did"]
    assert sentences_of(text, *words, "Del.", "Poe", "and", "Gov.|", "Moe", ".|") == [
        "Roe (R-Tex.) and Doe (D-Va.) Smiled.", "So did Del. Poe and Gov. Moe."
    ]  # fmt: skip


def test_paragraphs_are_cut_at_blank_lines_and_left_out_when_unfit() -> None:
    text = "Head line\n\nBody here.\n\np {a}\n\nLost word"
    tokens = pieces(text, "Head", "line", "Body", "here", ".|", "p", "{", "a", "}", "word|")
    found = list(paragraphs(text, tokens, CONVENTION))
    assert [paragraph.text for paragraph in found] == ["Head line", "Body here."]
    assert [paragraph.words() for paragraph in found] == [["Head", "line"], ["Body", "here", "."]]


def test_pieces_skip_what_is_no_token(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("0\t2\tOh\tUH\tO\n2\t3\t.\t.\tO\n\n4\t6\tNo\tUH\tO\n\n#coref 1:2\n", encoding="utf-8")
    assert [(piece.form, piece.last) for piece in read_pieces(path)] == [("Oh", False), (".", True), ("No", True)]
