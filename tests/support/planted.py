"""A small fair folder with eleven faults in it, and where each one is."""

from __future__ import annotations

import textwrap
from pathlib import Path

FILES = {
    "fair.yaml": """\
        format: 1
        id: planted
        name: {zh: 小展会, en: Small fair}
        languages: [zh, en]
        dates: {start: 2027-05-10, end: 2027-05-12}
        colour: blue
        zones:
          - {id: robots, name: {zh: 机器人, en: Robotics}, color: "#1f5fa8"}
        halls:
          - id: "1"
            name: {zh: 一号馆, en: Hall 1}
            zones: [robots]
            plan:
              file: plans/1.csv
              unit: m
              size: {width: 30, depth: 24}
          - id: "2"
            name: {zh: 二号馆, en: Hall 2}
            zones: [robots]
            plan: {file: plans/2.dxf}
        """,
    "plans/1.csv": """\
        number,x,y,width,depth
        A01,3,3,3,3
        A02,6,3,3,3
        A03,9,3,3,3
        A04,11,3,3,3
        A05,3,12,6,0
        B01,3,15,6,6
        B01,12,15,6,6
        B02,21,15,6,6
        """,
    "exhibitors.csv": """\
        name.zh,name.en,booth,logo,email
        远帆机器人,Yuanfan Robotics,A01,media/none.png,hello@yuanfan.example
        ,,A02,,nobody@yuanfan.example
        晨星传感,Chenxing Sensors,Z99,,
        海桥自动化,Haiqiao Automation,A02,,
        蓝岸驱动,Lan'an Drives,B02,,
        """,
    "products.csv": """\
        name.zh,name.en,exhibitor
        六轴机器人,Six-axis robot,Yuanfan Robotics
        无主产品,Orphan,Nobody at all
        """,
    "programme.csv": """\
        title.en,start,end
        Opening,2027-05-10 09:00,2027-05-10 10:00
        Backwards,2027-05-11 11:00,2027-05-11 10:00
        """,
    "tours.yaml": """\
        tours:
          - id: first-visit
            name: {zh: 初次到访, en: Your first visit}
            stops:
              - {exhibitor: Yuanfan Robotics}
              - {product: Six-axle robot}
        """,
}

#: The place and the code of every fault in FILES.
FAULTS = (
    ("fair.yaml:6", "H106"),  # a key that means nothing
    ("fair.yaml:20", "H101"),  # a plan that is not there
    ("plans/1.csv:4", "H232"),  # A03 overlaps A04
    ("plans/1.csv:6", "H210"),  # a booth without depth
    ("plans/1.csv:8", "H211"),  # the number B01 twice
    ("exhibitors.csv:2", "H401"),  # a logo that is not there
    ("exhibitors.csv:3", "H121"),  # a row without a name
    ("exhibitors.csv:4", "H301"),  # a booth that is on no plan
    ("products.csv:3", "H308"),  # a product of nobody
    ("programme.csv:3", "H264"),  # a session that ends before it begins
    ("tours.yaml:6", "H330"),  # a stop at nothing
)


def plant(folder: Path) -> Path:
    """Write the fair into a folder."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
    return folder
