"""The only colours and type sizes of the charts.

Colours are named by meaning. Their values are the placeholders that Streamlit's front end replaces by the palette of
``.streamlit/config.toml``, so a figure follows light and dark without being drawn again; their order there is fixed.
"""

from __future__ import annotations

from narratives.vocabulary.voices import YOURS

US, CHINA, EUROPE, WORLD = "#000001", "#000002", "#000003", "#000004"
SPEAKER, PARAPHRASE, INTERVIEWER, JOURNALIST, EDITOR = "#000005", "#000006", "#000007", "#000008", "#000009"
ABSENT = "#000010"
RECORD = "#000011"  # the first of the sequential colours: the ten above have no room for what nobody said

REGIONS = {"US": US, "CN": CHINA, "EU": EUROPE, "WORLD": WORLD}
VOICES = {
    "speaker": SPEAKER,
    "paraphrase": PARAPHRASE,
    "interviewer": INTERVIEWER,
    "journalist": JOURNALIST,
    "editor": EDITOR,
    YOURS: ABSENT,
}

INK = EDITOR  # the palette’s darkest: text on the paper of either mode

# Fonts of the system: a saved picture is drawn without the page's web fonts, and text measured in another font is cut.
SERIF = "Georgia, 'Times New Roman', 'DejaVu Serif', serif"
SANS = "Helvetica, Arial, 'DejaVu Sans', sans-serif"
TITLE, TEXT, SMALL = 17, 14, 12
DIMMED = 0.55  # what does not stand out stays readable: it is dimmed, never removed
CLEAR = "rgba(0,0,0,0)"
