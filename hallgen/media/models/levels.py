"""A fitted model becomes its levels: for far, for near and for a close look.

    make_levels(fitted) -> ModelLevels

What is hidden inside goes first. Each level is then simplified within its error, its pictures
made small, and packed; whatever form is the smallest is kept, and none is larger than it was.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from hallgen.codes import MODEL_BY_PICTURE, MODEL_HEAVY, MODEL_NOT_REDUCED
from hallgen.diagnostics import Code
from hallgen.formats.editable import EditableGlb
from hallgen.formats.gltfpack import Form, PackFailedError, PackOptions, Positions, pack
from hallgen.formats.posed import grid_step
from hallgen.formats.reading.faults import no_trust
from hallgen.media.made import MediaRefusedError
from hallgen.media.models.far import far_model
from hallgen.media.models.fold import folded
from hallgen.media.models.interiors import without_hidden
from hallgen.media.models.rest import draws_of, resting
from hallgen.media.models.simplify import Original, Simplified, simplified
from hallgen.media.models.textures import Pictures, longest_side, picture_bytes
from hallgen.media.models.types import FittedModel, ModelLevel, ModelLevels

#: What is brushed needs tangents that say how.
_ANISOTROPY = "KHR_materials_anisotropy"
#: Bits of a coordinate.
_POSITION_BITS = 14
#: How far rounding moves a corner at most, in steps of the grid; and how large a share of the
#: longest side a step may be before corners are rounded without one: a fifth of a millimetre of a
#: metre is not seen.
_ROUNDING, _COARSE = 3**0.5 / 2, 2e-4
#: Only GLBs of fewer bytes can be smaller without being packed: unpacking takes some lines.
_LITTLE = 100_000
#: Pictures are made smaller so often, until a level fits, and not below so many pixels.
_TRIES, _SMALLEST = 6, 48


@dataclass(frozen=True, slots=True)
class Budget:
    """What a level may cost: triangles, bytes, draws (None: any), the longest side of a picture.

    `error` is how far its surface may be from the model's, as a share of the longest side.
    """

    triangles: int
    bytes: int
    draws: int | None
    pixels: int
    error: float


NEAR = Budget(triangles=15_000, bytes=300_000, draws=3, pixels=512, error=0.02)
INSPECT = Budget(triangles=150_000, bytes=2_000_000, draws=None, pixels=2048, error=0.002)
#: Seen from so far away that only its size, its colours and its outline tell.
FAR_TRIANGLES = 200


def make_levels(fitted: FittedModel, near: Budget = NEAR, inspect: Budget = INSPECT) -> ModelLevels:
    """The levels of a plain GLB. The same bytes for the same model.

    Raises MediaRefusedError for what is no plain GLB, has a picture that cannot be read, or
    nothing to see.
    """
    try:
        return _made(fitted.glb, near, inspect)
    except (PackFailedError, ValueError) as fault:
        raise MediaRefusedError(MODEL_NOT_REDUCED, str(fault)) from fault


def shortcomings(levels: ModelLevels) -> tuple[Code, ...]:
    """What a diagnostic has to say of levels: what does not fit into its budget."""
    found = [] if levels.near else [MODEL_BY_PICTURE]
    close = levels.inspect
    if close.triangles > INSPECT.triangles or len(close.glb) > INSPECT.bytes:
        found.append(MODEL_HEAVY)
    return tuple(found)


def _made(glb: bytes, near: Budget, inspect: Budget) -> ModelLevels:
    whole = EditableGlb(pack(bare(glb), PackOptions(Form.PLAIN)))
    inside = without_hidden(whole)
    notes = []
    if inside.removed:
        notes.append(f"{inside.removed} of {inside.of} triangles are hidden inside and went")
    original = Original(resting(whole), inside.seen)
    if not len(original.surface.triangles):
        raise ValueError("This model has no triangles.")
    source, pictures = whole.together(), Pictures()
    close, close_notes = _inspect(source, original, inspect, pictures)
    packed, plain, near_notes = _near(source, original, near, pictures)
    close = _not_larger(close, glb, inspect)
    packed = None if packed is None else _not_larger(packed, glb, near)
    return ModelLevels(
        far=_far(whole, original),
        near=packed,
        near_plain=plain,
        inspect=close,
        animations=_animations(whole),
        notes=(*notes, *close_notes, *near_notes),
    )


def inspect_level(glb: bytes, budget: Budget = INSPECT) -> ModelLevel:
    """Only the level for a close look, of a plain GLB whose hidden parts stay."""
    source = bare(glb)
    surface = resting(EditableGlb(source))
    level, _ = _inspect(source, Original(surface, surface), budget, Pictures())
    return _not_larger(level, glb, budget)


def _not_larger(level: ModelLevel, given: bytes, budget: Budget) -> ModelLevel:
    """The level, or the plain GLB that was given where that is smaller and within the budget."""
    if len(given) >= len(level.glb):
        return level
    whole = EditableGlb(given)
    triangles, draws = len(resting(whole).triangles), draws_of(whole)
    fits = triangles <= budget.triangles and draws <= (budget.draws or draws)
    if not fits or longest_side(whole) > budget.pixels:
        return level
    return ModelLevel(given, triangles, draws, 0.0)


def bare(glb: bytes) -> bytes:
    """A GLB without what is not needed.

    Cameras and lamps go: an exhibition has its own. So do tangents that only tell how a normal
    map lies: those are made when there are fewer triangles.
    """
    with no_trust():
        return _without_extras(EditableGlb(glb))


def _without_extras(plain: EditableGlb) -> bytes:
    if _ANISOTROPY not in plain.content.get("extensionsUsed", ()):
        for primitive in plain.primitives():
            primitive["attributes"].pop("TANGENT", None)
    plain.content.pop("cameras", None)
    for holder in (plain.content, *plain.items("nodes")):
        holder.pop("camera", None)
        holder.get("extensions", {}).pop("KHR_lights_punctual", None)
    return plain.together()


def _inspect(
    source: bytes, original: Original, budget: Budget, pictures: Pictures
) -> tuple[ModelLevel, list[str]]:
    few, reached = simplified(source, original, budget.triangles, budget.error)
    notes = []
    if not reached:
        notes.append(
            f"for a close look, {few.triangles} triangles stay: fewer than that, and its surface "
            f"would be off by more than {budget.error:.1%}"
        )
    level, _ = _packed(few, budget, pictures)
    if len(level.glb) > budget.bytes:
        notes.append(f"for a close look, it has {len(level.glb)} bytes, more than it should")
    return level, notes


def _near(
    source: bytes, original: Original, budget: Budget, pictures: Pictures
) -> tuple[ModelLevel | None, bytes | None, list[str]]:
    plain, notes = EditableGlb(source), []
    if draws_of(plain) > (budget.draws or 0):
        before = draws_of(plain)
        plain = folded(plain, budget.draws or 1, budget.pixels)
        notes.append(f"near, {before} draws became {draws_of(plain)}")
    if draws_of(plain) > (budget.draws or 1):
        return None, None, [*notes, f"near, it would still take {draws_of(plain)} draws"]
    few, reached = simplified(plain.together(), original, budget.triangles, budget.error)
    if not reached:
        notes.append(
            f"near, {few.triangles} triangles stay where {budget.triangles} may, as its surface "
            f"would be off by more than {budget.error:.0%}"
        )
        return None, None, notes
    level, small = _packed(few, budget, pictures)
    if len(level.glb) > budget.bytes:
        return None, None, [*notes, f"near, it would still have {len(level.glb)} bytes"]
    return level, small, notes


def _far(whole: EditableGlb, original: Original) -> ModelLevel:
    plain = far_model(whole, FAR_TRIANGLES)
    rest = resting(EditableGlb(plain))
    smallest = _smallest(plain, lambda glb: glb)
    return ModelLevel(smallest, len(rest.triangles), 1, original.away(rest))


def _packed(few: Simplified, budget: Budget, pictures: Pictures) -> tuple[ModelLevel, bytes]:
    """A level within its bytes, if pictures as small as can be make it so, and its plain form."""
    whole = EditableGlb(few.glb)
    step = grid_step(whole, _POSITION_BITS) / max(resting(whole).size, 1e-12)
    positions = Positions.GRID if step <= _COARSE else Positions.FLOATING
    rounding = step if positions is Positions.GRID else 0.0
    pixels = float(budget.pixels)
    for _ in range(_TRIES):
        small = int(pixels)
        data = _smallest(few.glb, partial(pictures.fitted, longest=small), positions)
        held = picture_bytes(EditableGlb(data))
        if len(data) <= budget.bytes or not held or pixels < _SMALLEST:
            break
        room = max(budget.bytes - (len(data) - held), 0.02 * held)
        pixels = min(pixels, longest_side(EditableGlb(data))) * min(0.9, (room / held) ** 0.5)
    plain = pictures.fitted(few.glb, small)
    error = few.error + _ROUNDING * rounding
    return ModelLevel(data, few.triangles, draws_of(whole), error), plain


def _smallest(
    plain: bytes, finish: Callable[[bytes], bytes], positions: Positions = Positions.GRID
) -> bytes:
    """The smallest of a plain GLB's forms: packed, only quantized, or as it is."""
    options = PackOptions(position_bits=_POSITION_BITS, positions=positions)
    packed = finish(pack(plain, options))
    if len(packed) > _LITTLE:
        return packed
    forms = [packed, finish(plain)]
    if positions is Positions.GRID:
        forms.append(finish(pack(plain, replace(options, form=Form.QUANTIZED))))
    return min(forms, key=len)


def _animations(glb: EditableGlb) -> tuple[str, ...]:
    return tuple(
        animation.get("name") or f"animation {number}"
        for number, animation in enumerate(glb.items("animations"), 1)
    )
