from __future__ import annotations

import json
import math
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.confidence import Evidence, confidence, features, log_odds

SHARES = st.floats(0, 1)
EVIDENCE = st.builds(Evidence, SHARES, SHARES, SHARES, SHARES, SHARES)


@pytest.mark.parametrize(("share", "odds"), [(0.5, 0.0), (0.9, math.log(9)), (0.1, -math.log(9))])
def test_log_odds(share: float, odds: float) -> None:
    assert log_odds(share) == pytest.approx(odds)


def test_log_odds_are_bounded() -> None:
    assert log_odds(0.0) == log_odds(-5) < log_odds(0.02)
    assert log_odds(1.0) == pytest.approx(-log_odds(0.0))


@given(EVIDENCE, st.sampled_from(["quote", "floating", "never heard of"]), st.sampled_from(["direct", "indirect"]))
def test_confidence_is_a_probability(evidence: Evidence, rule: str, type: str) -> None:
    assert 0 < confidence(evidence, rule, type) < 1


def test_confidence_weighs_the_features() -> None:
    weights = json.loads(files("quotes").joinpath("data", "confidence.json").read_text(encoding="utf-8"))
    evidence = Evidence(0.9, 0.4, 0.8, 0.7, 0.6)
    total = sum(weights.get(name, 0.0) * value for name, value in features(evidence, "clause", "mixed").items())
    assert confidence(evidence, "clause", "mixed") == pytest.approx(1 / (1 + math.exp(-total)))


def test_more_evidence_is_more_confidence() -> None:
    assert confidence(Evidence(), "clause", "indirect") < confidence(Evidence(1, 1, 1, 1, 1), "clause", "indirect")


def test_every_kind_of_row_has_features_of_its_own() -> None:
    one, two = features(Evidence(), "quote", "direct"), features(Evidence(), "clause", "mixed")
    assert one["rule quote"] == one["type direct"] == two["rule clause"] == two["type mixed"] == 1
    assert "rule clause" not in one
    assert one["content"] == log_odds(0)
