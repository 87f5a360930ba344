"""Writes solids as STEP (ISO 10303-21, AP214): an assembly of parts with names and colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tools.industry_fair.machines.brep import Curve, Face, Kind, Place, Solid

Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of its own frame: solids in millimetres, and their colour (sRGB, 0 to 1)."""

    name: str
    color: Rgb
    solids: Sequence[Solid]


@dataclass(frozen=True, slots=True)
class Placed:
    """A part where it belongs: its origin, its Z axis and its X axis in the assembly's frame."""

    part: Part
    name: str
    at: Place = (0.0, 0.0, 0.0)
    z: Place = (0.0, 0.0, 1.0)
    x: Place = (1.0, 0.0, 0.0)


def step(name: str, placed: Sequence[Placed]) -> bytes:
    """The assembly as a STEP file; a part placed twice is written once."""
    file = _File()
    file.assembly(name, placed)
    return (
        "ISO-10303-21;\nHEADER;\n"
        f"FILE_DESCRIPTION(('{name}'),'2;1');\n"
        f"FILE_NAME('{name}.step','2026-01-05T08:00:00',(''),(''),'','','');\n"
        "FILE_SCHEMA(('AUTOMOTIVE_DESIGN { 1 0 10303 214 1 1 1 1 }'));\n"
        "ENDSEC;\nDATA;\n" + "".join(file.lines) + "ENDSEC;\nEND-ISO-10303-21;\n"
    ).encode("ascii")


class _File:
    """Entities by number. The same entity is written once."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._known: dict[str, str] = {}
        self._edges: dict[tuple[str, str, str], tuple[str, Curve]] = {}

    def add(self, text: str) -> str:
        """An entity's reference, "#12"."""
        if text not in self._known:
            self._known[text] = self.new(text)
        return self._known[text]

    def new(self, text: str) -> str:
        """An entity of its own, even where another says the same."""
        reference = f"#{len(self.lines) + 1}"
        self.lines.append(f"{reference}={text};\n")
        return reference

    def assembly(self, name: str, placed: Sequence[Placed]) -> None:
        application = self.add("APPLICATION_CONTEXT('automotive design')")
        self.add(
            "APPLICATION_PROTOCOL_DEFINITION('international standard','automotive_design',2000,"
            f"{application})"
        )
        self._product_context = self.add(f"PRODUCT_CONTEXT('',{application},'mechanical')")
        self._design = self.add(
            f"PRODUCT_DEFINITION_CONTEXT('part definition',{application},'design')"
        )
        self._context = self._units()
        origin = self._placement((0, 0, 0), (0, 0, 1), (1, 0, 0))
        parts = {id(one.part): one.part for one in placed}
        styled: list[str] = []
        made = {key: self._part(part, origin, styled) for key, part in parts.items()}
        frames = [self._placement(one.at, one.z, one.x) for one in placed]
        root_definition = self._definition(name)
        items = ",".join([origin, *frames])
        root = self.new(f"SHAPE_REPRESENTATION('{name}',({items}),{self._context})")
        shape = self.new(f"PRODUCT_DEFINITION_SHAPE('','',{root_definition})")
        self.new(f"SHAPE_DEFINITION_REPRESENTATION({shape},{root})")
        for number, (one, frame) in enumerate(zip(placed, frames, strict=True), 1):
            definition, representation = made[id(one.part)]
            use = self.new(
                f"NEXT_ASSEMBLY_USAGE_OCCURRENCE('{number}','{one.name}','',{root_definition},"
                f"{definition},$)"
            )
            use_shape = self.new(f"PRODUCT_DEFINITION_SHAPE('Placement','{one.name}',{use})")
            move = self.new(f"ITEM_DEFINED_TRANSFORMATION('','',{origin},{frame})")
            relation = self.new(
                f"(REPRESENTATION_RELATIONSHIP('','',{representation},{root})"
                f"REPRESENTATION_RELATIONSHIP_WITH_TRANSFORMATION({move})"
                "SHAPE_REPRESENTATION_RELATIONSHIP())"
            )
            self.new(f"CONTEXT_DEPENDENT_SHAPE_REPRESENTATION({relation},{use_shape})")
        self.new(
            "MECHANICAL_DESIGN_GEOMETRIC_PRESENTATION_REPRESENTATION('',"
            f"({','.join(styled)}),{self._context})"
        )

    def _units(self) -> str:
        length = self.add("(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.))")
        angle = self.add("(NAMED_UNIT(*)PLANE_ANGLE_UNIT()SI_UNIT($,.RADIAN.))")
        solid = self.add("(NAMED_UNIT(*)SI_UNIT($,.STERADIAN.)SOLID_ANGLE_UNIT())")
        near = self.add(
            f"UNCERTAINTY_MEASURE_WITH_UNIT(LENGTH_MEASURE(1.E-05),{length},"
            "'distance_accuracy_value','')"
        )
        return self.add(
            "(GEOMETRIC_REPRESENTATION_CONTEXT(3)"
            f"GLOBAL_UNCERTAINTY_ASSIGNED_CONTEXT(({near}))"
            f"GLOBAL_UNIT_ASSIGNED_CONTEXT(({length},{angle},{solid}))"
            "REPRESENTATION_CONTEXT('',''))"
        )

    def _definition(self, name: str) -> str:
        product = self.new(f"PRODUCT('{name}','{name}','',({self._product_context}))")
        self.new(f"PRODUCT_RELATED_PRODUCT_CATEGORY('part',$,({product}))")
        formation = self.new(f"PRODUCT_DEFINITION_FORMATION('','',{product})")
        return self.new(f"PRODUCT_DEFINITION('design','',{formation},{self._design})")

    def _part(self, part: Part, origin: str, styled: list[str]) -> tuple[str, str]:
        definition = self._definition(part.name)
        solids = [self._solid(part.name, solid) for solid in part.solids]
        items = ",".join([origin, *solids])
        representation = self.new(
            f"ADVANCED_BREP_SHAPE_REPRESENTATION('{part.name}',({items}),{self._context})"
        )
        shape = self.new(f"PRODUCT_DEFINITION_SHAPE('','',{definition})")
        self.new(f"SHAPE_DEFINITION_REPRESENTATION({shape},{representation})")
        color = self.add(f"COLOUR_RGB('',{','.join(_number(c) for c in part.color)})")
        fill = self.add(f"FILL_AREA_STYLE_COLOUR('',{color})")
        filled = self.add(f"FILL_AREA_STYLE('',({fill}))")
        area = self.add(f"SURFACE_STYLE_FILL_AREA({filled})")
        side = self.add(f"SURFACE_SIDE_STYLE('',({area}))")
        usage = self.add(f"SURFACE_STYLE_USAGE(.BOTH.,{side})")
        style = self.add(f"PRESENTATION_STYLE_ASSIGNMENT(({usage}))")
        styled += [self.new(f"STYLED_ITEM('color',({style}),{solid})") for solid in solids]
        return definition, representation

    def _solid(self, name: str, solid: Solid) -> str:
        self._edges.clear()
        faces = ",".join(self._face(face) for face in solid)
        shell = self.new(f"CLOSED_SHELL('',({faces}))")
        return self.new(f"MANIFOLD_SOLID_BREP('{name}',{shell})")

    def _face(self, face: Face) -> str:
        bounds = []
        for number, loop in enumerate(face.loops):
            edges = ",".join(self._oriented(curve, forward) for curve, forward in loop)
            kind = "FACE_BOUND" if number else "FACE_OUTER_BOUND"
            closed = self.new(f"EDGE_LOOP('',({edges}))")
            bounds.append(self.new(f"{kind}('',{closed},.T.)"))
        surface = self._surface(face)
        return self.new(
            f"ADVANCED_FACE('',({','.join(bounds)}),{surface},{_logical(face.outwards)})"
        )

    def _surface(self, face: Face) -> str:
        if face.kind is Kind.FLANK:
            along = self.add(f"VECTOR('',{self._direction(face.axis)},1.)")
            profile = self._line_of(face.loops[0][0][0])
            return self.new(f"SURFACE_OF_LINEAR_EXTRUSION('',{profile},{along})")
        frame = self._placement(face.at, face.axis, _across(face.axis))
        if face.kind is Kind.PLANE:
            return self.add(f"PLANE('',{frame})")
        if face.kind is Kind.CYLINDER:
            return self.add(f"CYLINDRICAL_SURFACE('',{frame},{_number(face.radius)})")
        return self.add(
            f"CONICAL_SURFACE('',{frame},{_number(face.radius)},{_number(face.angle, 12)})"
        )

    def _oriented(self, curve: Curve, forward: bool) -> str:  # noqa: FBT001 - as in the standard
        """An edge in a loop. Each edge of a solid is written once and used by its two faces."""
        start, end = self._vertex(curve.start), self._vertex(curve.end)
        middle = "" if curve.middle is None else _numbers(curve.middle) + str(curve.way)
        handles = "" if curve.handles is None else _numbers(curve.handles[0])
        back = (
            end,
            start,
            "" if curve.middle is None else _numbers(curve.middle) + str(-curve.way),
        )
        key = (start, end, middle + handles)
        if key in self._edges:
            return self.new(f"ORIENTED_EDGE('',*,*,{self._edges[key][0]},{_logical(forward)})")
        if curve.handles is None and back in self._edges:
            edge = self._edges[back][0]
            return self.new(f"ORIENTED_EDGE('',*,*,{edge},{_logical(not forward)})")
        edge = self.new(f"EDGE_CURVE('',{start},{end},{self._line_of(curve)},.T.)")
        self._edges[key] = (edge, curve)
        return self.new(f"ORIENTED_EDGE('',*,*,{edge},{_logical(forward)})")

    def _line_of(self, curve: Curve) -> str:
        if curve.handles is not None:
            points = (curve.start, *curve.handles, curve.end)
            controls = ",".join(self._point(point) for point in points)
            return self.add(
                f"B_SPLINE_CURVE_WITH_KNOTS('',3,({controls}),.UNSPECIFIED.,.F.,.F.,(4,4),(0.,1.),"
                ".UNSPECIFIED.)"
            )
        if curve.middle is not None:
            out = _unit(curve.middle, curve.start)
            radius = (
                sum((a - b) ** 2 for a, b in zip(curve.middle, curve.start, strict=True)) ** 0.5
            )
            frame = self._placement(curve.middle, (0, 0, curve.way), out)
            return self.add(f"CIRCLE('',{frame},{_number(radius)})")
        along = self.add(f"VECTOR('',{self._direction(_unit(curve.start, curve.end))},1.)")
        return self.add(f"LINE('',{self._point(curve.start)},{along})")

    def _placement(self, at: Place, z: Place, x: Place) -> str:
        return self.add(
            f"AXIS2_PLACEMENT_3D('',{self._point(at)},{self._direction(z)},{self._direction(x)})"
        )

    def _vertex(self, at: Place) -> str:
        return self.add(f"VERTEX_POINT('',{self._point(at)})")

    def _point(self, at: Place) -> str:
        return self.add(f"CARTESIAN_POINT('',({_numbers(at)}))")

    def _direction(self, way: Place) -> str:
        return self.add(f"DIRECTION('',({','.join(_number(v, 9) for v in way)}))")


def _across(axis: Place) -> Place:
    return (1.0, 0.0, 0.0) if abs(axis[2]) > 0.9 else (0.0, 0.0, 1.0)


def _unit(start: Place, end: Place) -> Place:
    x, y, z = (b - a for a, b in zip(start, end, strict=True))
    length = (x * x + y * y + z * z) ** 0.5
    return x / length, y / length, z / length


def _numbers(place: Place) -> str:
    return ",".join(_number(value) for value in place)


def _number(value: float, digits: int = 6) -> str:
    """As STEP writes reals: always with a point."""
    return f"{round(value, digits) + 0.0:.{digits}f}".rstrip("0")


def _logical(yes: bool) -> str:  # noqa: FBT001 - as in the standard
    return ".T." if yes else ".F."
