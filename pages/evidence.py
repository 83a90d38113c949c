"""Why should anyone believe this page?"""

from narratives.ui.page import controls, frame
from narratives.ui.page.guard import via_entrypoint
from narratives.ui.words import doubts

via_entrypoint()

pack = frame.title("evidence")
names = {id: name for id, (name, _) in doubts.SECTIONS.items()}
section = controls.pills("section", "Which doubt?", names, "audit")
_, show = doubts.SECTIONS[section]
show(pack, frame.view(pack))
