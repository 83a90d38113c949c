"""Two narratives that share every id and no amount, with a third of one claim: what is of the wrong one is seen by its words.

“Example 2026” says $40 billion, and $12 billion stands on record beside it; “Other 2026” has $70 billion and $13 billion.
"""

from __future__ import annotations

import html
import json
from pathlib import Path

from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.testing.v1 import AppTest

from tests.test_tours import TWO, bare, full

ONE, OTHER = "Example 2026", "Other 2026"
AMOUNTS = ("$40 billion", "$70 billion", "$12 billion", "$13 billion")


def written(root: Path) -> Path:
    """Their content folder."""
    for made in (full(root, "one", {"example.txt": "one.txt"}), full(root, "two", TWO), bare(root)):
        made.audited().listed()
    return root / "content"


def named(text: str) -> list[str]:
    """The amounts by which the narratives are told apart, as far as a text names them."""
    return [amount for amount in AMOUNTS if amount in html.unescape(text)]


def cards(app: AppTest) -> list[list[str]]:
    """The amounts that each piece of a page names in words, its source line apart, as far as it names any."""
    told = [each.proto.body for each in app.get("html") if "; edition " not in each.proto.body]
    return [found for each in told if (found := named(each))]


def clicked_mark(app: AppTest, chart: int, mark: list[str]) -> WidgetStates:
    """What a browser sends when a mark of a chart is clicked that stands for an id, and for a narrative."""
    states: WidgetStates = app._tree.get_widget_states()
    points = {"points": [{"customdata": mark}], "point_indices": [], "box": [], "lasso": []}
    states.widgets.add(id=app.get("plotly_chart")[chart].proto.id, string_value=json.dumps({"selection": points}))
    return states
