from __future__ import annotations

from types import SimpleNamespace

import pytest
import tiny
import torch
from stanza.models.common.doc import Document

from quotes.model.processor import JointProcessor
from quotes.model.weights import WEIGHTS


@pytest.fixture(scope="module")
def processor(tmp_path_factory: pytest.TempPathFactory) -> JointProcessor:
    folder = tmp_path_factory.mktemp("weights")
    tiny.write_model(folder)
    tokenizer = SimpleNamespace(provides={"tokenize"})
    pipeline = SimpleNamespace(loaded_processors=[tokenizer], load_list=[])
    return JointProcessor({"model_path": str(folder / WEIGHTS)}, pipeline, torch.device("cpu"))


def tokenized(text: str) -> Document:
    """Words between spaces; sentences end with a full stop."""
    sentences: list[list[dict[str, object]]] = [[]]
    at = 0
    for form in text.split():
        at = text.index(form, at)
        number = len(sentences[-1]) + 1
        sentences[-1].append({"id": (number,), "text": form, "start_char": at, "end_char": at + len(form)})
        at += len(form)
        if form == ".":
            sentences.append([])
    return Document([sentence for sentence in sentences if sentence], text=text)


TEXT = 'Ann said : " he left . " \n\n The man said that .'


def test_a_document_is_annotated_in_stanzas_own_form(processor: JointProcessor) -> None:
    found = processor.process(tokenized(TEXT))
    words = [word for sentence in found.sentences for word in sentence.words]
    assert found.text == TEXT
    assert [word.text for word in words] == TEXT.split()
    assert [TEXT[word.start_char : word.end_char] for word in words] == TEXT.split()
    config = tiny.config()
    for word in words:
        assert word.upos in config.upos
        assert word.deprel in config.deprels
        assert word.lemma
    assert len(found.reading.upos) == len(words)


def test_heads_are_those_of_the_sentence(processor: JointProcessor) -> None:
    found = processor.process(tokenized(TEXT))
    at = 0
    for sentence in found.sentences:
        assert [word.id for word in sentence.words] == list(range(1, len(sentence.words) + 1))
        for word in sentence.words:
            head = found.reading.heads[at + word.id - 1]
            assert word.head == (0 if head < 0 else head - at + 1)
        at += len(sentence.words)


def test_sentences_follow_the_model_but_respect_paragraphs_and_marks(processor: JointProcessor) -> None:
    found = processor.process(tokenized(TEXT))
    firsts = [sentence.words[0].text for sentence in found.sentences]
    starts = [sentence.words[0].start_char for sentence in found.sentences]
    assert TEXT.index("The") in starts
    assert TEXT.index("he left") not in starts
    assert starts.count(0) == 1 and len(firsts) == sum(found.reading.sentence_starts)


def test_documents_of_a_bulk_keep_their_order(processor: JointProcessor) -> None:
    texts = ["Ann left .", "", "She said that . He left .", "The end"]
    found = processor.bulk_process([tokenized(text) for text in texts])
    assert [each.text for each in found] == texts
    assert [each.num_words for each in found] == [len(text.split()) for text in texts]
    assert found[1].sentences == []
