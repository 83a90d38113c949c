"""Why should anyone believe this page?"""

from narratives.ui import controls, evidence, frame
from narratives.ui.guard import via_entrypoint

via_entrypoint()

pack = frame.title("evidence")
names = {id: name for id, (name, _) in evidence.SECTIONS.items()}
section = controls.pills("section", "Which doubt?", names, "audit")
_, show = evidence.SECTIONS[section]
show(pack, frame.view(pack))
