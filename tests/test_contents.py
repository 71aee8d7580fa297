from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotes.contents import MAX_NESTING, mark_positions, quotations
from quotes.paragraphs import paragraphs
from quotes.records import Quotation, Span

Tree = tuple[str, list["Tree"]]

PHRASES: list[tuple[str, list[str]]] = [
    # straight and curly double marks
    ('"The bridge will reopen in May," the mayor said.', ['"The bridge will reopen in May,"']),
    ("“The bridge will reopen in May,” the mayor said.", ["“The bridge will reopen in May,”"]),
    ('The mayor said: "It will reopen."', ['"It will reopen."']),
    ('"Yes," she said. "No," he said.', ['"Yes,"', '"No,"']),
    ('He called it "a mess" and "a shame".', ['"a mess"', '"a shame"']),
    ('("We knew," he wrote later.)', ['"We knew,"']),
    ('Was it "over"? He thought so.', ['"over"']),
    ('"...and then nothing," she added.', ['"...and then nothing,"']),
    ('"[The council] lied," she said.', ['"[The council] lied,"']),
    ('He asked for "$5 and a coat".', ['"$5 and a coat"']),
    ('The "anti-"reform" lobby" met.', ['"anti-"reform" lobby"']),
    ('John Doe:"Fish is cheap"', ['"Fish is cheap"']),
    ('"Fish is cheap,"he said. "Meat is not."', ['"Fish is cheap,"', '"Meat is not."']),
    ('" Fish is cheap," he said.', ['" Fish is cheap,"']),
    ('"Fish is cheap, " he said. "Meat is not."', ['"Fish is cheap, "', '"Meat is not."']),
    ("“Fish is cheap. “\nNext line.", ["“Fish is cheap. “"]),
    ("” … in our case the train has left,” wrote the paper.", ["” … in our case the train has left,”"]),
    ("\u202a”Sorry about that,” wrote a reader.", ["”Sorry about that,”"]),
    ("”Ja,” sa han. ”Nej,” sa hon.", ["”Ja,”", "”Nej,”"]),
    ("\x93Read it wrong,\x94 he said.", ["\x93Read it wrong,\x94"]),
    ("＂Wide marks,＂ he said.", ["＂Wide marks,＂"]),
    ("‟Turned marks,” he said.", ["‟Turned marks,”"]),
    ("*“Bold words,”* he said.", ["“Bold words,”"]),
    # mixed pairs
    ('“We ate with Ben," the cook said.', ['“We ate with Ben,"']),
    ('"We ate with Ben,” the cook said.', ['"We ate with Ben,”']),
    ('“One," he said. "Two,” he said.', ['“One,"', '"Two,”']),
    # dashes
    ('"It is our"—she leaned back—"garden," she said.', ['"It is our"', '"garden,"']),
    ('"Hello"--said the clerk.', ['"Hello"']),
    ("She added – “we will go” – and went.", ["“we will go”"]),
    ('"But I never—" he began.', ['"But I never—"']),
    ('"Enough" - the mayor', ['"Enough"']),
    # single British marks against apostrophes
    ("'The road is shut,' said the driver.", ["'The road is shut,'"]),
    ("‘The road is shut,’ said the driver.", ["‘The road is shut,’"]),
    ("Council ‘won’t pay’ for road", ["‘won’t pay’"]),
    ("Council 'won't pay' for road", ["'won't pay'"]),
    ("'The teachers' union is wrong,' he said.", ["'The teachers' union is wrong,'"]),
    ('"We won," the teachers\' union said.', ['"We won,"']),
    ("The teachers' union and the drivers' union agreed.", []),
    ("'Tis the season, 'twas said, and let 'em in.", []),
    ("’Tis the season and let ’em in.", []),
    ("'Tis the season,' he said.", ["'Tis the season,'"]),
    ("Music of the '80s and '90s, by the boys' choir.", []),
    ("The class of '68, the students' pride.", []),
    ("'80 per cent of us left,' she said.", ["'80 per cent of us left,'"]),
    ("Rock 'n' roll is here, said O’Brien and O'Neill.", []),
    ("We were goin' home with nothin' but the dogs' food.", []),
    ("The 'boots' on the ground were few.", ["'boots'"]),
    ("'Lyin' Ted's' plane left.", ["'Lyin' Ted's'"]),
    ("He don‘t know the dog‘s name.", []),
    ("It was ‘over‘, he said.", ["‘over‘"]),
    ("They do n't know , it 's late and we 've gone .", []),
    ("'I said \"no\" to them,' he recalled.", ["'I said \"no\" to them,'"]),
    ("'I said “no to them,' he recalled.", ["'I said “no to them,'"]),
    ("’Remarkable’, he wrote.", ["’Remarkable’"]),
    ("\x91Read it wrong,\x92 he said.", ["\x91Read it wrong,\x92"]),
    ("The state gave it a ‘D-‘ rating.", ["‘D-‘"]),
    # doubled marks, backticks, primes
    ("''We may see growth,'' the bank's chief said.", ["''We may see growth,''"]),
    ("``We may see growth,'' the bank's chief said.", ["``We may see growth,''"]),
    ("`` We may see growth , '' the chief said .", ["`` We may see growth , ''"]),
    ("`Growth,' the chief said.", ["`Growth,'"]),
    ("‘‘Growth,’’ the chief said.", ["‘‘Growth,’’"]),
    ("´´Growth,´´ the chief said.", ["´´Growth,´´"]),
    ("″Growth,″ the chief said.", ["″Growth,″"]),
    ("‘Growth,´ the chief said.", ["‘Growth,´"]),
    # measures
    ('He is 6\'2" and bought a 5" screen.', []),
    ("“He is like 6’2”,” she said.", ["“He is like 6’2”,”"]),
    ('"He is 6\'2" tall," she said.', ['"He is 6\'2" tall,"']),
    ('"The 5" screen is small," she said.', ['"The 5" screen is small,"']),
    ('"It began in 2015" was all he said.', ['"It began in 2015"']),
    ('"Area 51" and "Stalag 17" are films.', ['"Area 51"', '"Stalag 17"']),
    ("It lies at 40°26'46\" north.", []),
    # guillemets, low marks, corner brackets
    ("«Il fait froid», dit-il.", ["«Il fait froid»"]),
    ("«\u00a0Il fait froid\u00a0», dit-il.", ["«\u00a0Il fait froid\u00a0»"]),
    ("»Es ist kalt«, sagte er. »Sehr kalt.«", ["»Es ist kalt«", "»Sehr kalt.«"]),
    ("»Det är kallt», sade han.", ["»Det är kallt»"]),
    ("‹froid› et «chaud»", ["‹froid›", "«chaud»"]),
    ("„Es ist kalt“, sagte er.", ["„Es ist kalt“"]),
    ("„Jest zimno”, powiedział.", ["„Jest zimno”"]),
    ("‚Kalt‘, sagte er.", ["‚Kalt‘"]),
    ("他说：「很冷。」她说：『是。』", ["「很冷。」", "『是。』"]),
    ("» First item\n» Second item with «word» in it", ["«word»"]),
    ("»First item in the list\n»Second item in the list", []),
    ("Home » News » Politics", []),
    ("> He wrote > and < in it", []),
    # strays and empty pairs
    ("The value is \"\" or '' here.", []),
    ('""=', []),
    ('" " " "', []),
    ('told me I "shouldn‘t wear those" but I did.', ['"shouldn‘t wear those"']),
    ('It was late," he said. "Too late," he added.', ['"Too late,"']),
    ('"It was late, he said. "Too late," he added.', ['"Too late,"']),
    ('He was "late', []),
    ('<img alt="a tree" src=”tree.png”>“Green,” he said.', ["“Green,”"]),
    # paragraphs
    ('She said: "They need help.\n"If not they die," she added.', ['"They need help. | "If not they die,"']),
    ("“One.\n\n“Two days.\n\n“Three days,” he said. “Four.”", ["“One. | “Two days. | “Three days,”", "“Four.”"]),
    ("“He told me ‘go.\n\n“I went,” she said.", ["“He told me ‘go. | “I went,”"]),
    ("‘We came early.\n\n‘We left late,’ he said. ‘Very.’", ["‘We came early. | ‘We left late,’", "‘Very.’"]),
    ("« Il fait froid.\n\n« Il neige », dit-il.", ["« Il fait froid. | « Il neige »"]),
    ('"He said “go” and I went.\n\n"Then we left."', ['"He said “go” and I went. | "Then we left."']),
    ('"(LAUGHTER.)\n\n"We are done here."', ['"(LAUGHTER.) | "We are done here."']),
    ('"One day only.\n\nNobody spoke.\n\n"Two days," he said.', ['"One day only. …', '"Two days,"']),
    ("“One day only, he said.\n\nNobody spoke.”", ["“One day only, he said. …"]),
    ("He said: “We will not go there", ["“We will not go there …"]),
    ("„Es ist sehr kalt hier, sagte er.", ["„Es ist sehr kalt hier, sagte er. …"]),
    ("「很冷。", ["「很冷。 …"]),
]

NESTED: list[tuple[str, list[Tree]]] = [
    ("“He said ‘go’ twice,” she said.", [("“He said ‘go’ twice,”", [("‘go’", [])])]),
    ("'He said \"go\" twice,' she said.", [("'He said \"go\" twice,'", [('"go"', [])])]),
    ('"All of this "progress" is fake," he said.', [('"All of this "progress" is fake,"', [('"progress"', [])])]),
    ("''I said, 'Learn.' '' he recalled.", [("''I said, 'Learn.' ''", [("'Learn.'", [])])]),
    ("''I said, 'Learn.'''", [("''I said, 'Learn.'''", [("'Learn.'", [])])]),
    ("“She said, ‘Go.’”", [("“She said, ‘Go.’”", [("‘Go.’", [])])]),
    ("“‘Go,’ she said.”", [("“‘Go,’ she said.”", [("‘Go,’", [])])]),
    ("« lo “how” are you »", [("« lo “how” are you »", [("“how”", [])])]),
    ("„Er sagte ‚komm‘ zu mir“", [("„Er sagte ‚komm‘ zu mir“", [("‚komm‘", [])])]),
    ("「他说『好』了」", [("「他说『好』了」", [("『好』", [])])]),
    ("“A ‘b “c” d’ e”", [("“A ‘b “c” d’ e”", [("‘b “c” d’", [("“c”", [])])])]),
    ("“A ‘b’.\n\n“C ‘d’,” he said.", [("“A ‘b’. | “C ‘d’,”", [("‘b’", []), ("‘d’", [])])]),
]


def written(text: str, quotation: Quotation) -> str:
    return " | ".join(piece.text(text) for piece in quotation.pieces) + ("" if quotation.closed else " …")


def tree(text: str, quotation: Quotation) -> Tree:
    return written(text, quotation), [tree(text, inner) for inner in quotation.inner]


def everything(found: tuple[Quotation, ...]) -> Iterator[tuple[Quotation, int]]:
    waiting = [(quotation, 0) for quotation in found]
    while waiting:
        quotation, depth = waiting.pop()
        yield quotation, depth
        waiting.extend((inner, depth + 1) for inner in quotation.inner)


@pytest.mark.parametrize(("text", "expected"), PHRASES, ids=[text[:40] for text, _ in PHRASES])
def test_outermost_quotations(text: str, expected: list[str]) -> None:
    assert [written(text, quotation) for quotation in quotations(text)] == expected


@pytest.mark.parametrize(("text", "expected"), NESTED, ids=[text[:40] for text, _ in NESTED])
def test_nested_quotations(text: str, expected: list[Tree]) -> None:
    assert [tree(text, quotation) for quotation in quotations(text)] == expected


def test_breaks_decide_where_quotations_end() -> None:
    text = '"One two three. "Four," he said.'
    split = text.index(' "Four')
    found = quotations(text, [Span(0, split), Span(split + 1, len(text))])
    assert [written(text, quotation) for quotation in found] == ['"One two three. | "Four,"']
    assert quotations(text, []) == ()


def test_nesting_is_capped() -> None:
    depth = 50_000
    found = quotations("“" * depth + "a" + "”" * depth)
    assert max(level for _, level in everything(found)) == MAX_NESTING
    assert found[0].span == Span(0, 2 * depth + 1)


def test_unsure_single_quotations_need_evidence() -> None:
    long_ago = "The 'men were in the hills for weeks and months on end and nobody knew it, so the boys' work stopped."
    assert quotations(long_ago) == ()
    assert len(quotations(long_ago + "\n\n'We knew,' he said.")) == 2


@pytest.mark.parametrize(
    "text",
    [
        '"' * 100_000,
        "'" * 100_000,
        '" ' * 20_000,
        '("a' * 20_000,
        " 'a" * 20_000,
        "s' " * 20_000,
        "'the boys' " * 20_000,
        '"\n' * 10_000,
        '"one two three\n\n' * 10_000,
        "“‘«" * 10_000 + "x" + "»’”" * 10_000,
        '\ud800"a\udfff" \x00' * 10_000,
        "<a b=" * 20_000,
        "x" * 1_000_000,
        '"' + "x" * 1_000_000,
        '"' + " " * 1_000_000,
        "\n" * 100_000,
    ],
    ids=range(16),
)
def test_hostile_text_takes_bounded_time(text: str) -> None:
    found = quotations(text)
    assert all(0 <= quotation.span.start < quotation.span.end <= len(text) for quotation in found)


def test_mark_positions() -> None:
    text = "``He said ‘go,’'' she said.\n\n“One two three.\n\n“Four,” he said: “five six seven eight"
    marks = mark_positions(text, quotations(text))
    opening = [0, 1, text.index("‘"), text.index("“One"), text.index("“Four"), text.index("“five")]
    closing = [text.index("’"), text.index("''"), text.index("''") + 1, text.index("”")]
    assert sorted(marks.opening) == opening
    assert sorted(marks.closing) == closing


MARKS = "\"'“”‘’„‚«»‹›「」『』`´″′"
ALPHABET = st.sampled_from([*MARKS, *MARKS, *"ab s5.,:;—-()[]<>=\n\n\r\t\u00a0\u2028\u2029\ufeff\x93\ud800\x00"])
HOSTILE = st.one_of(st.text(ALPHABET, max_size=80), st.text(max_size=60))


@given(HOSTILE)
@example("")
@example('"')
@example("''''''")
def test_laws_of_quotations(text: str) -> None:
    found = quotations(text)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))
    breaks = paragraphs(text)
    for quotation, _ in everything(found):
        assert all(any(paragraph.contains(piece) for paragraph in breaks) for piece in quotation.pieces)
        assert all(piece.text(text)[0] in MARKS + "\x91\x92\x93\x94" for piece in quotation.pieces)
        assert all(before.end < after.start for before, after in pairwise(quotation.pieces))
        assert all(before.span.end <= after.span.start for before, after in pairwise(quotation.inner))
        assert all(any(piece.contains(inner.span) for piece in quotation.pieces) for inner in quotation.inner)


@given(HOSTILE)
def test_laws_of_mark_positions(text: str) -> None:
    found = quotations(text)
    marks = mark_positions(text, found)
    assert {quotation.span.start for quotation, _ in everything(found)} <= marks.opening
    assert {quotation.span.end - 1 for quotation, _ in everything(found) if quotation.closed} <= marks.closing
    assert all(text[position] in MARKS + "\x91\x92\x93\x94" for position in marks.opening | marks.closing)
    assert not marks.opening & marks.closing


@given(st.lists(st.text("abc ,.", min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_well_formed_curly_quotations_are_all_found(utterances: list[str]) -> None:
    marked = [f"“{utterance}”" for utterance in utterances]
    text = " said X. ".join(marked)
    assert [quotation.span.text(text) for quotation in quotations(text)] == marked
