from __future__ import annotations

from pathlib import Path

from quotes.training.examples import Words
from quotes.training.treebanks import documents


def rows(*words: str) -> str:
    """Each ``id form lemma upos head deprel [misc]``, spaces for tabs."""
    lines = []
    for word in words:
        number, form, lemma, upos, head, deprel, *misc = word.split()
        lines.append("\t".join((number, form, lemma, upos, "_", "_", head, deprel, "_", *(misc or ["_"]))))
    return "\n".join(lines) + "\n\n"


FILE = (
    "# newdoc id = first\n# newpar\n# text = We can't stay.\n"
    + rows(
        "1 We we PRON 4 nsubj",
        "2-3 can't _ _ _ _",
        "2 ca can AUX 4 aux",
        "3 n't not PART 4 advmod",
        "4 stay stay VERB 0 root SpaceAfter=No",
        "5 . . PUNCT 4 punct",
    )
    + rows("1 Now now ADV 0 root", "1.1 go go VERB _ _", "2 ! ! PUNCT 1 punct")
    + "# newpar\n"
    + rows(
        "1 Bo Bo PROPN 4 nsubj",
        "2 , , PUNCT 1 punct",
        "3-4 I'm _ _ _ _ Gloss=x|SpaceAfter=No",
        "3 I I PRON 4 nsubj",
        "4 'm be AUX 0 root",
        "5 ! ! PUNCT 4 punct",
    )
    + "# newdoc id = second\n"
    + rows("1 End end NOUN 0 root")
)


def read(tmp_path: Path, content: str = FILE) -> list[Words]:
    path = tmp_path / "some.conllu"
    path.write_text(content, encoding="utf-8")
    return list(documents(path))


def test_documents_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    first, second = read(tmp_path)
    assert (first.name, second.name) == ("first", "second")
    assert " ".join(first.forms) == "We ca n't stay . Now ! Bo , I 'm !"
    assert list(second.forms) == ["End"]


def test_a_file_without_documents_is_one(tmp_path: Path) -> None:
    (one,) = read(tmp_path, rows("1 One one NUM 0 root") + rows("1 Two two NUM 0 root"))
    assert list(one.forms) == ["One", "Two"]
    assert list(one.sentence_starts) == [True, True]
    assert list(one.paragraph_starts) == [True, False]


def test_words_of_one_token_are_not_spaced(tmp_path: Path) -> None:
    first, _ = read(tmp_path)
    glued = [form for form, spaced in zip(first.forms, first.spaced, strict=True) if not spaced]
    assert glued == ["n't", ".", "'m", "!"]
    assert list(first.spaced)[6] is True  # "Now !": what the file says counts, not what looks better


def test_sentences_and_paragraphs_begin_where_the_file_says(tmp_path: Path) -> None:
    first, second = read(tmp_path)
    assert [first.forms[n] for n, start in enumerate(first.sentence_starts) if start] == ["We", "Now", "Bo"]
    assert [first.forms[n] for n, start in enumerate(first.paragraph_starts) if start] == ["We", "Bo"]
    assert list(second.paragraph_starts) == [True]


def test_heads_count_through_the_document(tmp_path: Path) -> None:
    first, _ = read(tmp_path)
    assert list(first.heads or ()) == [3, 3, 3, -1, 3, -1, 5, 10, 7, 10, -1, 10]
    assert [first.deprels[n] for n, head in enumerate(first.heads or ()) if head < 0] == ["root"] * 3  # type: ignore[index]


def test_labels_stand_beside_their_words(tmp_path: Path) -> None:
    first, _ = read(tmp_path)
    assert list(zip(first.forms, first.lemmas or (), first.upos or (), strict=True))[1:4] == [
        ("ca", "can", "AUX"),
        ("n't", "not", "PART"),
        ("stay", "stay", "VERB"),
    ]
    assert first.roles is None
    assert first.entities is None
