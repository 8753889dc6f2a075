"""What is counted of attempts: few labels, whatever is told."""

from __future__ import annotations

import json
import subprocess
import sys

PROBE = """
import json
from opentelemetry import metrics
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from analyzer import measures

reader = InMemoryMetricReader()
metrics.set_meter_provider(MeterProvider([reader]))  # after the instruments were made, as a service would
measures.fetched("mirror", 1_000)
measures.fetched("mirror", 500)
measures.ended("completed", {"clone": 1.5, "history": 20.0, "x" * 60: 1.0}, {"history": 700.0, "y": 1.0})
measures.ended("out_of_memory", {"clone": 9.0}, {})
measures.ended("made_up_by_a_stage", {}, {})
said = {}
for metric in reader.get_metrics_data().resource_metrics[0].scope_metrics[0].metrics:
    for point in metric.data.data_points:
        name = metric.name.removeprefix("gitstrata.analyzer.") + " " + " ".join(point.attributes.values())
        said[name] = getattr(point, "value", None) if hasattr(point, "value") else point.sum
print(json.dumps(said))
"""


def test_what_is_counted() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)

    assert json.loads(done.stdout) == {
        "attempts completed": 1,
        "attempts out_of_memory": 1,
        "attempts other": 1,
        "phase.duration clone": 1.5,
        "phase.duration history": 20.0,
        "phase.rate history": 700.0,
        "fetches mirror": 2,
        "fetched mirror": 1500,
    }
