"""The recipes of the README for tables that other tools divide: each where its tool is installed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import fakes
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import quotes

FRAME = pd.DataFrame(
    {"url": [f"u/{n:02}" for n in range(20)], "body": [f'"No {n}," Ann said. ' * (n % 3) for n in range(20)]}
)
ORDER = ["article_id", "quote_id"]


def partition(frame: pd.DataFrame) -> pd.DataFrame:
    """What each worker does with its part; the model is a stand-in, because only the plumbing is tested here."""
    return quotes.extract(frame, text="body", id="url", extractor=fakes.load())


def parts(frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    yield from map(partition, frames)


def same(found: pd.DataFrame) -> None:
    """The same rows as of the whole frame at once, whatever the tool makes of their types."""
    expected = partition(FRAME).drop(columns="spans")
    found = found.sort_values(ORDER, ignore_index=True).drop(columns="spans")
    for name in expected.columns:
        assert found[name].isna().tolist() == expected[name].isna().tolist()
        assert found[name].dropna().tolist() == expected[name].dropna().tolist()


@contextmanager
def importable() -> Iterator[None]:
    """Other processes find the package and the tests."""
    tests = Path(__file__).resolve().parent
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(tests), str(tests.parent)])
    os.environ["PYSPARK_PYTHON"] = sys.executable
    try:
        yield
    finally:
        os.environ["PYTHONPATH"] = before or ""


def test_a_dask_frame() -> None:
    dask = pytest.importorskip("dask.dataframe", reason="pip install 'dask[dataframe]'")
    divided = dask.from_pandas(FRAME, npartitions=3)
    table = divided.map_partitions(partition, meta=quotes.META).compute(scheduler="synchronous")
    assert table.dtypes.equals(quotes.META.dtypes)
    assert_frame_equal(table.reset_index(drop=True), partition(FRAME))


def test_a_spark_frame() -> None:
    sql = pytest.importorskip("pyspark.sql", reason="pip install pyspark, and a Java")
    from pyspark.sql.pandas.types import from_arrow_schema

    with importable():
        session: Any = (
            sql.SparkSession.builder.master("local[2]")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.ui.enabled", "false")
            .getOrCreate()
        )
        try:
            frame = session.createDataFrame(FRAME).repartition(3)
            same(frame.mapInPandas(parts, from_arrow_schema(quotes.SCHEMA)).toPandas())
        finally:
            session.stop()


def test_a_ray_data_set() -> None:
    ray = pytest.importorskip("ray", reason="pip install 'ray[data]'")
    with importable():
        ray.init(num_cpus=2, include_dashboard=False, _node_ip_address="127.0.0.1", log_to_driver=False)
        try:
            data = ray.data.from_pandas(FRAME).repartition(3)
            same(data.map_batches(partition, batch_format="pandas").to_pandas())
        finally:
            ray.shutdown()
