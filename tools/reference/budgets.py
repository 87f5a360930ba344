"""What a site may weigh, as assets/budgets.yaml has it."""

from __future__ import annotations

from hallgen.build.budgets import budgets
from tools.reference.markdown import table


def page() -> str:
    known = budgets()
    rows = [
        (f"a {booth.kind} booth below {booth.area:g} m², near", f"{booth.bytes:,} bytes")
        for booth in known.booths
    ]
    section, model = known.section, known.model
    rows += [
        (f"{section.booths} booths in view: draw calls", f"{section.draw_calls:,}"),
        (f"{section.booths} booths in view: triangles", f"{section.triangles:,}"),
        ("a booth from afar: triangles", f"{known.far.triangles:,}"),
        (f"a hall's own shell for each {known.shell.area:,.0f} m²", f"{known.shell.bytes:,} bytes"),
        ("a product's model in a booth", f"{model.bytes:,} bytes"),
        ("a product's model in a booth: triangles", f"{model.triangles:,}"),
        ("a product's model in a booth: draw calls", f"{model.draw_calls:,}"),
    ]
    rows += [
        (f"GPU memory in {memory.tier} quality, wherever one stands", f"{memory.bytes:,} bytes")
        for memory in known.memory
    ]
    rows.append(("any one file", f"{known.file:,} bytes"))
    return (
        "# Budgets\n\nWhat a visitor's line and device may be asked for. "
        "`hallgen inspect SITE` prints each figure of a site beside its budget; what is above "
        "is told by a build ([H551](codes.md#h551) and on).\n\n"
        + table(["of what", "at most"], rows)
    )
