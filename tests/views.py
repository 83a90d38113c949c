"""A page as AppTest draws it: how it is opened by a link, all that it tells, and what a browser sends at a click there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[1]
HOST = "http://reader.example"
CHOICES = ("selectbox", "button_group", "select_slider", "multiselect")


def opened(page: str, link: Mapping[str, str | list[str]], browser: WidgetStates | None = None) -> AppTest:
    """A page cold by its link; ``browser`` is what the widgets of a browser hold that was there before."""
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=120)
    app.context = {"url": f"{HOST}/{'' if page == 'overview' else page}"}
    for name, value in link.items():
        app.query_params[name] = value
    if page != "overview":
        app.switch_page(str(ROOT / "pages" / f"{page}.py"))
    return app._run(browser)


def choices(app: AppTest, *, but: Collection[str | None] = ()) -> list[Any]:
    """The widgets of a page that offer some options, without those of the given keys."""
    return [each for kind in CHOICES for each in app.get(kind) if each.key not in but]


def clicked(app: AppTest, widget: Any, option: str = "") -> WidgetStates:
    """What a browser sends when a button is clicked, or one more ``option`` of a widget, by its words."""
    states: WidgetStates = app._tree.get_widget_states()
    sent = next(each for each in states.widgets if each.id == widget.proto.id)
    if widget.type == "button":
        sent.trigger_value = True
    elif widget.type == "selectbox":
        sent.string_value = option
    elif widget.type == "multiselect":
        sent.string_array_value.data.append(option)
    else:
        sent.string_array_value.data[:] = [option]
    return states


def free(widget: Any) -> list[str]:
    """The options of a widget, by their words, that are not chosen."""
    sent = widget._widget_state
    taken = [sent.string_value] if widget.type == "selectbox" else sent.string_array_value.data
    return [option for option in widget.options if option not in taken]


def told(app: AppTest) -> dict[str, object]:
    """Words, charts with their alternative texts, and what is chosen, as far as a page draws it."""
    return {
        "words": [each.value for each in (*app.title, *app.header, *app.text, *app.markdown)],
        "html": [each.proto.body for each in app.get("html")],
        "charts": [(each.proto.alt, each.proto.spec) for each in app.get("plotly_chart")],
        "expanders": [each.label for each in app.expander],
        "chosen": {each.key: each.value for each in (*choices(app), *app.text_input, *app.toggle)},
        "buttons": [each.label for each in app.button],
        "exceptions": [each.message for each in app.exception],
    }
